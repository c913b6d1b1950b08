"""Pictures that are kept back until somebody agreed: found nowhere, and called back from messages that were sent.

A held picture's media row is 'refused' and has no hash, so that whatever asks for pictures that are ready passes it
over. Messages that show it are queued once more as they are; whoever packs them leaves out what is held by then.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.db import Database, Tx
from bot.doors.door import WEB
from bot.gateway import Gateway
from bot.gateway import store as gateway_store
from bot.i18n.texts import FALLBACK
from bot.outbox.calls import Call
from bot.outbox.message import Address, Lane
from bot.outbox.queue import queue
from bot.outbox.store import fragments
from bot.outbox.store import pictures as shown
from bot.outbox.store.pictures import Standing
from bot.outbox.store.rows import State

HELD, REMOVED = "held", "removed"  # media.reason
RECALL = "'held:' || CAST(h.media_id AS TEXT)"  # `_mark` in SQL
AGAIN_AFTER = timedelta(minutes=2)  # what was being sent when the picture was held has been settled by then


@dataclass(frozen=True)
class CalledBack:
    """Messages that showed a picture: changed, still to be changed, not to be changed, and those nobody can find."""

    done: int
    waiting: int
    failed: int
    out_of_reach: int


async def hold(tx: Tx, place_id: int, media_id: int, by: int | None, now: datetime) -> bool:
    """Whether it was there to be held."""
    hash = await tx.one(str, "SELECT hash FROM media WHERE id = ? AND kind = 'photo' AND state = 'ready'", media_id)
    if hash is None:
        return False
    await tx.run(
        "INSERT INTO held_pictures (media_id, place_id, hash, held_by, held_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (media_id) DO UPDATE SET held_by = excluded.held_by, held_at = excluded.held_at,"
        " looked_again_at = NULL, released_by = NULL, released_at = NULL",
        media_id,
        place_id,
        hash,
        by,
        milliseconds(now),
    )
    await tx.run("UPDATE media SET state = 'refused', reason = ?, hash = NULL WHERE id = ?", HELD, media_id)
    await _withhold(tx, media_id, 1)
    await _renew_messages(tx, media_id, now)
    return True


async def release(tx: Tx, media_id: int, by: int, now: datetime) -> bool:
    """Whether it was held. Everything shows it again."""
    hash = await tx.one(
        str,
        "UPDATE held_pictures SET released_by = ?, released_at = ?"
        " WHERE media_id = ? AND released_at IS NULL AND removed_at IS NULL RETURNING hash",
        by,
        milliseconds(now),
        media_id,
    )
    if hash is None:
        return False
    await tx.run("UPDATE media SET state = 'ready', reason = NULL, hash = ? WHERE id = ?", hash, media_id)
    await _withhold(tx, media_id, 0)
    await _renew_messages(tx, media_id, now)
    return True


async def remove(tx: Tx, media_id: int, now: datetime) -> bool:
    """Whether it was held. Its files go soon afterwards, see `erase`."""
    removed = await tx.run(
        "UPDATE held_pictures SET removed_at = ? WHERE media_id = ? AND released_at IS NULL AND removed_at IS NULL",
        milliseconds(now),
        media_id,
    )
    await tx.run("UPDATE media SET reason = ? WHERE id = ? AND reason = ?", REMOVED, media_id, HELD)
    return bool(removed)


async def look_again(tx: Tx, place_id: int, now: datetime) -> None:
    """Calls back what was on its way at the moment when a picture was held."""
    due = await tx.all(
        int,
        "SELECT media_id FROM held_pictures h WHERE h.place_id = ? AND h.looked_again_at IS NULL"  # noqa: S608
        f" AND h.held_at <= ? AND h.released_at IS NULL AND NOT {fragments.change_under_way(RECALL)}",
        place_id,
        milliseconds(now - AGAIN_AFTER),
    )
    for media_id in due:
        held_at = await tx.one(int, "SELECT held_at FROM held_pictures WHERE media_id = ?", media_id)
        await _withhold(tx, media_id, 1)
        await _renew_messages(tx, media_id, now, claimed_until=held_at)
        await tx.run("UPDATE held_pictures SET looked_again_at = ? WHERE media_id = ?", milliseconds(now), media_id)


async def called_back(tx: Tx, media_id: int) -> CalledBack:
    """Since it was held the last time."""
    held_at = await tx.one(int, "SELECT held_at FROM held_pictures WHERE media_id = ?", media_id) or 0
    by_state = await shown.recalled(tx, _mark(media_id), held_at)
    lost = await tx.one(int, "SELECT messages FROM pictures_out_of_reach WHERE media_id = ?", media_id)
    return CalledBack(
        done=by_state.get(State.SENT, 0),
        waiting=by_state.get(State.WAITING, 0) + by_state.get(State.SENDING, 0),
        failed=by_state.get(State.REFUSED, 0) + by_state.get(State.UNCERTAIN, 0),
        out_of_reach=lost or 0,
    )


async def erase(database: Database, gateway: Gateway, now: datetime) -> None:
    """The files of what was removed, and of what belongs to nobody any more: here and in the web chat. They are
    noted, and go soon after (bot/privacy/erasing.py)."""
    async with database.read() as tx:
        due = await tx.all(
            lambda media_id, hash: (media_id, hash),
            "SELECT h.media_id, h.hash FROM held_pictures h WHERE h.erased_at IS NULL AND (h.removed_at IS NOT NULL"
            " OR NOT EXISTS (SELECT 1 FROM media m WHERE m.id = h.media_id))",
        )
    for media_id, hash in due:
        async with database.write() as tx:
            if not await _shared(tx, media_id, hash):
                sql = "INSERT INTO erasures (kind, name) VALUES ('photo', ?) ON CONFLICT DO NOTHING"
                await tx.run(sql, hash)
            for file_id in await _at_the_gateway(tx, media_id):
                await gateway.drop_file(tx, file_id)
            await tx.run("DELETE FROM media_at_door WHERE media_id = ?", media_id)
            await tx.run(
                "UPDATE held_pictures SET erased_at = ?, removed_at = coalesce(removed_at, ?) WHERE media_id = ?",
                milliseconds(now),
                milliseconds(now),
                media_id,
            )
    await gateway.drop_due()


async def _shared(tx: Tx, media_id: int, hash: str) -> bool:
    """Whether the same picture is shown, or held, on behalf of another row."""
    found = await tx.one(
        int,
        "SELECT (SELECT count(*) FROM media WHERE hash = ?) + (SELECT count(*) FROM held_pictures"
        " WHERE hash = ? AND media_id <> ? AND erased_at IS NULL)",
        hash,
        hash,
        media_id,
    )
    return bool(found)


async def _at_the_gateway(tx: Tx, media_id: int) -> list[str]:
    """As it came, and as it went out first."""
    return await tx.all(
        str,
        "SELECT file_id FROM media WHERE id = ? AND door = ?"
        " UNION SELECT file_id FROM media_at_door WHERE media_id = ? AND door = ?",
        media_id,
        WEB,
        media_id,
        WEB,
    )


async def _withhold(tx: Tx, media_id: int, withheld: int) -> None:
    for file_id in await _at_the_gateway(tx, media_id):
        await gateway_store.withhold(tx, file_id, withheld)


async def _renew_messages(tx: Tx, media_id: int, now: datetime, claimed_until: int | None = None) -> None:
    """Only those that were on their way by then, when it is given."""
    await shown.drop_recalls(tx, _mark(media_id))
    for one in await shown.standing_with(tx, media_id, claimed_until or milliseconds(now)):
        await _renew(tx, one, media_id, now)


async def _renew(tx: Tx, one: Standing, media_id: int, now: datetime) -> None:
    """With the words and buttons it has by now."""
    edit = Call(
        "editMessageMedia",
        one.call.words,
        one.call.files,
        one.call.buttons,
        message_id=one.message_id,
        in_place_only=True,
    )
    for later in await shown.changes_of_words(tx, one):
        edit = replace(edit, buttons=later.buttons)
        if later.method == "editMessageCaption":
            edit = replace(edit, words=later.words)
    to = Address(one.door, one.chat_id, one.call.language or FALLBACK, one.person_id)
    await queue(tx, to, edit, Lane.NOTICE, now, edits=_mark(media_id))


def _mark(media_id: int) -> str:
    """Stands in `outbox.edits`, where no other change of the message takes its place."""
    return f"held:{media_id}"
