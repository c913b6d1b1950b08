"""The photos and the voice note of an idea."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import FAMILY


@dataclass(frozen=True)
class Attached:
    media_id: int
    kind: str
    state: str


async def attached(tx: Tx, idea_id: int) -> list[Attached]:
    return await tx.all(
        Attached,
        "SELECT a.media_id, a.kind, m.state FROM idea_media a JOIN media m ON m.id = a.media_id"
        " WHERE a.idea_id = ? ORDER BY a.id",
        idea_id,
    )


async def ready_photos(tx: Tx, idea_id: int) -> list[int]:
    """Media ids of the photos that may be sent: its own first, then those of the ideas merged into it."""
    return await tx.all(
        int,
        f"{FAMILY} SELECT a.media_id FROM family f JOIN ideas i ON i.id = f.id"  # noqa: S608
        " JOIN idea_media a ON a.idea_id = i.id JOIN media m ON m.id = a.media_id"
        " WHERE a.kind = 'photo' AND m.state = 'ready' AND (i.id = ? OR i.number IS NOT NULL)"
        " ORDER BY CASE WHEN i.id = ? THEN 0 ELSE 1 END, a.id",
        idea_id,
        idea_id,
        idea_id,
    )


async def ready_photo(tx: Tx, idea_id: int) -> int | None:
    return next(iter(await ready_photos(tx, idea_id)), None)


async def is_ready(tx: Tx, media_id: int) -> bool:
    return bool(await tx.one(int, "SELECT count(*) FROM media WHERE id = ? AND state = 'ready'", media_id))


async def ready_voice(tx: Tx, idea_id: int) -> int | None:
    found = [one.media_id for one in await attached(tx, idea_id) if (one.kind, one.state) == ("voice", "ready")]
    return found[0] if found else None
