"""What people say and press: each txn has one effect, and the answer comes after the commit."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from bot.database.db import Tx
from bot.gateway import numbers, queues, quota, shapes, store, text
from bot.gateway.bot_api import attachments, content, keyboards, sending
from bot.gateway.bot_api.attachments import Draft
from bot.gateway.bot_api.params import Upload
from bot.gateway.core import Core
from bot.gateway.errors import PhoneError
from bot.gateway.phone import request_body, sessions
from bot.gateway.quota import Reserved
from bot.gateway.store import Message, Person
from bot.media.images import BadPicture
from bot.media.picture_process import Closed
from bot.media.pixels import begins_picture

KINDS = ("photo", "voice", "document")
HEAD = 32  # bytes that tell what a file is
# What a phone records, told by its first bytes and not by what it claims.
SOUNDS = (
    (0, b"OggS", "audio/ogg"),
    (0, b"\x1a\x45\xdf\xa3", "audio/webm"),
    (4, b"ftyp", "audio/mp4"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"RIFF", "audio/wav"),
)


async def send(core: Core, person: Person, request: Request) -> list[Message]:
    if request_body.content_type(request) == "multipart/form-data":
        reserved = await quota.reserve(core, person, request)
        async with quota.given_back_unless_taken(core, reserved):
            with quota.under_way(core, reserved):
                async with request_body.form(request, core.limits, reserved.announced) as form:
                    return await _send_files(core, reserved, form, request)
    said = await request_body.read_json(request, core.limits.json_bytes)
    txn = request_body.txn(said.get("txn"))
    drafts = [_place(said["location"])] if said.get("location") else _texts(core, said.get("text"))
    if not drafts:
        raise PhoneError(400, "empty")
    return await _say(core, person, txn, drafts, request)


async def _send_files(core: Core, reserved: Reserved, form: FormData, request: Request) -> list[Message]:
    person = reserved.person
    txn, kind = request_body.txn(form.get("txn")), form.get("kind")
    files = [file for file in form.getlist("file") if isinstance(file, UploadFile)]
    if kind not in KINDS:
        raise PhoneError(400, "wrong_kind")
    if any((file.size or 0) > core.limits.file_bytes for file in files):
        raise PhoneError(413, "too_large")
    earlier = await _earlier(core, person, txn)
    if earlier is not None:
        return earlier
    duration = form.get("duration")
    seconds = float(duration) if isinstance(duration, str) and _is_number(duration) else 0.0
    try:
        drafts = [await _file(core, reserved, file, str(kind), round(seconds)) for file in files]
        reserved.taken = True
    finally:
        await quota.settle(core, reserved)
    words = _texts(core, form.get("text"))
    drafts = _captioned(_albums(drafts), words)
    if not drafts:
        raise PhoneError(400, "empty")
    return await _say(core, person, txn, drafts, request)


async def _file(core: Core, reserved: Reserved, file: UploadFile, kind: str, seconds: int) -> Draft:
    """Told by its first bytes, whatever it is called: a picture sent as a file, or as a voice, is a picture.

    What is not the picture or the sound it claims to be goes on as a document, so that the bot can say so kindly; of
    a picture that cannot be made clean nothing but the name.
    """
    name, type_, size = file.filename or "", file.content_type or "", file.size or 0
    head = await file.read(HEAD)
    await file.seek(0)
    if begins_picture(head):
        return await _picture(core, reserved, file, size)
    sound = _sound(head)
    if kind == "voice" and sound:
        return await attachments.voice(core, Upload(name, type_, await file.read()), sound, seconds)
    return await attachments.document(core, Upload(name, type_, await file.read()))


async def _picture(core: Core, reserved: Reserved, file: UploadFile, size: int) -> Draft:
    async def read() -> bytes:
        await quota.check(core, reserved)
        return await file.read()

    try:
        picture = await core.cleaner.clean(reserved.whose, read)
    except BadPicture as error:
        if error.reason == "broken":
            reserved.weigh_broken()
        return attachments.not_kept(file.filename or "", file.content_type or "", size, error.reason)
    except Closed:
        raise PhoneError(503, "offline") from None
    reserved.weigh(picture, size)
    return await attachments.photo(core, picture)


def _sound(data: bytes) -> str | None:
    return next((type_ for at, magic, type_ in SOUNDS if data[at : at + len(magic)] == magic), None)


def _albums(drafts: Sequence[Draft]) -> list[Draft]:
    """Photos in albums of at most ten, then whatever else there is, one by one."""
    photos = [draft for draft in drafts if "photo" in draft.content]
    result = []
    for start in range(0, len(photos), sending.MOST_IN_ALBUM):
        album = photos[start : start + sending.MOST_IN_ALBUM]
        group = {"media_group_id": str(secrets.randbits(52))} if len(album) > 1 else {}
        result += [replace(draft, content=draft.content | group) for draft in album]
    return result + [draft for draft in drafts if "photo" not in draft.content]


def _captioned(drafts: list[Draft], words: list[Draft]) -> list[Draft]:
    """The words under the first file if they fit there; otherwise as messages of their own after the files."""
    if not drafts or not words:
        return drafts + words
    said = words[0].content["text"]
    if len(words) > 1 or text.units(said) > content.MOST_CAPTION:
        return drafts + words
    caption: store.Body = {"caption": said}
    if "entities" in words[0].content:
        caption["caption_entities"] = words[0].content["entities"]
    return [replace(drafts[0], content=drafts[0].content | caption), *drafts[1:]]


def _texts(core: Core, said: Any) -> list[Draft]:
    if not isinstance(said, str):
        return []
    words = text.clean(text.whole(said)).strip(text.OUTER)
    if text.units(words) > core.limits.text_units:
        raise PhoneError(413, "too_large")
    return [Draft(_text(part)) for part in text.parts(words, content.MOST_TEXT)]


def _text(words: str) -> store.Body:
    entities = text.found(words)
    return {"text": words} | ({"entities": entities} if entities else {})


def _place(given: Any) -> Draft:
    try:
        place = content.checked_location(float(given["latitude"]), float(given["longitude"]))
    except (TypeError, KeyError, ValueError, OverflowError):
        place = None
    if place is None:
        raise PhoneError(400, "wrong_location")
    return Draft(place)


def _is_number(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal() and len(value) < 12


async def _check_waiting(core: Core, tx: Tx, person: Person) -> None:
    """The bot hears everybody in the order in which they spoke: nobody may fill that line for the others."""
    if await queues.waiting(tx, person.id) >= core.limits.waiting:
        raise PhoneError(429, "slow_down", 2)


async def _earlier(core: Core, person: Person, txn: str) -> list[Message] | None:
    async with core.database.read() as tx:
        made = await store.txn(tx, person.id, txn)
        return None if made is None else await _messages(tx, person, made)


async def _messages(tx: Tx, person: Person, made: Iterable[int]) -> list[Message]:
    found = [await store.message(tx, person.id, number) for number in made]
    return [message for message in found if message is not None]


async def _say(core: Core, person: Person, txn: str, drafts: list[Draft], request: Request) -> list[Message]:
    count = len(drafts)
    async with attachments.dropped_if_unsaved(core, drafts), core.database.write() as tx:
        # First: the same txn, sent twice at once, waits in this line for itself.
        given = await numbers.take(tx, person.id, 3 * count)
        made = await store.txn(tx, person.id, txn)
        if made is None:
            await quota.count_words(core, tx, person, request, sum(_words(draft) for draft in drafts))
            await _check_waiting(core, tx, person)
            await store.keep_txn(tx, person.id, txn, given[:count], core.now())
            return await _keep(core, tx, person, txn, drafts, given)
        messages = await _messages(tx, person, made)
    await core.shelf.let_go([file.path for draft in drafts for file in draft.files])
    return messages


def _words(draft: Draft) -> int:
    """In bytes, with the row around them."""
    return quota.LEAST + len((draft.content.get("text") or draft.content.get("caption") or "").encode())


async def _keep(core: Core, tx: Tx, person: Person, txn: str, drafts: list[Draft], given: list[int]) -> list[Message]:
    count, now, messages = len(drafts), core.now(), []
    wanted = await queues.wanted(tx, "message")
    for index, draft in enumerate(drafts):
        number, event, update = given[index], given[count + index], given[2 * count + index]
        body = store.packed(draft.content)
        message = Message(number, person.id, 0, now, None, None, None, txn, None, body)
        await sending.keep(tx, message, draft)
        await queues.add_event(tx, core.bell, event, person.id, "message", now, about=number)
        if wanted:
            shape = shapes.telegram_message(message, person, core.bot())
            await core.sharing.put(tx, queues.Update(update, person.id, "message", store.packed(shape)), now)
        messages.append(message)
    return messages


async def press(core: Core, person: Person, request: Request) -> int:
    """The number of the callback query that the bot will answer."""
    said = await request_body.read_json(request, core.limits.json_bytes)
    txn, number, data = request_body.txn(said.get("txn")), said.get("message_id"), said.get("data")
    if not isinstance(number, int) or not isinstance(data, str) or abs(number) >= 1 << 53:
        raise PhoneError(400, "bad_json")
    now = core.now()
    async with core.database.write() as tx:
        query, update = await numbers.take(tx, person.id, 2)
        made = await store.txn(tx, person.id, txn)
        if made is not None:
            return made[0]
        message = await store.message(tx, person.id, number)
        buttons = keyboards.data_of(message.content().get("reply_markup")) if message else set()
        if message is None or data not in buttons:
            raise PhoneError(409, "old_button")
        await quota.count_words(core, tx, person, request, 0)
        await store.keep_txn(tx, person.id, txn, [query], now)
        await queues.add_query(tx, query, person.id, now)
        if await queues.wanted(tx, "callback_query"):
            shape = {
                "origin": await sessions.origin(core, tx, request),
                "id": str(query),
                "from": shapes.user(person),
                "message": shapes.telegram_message(message, person, core.bot()),
                "chat_instance": str(person.id),
                "data": data,
            }
            await core.sharing.put(tx, queues.Update(update, person.id, "callback_query", store.packed(shape)), now)
    return query


async def say_goodbye(core: Core, person: Person) -> None:
    """With the last cookie gone nobody can come back to this chat: the bot hears it as being blocked."""
    now = core.now()
    async with core.database.write() as tx:
        (update,) = await numbers.take(tx, person.id, 1)
        if await store.has_session(tx, person.id):
            return
        await store.mark_gone(tx, person.id)
        if await queues.wanted(tx, "my_chat_member"):
            change = shapes.left(person, core.bot(), now)
            await core.sharing.put(tx, queues.Update(update, person.id, "my_chat_member", store.packed(change)), now)
    core.bell.ring(person.id)
