"""Who and what there is: people, chats, messages, files, presses; and the record of what was delivered."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.telegram_server.formatting import length
from tests.telegram_server.wire import Json, Refused, bad, compact

CALLBACK_LIFE = 150.0  # seconds; tdlib/telegram-bot-api Client.cpp
BLOCKED = "Forbidden: bot was blocked by the user"


@dataclass(slots=True)
class Message:
    """`content` is the Message of the Bot API as it is now, edits applied."""

    id: int
    content: Json
    from_bot: bool


@dataclass(slots=True)
class Chat:
    """`closed` is the 403 text that every send gets. `keyboard`: the reply keyboard shown at the bottom."""

    id: int
    public: Json
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    closed: str | None = None
    migrated_to: int | None = None
    keyboard: Json | None = None
    user: Json | None = None


@dataclass(slots=True)
class StoredFile:
    id: str
    unique_id: str
    path: str
    content: bytes
    about: Json


@dataclass(slots=True)
class Press:
    """One tap, with the times (monotonic) at which the person saw something of it; answers are toasts."""

    id: str
    chat_id: int
    message_id: int
    at: float
    answers: list[Json] = field(default_factory=list)
    answered_at: float | None = None
    shown_at: float | None = None


@dataclass
class World:
    """`wall` and `monotonic` give seconds; `journal` gets a line per delivery. `phones` are the private chats
    of all people, `chats` those the bot may know of."""

    wall: Callable[[], float]
    monotonic: Callable[[], float]
    me: Json
    journal: Path | None = None
    chats: dict[int, Chat] = field(default_factory=dict)
    phones: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    waiting_presses: dict[int, list[Press]] = field(default_factory=dict)
    delivered: dict[int, Counter[str]] = field(default_factory=dict)
    sent: int = 0
    last_sent_at: float = 0.0
    settings: Json = field(default_factory=dict)
    _serial: int = 0

    def serial(self) -> int:
        self._serial += 1
        return self._serial

    def chat(self, chat_id: int) -> Chat:
        """A chat the bot may know of, also one that is closed to it."""
        found = self.chats.get(chat_id)
        if found is None:
            raise bad("chat not found")
        if found.migrated_to is not None:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": found.migrated_to},
            )
        return found

    def open_chat(self, chat_id: int) -> Chat:
        """A chat the bot may write to."""
        found = self.chat(chat_id)
        if found.closed is not None:
            raise Refused(403, found.closed)
        return found

    def add(self, chat: Chat, sender: Json, content: Json) -> Message:
        """Any message that appears in a chat, whoever wrote it."""
        chat.last_id += 1
        whole = {
            "message_id": chat.last_id,
            "from": sender,
            "chat": chat.public,
            "date": int(self.wall()),
            **content,
        }
        message = Message(chat.last_id, whole, sender is self.me)
        chat.messages[chat.last_id] = message
        return message

    def deliver(self, chat: Chat, content: Json, markup: Json | None) -> Json:
        """A message of the bot reaches its chat: counted for ever, even if it is deleted later."""
        if markup and "inline_keyboard" in markup:
            content["reply_markup"] = markup
        elif markup:
            chat.keyboard = None if markup.get("remove_keyboard") else markup
        message = self.add(chat, self.me, content)
        self.sent += 1
        self.last_sent_at = self.monotonic()
        words = summary(content)
        self.delivered.setdefault(chat.id, Counter())[words] += 1
        if self.journal is not None:
            with self.journal.open("ab") as journal:
                journal.write(compact({"chat": chat.id, "text": words, "at": self.wall()}) + b"\n")
        self.show(chat.id)
        return message.content

    def show(self, chat_id: int) -> None:
        """The person sees what she waited for: every press that waits in this chat has its visible answer."""
        for press in self.waiting_presses.pop(chat_id, ()):
            press.shown_at = self.monotonic()

    def keep_file(self, kind: str, content: bytes, extension: str, about: Json) -> StoredFile:
        number = self.serial()
        file_id = f"{kind}-{number}-AgACAgIAAxk"
        stored = StoredFile(file_id, f"u{number}", f"{kind}s/file_{number}{extension}", content, about)
        self.files[file_id] = stored
        return stored


def summary(content: Json) -> str:
    """What counts as the text of a delivered message: its words, or else its kind."""
    words = content.get("text", content.get("caption"))
    return str(words) if words is not None else f"[{kind_of(content)}]"


def kind_of(content: Json) -> str:
    for kind in ("text", "photo", "document", "voice", "location", "sticker", "video", "audio"):
        if kind in content:
            return kind
    return "service"


def check_length(text: str, limit: int, refusal: str) -> None:
    """Limits count UTF-16 units, the strictest reading of "characters after entities parsing"."""
    if length(text) > limit:
        raise bad(refusal)
