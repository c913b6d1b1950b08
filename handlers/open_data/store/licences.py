"""Whether the data of a place are open, under which licence, and who changed that."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Change:
    """`licence` is None for closed, `by` for somebody who is gone."""

    licence: str | None
    by: str | None
    changed_at: int


async def change(tx: Tx, place_id: int, licence: str | None, by: int, now: int) -> None:
    await tx.run("UPDATE places SET data_licence = ? WHERE id = ?", licence, place_id)
    await tx.run(
        "INSERT INTO open_data_changes (place_id, licence, changed_by, changed_at) VALUES (?, ?, ?, ?)",
        place_id,
        licence,
        by,
        now,
    )


async def last_change(tx: Tx, place_id: int) -> Change | None:
    return await tx.one(
        Change,
        "SELECT c.licence, p.name, c.changed_at FROM open_data_changes c LEFT JOIN people p ON p.id = c.changed_by"
        " WHERE c.place_id = ? ORDER BY c.id DESC LIMIT 1",
        place_id,
    )


async def any_open(tx: Tx) -> bool:
    return await tx.one(int, "SELECT 1 FROM places WHERE data_licence IS NOT NULL LIMIT 1") is not None


async def open_since(tx: Tx, place_id: int) -> int | None:
    """When it was opened last, ms, whatever licence it was given later."""
    return await tx.one(
        lambda at: at,
        "SELECT min(c.changed_at) FROM open_data_changes c WHERE c.place_id = ? AND c.id > (SELECT"
        " coalesce(max(b.id), 0) FROM open_data_changes b WHERE b.place_id = c.place_id AND b.licence IS NULL)",
        place_id,
    )
