"""The people's side: what somebody with a phone does, and what they see."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.telegram_server.media import keep_other, keep_photo, picture_size
from tests.telegram_server.screen import Seen, buttons_of, seen
from tests.telegram_server.server import FakeTelegram
from tests.telegram_server.updates import Queue
from tests.telegram_server.wire import Json
from tests.telegram_server.world import BLOCKED, Chat, Message, Press


@dataclass(frozen=True)
class Person:
    """In their private chat with the bot, or `in_chat` of a group. A chat exists once they have spoken."""

    server: FakeTelegram
    user: Json
    chat: Chat

    @property
    def id(self) -> int:
        return int(self.user["id"])

    def says(self, text: str) -> int:
        content: Json = {"text": text}
        if text.startswith("/"):
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return self.sends(content)

    def sends_photo(self, content: bytes, caption: str = "") -> int:
        return self.sends(self._photo(content) | _caption(caption))

    def sends_album(self, contents: Sequence[bytes], caption: str = "") -> list[int]:
        """As many updates as pictures, without an end marker; the caption is with the first."""
        album: Json = {"media_group_id": str(10**16 + self.server.world.serial())}
        return [
            self.sends(self._photo(content) | album | (_caption(caption) if number == 0 else {}))
            for number, content in enumerate(contents)
        ]

    def sends_voice(self, content: bytes, seconds: int = 3) -> int:
        return self.sends({"voice": keep_other(self.server.world, "voice", content, {"duration": seconds})})

    def sends_document(self, content: bytes, name: str, mime: str = "", caption: str = "") -> int:
        extra = {"file_name": name} | ({"mime_type": mime} if mime else {})
        return self.sends({"document": keep_other(self.server.world, "document", content, extra)} | _caption(caption))

    def sends_sticker(self, emoji: str = "👍") -> int:
        extra: Json = {
            "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False,
            "emoji": emoji,
        }  # fmt: skip
        return self.sends({"sticker": keep_other(self.server.world, "sticker", b"RIFF0000WEBP", extra)})

    def sends_location(self, latitude: float, longitude: float) -> int:
        return self.sends({"location": {"latitude": latitude, "longitude": longitude}})

    def shares_contact(self, phone: str) -> int:
        about = {"phone_number": phone, "first_name": self.user["first_name"], "user_id": self.id}
        return self.sends({"contact": about})

    def edits(self, message_id: int, text: str) -> int:
        message = self.chat.messages[message_id]
        message.content = message.content | {"text": text, "edit_date": int(self.server.world.wall())}
        return self.server.updates.put("edited_message", self._queue(), message.content)

    def presses(self, button: str, message_id: int | None = None) -> Press:
        """The newest message with such a button, by its words or its data; LookupError if there is none."""
        for message in reversed(self.chat.messages.values()):
            if message_id is not None and message.id != message_id:
                continue
            for found in (each for row in buttons_of(message.content) for each in row):
                if button in {found.text, found.data}:
                    return self.taps(message, found.data)
        if self.chat.keyboard is not None and message_id is None:
            shown = [
                each if isinstance(each, str) else each["text"]
                for row in self.chat.keyboard["keyboard"]
                for each in row
            ]
            if button in shown:
                self.says(button)
                return Press("", self.chat.id, 0, self.server.world.monotonic())
        raise LookupError(f"no button {button!r}; there are {[seen.buttons for seen in self.transcript()]}")

    def taps(self, message: Message, data: str) -> Press:
        """Any data, also what no button ever carried: what a button sends is user input."""
        world = self.server.world
        press = Press(str(4 * 10**18 + world.serial()), self.chat.id, message.id, world.monotonic())
        world.presses[press.id] = press
        world.waiting_presses.setdefault(self.chat.id, []).append(press)
        shown = {k: v for k, v in message.content.items() if k != "reactions_of_bot"}
        query = {
            "id": press.id,
            "from": self.user,
            "message": shown,
            "chat_instance": str(self.chat.id),
            "data": data,
        }
        self.server.updates.put("callback_query", ("callback_query", self.id), query)
        self.server.pulse.touch()
        return press

    def blocks(self) -> None:
        self.chat.closed = BLOCKED
        self.announces_membership("member", "kicked")

    def unblocks(self) -> None:
        self.chat.closed = None
        self.announces_membership("kicked", "member")

    def transcript(self) -> tuple[Seen, ...]:
        return tuple(seen(message) for message in self.chat.messages.values())

    def heard(self) -> tuple[str, ...]:
        """The words of the bot's messages as they are now."""
        return tuple(message.text for message in self.transcript() if message.from_bot)

    def toasts(self) -> tuple[str, ...]:
        mine = (press for press in self.server.world.presses.values() if press.chat_id == self.chat.id)
        return tuple(answer["text"] for press in mine for answer in press.answers)

    def copies(self, text: str) -> int:
        """How often a message with this text was ever delivered here."""
        return self.server.world.delivered.get(self.chat.id, Counter())[text]

    def in_chat(self, chat: Chat) -> "Person":
        return replace(self, chat=chat)

    def _photo(self, content: bytes) -> Json:
        sizes = keep_photo(self.server.world, content, *(picture_size(content) or (1280, 960)))
        return {"photo": sizes["sizes"]}

    def _queue(self) -> Queue:
        return ("message", self.chat.id)

    def sends(self, content: Json) -> int:
        """Speaking again opens a blocked chat, as it does for a person."""
        if self.chat.closed == BLOCKED:
            self.unblocks()
        world = self.server.world
        world.chats.setdefault(self.chat.id, self.chat)
        message = world.add(self.chat, self.user, content)
        self.server.updates.put("message", self._queue(), message.content)
        self.server.pulse.touch()
        return message.id

    def announces_membership(self, old: str, new: str) -> None:
        me, date = self.server.world.me, int(self.server.world.wall())
        change = {"chat": self.chat.public, "from": self.user, "date": date}
        was, now = ({"user": me, "status": status} | _KICKED.get(status, {}) for status in (old, new))
        content = change | {"old_chat_member": was, "new_chat_member": now}
        self.server.updates.put("my_chat_member", self._queue(), content)
        self.server.pulse.touch()


_KICKED: dict[str, Json] = {"kicked": {"until_date": 0}}


def person(
    server: FakeTelegram,
    user_id: int,
    name: str = "Aygul",
    language_code: str = "zh",
    *,
    started: bool = False,
) -> Person:
    """The person with this id. `started`: the bot may write to them although they have not spoken yet."""
    public = {"id": user_id, "type": "private", "first_name": name}
    chat = server.world.phones.setdefault(user_id, Chat(user_id, public))
    chat.user = chat.user or {
        "id": user_id,
        "is_bot": False,
        "first_name": name,
        "language_code": language_code,
    }
    if started:
        server.world.chats[user_id] = chat
    return Person(server, chat.user, chat)


def _caption(caption: str) -> Json:
    return {"caption": caption} if caption else {}
