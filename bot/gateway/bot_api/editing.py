"""The methods that change or remove messages: edits, deletions, reactions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from telegram.constants import ReactionEmoji

from bot.clock import milliseconds
from bot.gateway import core, queues, shapes, store
from bot.gateway.bot_api import content, keyboards, sending
from bot.gateway.bot_api.attachments import Draft
from bot.gateway.bot_api.params import Params
from bot.gateway.core import Core
from bot.gateway.errors import bad_request
from bot.gateway.numbers import take

DELETABLE = timedelta(hours=48)
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MEDIA = ("photo", "document", "voice")
CAPTION = ("caption", "caption_entities")
KEPT = ("media_group_id",)
REACTIONS = frozenset(emoji.value for emoji in ReactionEmoji)

Change = Callable[[store.Body], Draft]


async def edit_message_text(core: Core, params: Params) -> Any:
    words = content.text(params)

    def change(body: store.Body) -> Draft:
        if "text" not in body:
            raise bad_request("there is no text in the message to edit")
        return Draft(words)

    return await _edit(core, params, change)


async def edit_message_caption(core: Core, params: Params) -> Any:
    caption = content.caption(params)

    def change(body: store.Body) -> Draft:
        if not any(kind in body for kind in MEDIA):
            raise bad_request("there is no caption in the message to edit")
        return Draft({name: value for name, value in body.items() if name not in CAPTION} | caption)

    return await _edit(core, params, change)


async def edit_message_media(core: Core, params: Params) -> Any:
    item = params.json("media", "can't parse input media JSON object")
    draft = await sending.media(core, params, item)

    def change(body: store.Body) -> Draft:
        album = {name: body[name] for name in KEPT if name in body}
        return replace(draft, content=draft.content | album)

    return await _edit(core, params, change)


async def edit_message_reply_markup(core: Core, params: Params) -> Any:
    return await _edit(core, params, Draft)


async def _edit(the: Core, params: Params, change: Change) -> Any:
    chat_id, markup = content.chat_number(params), keyboards.reply_markup(params)
    number = content.message_number(params)
    async with the.database.write() as tx:
        (event,) = await take(tx, chat_id, 1)
        person = await core.reachable(tx, chat_id)
        message = await store.message(tx, chat_id, number)
        if message is None:
            raise bad_request("message to edit not found")
        if not message.by_bot:
            raise bad_request("message can't be edited")
        body = message.content()
        # An edit that brings no keyboard takes the old one away.
        body.pop("reply_markup", None)
        draft = change(body)
        packed = store.packed(draft.content | ({"reply_markup": markup} if markup else {}))
        language = params.text("language_code")[:16] or message.language
        if packed == message.body and language == message.language:
            raise bad_request(UNCHANGED)
        edited = replace(message, body=packed, edited=the.now(), language=language)
        await store.keep_message(tx, edited)
        for file in draft.files:
            await store.add_file(tx, file, the.now())
        shown = shapes.file_ids(draft.content)
        if shown != shapes.file_ids(message.content()):
            await store.detach(tx, number)
            for file_id in shown:
                await store.attach(tx, file_id, number, chat_id)
        await queues.add_event(tx, the.bell, event, chat_id, "edit", the.now(), about=number)
    return shapes.telegram_message(edited, person, the.bot())


async def delete_message(the: Core, params: Params) -> Any:
    chat_id, number = content.chat_number(params), content.message_number(params)
    async with the.database.read() as tx:
        await core.chat(tx, chat_id)
        message = await store.message(tx, chat_id, number)
    if message is None:
        raise bad_request("message to delete not found")
    if message.sent < _oldest(the):
        raise bad_request("message can't be deleted")
    await _delete(the, chat_id, [number])
    return True


async def delete_messages(the: Core, params: Params) -> Any:
    """What does not exist, or is too old, is passed over, as the Bot API says."""
    chat_id, numbers = content.chat_number(params), content.message_numbers(params)
    async with the.database.read() as tx:
        await core.chat(tx, chat_id)
        found = [await store.message(tx, chat_id, number) for number in numbers]
    await _delete(the, chat_id, [m.id for m in found if m is not None and m.sent >= _oldest(the)])
    return True


def _oldest(the: Core) -> int:
    return milliseconds(the.clock.now() - DELETABLE)


async def _delete(the: Core, chat_id: int, numbers: list[int]) -> None:
    if not numbers:
        return
    async with the.database.write() as tx:
        (event,) = await take(tx, chat_id, 1)
        for number in numbers:
            await store.drop_message(tx, number)
        await queues.add_event(tx, the.bell, event, chat_id, "delete", the.now(), data={"ids": numbers})


async def set_message_reaction(the: Core, params: Params) -> Any:
    chat_id, number = content.chat_number(params), content.message_number(params)
    emoji = _emoji(params)
    async with the.database.write() as tx:
        (event,) = await take(tx, chat_id, 1)
        await core.reachable(tx, chat_id)
        message = await store.message(tx, chat_id, number)
        if message is None:
            raise bad_request("message to react not found")
        await store.keep_message(tx, replace(message, reaction=emoji))
        data = {"message_id": number, "emoji": emoji}
        await queues.add_event(tx, the.bell, event, chat_id, "reaction", the.now(), data=data)
    return True


def _emoji(params: Params) -> str | None:
    given = params.json("reaction", "can't parse reaction types JSON object") or []
    if not isinstance(given, list) or len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if not given:
        return None
    emoji = given[0].get("emoji") if isinstance(given[0], dict) else None
    if emoji not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    return str(emoji)
