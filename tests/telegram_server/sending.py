"""The methods that put a new message into a chat."""

from typing import Any

from tests.telegram_server.formatting import read
from tests.telegram_server.markup import read_markup
from tests.telegram_server.media import read_media, read_parameter
from tests.telegram_server.wire import Json, Parameters, bad
from tests.telegram_server.world import Chat, World, check_length, kind_of

TEXT, CAPTION = 4096, 1024
ALBUM = 10
_ALBUM_KINDS = {"photo", "video", "document", "audio"}


def chat_id(parameters: Parameters, name: str = "chat_id") -> int:
    if not parameters.text(name):
        raise bad(f"{name} is empty")
    try:
        return int(parameters.text(name))
    except ValueError:
        raise bad("chat not found") from None  # an @name, and nobody here has one


def send_message(world: World, parameters: Parameters) -> Json:
    chat = world.open_chat(chat_id(parameters))
    content = read_text(parameters)
    return world.deliver(chat, content | _extras(chat, parameters), read_markup(parameters))


def send_photo(world: World, parameters: Parameters) -> Json:
    return _send_file(world, parameters, "photo")


def send_document(world: World, parameters: Parameters) -> Json:
    return _send_file(world, parameters, "document")


def send_voice(world: World, parameters: Parameters) -> Json:
    return _send_file(world, parameters, "voice")


def send_location(world: World, parameters: Parameters) -> Json:
    chat = world.open_chat(chat_id(parameters))
    latitude, longitude = parameters.decimal("latitude"), parameters.decimal("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("wrong latitude or longitude specified")
    content: Json = {"location": {"latitude": latitude, "longitude": longitude}}
    return world.deliver(chat, content | _extras(chat, parameters), read_markup(parameters))


def send_media_group(world: World, parameters: Parameters) -> list[Json]:
    chat = world.open_chat(chat_id(parameters))
    items = _album(parameters)
    extras = _extras(chat, parameters) | {"media_group_id": str(10**16 + world.serial())}
    contents = []
    for item in items:
        media = read_media(world, parameters, item["type"], item.get("media"))
        contents.append(media.field() | read_caption(item.get("caption", ""), item.get("parse_mode", "")) | extras)
    return [world.deliver(chat, content, None) for content in contents]


def copy_message(world: World, parameters: Parameters) -> Json:
    source = world.chat(chat_id(parameters, "from_chat_id"))
    chat = world.open_chat(chat_id(parameters))
    message = source.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad("message to copy not found")
    kind = kind_of(message.content)
    if kind == "service":
        raise bad("message can't be copied")
    kept = (kind, "entities", "caption", "caption_entities")
    content = {name: message.content[name] for name in kept if name in message.content}
    if "caption" in parameters.values:
        content.pop("caption_entities", None)
        content.pop("caption", None)
        content |= read_caption(parameters.text("caption"), parameters.text("parse_mode"))
    sent = world.deliver(chat, content | _extras(chat, parameters), read_markup(parameters))
    return {"message_id": sent["message_id"]}


def _send_file(world: World, parameters: Parameters, kind: str) -> Json:
    chat = world.open_chat(chat_id(parameters))
    markup = read_markup(parameters)
    caption = read_caption(parameters.text("caption"), parameters.text("parse_mode"))
    media = read_parameter(world, parameters, kind)
    return world.deliver(chat, media.field() | caption | _extras(chat, parameters), markup)


def read_text(parameters: Parameters) -> Json:
    text, entities = read(parameters.text("text"), parameters.text("parse_mode"))
    if not text:
        raise bad("message text is empty")
    check_length(text, TEXT, "message is too long")
    given = parameters.parsed("entities") if "entities" in parameters.values else None
    found = entities or given
    return {"text": text, "entities": found} if found else {"text": text}


def read_caption(caption: str, parse_mode: str) -> Json:
    text, entities = read(caption, parse_mode)
    check_length(text, CAPTION, "message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _album(parameters: Parameters) -> list[Any]:
    try:
        items = parameters.parsed("media")
    except ValueError:
        items = None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad("can't parse media JSON object")
    if not items:
        raise bad("there are no messages to send")
    if len(items) > ALBUM:
        raise bad("Too many messages to send as an album")
    kinds = {item.get("type") for item in items}
    if not kinds <= _ALBUM_KINDS:
        raise bad("wrong input media type specified")
    if len(kinds) > 1 and not kinds <= {"photo", "video"}:
        raise bad("document and audio can't be mixed with other media types")
    return items


def _extras(chat: Chat, parameters: Parameters) -> Json:
    """The message that is answered, and what else a send may carry."""
    extras: Json = {"has_protected_content": True} if parameters.flag("protect_content") else {}
    reply = parameters.parsed("reply_parameters") if "reply_parameters" in parameters.values else None
    if not reply:
        return extras
    answered = chat.messages.get(int(reply.get("message_id", 0)))
    if answered is not None:
        shown = {name: value for name, value in answered.content.items() if name != "reply_to_message"}
        extras["reply_to_message"] = shown
    elif not reply.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return extras
