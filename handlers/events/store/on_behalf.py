"""Who comes without an account: noted by the team, seated in one line with everybody else."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.events.rules import Answer
from handlers.events.store.answers import NEXT_TURN


@dataclass(frozen=True)
class OnBehalf:
    id: int
    event_id: int
    name: str
    answer: Answer
    guests: int
    children: int
    noted_by: int | None
    noted_at: int


ON_BEHALF = "SELECT id, event_id, name, answer, guests, children, noted_by, noted_at FROM event_on_behalf"


async def find(tx: Tx, noted_id: int) -> OnBehalf | None:
    return await tx.one(_on_behalf, f"{ON_BEHALF} WHERE id = ?", noted_id)


async def of_event(tx: Tx, event_id: int) -> list[OnBehalf]:
    """In the order in which they asked for a seat."""
    return await tx.all(_on_behalf, f"{ON_BEHALF} WHERE event_id = ? AND name <> '' ORDER BY turn, id", event_id)


async def add(
    tx: Tx, event_id: int, name: str, answer: Answer, guests: int, children: int, by: int, now: int
) -> int | None:
    """None where the same name is there already."""
    return await tx.one(
        int,
        "INSERT INTO event_on_behalf (event_id, name, answer, guests, children, turn, noted_by, noted_at)"  # noqa: S608
        f" VALUES (?, ?, ?, ?, ?, {NEXT_TURN}, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
        event_id,
        name,
        answer.value,
        guests,
        children,
        event_id,
        event_id,
        by,
        now,
    )


async def set_party(tx: Tx, noted_id: int, guests: int, children: int) -> None:
    await tx.run("UPDATE event_on_behalf SET guests = ?, children = ? WHERE id = ?", guests, children, noted_id)


async def move_up(tx: Tx, noted_id: int) -> None:
    await tx.run("UPDATE event_on_behalf SET answer = 'coming' WHERE id = ? AND answer = 'waiting'", noted_id)


async def drop(tx: Tx, event_id: int, noted_id: int) -> bool:
    """Whether she was still noted."""
    return bool(await tx.run("DELETE FROM event_on_behalf WHERE event_id = ? AND id = ?", event_id, noted_id))


async def note_came(tx: Tx, event_id: int, noted_id: int, came: int) -> None:
    await tx.run("UPDATE event_on_behalf SET came = ? WHERE event_id = ? AND id = ?", came, event_id, noted_id)


async def noters(tx: Tx, event_id: int) -> list[tuple[int | None, int]]:
    """Who of the team noted how many."""
    return await tx.all(
        lambda person_id, count: (person_id, count),
        "SELECT noted_by, count(*) FROM event_on_behalf WHERE event_id = ? AND name <> ''"
        " GROUP BY noted_by ORDER BY min(id)",
        event_id,
    )


async def answered_by_themselves(tx: Tx, event_id: int) -> list[str]:
    """The names of those with an account who may come."""
    return await tx.all(
        str,
        "SELECT p.name FROM event_answers a JOIN people p ON p.id = a.person_id"
        " WHERE a.event_id = ? AND a.answer <> 'cant' ORDER BY a.turn",
        event_id,
    )


async def forget_names(tx: Tx, place_id: int, before: int) -> None:
    """Of events that began before."""
    await tx.run(
        "UPDATE event_on_behalf SET name = '', noted_by = NULL WHERE name <> '' AND event_id IN"
        " (SELECT id FROM events WHERE place_id = ? AND starts_at < ?)",
        place_id,
        before,
    )


def _on_behalf(
    noted_id: int,
    event_id: int,
    name: str,
    answer: str,
    guests: int,
    children: int,
    noted_by: int | None,
    noted_at: int,
) -> OnBehalf:
    return OnBehalf(noted_id, event_id, name, Answer(answer), guests, children, noted_by, noted_at)
