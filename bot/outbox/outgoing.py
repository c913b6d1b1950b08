"""Writes outbox rows: Bot API calls that leave the building after the transaction commits."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.actions import FIRST_PLACE, Rows, in_place
from bot.i18n.texts import Text, fits, render, render_label, render_plain

TEXT_LIMIT = 4096  # UTF-16 code units after entities, https://core.telegram.org/bots/api#sendmessage
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
CUT = "…"


class Lane(IntEnum):
    """A lane never waits for one with a higher number."""

    SPINNER = 0
    ANSWER = 1
    NOTICE = 2
    BROADCAST = 3


class Tone(StrEnum):
    """How a bar is meant."""

    PLAIN = "plain"
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


@dataclass(frozen=True)
class Stored:
    """A picture that somebody sent; it must be ready when the row is queued."""

    media_id: int


@dataclass(frozen=True)
class Recorded:
    """A voice note that somebody sent."""

    media_id: int


@dataclass(frozen=True)
class Chart:
    """Bars, drawn when the message leaves. For each bar `shown` may say what to write instead of its number, and
    `tones` how it is meant; `full` is the number that fills a bar, the largest one unless it is given."""

    title: Text
    bars: tuple[tuple[Text, int], ...]
    note: Text
    shown: tuple[str, ...] = ()
    tones: tuple[Tone, ...] = ()
    full: int = 0


@dataclass(frozen=True)
class Collage:
    """Stored pictures beside one another, each with a short label."""

    pictures: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Drawing:
    """A card with words, for a thing without a photo."""

    title: Text
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Made:
    """What a feature makes when the message leaves: `maker` is a key of its `makes`, `about` what for, `otherwise`
    what is said instead of the whole message when it cannot be made."""

    maker: str
    about: str
    otherwise: Text


@dataclass(frozen=True)
class Document:
    """A file with its name."""

    name: str
    made: Made


Picture = Stored | Chart | Collage | Drawing | Made


@dataclass(frozen=True)
class Address:
    """Where a call goes: a chat at a door, and the person behind it when there is one.

    `place_id` is the place that speaks; its buttons belong to it.
    """

    door: str
    chat_id: int
    language: str
    person_id: int | None = None
    place_id: int = FIRST_PLACE


@dataclass(frozen=True)
class Message:
    """Words, an optional picture, and rows of buttons; language-free until it is queued."""

    text: Text
    rows: Rows = ()
    picture: Picture | None = None


@dataclass(frozen=True)
class Standing:
    """A message that stands in somebody's chat. A pictured one keeps its picture when its words change."""

    door: str
    chat_id: int
    person_id: int
    message_id: int
    pictured: bool


async def queue_message(
    tx: Tx,
    to: Address,
    message: Message,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
    campaign: str | None = None,
) -> int:
    """A new message; returns the row's id, which an edit may later refer to."""
    params = content(message, to.language, to.place_id)
    method = "sendPhoto" if message.picture else "sendMessage"
    return await queue_call(tx, to, method, params, lane, now, not_before=not_before, campaign=campaign)


async def queue_latest(tx: Tx, to: Address, message: Message, at: datetime, now: datetime) -> int:
    """An answer that leaves at this moment, unless `drop_latest` or another one takes its place before."""
    await drop_latest(tx, to)
    params = content(message, to.language, to.place_id)
    method = "sendPhoto" if message.picture else "sendMessage"
    return await queue_call(tx, to, method, params, Lane.ANSWER, now, not_before=at, edits=_latest(to))


async def drop_latest(tx: Tx, to: Address) -> None:
    await _drop_waiting_edits(tx, to.door, _latest(to))


def _latest(to: Address) -> str:
    return f"latest:{to.chat_id}"


async def queue_document(
    tx: Tx,
    to: Address,
    text: Text,
    document: Document,
    rows: Rows,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
) -> int:
    """A file with words beneath it; returns the row's id."""
    params = _worded(text, to.language, "caption")
    params["document"] = _made(document.made, to.language) | {"name": document.name}
    if rows:
        params["reply_markup"] = keyboard(rows, to.language, to.place_id)
    return await queue_call(tx, to, "sendDocument", params, lane, now, not_before=not_before)


async def queue_album(tx: Tx, to: Address, media_ids: list[int], lane: Lane, now: datetime) -> int:
    """Two to ten stored pictures together."""
    media = [{"type": "photo", "media": {"stored": media_id}} for media_id in media_ids]
    return await queue_call(tx, to, "sendMediaGroup", {"media": media}, lane, now)


async def queue_voice(tx: Tx, to: Address, voice: Recorded, lane: Lane, now: datetime) -> int:
    return await queue_call(tx, to, "sendVoice", {"voice": {"recorded": voice.media_id}}, lane, now)


async def queue_edit(
    tx: Tx, to: Address, message_id: int, message: Message, had_photo: bool, lane: Lane, now: datetime
) -> int:
    """Changes a message in place. A photo cannot become plain text again, so that message is replaced."""
    edits = f"{to.chat_id}:{message_id}"
    await _drop_waiting_edits(tx, to.door, edits)
    if had_photo and message.picture is None:
        await queue_call(tx, to, "deleteMessage", {"message_id": message_id}, lane, now)
        return await queue_message(tx, to, message, lane, now)
    method, params = _edit(message, to.language, to.place_id)
    params["message_id"] = message_id
    return await queue_call(tx, to, method, params, lane, now, edits=edits)


async def queue_edit_of_row(tx: Tx, to: Address, row_id: int, message: Message, lane: Lane, now: datetime) -> int:
    """Changes the message that outbox row `row_id` became, or will become; later edits replace earlier ones.

    Returns the row that will carry the change: `row_id` itself as long as that has not left.
    """
    if await _rewrite_waiting(tx, to, row_id, message):
        return row_id
    edits = f"row:{row_id}"
    await _drop_waiting_edits(tx, to.door, edits)
    method, params = _edit(message, to.language, to.place_id)
    params["message_of"] = row_id
    return await queue_call(tx, to, method, params, lane, now, edits=edits)


async def queue_toast(tx: Tx, to: Address, query_id: str, words: str, now: datetime) -> None:
    """Ends the spinner on a pressed button, with a few words when there are any."""
    params: dict[str, Any] = {"callback_query_id": query_id}
    if words:
        params["text"] = cut(words, TOAST_LIMIT)
    await queue_call(tx, to, "answerCallbackQuery", params, Lane.SPINNER, now, queue=f"query:{query_id}")


async def queue_call(
    tx: Tx,
    to: Address,
    method: str,
    params: Mapping[str, Any],
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
    queue: str | None = None,
    edits: str | None = None,
    campaign: str | None = None,
) -> int:
    """Any other call. Calls of one `queue` (by default the chat) leave in order within their lane."""
    whole = dict(params)
    if queue is None:
        whole["chat_id"] = to.chat_id
        whole["language"] = to.language
    row_id = await tx.one(
        int,
        "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, edits, campaign,"
        " queued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        to.door,
        queue or str(to.chat_id),
        to.chat_id,
        to.person_id,
        method,
        json.dumps(whole, ensure_ascii=False),
        int(lane),
        milliseconds(not_before or now),
        edits,
        campaign,
        milliseconds(now),
    )
    if row_id is None:
        raise LookupError("the new outbox row has no id")
    tx.queued.add((to.door, lane))
    return row_id


def keyboard(rows: Rows, language: str, place_id: int) -> dict[str, Any]:
    """`inline_keyboard` as the Bot API wants it."""
    buttons = [
        [
            {"text": render_label(button.label, language)}
            | ({"url": button.url} if button.url else {"callback_data": in_place(button.address or "", place_id)})
            for button in row
        ]
        for row in rows
        if row
    ]
    return {"inline_keyboard": buttons}


def cut(words: str, limit: int) -> str:
    """At most `limit` UTF-16 code units."""
    while not fits(words, limit):
        words = words[: limit - 1].rstrip() + CUT if len(words) > limit else words[:-2] + CUT
    return words


def content(message: Message, language: str, place_id: int) -> dict[str, Any]:
    """The parameters of sendMessage or sendPhoto, but for the chat."""
    params = _worded(message.text, language, "caption" if message.picture else "text")
    if message.picture:
        params["photo"] = _picture(message.picture, language)
    else:
        params["link_preview_options"] = {"is_disabled": True}
    if message.rows:
        params["reply_markup"] = keyboard(message.rows, language, place_id)
    return params


async def queue_rewordings(
    tx: Tx, message: Message, standing: Sequence[Standing], language: str, place_id: int, lane: Lane, now: datetime
) -> None:
    """Other words and buttons for many messages that stand, in one language and two statements.

    A change that waits in the same lane gives way to this one; what the person herself did goes before it.
    """
    await tx.many(
        "DELETE FROM outbox WHERE door = ? AND edits = ? AND state = 'waiting' AND lane = ?",
        [(one.door, f"{one.chat_id}:{one.message_id}", int(lane)) for one in standing],
    )
    moment = milliseconds(now)
    tx.queued |= {(one.door, lane) for one in standing}
    params = {
        pictured: _reworded(message, language, place_id, pictured) for pictured in {one.pictured for one in standing}
    }
    await tx.many(
        "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, edits, queued_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                one.door,
                str(one.chat_id),
                one.chat_id,
                one.person_id,
                "editMessageCaption" if one.pictured else "editMessageText",
                json.dumps(
                    params[one.pictured] | {"chat_id": one.chat_id, "message_id": one.message_id}, ensure_ascii=False
                ),
                int(lane),
                moment,
                f"{one.chat_id}:{one.message_id}",
                moment,
            )
            for one in standing
        ],
    )


def _reworded(message: Message, language: str, place_id: int, pictured: bool) -> dict[str, Any]:
    params = _worded(message.text, language, "caption" if pictured else "text") | {"language": language}
    if not pictured:
        params["link_preview_options"] = {"is_disabled": True}
    if message.rows:
        params["reply_markup"] = keyboard(message.rows, language, place_id)
    return params


def _worded(text: Text, language: str, name: str) -> dict[str, Any]:
    limit = CAPTION_LIMIT if name == "caption" else TEXT_LIMIT
    # What is too long loses its bold letters and its end rather than not arriving at all.
    plain = render_plain(text, language)
    whole = fits(plain, limit)
    params: dict[str, Any] = {name: render(text, language) if whole else cut(plain, limit)}
    return params | ({"parse_mode": "HTML"} if whole else {})


def _edit(message: Message, language: str, place_id: int) -> tuple[str, dict[str, Any]]:
    params = content(message, language, place_id)
    if message.picture is None:
        return "editMessageText", params
    media = {"type": "photo", "media": params.pop("photo"), "caption": params.pop("caption")}
    if "parse_mode" in params:
        media["parse_mode"] = params.pop("parse_mode")
    return "editMessageMedia", params | {"media": media}


def _picture(picture: Picture, language: str) -> dict[str, Any]:
    match picture:
        case Stored(media_id):
            return {"stored": media_id}
        case Collage(pictures):
            return {"collage": [list(one) for one in pictures], "language": language}
        case Chart(title, bars, note):
            drawn = [[render_plain(label, language), value] for label, value in bars]
            words = {"title": render_plain(title, language), "note": render_plain(note, language)}
            how = {"shown": list(picture.shown), "tones": list(picture.tones), "full": picture.full}
            return {"chart": words | {"bars": drawn} | how, "language": language}
        case Made():
            return _made(picture, language)
        case Drawing(title, lines):
            words = {"title": render_plain(title, language)}
            return {
                "card": words | {"lines": [render_plain(line, language) for line in lines]},
                "language": language,
            }


def _made(made: Made, language: str) -> dict[str, Any]:
    otherwise = render(made.otherwise, language)
    return {"made": made.maker, "about": made.about, "otherwise": otherwise, "language": language}


async def _rewrite_waiting(tx: Tx, to: Address, row_id: int, message: Message) -> bool:
    """A message that has not left yet leaves as it should be now; says whether it had not left."""
    params = content(message, to.language, to.place_id) | {"chat_id": to.chat_id, "language": to.language}
    return bool(
        await tx.run(
            "UPDATE outbox SET method = ?, params = ? WHERE id = ? AND door = ? AND chat_id = ?"
            " AND state = 'waiting' AND method IN ('sendMessage', 'sendPhoto')",
            "sendPhoto" if message.picture else "sendMessage",
            json.dumps(params, ensure_ascii=False),
            row_id,
            to.door,
            to.chat_id,
        )
    )


async def _drop_waiting_edits(tx: Tx, door: str, edits: str) -> None:
    """An edit that has not left yet is worth nothing once there is a newer one."""
    await tx.run("DELETE FROM outbox WHERE door = ? AND edits = ? AND state = 'waiting'", door, edits)
