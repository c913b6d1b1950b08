"""The methods about the bot itself, its commands, chats and files."""

import re
from typing import Any

from tests.telegram_server.media import DOWNLOAD_BYTES
from tests.telegram_server.sending import chat_id
from tests.telegram_server.wire import Json, Parameters, bad
from tests.telegram_server.world import World

_ACTIONS = frozenset((
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
))  # fmt: skip
COMMANDS = 100


def get_me(world: World, parameters: Parameters) -> Json:
    return world.me | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


def get_chat(world: World, parameters: Parameters) -> Json:
    public = world.chat(chat_id(parameters)).public
    return public | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_file(world: World, parameters: Parameters) -> Json:
    stored = world.files.get(parameters.text("file_id"))
    if stored is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > DOWNLOAD_BYTES:
        raise bad("file is too big")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


def send_chat_action(world: World, parameters: Parameters) -> bool:
    world.open_chat(chat_id(parameters))
    if parameters.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def set_my_commands(world: World, parameters: Parameters) -> bool:
    commands = parameters.parsed("commands")
    if not isinstance(commands, list):
        raise bad("can't parse list of bot commands")
    if len(commands) > COMMANDS:
        raise bad("too much bot commands specified")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.settings[_command_key(parameters)] = commands
    return True


def get_my_commands(world: World, parameters: Parameters) -> Any:
    return world.settings.get(_command_key(parameters), [])


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    world.settings.pop(_command_key(parameters), None)
    return True


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    button = parameters.parsed("menu_button") or {"type": "default"}
    if button.get("type") not in {"commands", "default", "web_app"}:
        raise bad("MenuButton has unsupported type")
    if button["type"] == "web_app" and not button.get("web_app", {}).get("url", "").startswith("https://"):
        raise bad("menu button Web App URL is invalid: Only HTTPS links are allowed")
    world.settings[f"menu {parameters.text('chat_id')}"] = button
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> Any:
    return world.settings.get(f"menu {parameters.text('chat_id')}", {"type": "commands"})


def remember(world: World, parameters: Parameters) -> bool:
    """For the setMy… methods that only store what people read about the bot."""
    world.settings |= {name: value for name, value in parameters.values.items() if name != "method"}
    return True


def leave_chat(world: World, parameters: Parameters) -> bool:
    chat = world.open_chat(chat_id(parameters))
    chat.closed = f"Forbidden: bot is not a member of the {chat.public['type']} chat"
    return True


def _command_key(parameters: Parameters) -> str:
    return f"commands {parameters.text('scope')} {parameters.text('language_code')}"
