"""How much is fetched for one person a day, and how much free space there must be before anything is."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import milliseconds
from bot.database import disk
from bot.database.db import Tx
from bot.gateway.phone.limits import MEGABYTE

# The same as in the web chat: bot/gateway/phone/limits.py.
DAY_BYTES = 100 * MEGABYTE
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Purse:
    folder: Path
    reserve: int
    """Bytes of free space below which nothing is fetched."""

    async def has_room(self) -> bool:
        return await asyncio.to_thread(disk.room, self.folder.absolute()) >= self.reserve


async def has_had_enough(tx: Tx, person_id: int, now: datetime, more: int) -> bool:
    """Whether so many bytes more would be too much for today."""
    fetched = await tx.one(
        int,
        "SELECT coalesce(sum(bytes), 0) FROM media WHERE person_id = ? AND created_at > ?",
        person_id,
        milliseconds(now - DAY),
    )
    return int(fetched or 0) + more > DAY_BYTES


async def note_fetched(tx: Tx, media_id: int, size: int) -> None:
    await tx.run("UPDATE media SET bytes = ? WHERE id = ?", size, media_id)
