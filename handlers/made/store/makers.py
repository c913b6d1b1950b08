"""Who made something: nobody is named before she said so herself."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.made.rules import Part


@dataclass(frozen=True)
class Maker:
    person_id: int
    name: str
    part: Part


async def of(tx: Tx, thing_id: int) -> list[Maker]:
    """In the order in which they came."""
    return await tx.all(
        lambda person_id, name, part: Maker(person_id, name, Part(part)),
        "SELECT k.person_id, p.name, k.part FROM made_makers k JOIN people p ON p.id = k.person_id"
        " WHERE k.thing_id = ? ORDER BY k.since, k.person_id",
        thing_id,
    )


async def part(tx: Tx, thing_id: int, person_id: int) -> Part | None:
    return await tx.one(
        Part, "SELECT part FROM made_makers WHERE thing_id = ? AND person_id = ?", thing_id, person_id
    )


async def ask(tx: Tx, thing_id: int, person_id: int) -> None:
    """Since nothing yet: where two doors become one person, what she said is newer than a question."""
    await tx.run(
        "INSERT INTO made_makers (thing_id, person_id, part, since) VALUES (?, ?, 'asked', 0) ON CONFLICT DO NOTHING",
        thing_id,
        person_id,
    )


async def join(tx: Tx, thing_id: int, person_id: int, part: Part, now: int) -> None:
    await tx.run(
        "INSERT INTO made_makers (thing_id, person_id, part, since) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (thing_id, person_id) DO UPDATE SET part = excluded.part, since = excluded.since",
        thing_id,
        person_id,
        part.value,
        now,
    )


async def leave(tx: Tx, thing_id: int, person_id: int) -> None:
    """What she said to changes goes with her."""
    await tx.run("DELETE FROM made_makers WHERE thing_id = ? AND person_id = ?", thing_id, person_id)
    await tx.run(
        "DELETE FROM made_answers WHERE person_id = ? AND change_id IN (SELECT c.id FROM made_changes c"
        " JOIN made_surfaces s ON s.id = c.surface_id WHERE s.thing_id = ? AND c.ended_at IS NULL)",
        person_id,
        thing_id,
    )
