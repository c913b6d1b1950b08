"""The methods about a chat and about the bot: callback answers, typing, files, commands, menu button, names."""

import re
from datetime import timedelta
from typing import Any

from bot.clock import milliseconds
from bot.gateway import core, numbers, queues, store
from bot.gateway.bot_api import content
from bot.gateway.bot_api.params import Params
from bot.gateway.core import Core
from bot.gateway.errors import bad_request
from bot.gateway.files import NOT_KEPT
from bot.gateway.phone.limits import MEGABYTE
from bot.gateway.text import units

ANSWERABLE = timedelta(seconds=150)
MOST_ANSWER = 200
LARGEST_DOWNLOAD = 20 * MEGABYTE
ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")
PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice"}


async def get_me(core: Core, params: Params) -> Any:
    abilities = {"can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return core.bot() | abilities | {"can_connect_to_business": False, "has_main_web_app": False}


async def answer_callback_query(the: Core, params: Params) -> Any:
    words = params.text("text")
    if units(words) > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    since = milliseconds(the.clock.now() - ANSWERABLE)
    number = params.integer("callback_query_id")
    async with the.database.write() as tx:
        person = await queues.query_person(tx, number, since)
        if person is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        (event,) = await numbers.take(tx, person, 1)
        data = {"query_id": str(number), "text": words, "alert": params.flag("show_alert")}
        await queues.add_event(tx, the.bell, event, person, "toast", the.now(), data=data)
    return True


async def send_chat_action(the: Core, params: Params) -> Any:
    chat_id = content.chat_number(params)
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    async with the.database.write() as tx:
        (event,) = await numbers.take(tx, chat_id, 1)
        await core.reachable(tx, chat_id)
        await queues.add_event(tx, the.bell, event, chat_id, "typing", the.now())
    return True


async def get_chat(the: Core, params: Params) -> Any:
    async with the.database.read() as tx:
        person = await core.chat(tx, content.chat_number(params))
    facts = {"accent_color_id": 0, "max_reaction_count": 1, "accepted_gift_types": NO_GIFTS}
    return {"id": person.id, "type": "private", "first_name": person.name} | facts


async def get_file(the: Core, params: Params) -> Any:
    async with the.database.read() as tx:
        file = await store.file(tx, params.text("file_id").replace("\0", ""))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.path.startswith(NOT_KEPT):
        raise bad_request(f"the file was not kept: {file.path.removeprefix(NOT_KEPT)}")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    path = f"{FOLDERS[file.kind]}/{file.path}"
    ids = {"file_id": file.file_id, "file_unique_id": file.unique_id}
    return ids | {"file_size": file.size, "file_path": path}


# --- commands ----------------------------------------------------------------------------------------


async def set_my_commands(core: Core, params: Params) -> Any:
    scope, language = _scope(params), _language(params)
    given = params.json("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(item) for item in given]
    async with core.database.write() as tx:
        await store.keep_commands(tx, scope, language, commands)
    return True


async def get_my_commands(core: Core, params: Params) -> Any:
    async with core.database.read() as tx:
        return await store.commands(tx, _scope(params), _language(params)) or []


async def delete_my_commands(core: Core, params: Params) -> Any:
    async with core.database.write() as tx:
        await store.drop_commands(tx, _scope(params), _language(params))
    return True


async def commands_for(core: Core, person: store.Person) -> list[dict[str, str]]:
    """https://core.telegram.org/bots/api#determining-list-of-commands: the first list that exists."""
    language = (person.chosen or person.language)[:2]
    async with core.database.read() as tx:
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for tongue in (language, ""):
                found = await store.commands(tx, scope, tongue)
                if found is not None:
                    return found
    return []


def _command(item: Any) -> dict[str, str]:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(item.get("command", "")).lstrip("/")
    description = str(item.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(params: Params) -> str:
    given = params.json("scope", "can't parse BotCommandScope JSON object")
    if given is None:
        return "default"
    kind = given.get("type") if isinstance(given, dict) else None
    if kind in PLAIN_SCOPES:
        return str(kind)
    if kind in ("chat", "chat_administrators", "chat_member"):
        inner = params.inside(given)
        scope = f"{kind}:{content.chat_number(inner)}"
        return f"{scope}:{inner.integer('user_id')}" if kind == "chat_member" else scope
    raise bad_request("unsupported type specified")


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


# --- menu button and name ----------------------------------------------------------------------------


async def set_chat_menu_button(core: Core, params: Params) -> Any:
    button = params.json("menu_button", "can't parse menu button JSON object") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("MenuButton has unsupported type")
    async with core.database.write() as tx:
        await store.keep_setting(tx, f"menu:{params.integer('chat_id')}", button)
    return True


async def get_chat_menu_button(core: Core, params: Params) -> Any:
    async with core.database.read() as tx:
        own = await store.setting(tx, f"menu:{params.integer('chat_id')}")
        return own or await store.setting(tx, "menu:0") or {"type": "commands"}


async def set_my_name(core: Core, params: Params) -> Any:
    name, language = params.text("name").strip(), _language(params)
    if len(name) > 64:
        raise bad_request("BOT_TITLE_INVALID")
    async with core.database.write() as tx:
        await store.keep_setting(tx, f"name:{language}", name)
    await core.learn_name()
    return True


async def get_my_name(core: Core, params: Params) -> Any:
    async with core.database.read() as tx:
        name = await store.setting(tx, f"name:{_language(params)}")
    return {"name": name or core.bot_name}


async def yes(core: Core, params: Params) -> Any:
    """logOut and close: there is nobody else to log in at."""
    return True
