"""One update of the Bot API in our own words, field by field: python-telegram-bot would make a dozen objects of it.

What is needed and is not as https://core.telegram.org/bots/api promises raises LookupError or TypeError.
"""

import re
from collections.abc import Mapping
from typing import Any

from bot.dialogue.incoming import Incoming, Kind, Location, Paper, Photo, Voice
from bot.doors.door import WEB

Fields = Mapping[str, Any]

PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif")
USELESS = ("sticker", "video", "animation", "audio", "contact", "video_note", "poll", "dice")
# Joined, left, pinned, renamed: nobody said anything. A forwarded story or a gift is still a message.
SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "new_chat_title",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)
LONGEST_NAME = 64
# Halves of letters, which no database stores as text, and NUL, which PostgreSQL refuses.
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def read_update(door: str, update: Fields) -> Incoming | None:
    """None for an update that no person made in a chat: a channel post, a poll's state."""
    if query := _find(update, "callback_query"):
        return _press(door, update, query)
    if change := _find(update, "my_chat_member"):
        return _membership(door, update, change)
    message = _find(update, "message") or _find(update, "edited_message")
    if message is None:
        return None
    moved = _moved(message)
    if moved is not None:
        return _migration(door, update, message, moved)
    chat, user = _part(message, "chat"), _find(message, "from")
    if user is None or user.get("is_bot"):
        return None
    return _message(door, update, message, chat, user)


def _message(door: str, update: Fields, message: Fields, chat: Fields, user: Fields) -> Incoming:
    kind = Kind.MESSAGE if update.get("message") else Kind.EDITED
    heard, what = _heard(message)
    if heard is None and any(message.get(name) for name in SERVICE):
        kind = Kind.OTHER
    return Incoming(
        door=door,
        update_id=update["update_id"],
        kind=kind,
        chat_id=_number(chat, "id"),
        user_id=_number(user, "id"),
        private=chat["type"] == "private",
        name=_name(user),
        language_code=_find_words(user, "language_code"),
        message_id=_number(message, "message_id"),
        heard=heard,
        what=what,
        paper=_paper(message) if what == "document" else None,
        chat_title=_find_words(chat, "title") or "",
        update=update,
    )


def _press(door: str, update: Fields, query: Fields) -> Incoming:
    user, message = _part(query, "from"), _find(query, "message")
    chat = _part(message, "chat") if message else None
    return Incoming(
        door=door,
        update_id=update["update_id"],
        kind=Kind.PRESS,
        chat_id=_number(chat or user, "id"),
        user_id=_number(user, "id"),
        private=chat is None or chat["type"] == "private",
        name=_name(user),
        language_code=_find_words(user, "language_code"),
        message_id=_number(message, "message_id") if message else None,
        # A file cannot become plain text either, so a press on its message finds it in a photo's place. A message
        # too old to be described has nothing but its chat and id.
        message_has_photo=bool(message and (message.get("photo") or message.get("document"))),
        query_id=_words(query, "id"),
        address=_find_words(query, "data") or "",
        origin=_origin(door, query),
        update=update,
    )


def _origin(door: str, query: Fields) -> str | None:
    found = query.get("origin") if door == WEB else None
    return found if isinstance(found, str) else None


def _moved(message: Fields) -> tuple[int, int] | None:
    """The old and the new id of a group, in whichever of the two its service message stands."""
    if message.get("migrate_to_chat_id"):
        return _number(_part(message, "chat"), "id"), _number(message, "migrate_to_chat_id")
    if message.get("migrate_from_chat_id"):
        return _number(message, "migrate_from_chat_id"), _number(_part(message, "chat"), "id")
    return None


def _migration(door: str, update: Fields, message: Fields, moved: tuple[int, int]) -> Incoming:
    """Nobody needs to have said it: an anonymous administrator is no person."""
    return Incoming(
        door=door,
        update_id=update["update_id"],
        kind=Kind.OTHER,
        chat_id=_number(_part(message, "chat"), "id"),
        user_id=0,
        private=False,
        name="",
        language_code=None,
        moved=moved,
        update=update,
    )


def _membership(door: str, update: Fields, change: Fields) -> Incoming:
    gone = _part(change, "new_chat_member")["status"] in ("kicked", "left")
    user, chat = _part(change, "from"), _part(change, "chat")
    return Incoming(
        door=door,
        update_id=update["update_id"],
        kind=Kind.LEFT if gone else Kind.CAME,
        chat_id=_number(chat, "id"),
        user_id=_number(user, "id"),
        private=chat["type"] == "private",
        name=_name(user),
        language_code=_find_words(user, "language_code"),
        update=update,
    )


def _heard(message: Fields) -> tuple[str | Photo | Voice | Location | None, str]:
    if message.get("photo"):
        return _photo(message, message["photo"][-1]), "photo"
    if voice := _find(message, "voice"):
        return Voice(_words(voice, "file_id"), _number(voice, "duration")), "voice"
    if location := _find(message, "location"):
        return Location(_degrees(location, "latitude"), _degrees(location, "longitude")), "location"
    if document := _find(message, "document"):
        if document.get("mime_type") in PICTURE_TYPES:
            return _photo(message, document), "photo"
        return None, "document"
    if message.get("text") is not None:
        return _words(message, "text"), "words"
    return None, next((what for what in USELESS if message.get(what)), "unknown")


def _paper(message: Fields) -> Paper:
    document = _part(message, "document")
    size = document.get("file_size")
    return Paper(_words(document, "file_id"), None if size is None else _number(document, "file_size"))


def _photo(message: Fields, file: Fields) -> Photo:
    size = file.get("file_size")
    return Photo(
        _words(file, "file_id"),
        None if size is None else _number(file, "file_size"),
        _find_words(message, "caption") or "",
        _find_words(message, "media_group_id"),
    )


def _name(user: Fields) -> str:
    first, last = _words(user, "first_name"), _find_words(user, "last_name")
    return (f"{first} {last}" if last else first)[:LONGEST_NAME]


# --- the fields of a JSON object


def _find(fields: Fields, name: str) -> Fields | None:
    return _part(fields, name) if fields.get(name) else None


def _part(fields: Fields, name: str) -> Fields:
    found = fields[name]
    if not isinstance(found, dict):
        raise TypeError(name)
    return found


def _number(fields: Fields, name: str) -> int:
    found = fields[name]
    if type(found) is not int:
        raise TypeError(name)
    return found


def _degrees(fields: Fields, name: str) -> float:
    found = fields[name]
    if type(found) not in (int, float):
        raise TypeError(name)
    return float(found)


def _find_words(fields: Fields, name: str) -> str | None:
    return None if fields.get(name) is None else _words(fields, name)


def _words(fields: Fields, name: str) -> str:
    found = fields[name]
    if not isinstance(found, str):
        raise TypeError(name)
    return _whole(found) if UNSTORABLE.search(found) else found


def _whole(words: str) -> str:
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
