"""Pictures that are kept back until somebody agreed: found nowhere, and called back from messages that were sent.

A held picture's media row is 'refused' and has no hash, so that whatever asks for pictures that are ready passes it
over. Messages that show it are queued once more as they are; whoever packs them leaves out what is held by then.
"""

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import milliseconds
from bot.database.db import Database, Tx
from bot.doors.door import WEB
from bot.gateway import Gateway
from bot.gateway import store as gateway_store
from bot.media.images import MediaFolder
from bot.outbox.outgoing import Address, Lane, queue_call

HELD, REMOVED = "held", "removed"  # media.reason
AGAIN_AFTER = timedelta(minutes=2)  # what was being sent when the picture was held has been settled by then


@dataclass(frozen=True)
class CalledBack:
    """Messages that showed a picture: changed, still to be changed, not to be changed, and those nobody can find."""

    done: int
    waiting: int
    failed: int
    out_of_reach: int


@dataclass(frozen=True)
class _Message:
    row_id: int
    door: str
    chat_id: int
    person_id: int | None
    method: str
    params_json: str
    message_id: int

    @property
    def params(self) -> dict[str, Any]:
        whole: dict[str, Any] = json.loads(self.params_json)
        return whole


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
        "SELECT media_id FROM held_pictures h WHERE h.place_id = ? AND h.looked_again_at IS NULL AND h.held_at <= ?"
        " AND h.released_at IS NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.edits = "
        " 'held:' || CAST(h.media_id AS TEXT) AND o.state IN ('waiting', 'sending'))",
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
    rows = await tx.all(
        lambda state, count: (state, count),
        "SELECT o.state, count(*) FROM outbox o JOIN held_pictures h ON h.media_id = ?"
        " WHERE o.edits = ? AND o.queued_at >= h.held_at GROUP BY o.state",
        media_id,
        _mark(media_id),
    )
    by_state = dict(rows)
    lost = await tx.one(int, "SELECT messages FROM pictures_out_of_reach WHERE media_id = ?", media_id)
    return CalledBack(
        done=by_state.get("sent", 0),
        waiting=by_state.get("waiting", 0) + by_state.get("sending", 0),
        failed=by_state.get("refused", 0) + by_state.get("uncertain", 0),
        out_of_reach=lost or 0,
    )


async def note_out_of_reach(tx: Tx, settled_before: int) -> None:
    """Expects these rows to be forgotten next: what they showed cannot be called back any more."""
    found = await tx.all(
        str,
        "SELECT params FROM outbox WHERE settled_at < ? AND state = 'sent' AND method = 'sendPhoto'",
        settled_before,
    )
    shown = [media_id for params in found for media_id in sorted(shown_in(json.loads(params)))]
    await tx.many(
        "INSERT INTO pictures_out_of_reach (media_id, messages) VALUES (?, 1)"
        " ON CONFLICT (media_id) DO UPDATE SET messages = pictures_out_of_reach.messages + 1",
        [(media_id,) for media_id in shown],
    )


async def erase(database: Database, folder: MediaFolder, gateway: Gateway, now: datetime) -> None:
    """The files of what was removed, and of what belongs to nobody any more: here and in the web chat."""
    async with database.read() as tx:
        due = await tx.all(
            lambda media_id, hash: (media_id, hash),
            "SELECT h.media_id, h.hash FROM held_pictures h WHERE h.erased_at IS NULL AND (h.removed_at IS NOT NULL"
            " OR NOT EXISTS (SELECT 1 FROM media m WHERE m.id = h.media_id))",
        )
    for media_id, hash in due:
        async with database.write() as tx:
            if not await _shared(tx, media_id, hash):
                # Gone before the row says so: after a crash it is done once more.
                await asyncio.to_thread(folder.remove, hash)
            for file_id in await _at_the_gateway(tx, media_id):
                await gateway.drop_file(tx, file_id)
            await tx.run("DELETE FROM media_at_door WHERE media_id = ?", media_id)
            await tx.run(
                "UPDATE held_pictures SET erased_at = ?, removed_at = coalesce(removed_at, ?) WHERE media_id = ?",
                milliseconds(now),
                milliseconds(now),
                media_id,
            )


def shown_in(params: dict[str, Any]) -> set[int]:
    """Media ids of the pictures in a call's parameters."""
    media = params.get("media")
    spec = media.get("media") if isinstance(media, dict) else params.get("photo")
    if not isinstance(spec, dict):
        return set()
    if "stored" in spec:
        return {spec["stored"]}
    return {media_id for media_id, _ in spec.get("collage", ())}


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
    await tx.run("DELETE FROM outbox WHERE edits = ? AND state = 'waiting'", _mark(media_id))
    for one in await _messages_with(tx, media_id, claimed_until or milliseconds(now)):
        await _renew(tx, one, media_id, now)


async def _messages_with(tx: Tx, media_id: int, claimed_until: int) -> list[_Message]:
    """Those that stand with this picture in them. One that is about to show something else is left alone."""
    found = await tx.all(
        _Message,
        "SELECT o.id, o.door, o.chat_id, o.person_id, o.method, o.params, o.message_id FROM outbox o"
        " WHERE o.state = 'sent' AND o.message_id IS NOT NULL AND o.method IN ('sendPhoto', 'editMessageMedia')"
        " AND (o.params LIKE ? OR o.params LIKE ?) AND o.claimed_at <= ? AND NOT EXISTS (SELECT 1 FROM outbox l"
        " WHERE l.door = o.door AND l.chat_id = o.chat_id AND l.message_id = o.message_id AND l.id > o.id"
        " AND l.state = 'sent' AND l.method = 'editMessageMedia') AND NOT EXISTS (SELECT 1 FROM outbox w"
        " WHERE w.door = o.door AND w.state = 'waiting' AND w.method = 'editMessageMedia' AND w.edits IN"
        " (CAST(o.chat_id AS TEXT) || ':' || CAST(o.message_id AS TEXT), 'row:' || CAST(o.id AS TEXT)))"
        " ORDER BY o.id",
        f'%"stored": {media_id}}}%',
        f'%[{media_id}, "%',
        claimed_until,
    )
    return [one for one in found if media_id in shown_in(one.params)]


async def _renew(tx: Tx, one: _Message, media_id: int, now: datetime) -> None:
    """With the words and buttons it has by now."""
    params, media = _as_edit(one)
    later = await tx.all(
        lambda method, params_json: (method, json.loads(params_json)),
        "SELECT method, params FROM outbox WHERE door = ? AND id > ? AND state IN ('sent', 'sending', 'waiting')"
        " AND method IN ('editMessageCaption', 'editMessageReplyMarkup')"
        " AND ((chat_id = ? AND message_id = ?) OR edits = ? OR edits = ?) ORDER BY id",
        one.door,
        one.row_id,
        one.chat_id,
        one.message_id,
        f"{one.chat_id}:{one.message_id}",
        f"row:{one.row_id}",
    )
    for method, changed in later:
        params["reply_markup"] = changed.get("reply_markup")
        if method == "editMessageCaption":
            media |= {"caption": changed.get("caption", ""), "parse_mode": changed.get("parse_mode")}
    whole = {name: value for name, value in params.items() if value} | {
        "media": {name: value for name, value in media.items() if value},
        "message_id": one.message_id,
        "in_place_only": True,
    }
    to = Address(one.door, one.chat_id, one.params.get("language", "zh"), one.person_id)
    await queue_call(tx, to, "editMessageMedia", whole, Lane.NOTICE, now, edits=_mark(media_id))


def _as_edit(one: _Message) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stands beside the picture, and the picture with its words."""
    given = one.params
    params = {"reply_markup": given.get("reply_markup")}
    if one.method == "editMessageMedia":
        return params, dict(given["media"])
    words = {name: given.get(name) for name in ("caption", "parse_mode")}
    return params, {"type": "photo", "media": given["photo"]} | words


def _mark(media_id: int) -> str:
    """Stands in `outbox.edits`, where no other change of the message takes its place."""
    return f"held:{media_id}"
