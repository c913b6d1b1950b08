"""What came in at a door, in our own words: a press, a message, or somebody who left."""

from dataclasses import dataclass, replace
from enum import StrEnum

import telegram

from bot.doors.door import WEB

PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif")


@dataclass(frozen=True)
class Photo:
    """`album` is shared by the photos of one album, which arrive one by one with no end marker."""

    file_id: str
    size: int | None
    words: str
    album: str | None


@dataclass(frozen=True)
class Voice:
    file_id: str
    seconds: int


@dataclass(frozen=True)
class Location:
    latitude: float
    longitude: float


class Kind(StrEnum):
    PRESS = "press"
    MESSAGE = "message"
    EDITED = "edited"
    LEFT = "left"
    CAME = "came"
    OTHER = "other"


@dataclass(frozen=True)
class Incoming:
    """`heard` is None for what nobody can use: a sticker, a PDF, a contact; `what` then names it."""

    door: str
    update_id: int
    kind: Kind
    chat_id: int
    user_id: int
    private: bool
    name: str
    language_code: str | None
    message_id: int | None = None
    message_has_photo: bool = False
    query_id: str | None = None
    address: str | None = None
    heard: str | Photo | Voice | Location | None = None
    what: str = ""
    # Through the web chat: today's word for the address a button was pressed from. Not part of `raw`.
    origin: str | None = None
    # Of a group: its name, and its old and new id when it became a supergroup.
    chat_title: str = ""
    moved: tuple[int, int] | None = None
    raw: str = ""

    def with_raw(self, raw: str) -> "Incoming":
        return replace(self, raw=raw)


def read_update(door: str, update: telegram.Update) -> Incoming | None:
    """None for an update that no person made in a chat: a channel post, a poll's state."""
    if update.callback_query:
        return _press(door, update.update_id, update.callback_query)
    if update.my_chat_member:
        return _membership(door, update.update_id, update.my_chat_member)
    message = update.message or update.edited_message
    if message is not None and (moved := _moved(message)) is not None:
        return _migration(door, update.update_id, message, moved)
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    kind = Kind.MESSAGE if update.message else Kind.EDITED
    heard, what = _heard(message)
    if heard is None and _service(message):
        kind = Kind.OTHER
    user, chat = message.from_user, message.chat
    return Incoming(
        door=door,
        update_id=update.update_id,
        kind=kind,
        chat_id=chat.id,
        user_id=user.id,
        private=chat.type == chat.PRIVATE,
        name=_name(user),
        language_code=user.language_code,
        message_id=message.message_id,
        heard=heard,
        what=what,
        chat_title=chat.title or "",
    )


def _press(door: str, update_id: int, query: telegram.CallbackQuery) -> Incoming:
    message = query.message
    # A message too old to be described comes with date 0 and nothing but its chat and id.
    whole = message if isinstance(message, telegram.Message) else None
    return Incoming(
        door=door,
        update_id=update_id,
        kind=Kind.PRESS,
        chat_id=message.chat.id if message else query.from_user.id,
        user_id=query.from_user.id,
        private=message is None or message.chat.type == message.chat.PRIVATE,
        name=_name(query.from_user),
        language_code=query.from_user.language_code,
        message_id=message.message_id if message else None,
        # A file cannot become plain text either, so a press on its message finds it in a photo's place.
        message_has_photo=bool(whole and (whole.photo or whole.document)),
        query_id=query.id,
        address=query.data or "",
        origin=_origin(door, query),
    )


def _origin(door: str, query: telegram.CallbackQuery) -> str | None:
    found = query.api_kwargs.get("origin") if door == WEB else None
    return found if isinstance(found, str) else None


def _moved(message: telegram.Message) -> tuple[int, int] | None:
    """The old and the new id of a group, in whichever of the two its service message stands."""
    if message.migrate_to_chat_id:
        return message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id:
        return message.migrate_from_chat_id, message.chat.id
    return None


def _migration(door: str, update_id: int, message: telegram.Message, moved: tuple[int, int]) -> Incoming:
    """Nobody needs to have said it: an anonymous administrator is no person."""
    return Incoming(
        door=door,
        update_id=update_id,
        kind=Kind.OTHER,
        chat_id=message.chat.id,
        user_id=0,
        private=False,
        name="",
        language_code=None,
        moved=moved,
    )


def _membership(door: str, update_id: int, change: telegram.ChatMemberUpdated) -> Incoming:
    gone = change.new_chat_member.status in ("kicked", "left")
    return Incoming(
        door=door,
        update_id=update_id,
        kind=Kind.LEFT if gone else Kind.CAME,
        chat_id=change.chat.id,
        user_id=change.from_user.id,
        private=change.chat.type == change.chat.PRIVATE,
        name=_name(change.from_user),
        language_code=change.from_user.language_code,
    )


def _heard(message: telegram.Message) -> tuple[str | Photo | Voice | Location | None, str]:
    if message.photo:
        largest = message.photo[-1]
        words = message.caption or ""
        return Photo(largest.file_id, largest.file_size, words, message.media_group_id), "photo"
    if message.voice:
        # The attribute is an int or a timedelta and warns; what was sent is a number of seconds.
        seconds = int(message.voice.to_dict()["duration"])
        return Voice(message.voice.file_id, seconds), "voice"
    if message.location:
        return Location(message.location.latitude, message.location.longitude), "location"
    if message.document:
        document = message.document
        if document.mime_type in PICTURE_TYPES:
            words = message.caption or ""
            return Photo(document.file_id, document.file_size, words, message.media_group_id), "photo"
        return None, "document"
    if message.text is not None:
        return message.text, "words"
    for what in ("sticker", "video", "animation", "audio", "contact", "video_note", "poll", "dice"):
        if getattr(message, what, None):
            return None, what
    return None, "unknown"


def _service(message: telegram.Message) -> bool:
    """Joined, left, pinned, renamed: nobody said anything. A forwarded story or a gift is still a message."""
    return bool(
        message.new_chat_members
        or message.left_chat_member
        or message.pinned_message
        or message.new_chat_title
        or message.group_chat_created
        or message.supergroup_chat_created
        or message.migrate_to_chat_id
        or message.migrate_from_chat_id
    )


def _name(user: telegram.User) -> str:
    return user.full_name[:64]
