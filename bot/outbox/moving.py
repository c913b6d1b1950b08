"""A group that became a supergroup: its new number with what waits for it, and wherever else the old one stands."""

from bot.database.db import Tx
from bot.identity import groups
from bot.outbox.store import rows


async def move_chat(tx: Tx, door: str, old: int, new: int) -> None:
    """Doing it twice changes nothing."""
    await rows.move_chat(tx, door, old, new)
    await groups.move(tx, door, old, new)
