"""Writes outbox rows: Bot API calls that leave the building after the transaction commits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.i18n.texts import Text, fits, render, render_both, render_label, render_plain
from bot.outbox.calls import Bars, Call, Card, File, Making, Words, read
from bot.outbox.message import (
    Address,
    Chart,
    Collage,
    Document,
    Drawing,
    Lane,
    Made,
    Message,
    Picture,
    Recorded,
    Rows,
    Standing,
    Stored,
    in_place,
)
from bot.outbox.store import rows

TEXT_LIMIT = 4096  # UTF-16 code units after entities, https://core.telegram.org/bots/api#sendmessage
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
CUT = "…"
NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}
QUIETLY: dict[str, Any] = {"disable_notification": True}  # https://core.telegram.org/bots/api#sendmessage


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
    return await queue(tx, to, said(message, to), lane, now, not_before=not_before, campaign=campaign)


async def queue_latest(tx: Tx, to: Address, message: Message, at: datetime, now: datetime) -> int:
    """An answer that leaves at this moment, unless `drop_latest` or another one takes its place before."""
    await drop_latest(tx, to)
    return await queue(tx, to, said(message, to), Lane.ANSWER, now, not_before=at, edits=_latest(to))


async def drop_latest(tx: Tx, to: Address) -> None:
    await rows.drop_edits(tx, to.door, _latest(to))


def _latest(to: Address) -> str:
    return f"latest:{to.chat_id}"


async def queue_document(
    tx: Tx,
    to: Address,
    text: Text,
    document: Document,
    buttons: Rows,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
) -> int:
    """A file with words beneath it; returns the row's id."""
    made = replace(_made(document.made, to.language), name=document.name)
    call = Call(
        "sendDocument", words(text, to.language, CAPTION_LIMIT), (made,), keyboard(buttons, to.language, to.place_id)
    )
    return await queue(tx, to, call, lane, now, not_before=not_before)


async def queue_album(tx: Tx, to: Address, media_ids: list[int], lane: Lane, now: datetime) -> int:
    """Two to ten stored pictures together."""
    return await queue(tx, to, Call("sendMediaGroup", files=tuple(map(Stored, media_ids))), lane, now)


async def queue_voice(tx: Tx, to: Address, voice: Recorded, lane: Lane, now: datetime) -> int:
    return await queue(tx, to, Call("sendVoice", files=(voice,)), lane, now)


async def queue_edit(
    tx: Tx, to: Address, message_id: int, message: Message, had_photo: bool, lane: Lane, now: datetime
) -> int:
    """Changes a message in place. A photo cannot become plain text again, so that message is replaced."""
    edits = f"{to.chat_id}:{message_id}"
    await rows.drop_edits(tx, to.door, edits)
    if had_photo and message.picture is None:
        await queue(tx, to, Call("deleteMessage", message_id=message_id), lane, now)
        return await queue_message(tx, to, message, lane, now)
    edit = replace(said(message, to), method=_edit_of(message), message_id=message_id)
    return await queue(tx, to, edit, lane, now, edits=edits)


async def queue_edit_of_row(tx: Tx, to: Address, row_id: int, message: Message, lane: Lane, now: datetime) -> int:
    """Changes the message that outbox row `row_id` became, or will become; later edits replace earlier ones.

    Returns the row that will carry the change: `row_id` itself as long as that has not left.
    """
    call = said(message, to)
    if await rows.rewrite(tx, row_id, to.door, to.chat_id, replace(call, language=to.language)):
        return row_id
    edits = f"row:{row_id}"
    await rows.drop_edits(tx, to.door, edits)
    edit = replace(call, method=_edit_of(message), message_of=row_id)
    return await queue(tx, to, edit, lane, now, edits=edits)


async def queue_toast(tx: Tx, to: Address, query_id: str, short: str, now: datetime) -> None:
    """Ends the spinner on a pressed button, with a few words when there are any."""
    told = {"callback_query_id": query_id} | ({"text": cut(short, TOAST_LIMIT)} if short else {})
    call = Call("answerCallbackQuery", more=told)
    await queue(tx, to, call, Lane.SPINNER, now, apart=f"query:{query_id}")


async def queue_call(
    tx: Tx,
    to: Address,
    method: str,
    params: Mapping[str, Any],
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
    apart: str | None = None,
    campaign: str | None = None,
) -> int:
    """Any other call of the Bot API, with parameters as they stand there."""
    return await queue(tx, to, read(method, params), lane, now, not_before, apart, campaign=campaign)


async def queue(
    tx: Tx,
    to: Address,
    call: Call,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
    apart: str | None = None,
    edits: str | None = None,
    campaign: str | None = None,
    unasked_in: int | None = None,
) -> int:
    """Calls into a chat leave in order within their lane; what does not go into it stands `apart` by this name."""
    new = rows.New(
        to.door,
        apart or str(to.chat_id),
        to.chat_id,
        to.person_id,
        call if apart else replace(call, language=to.language),
        lane,
        milliseconds(not_before or now),
        milliseconds(now),
        edits,
        campaign,
        unasked_in,
    )
    return await rows.add(tx, new)


async def queue_rewordings(
    tx: Tx, message: Message, standing: Sequence[Standing], language: str, place_id: int, lane: Lane, now: datetime
) -> None:
    """Other words and buttons for many messages that stand, in one language and two statements.

    A change that waits in the same lane gives way to this one; what the person herself did goes before it.
    """
    changed = {
        pictured: _reworded(message, language, place_id, pictured) for pictured in {one.pictured for one in standing}
    }
    moment = milliseconds(now)
    edits = [
        rows.New(
            one.door,
            str(one.chat_id),
            one.chat_id,
            one.person_id,
            replace(changed[one.pictured], message_id=one.message_id),
            lane,
            moment,
            moment,
            edits=f"{one.chat_id}:{one.message_id}",
        )
        for one in standing
    ]
    await rows.add_edits(tx, edits)


def said(message: Message, to: Address) -> Call:
    """A new message, in the words of whoever reads it there."""
    return spoken(message, to.language, to.place_id)


def spoken(message: Message, language: str, place_id: int) -> Call:
    """The same for all who read this language."""
    buttons = keyboard(message.rows, language, place_id)
    sound = QUIETLY if message.quietly else {}
    if message.picture:
        picture = _drawn(message.picture, language)
        caption = words(message.text, language, CAPTION_LIMIT)
        return Call("sendPhoto", caption, (picture,), buttons, language, more=sound)
    text = words(message.text, language, TEXT_LIMIT)
    return Call("sendMessage", text, (), buttons, language, more=NO_PREVIEW | sound)


def keyboard(rows: Rows, language: str, place_id: int) -> dict[str, Any] | None:
    """`inline_keyboard` as the Bot API wants it; None without a button."""
    buttons = [
        [
            {"text": render_label(button.label, language)}
            | ({"url": button.url} if button.url else {"callback_data": in_place(button.address or "", place_id)})
            for button in row
        ]
        for row in rows
        if row
    ]
    return {"inline_keyboard": buttons} if rows else None


def words(text: Text, language: str, limit: int) -> Words:
    """What is too long loses its bold letters and its end rather than not arriving at all."""
    formatted, plain = render_both(text, language)
    return Words(formatted) if fits(plain, limit) else Words(cut(plain, limit), formatted=False)


def cut(words: str, limit: int) -> str:
    """At most `limit` UTF-16 code units."""
    while not fits(words, limit):
        words = words[: limit - 1].rstrip() + CUT if len(words) > limit else words[:-2] + CUT
    return words


def _edit_of(message: Message) -> str:
    return "editMessageMedia" if message.picture else "editMessageText"


def _reworded(message: Message, language: str, place_id: int, pictured: bool) -> Call:
    buttons = keyboard(message.rows, language, place_id)
    if pictured:
        caption = words(message.text, language, CAPTION_LIMIT)
        return Call("editMessageCaption", caption, (), buttons, language)
    text = words(message.text, language, TEXT_LIMIT)
    return Call("editMessageText", text, (), buttons, language, more=NO_PREVIEW)


def _drawn(picture: Picture, language: str) -> File:
    match picture:
        case Stored() | Collage():
            return picture
        case Chart(title, bars, note):
            drawn = tuple((render_plain(label, language), value) for label, value in bars)
            head, note_below = render_plain(title, language), render_plain(note, language)
            return Bars(head, drawn, note_below, picture.shown, picture.tones, picture.full)
        case Made():
            return _made(picture, language)
        case Drawing(title, lines):
            return Card(render_plain(title, language), tuple(render_plain(line, language) for line in lines))


def _made(made: Made, language: str) -> Making:
    return Making(made.maker, made.about, render(made.otherwise, language))
