"""Last photos of what is about to go: for its makers, and on no board."""

from bot.database.db import Tx


async def add(tx: Tx, change_id: int, media_id: int, person_id: int, album: str | None, now: int) -> None:
    await tx.run(
        "INSERT INTO made_photos (change_id, media_id, person_id, album, sent_at) VALUES (?, ?, ?, ?, ?)",
        change_id,
        media_id,
        person_id,
        album,
        now,
    )


async def find_album(tx: Tx, person_id: int, album: str) -> int | None:
    """The change that the earlier pictures of an album were for."""
    sql = "SELECT change_id FROM made_photos WHERE album = ? AND person_id = ? ORDER BY id LIMIT 1"
    return await tx.one(int, sql, album, person_id)


async def newest(tx: Tx, change_id: int) -> int | None:
    """The media id of the last one that may be sent."""
    return await tx.one(
        int,
        "SELECT m.id FROM made_photos f JOIN media m ON m.id = f.media_id"
        " WHERE f.change_id = ? AND m.state = 'ready' ORDER BY f.id DESC LIMIT 1",
        change_id,
    )


async def sent_by(tx: Tx, change_id: int, person_id: int) -> int:
    sql = "SELECT count(*) FROM made_photos WHERE change_id = ? AND person_id = ?"
    return await tx.one(int, sql, change_id, person_id) or 0


async def change_of(tx: Tx, media_id: int) -> int | None:
    return await tx.one(int, "SELECT change_id FROM made_photos WHERE media_id = ?", media_id)


async def refused(tx: Tx, media_id: int) -> tuple[int, int] | None:
    """Removes a photo that turned out to be none; who sent it, and of which change."""
    return await tx.one(
        lambda person_id, change_id: (person_id, change_id),
        "DELETE FROM made_photos WHERE media_id = ? RETURNING person_id, change_id",
        media_id,
    )
