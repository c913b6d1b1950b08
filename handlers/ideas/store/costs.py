"""What the team thinks ideas cost: the newest holds, the others stay on record."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.rules import Band

# Of the idea `i`, in other SQL.
NEWEST = "(SELECT c.band FROM idea_costs c WHERE c.idea_id = i.id ORDER BY c.id DESC LIMIT 1)"


@dataclass(frozen=True)
class Estimate:
    """`band` is None where it was said to be unknown again."""

    person_id: int
    role: str
    band: Band | None
    set_at: int


async def find(tx: Tx, idea_id: int) -> Band | None:
    sql = "SELECT band FROM idea_costs WHERE idea_id = ? ORDER BY id DESC LIMIT 1"
    found = await tx.one(lambda band: (band,), sql, idea_id)
    return Band(found[0]) if found and found[0] else None


async def set_band(tx: Tx, idea_id: int, person_id: int, role: str, band: Band | None, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_costs (idea_id, person_id, role, band, set_at) VALUES (?, ?, ?, ?, ?)",
        idea_id,
        person_id,
        role,
        band.value if band else None,
        now,
    )


async def count(tx: Tx, idea_id: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM idea_costs WHERE idea_id = ?", idea_id) or 0


async def history(tx: Tx, idea_id: int) -> list[Estimate]:
    """Oldest first."""
    return await tx.all(
        lambda person_id, role, band, at: Estimate(person_id, role, Band(band) if band else None, at),
        "SELECT person_id, role, band, set_at FROM idea_costs WHERE idea_id = ? ORDER BY id",
        idea_id,
    )
