"""Each time that a liaison was shown totals."""

from bot.database.db import Tx


async def note_look(tx: Tx, place_id: int, person_id: int, what: str, now: int) -> None:
    """`what` names the screen or file, for the record."""
    await tx.run(
        "INSERT INTO total_looks (place_id, person_id, what, looked_at) VALUES (?, ?, ?, ?)",
        place_id,
        person_id,
        what,
        now,
    )


async def looks_since(tx: Tx, place_id: int, since: int) -> int:
    count = await tx.one(
        int, "SELECT count(*) FROM total_looks WHERE place_id = ? AND looked_at >= ?", place_id, since
    )
    return count or 0
