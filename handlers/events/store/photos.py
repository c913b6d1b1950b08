"""The album of an event: photos wait until somebody of the team lets them through."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class EventPhoto:
    id: int
    event_id: int
    media_id: int
    person_id: int
    name: str
    state: str


PHOTO = """SELECT f.id, f.event_id, f.media_id, f.person_id, p.name, f.state FROM event_photos f
    JOIN media m ON m.id = f.media_id JOIN people p ON p.id = f.person_id WHERE m.state = 'ready' """


async def add(tx: Tx, event_id: int, media_id: int, person_id: int, album: str | None, now: int) -> None:
    await tx.run(
        "INSERT INTO event_photos (event_id, media_id, person_id, album, sent_at) VALUES (?, ?, ?, ?, ?)",
        event_id,
        media_id,
        person_id,
        album,
        now,
    )


async def sent_by(tx: Tx, event_id: int, person_id: int) -> int:
    count = await tx.one(
        int, "SELECT count(*) FROM event_photos WHERE event_id = ? AND person_id = ?", event_id, person_id
    )
    return count or 0


async def find_album(tx: Tx, person_id: int, album: str) -> int | None:
    """The event that the earlier pictures of an album were for."""
    return await tx.one(
        int,
        "SELECT event_id FROM event_photos WHERE album = ? AND person_id = ? ORDER BY id LIMIT 1",
        album,
        person_id,
    )


async def find_photo(tx: Tx, photo_id: int) -> EventPhoto | None:
    return await tx.one(EventPhoto, PHOTO + "AND f.id = ?", photo_id)


async def next_waiting(tx: Tx, event_id: int) -> EventPhoto | None:
    return await tx.one(
        EventPhoto, PHOTO + "AND f.event_id = ? AND f.state = 'waiting' ORDER BY f.id LIMIT 1", event_id
    )


async def shown(tx: Tx, event_id: int, number: int) -> EventPhoto | None:
    """Number 0 is the first one."""
    return await tx.one(
        EventPhoto,
        PHOTO + "AND f.event_id = ? AND f.state = 'shown' ORDER BY f.id LIMIT 1 OFFSET ?",
        event_id,
        number,
    )


async def newest_waiting(tx: Tx, event_id: int) -> int:
    """When (ms) the last of those that nobody has looked at was sent."""
    found = await tx.one(
        int, "SELECT max(sent_at) FROM event_photos WHERE event_id = ? AND state = 'waiting'", event_id
    )
    return found or 0


@dataclass(frozen=True)
class Public:
    """A photo of an album as everybody may see it."""

    event_id: int
    hash: str
    width: int
    height: int


PUBLIC = (
    "FROM event_photos f JOIN media m ON m.id = f.media_id JOIN events e ON e.id = f.event_id"
    " WHERE f.state = 'shown' AND m.state = 'ready' AND m.kind = 'photo' AND e.status = 'announced'"
)


async def public(tx: Tx, event_id: int, limit: int) -> list[Public]:
    return await tx.all(
        Public,
        f"SELECT f.event_id, m.hash, m.width, m.height {PUBLIC} AND f.event_id = ? ORDER BY f.id LIMIT ?",
        event_id,
        limit,
    )


async def is_public(tx: Tx, place_id: int, hash: str) -> bool:
    sql = f"SELECT 1 {PUBLIC} AND e.place_id = ? AND m.hash = ? LIMIT 1"
    return await tx.one(int, sql, place_id, hash) is not None


async def decide(tx: Tx, photo_id: int, state: str, by: int, now: int) -> None:
    """`shown` or `kept_out`."""
    await tx.run(
        "UPDATE event_photos SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?", state, by, now, photo_id
    )


async def refused(tx: Tx, media_id: int) -> tuple[int, int] | None:
    """Removes a photo that turned out to be none; who sent it, and the event."""
    return await tx.one(
        lambda person_id, event_id: (person_id, event_id),
        "DELETE FROM event_photos WHERE media_id = ? RETURNING person_id, event_id",
        media_id,
    )
