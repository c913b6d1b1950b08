"""The methods that make new messages of the bot; with an idempotency key, each of them once."""

import secrets
from dataclasses import replace
from typing import Any

from bot.database.db import Tx
from bot.gateway import core, numbers, queues, shapes, store
from bot.gateway.bot_api import attachments, content, keyboards
from bot.gateway.bot_api.attachments import Draft
from bot.gateway.bot_api.params import Params
from bot.gateway.core import Core
from bot.gateway.errors import bad_request

MOST_IN_ALBUM = 10
MOST_KEY = 200


async def send_message(core: Core, params: Params) -> Any:
    return await _send_one(core, params, Draft(content.text(params)))


async def send_location(core: Core, params: Params) -> Any:
    return await _send_one(core, params, Draft(content.location(params)))


async def send_photo(core: Core, params: Params) -> Any:
    return await _send_file(core, params, "photo")


async def send_document(core: Core, params: Params) -> Any:
    return await _send_file(core, params, "document")


async def send_voice(core: Core, params: Params) -> Any:
    return await _send_file(core, params, "voice")


async def send_media_group(core: Core, params: Params) -> Any:
    items = params.json("media", "can't parse media JSON object")
    if not isinstance(items, list) or not items:
        raise bad_request("there are no messages to send")
    if len(items) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    earlier = await _earlier_without_work(core, params)
    if earlier is not None:
        return earlier
    album = {"media_group_id": str(secrets.randbits(52))} if len(items) > 1 else {}
    drafts = [await media(core, params, item) for item in items]
    if len({"photo" in draft.content for draft in drafts}) > 1:
        raise bad_request("document can't be mixed with other media types")
    return await deliver(core, params, [replace(draft, content=draft.content | album) for draft in drafts])


async def copy_message(core: Core, params: Params) -> Any:
    number = content.message_number(params)
    async with core.database.read() as tx:
        source = await store.message(tx, params.integer("from_chat_id"), number)
    if source is None:
        raise bad_request("message to copy not found")
    dropped = {"reply_markup", "media_group_id"} | (
        {"caption", "caption_entities"} if params.has("caption") else set()
    )
    copied = {name: value for name, value in source.content().items() if name not in dropped}
    new_caption = content.caption(params) if params.has("caption") and "text" not in copied else {}
    sent = await _send_one(core, params, Draft(copied | new_caption))
    return {"message_id": sent["message_id"]}


async def media(core: Core, params: Params, item: Any) -> Draft:
    """One InputMedia: a photo, or anything else as a document."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    if item.get("type") not in ("photo", "document"):
        raise bad_request("can't parse InputMedia: type must be photo or document")
    inner = params.inside(item)
    draft = await attachments.attached(core, inner, "media", item["type"])
    return replace(draft, content=draft.content | content.caption(inner))


async def _send_file(core: Core, params: Params, kind: str) -> Any:
    earlier = await _earlier_without_work(core, params)
    if earlier is not None:
        return earlier[0]
    draft = await attachments.attached(core, params, kind, kind)
    return await _send_one(core, params, replace(draft, content=draft.content | content.caption(params)))


async def _send_one(core: Core, params: Params, draft: Draft) -> Any:
    return (await deliver(core, params, [draft]))[0]


async def deliver(core: Core, params: Params, drafts: list[Draft]) -> list[dict[str, Any]]:
    """Messages, their events and the key that forbids doing it again: in one transaction."""
    chat_id, key = content.chat_number(params), _key(params)
    markup = keyboards.reply_markup(params)
    async with attachments.dropped_if_unsaved(core, drafts), core.database.write() as tx:
        # First: a second request with the same key waits in this line for the first one.
        given = await numbers.take(tx, chat_id, 2 * len(drafts))
        made = await store.key(tx, key) if key else None
        if made is None:
            return await _make(core, tx, params, drafts, chat_id, key, markup, given)
        answer = await _earlier(core, tx, chat_id, made)
    await core.shelf.let_go([file.path for draft in drafts for file in draft.files])
    return answer


async def _make(
    the: Core,
    tx: Tx,
    params: Params,
    drafts: list[Draft],
    chat_id: int,
    key: str,
    markup: dict[str, Any] | None,
    given: list[int],
) -> list[dict[str, Any]]:
    person, now = await core.reachable(tx, chat_id), the.now()
    reply = await _reply(tx, params, chat_id)
    ids, events = given[: len(drafts)], given[len(drafts) :]
    language = params.text("language_code")[:16] or None
    result = []
    for number, event, draft in zip(ids, events, drafts, strict=True):
        body = store.packed(draft.content | ({"reply_markup": markup} if markup else {}))
        reply_to = reply.id if reply else None
        message = store.Message(number, chat_id, 1, now, None, language, reply_to, None, None, body)
        await keep(tx, message, draft)
        await queues.add_event(tx, the.bell, event, chat_id, "message", now, about=number)
        result.append(shapes.telegram_message(message, person, the.bot(), reply))
    if key:
        await store.keep_key(tx, key, chat_id, ids, now)
    return result


async def keep(tx: Tx, message: store.Message, draft: Draft) -> None:
    """A new message with its files, seen from now on in its chat."""
    for file in draft.files:
        await store.add_file(tx, file, message.sent)
    await store.add_message(tx, message)
    for file_id in shapes.file_ids(draft.content):
        await store.attach(tx, file_id, message.id, message.chat)


async def _reply(tx: Tx, params: Params, chat_id: int) -> store.Message | None:
    wanted = params.json("reply_parameters", "can't parse reply parameters JSON object") or {}
    if not isinstance(wanted, dict):
        raise bad_request("object expected as reply parameters")
    inner = params.inside(wanted)
    number = inner.integer("message_id") or params.integer("reply_to_message_id")
    if not number:
        return None
    message = await store.message(tx, chat_id, number)
    if message is None and not (
        inner.flag("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    ):
        raise bad_request("message to be replied not found")
    return message


def _key(params: Params) -> str:
    key = params.text("idempotency_key")
    if len(key) > MOST_KEY or "\0" in key:
        raise bad_request("idempotency_key is invalid")
    return key


async def _earlier_without_work(core: Core, params: Params) -> list[dict[str, Any]] | None:
    """A look before pictures are decoded; `deliver` looks again where nobody can come between."""
    key = _key(params)
    if not key:
        return None
    async with core.database.read() as tx:
        made = await store.key(tx, key)
        return None if made is None else await _earlier(core, tx, content.chat_number(params), made)


async def _earlier(the: Core, tx: Tx, chat_id: int, made: list[int]) -> list[dict[str, Any]]:
    """The messages that the first request with this key made, as they are now."""
    person = await core.chat(tx, chat_id)
    result = []
    for number in made:
        message = await store.message(tx, chat_id, number)
        # Deleted since: it was sent all the same, and must not be sent again.
        gone = store.Message(number, chat_id, 1, 0, None, None, None, None, None, "{}")
        result.append(shapes.telegram_message(message or gone, person, the.bot()))
    return result
