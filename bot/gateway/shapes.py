"""One message, two shapes: as the Bot API tells it to the bot, and as the page draws it."""

from typing import Any

from bot.gateway.store import File, Message, Person

Shape = dict[str, Any]

OPENABLE = ("http://", "https://")
# Begins the file_id of a document whose bytes were not kept: nothing can be opened there.
ONLY_NAMED = "N"


def user(person: Person) -> Shape:
    shape = {"id": person.id, "is_bot": False, "first_name": person.name}
    return shape | ({"language_code": person.language} if person.language else {})


def chat(person: Person) -> Shape:
    return {"id": person.id, "type": "private", "first_name": person.name}


def telegram_message(message: Message, person: Person, bot: Shape, reply: Message | None = None) -> Shape:
    """https://core.telegram.org/bots/api#message"""
    shape: Shape = {
        "message_id": message.id,
        "from": bot if message.by_bot else user(person),
        "chat": chat(person),
        "date": message.sent // 1000,
    }
    if message.edited is not None:
        shape["edit_date"] = message.edited // 1000
    if reply is not None:
        shape["reply_to_message"] = telegram_message(reply, person, bot)
    return shape | message.content()


def photo(files: list[File]) -> Shape:
    return {"photo": [size(file) for file in files]}


def size(file: File) -> Shape:
    return _file(file) | {"width": file.width, "height": file.height}


def document(file: File) -> Shape:
    return {"document": _file(file) | {"file_name": file.name, "mime_type": file.type}}


def voice(file: File) -> Shape:
    return {"voice": _file(file) | {"duration": file.duration, "mime_type": file.type}}


def _file(file: File) -> Shape:
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}


def file_ids(content: Shape) -> list[str]:
    """Every file that a message with this content shows."""
    ids = [size["file_id"] for size in content.get("photo", ())]
    return ids + [content[kind]["file_id"] for kind in ("document", "voice") if kind in content]


def bubble(message: Message) -> Shape:
    """What the page draws. Times in milliseconds; for a caption, `text` and `entities` are the caption's."""
    content = message.content()
    shape: Shape = {
        "id": message.id,
        "from": "bot" if message.by_bot else "me",
        "date": message.sent,
        "edited": message.edited,
        "lang": message.language,
        "text": content.get("text", content.get("caption", "")),
        "entities": _entities(content),
        **_media(content),
    }
    optional = {
        "location": content.get("location"),
        "album": content.get("media_group_id"),
        "buttons": _buttons(content),
        "txn": message.txn,
        "reply_to": message.reply_to,
        "reaction": message.reaction,
    }
    return shape | {name: value for name, value in optional.items() if value}


def _entities(content: Shape) -> list[Shape]:
    text: str = content.get("text") or content.get("caption") or ""
    encoded = text.encode("utf-16-le")
    result = []
    for entity in content.get("entities") or content.get("caption_entities") or []:
        first, last = entity["offset"], entity["offset"] + entity["length"]
        shape = {"type": entity["type"], "offset": first, "length": entity["length"]}
        address = entity.get("url") or encoded[2 * first : 2 * last].decode("utf-16-le", "replace")
        if entity["type"] in ("url", "text_link") and address.lower().startswith(OPENABLE):
            shape["url"] = address
        result.append(shape)
    return result


def _media(content: Shape) -> Shape:
    media: Shape = {}
    if "photo" in content:
        small, full = content["photo"][0], content["photo"][-1]
        sides = {"width": full["width"], "height": full["height"]}
        media["photo"] = {"url": _url(full), "thumb": _url(small), **sides}
    if "voice" in content:
        voice = content["voice"]
        media["voice"] = {"url": _url(voice), "duration": voice["duration"], "type": voice["mime_type"]}
    if "document" in content:
        document = content["document"]
        media["document"] = {
            "url": None if document["file_id"].startswith(ONLY_NAMED) else _url(document),
            "name": document["file_name"],
            "size": document["file_size"],
        }
    return media


def _buttons(content: Shape) -> list[list[Shape]]:
    rows = content.get("reply_markup", {}).get("inline_keyboard", [])
    return [[_button(button) for button in row] for row in rows]


def _button(button: Shape) -> Shape:
    shape = {"text": button["text"]}
    if "callback_data" in button:
        shape["data"] = button["callback_data"]
    address = button.get("url") or button.get("web_app", {}).get("url", "")
    if address.lower().startswith(OPENABLE):
        shape["url"] = address
    return shape


def _url(file: Shape) -> str:
    return f"/chat/files/{file['file_id']}"


def left(person: Person, bot: Shape, now: int) -> Shape:
    """https://core.telegram.org/bots/api#chatmemberupdated: in a private chat, leaving is blocking the bot."""
    return {
        "chat": chat(person),
        "from": user(person),
        "date": now // 1000,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }
