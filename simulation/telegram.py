"""A small Telegram in this process: chats, updates, limits and blocks, as far as our people make use of them.

It keeps Telegram's limits and error texts; what it forgives, `tests/telegram_server` does not.
"""

import json
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulation.faults import Faults, Killed
from simulation.one_thread import NobodyAnswers
from simulation.web_phones import Seen, StoryClock

Body = dict[str, Any]

BATCH = 100  # https://core.telegram.org/bots/api#getupdates
A_SECOND, BURST = 30, 20  # messages; https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
LATENCY = 0.035  # seconds a call is under way
TWO_QUESTIONS = 2  # by then what came after it is handled and confirmed
REMEMBERED = 30  # messages of one chat
LONGEST_TEXT, LONGEST_CAPTION, LONGEST_DATA = 4096, 1024, 64
EDITS = ("editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup")
BOT = {"id": 1, "is_bot": True, "first_name": "Nestbox", "username": "nestbox_bot"}


class Refused(Exception):
    def __init__(self, code: int, words: str, **parameters: int) -> None:
        super().__init__(words)
        self.code = code
        self.parameters = parameters


@dataclass
class Message:
    id: int
    addresses: tuple[str, ...]
    pictured: bool


@dataclass
class Chat:
    """A private chat of one person; `acted_at` is when she last did something."""

    id: int
    name: str
    language: str
    blocked: bool = False
    calls_since_block: int = 0
    acted_at: float = 0.0
    last_id: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    tokens: float = BURST
    counted_at: float = 0.0
    closed_until: float = 0.0

    def keep(self, message: Message) -> None:
        self.messages[message.id] = message
        while len(self.messages) > REMEMBERED:
            del self.messages[next(iter(self.messages))]

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id


@dataclass
class Counts:
    """What the server has seen, for the report and for the invariants."""

    updates: int = 0
    messages: int = 0
    edits: int = 0
    too_many: int = 0
    inside_closed: int = 0
    blocked: int = 0
    to_blocked_again: int = 0
    lost: int = 0
    too_long: int = 0


class Telegram:
    def __init__(self, clock: StoryClock, faults: Faults, hears: Callable[[Chat, bool], None]) -> None:
        self.clock = clock
        self.faults = faults
        self.counts = Counts()
        self.confirmed: list[int] = []  # since somebody last looked
        self._hears = hears  # told of every message that arrives, and whether it is new
        self._chats: dict[int, Chat] = {}
        self._updates: dict[int, Body] = {}
        self._delivered: set[int] = set()
        self._late: list[tuple[int, Body]] = []  # (questions to wait, update)
        self._recent: deque[float] = deque()
        self._next_update = 500_000
        self._next_file = 0
        self._photos: dict[str, bytes] = {}

    # --- what people do

    def arrive(self, user_id: int, name: str, language: str) -> Chat:
        chat = self._chats[user_id] = Chat(user_id, name, language)
        return chat

    def says(self, chat: Chat, content: Body) -> None:
        self._add("message", chat, self._message(chat, chat.next_id(), sender=_user(chat)) | content)

    def taps(self, chat: Chat, message_id: int, address: str) -> None:
        seen = chat.messages.get(message_id)
        message = self._message(chat, message_id, sender=BOT) | {"text": "…"}
        if seen is not None and seen.pictured:
            message |= {"photo": _photo("seen")}
        query = {"from": _user(chat), "message": message, "chat_instance": "1", "data": address}
        self._add("callback_query", chat, query | {"id": str(self._next_update)})

    def blocks(self, chat: Chat, says_so: bool) -> None:
        """`says_so`: Telegram usually tells the bot; an update that is lost after a day does not."""
        chat.blocked, chat.calls_since_block = True, 0
        if says_so:
            self._membership(chat, "member", "kicked")

    def unblocks(self, chat: Chat) -> None:
        chat.blocked = False
        self._membership(chat, "kicked", "member")

    def photo(self, content: bytes) -> list[Body]:
        self._next_file += 1
        file_id = f"theirs{self._next_file}"
        self._photos[file_id] = content
        return _photo(file_id)

    def voice(self, recording: bytes) -> Body:
        self._next_file += 1
        self._photos[f"theirs{self._next_file}"] = recording
        return {"file_id": f"theirs{self._next_file}", "file_unique_id": f"v{self._next_file}", "duration": 3}

    def screen(self, chat: Chat) -> list[Seen]:
        return [Seen(one.id, one.addresses) for one in chat.messages.values()]

    # --- what the bot does

    def answer(self, path: str, fields: dict[str, str]) -> tuple[int, bytes]:
        """For `simulation.one_thread.InProcess`. Raises NobodyAnswers and Killed where the faults say so."""
        if path.startswith("/file/"):
            return 200, self._photos.pop(path.rpartition("/")[2])
        method = path.rpartition("/")[2]
        try:
            result = self._called(method, fields)
        except Refused as refused:
            body = {"ok": False, "error_code": refused.code, "description": str(refused)}
            return refused.code, json.dumps(body | {"parameters": refused.parameters}).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _called(self, method: str, fields: dict[str, str]) -> Any:
        if method == "getUpdates":
            return self._get_updates(int(fields.get("offset", 0)))
        if method == "getMe":
            return BOT
        if method == "getFile":
            return {"file_id": fields["file_id"], "file_unique_id": "u", "file_path": fields["file_id"]}
        if method.startswith("send") and method != "sendChatAction":
            return self._sent(method, fields)
        if method in EDITS:
            return self._edited(fields)
        return True

    def _sent(self, method: str, fields: dict[str, str]) -> Any:
        chat = self._open_chat(fields)
        if self.faults.kills_before():
            raise Killed
        _check_length(self.counts, fields)
        pictured = method in ("sendPhoto", "sendMediaGroup")
        chat.keep(Message(chat.next_id(), _addresses(self.counts, fields), pictured))
        self.counts.messages += 1
        self._hears(chat, True)
        self._goes_on(chat)
        message = self._message(chat, chat.last_id, sender=BOT)
        if pictured:
            self._next_file += 1
            message |= {"photo": _photo(f"ours{self._next_file}")}
        if method == "sendVoice":
            self._next_file += 1
            message |= {"voice": {"file_id": f"ours{self._next_file}", "file_unique_id": "v", "duration": 3}}
        return [message] if method == "sendMediaGroup" else message

    def _edited(self, fields: dict[str, str]) -> Any:
        chat = self._open_chat(fields)
        message = chat.messages.get(int(fields["message_id"]))
        if message is None:
            raise Refused(400, "Bad Request: message to edit not found")
        _check_length(self.counts, fields)
        message.addresses = _addresses(self.counts, fields)
        message.pictured = message.pictured or "media" in fields
        self.counts.edits += 1
        self._hears(chat, False)
        self._goes_on(chat)
        return self._message(chat, message.id, sender=BOT)

    def _goes_on(self, chat: Chat) -> None:
        """It happened; whether the bot hears so is another matter."""
        if self.faults.kills_after():
            raise Killed
        if self.faults.loses_answer():
            self.counts.lost += 1
            raise NobodyAnswers(f"chat {chat.id}")

    def _open_chat(self, fields: dict[str, str]) -> Chat:
        chat = self._chats.get(int(fields["chat_id"]))
        if chat is None:
            raise Refused(400, "Bad Request: chat not found")
        now = self.clock.monotonic()
        if chat.blocked:
            chat.calls_since_block += 1
            self.counts.blocked += 1
            self.counts.to_blocked_again += chat.calls_since_block > 1
            raise Refused(403, "Forbidden: bot was blocked by the user")
        self._check_limits(chat, now)
        self.clock.go_on_seconds(LATENCY)
        return chat

    def _check_limits(self, chat: Chat, now: float) -> None:
        if now < chat.closed_until:
            self.counts.inside_closed += 1
            self._too_many(math.ceil(chat.closed_until - now))
        seconds = self.faults.too_many()
        if seconds:
            chat.closed_until = now + seconds
            self._too_many(seconds)
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= A_SECOND:
            self._too_many(1)
        chat.tokens = min(BURST, chat.tokens + now - chat.counted_at)
        chat.counted_at = now
        if chat.tokens < 1:
            self._too_many(1)
        chat.tokens -= 1
        self._recent.append(now)

    def _too_many(self, seconds: int) -> None:
        self.counts.too_many += 1
        raise Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    # --- updates

    def _get_updates(self, offset: int) -> list[Body]:
        for number in [one for one in self._delivered if one < offset]:
            self._delivered.discard(number)
            if self._updates.pop(number, None) is not None:
                self.confirmed.append(number)
        waiting = [(questions - 1, update) for questions, update in self._late]
        self._updates |= {update["update_id"]: update for questions, update in waiting if not questions}
        self._late = [one for one in waiting if one[0]]
        batch = [self._updates[number] for number in sorted(self._updates)[:BATCH]]
        self._delivered |= {one["update_id"] for one in batch}
        return self.faults.shuffled(batch)

    def _add(self, kind: str, chat: Chat, body: Body) -> None:
        chat.acted_at = self.clock.monotonic()
        self._next_update += 1
        update = {"update_id": self._next_update, kind: body}
        self.counts.updates += 1
        # What a webhook brings again, or brings after what was said later, https://core.telegram.org/bots/api#update
        if self.faults.comes_late():
            self._late.append((TWO_QUESTIONS, update))
        else:
            self._updates[self._next_update] = update
        if self.faults.comes_again():
            self._late.append((TWO_QUESTIONS, update))

    def _membership(self, chat: Chat, before: str, after: str) -> None:
        member = {"user": BOT, "until_date": 0}
        change = {"chat": _chat(chat), "from": _user(chat), "date": int(self.clock.monotonic())}
        members = {"old_chat_member": member | {"status": before}, "new_chat_member": member | {"status": after}}
        self._add("my_chat_member", chat, change | members)

    def _message(self, chat: Chat, message_id: int, sender: Body) -> Body:
        return {
            "message_id": message_id,
            "date": int(self.clock.monotonic()),
            "chat": _chat(chat),
            "from": sender,
        }


def _user(chat: Chat) -> Body:
    return {"id": chat.id, "is_bot": False, "first_name": chat.name, "language_code": chat.language}


def _chat(chat: Chat) -> Body:
    return {"id": chat.id, "type": "private", "first_name": chat.name}


def _photo(file_id: str) -> list[Body]:
    return [{"file_id": file_id, "file_unique_id": f"u{file_id}", "width": 320, "height": 240, "file_size": 4000}]


def _addresses(counts: Counts, fields: dict[str, str]) -> tuple[str, ...]:
    rows = json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", [])
    addresses = tuple(button["callback_data"] for row in rows for button in row if "callback_data" in button)
    if any(len(address.encode()) > LONGEST_DATA for address in addresses):
        counts.too_long += 1
        raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    return addresses


def _check_length(counts: Counts, fields: dict[str, str]) -> None:
    """Tags count here and not at Telegram, so only what is far too long is refused."""
    if len(fields.get("text", "")) > 2 * LONGEST_TEXT or len(fields.get("caption", "")) > 3 * LONGEST_CAPTION:
        counts.too_long += 1
        raise Refused(400, "Bad Request: message is too long")
