"""Who had an export made, and when."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Export:
    """`name` is None for somebody who is gone, `at_command` 1 for the command line."""

    name: str | None
    at_command: int
    made_at: int


async def note(tx: Tx, place_id: int, person_id: int | None, now: int) -> int:
    """`person_id` is None at the command line."""
    export_id = await tx.one(
        int,
        "INSERT INTO exports (place_id, made_by, at_command, made_at) VALUES (?, ?, ?, ?) RETURNING id",
        place_id,
        person_id,
        int(person_id is None),
        now,
    )
    if export_id is None:
        raise LookupError("the new export has no id")
    return export_id


async def lately(tx: Tx, place_id: int, most: int) -> list[Export]:
    """Newest first."""
    return await tx.all(
        Export,
        "SELECT p.name, e.at_command, e.made_at FROM exports e LEFT JOIN people p ON p.id = e.made_by"
        " WHERE e.place_id = ? ORDER BY e.id DESC LIMIT ?",
        place_id,
        most,
    )


async def place_of(tx: Tx, export_id: int) -> int | None:
    return await tx.one(int, "SELECT place_id FROM exports WHERE id = ?", export_id)
