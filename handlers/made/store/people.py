"""What somebody made who leaves, or becomes one with somebody."""

from bot.database.db import Tx


async def made_by(tx: Tx, place_id: int, *person_ids: int) -> list[int]:
    """The ids of what any of them made."""
    return await tx.all(
        int,
        "SELECT DISTINCT k.thing_id FROM made_makers k JOIN made_things t ON t.id = k.thing_id"  # noqa: S608 slots
        f" WHERE t.place_id = ? AND k.person_id IN ({', '.join('?' for _ in person_ids)}) ORDER BY k.thing_id",
        place_id,
        *person_ids,
    )
