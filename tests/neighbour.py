"""The people of the stories: they say, press, send photos and hear, at either door, and see only what people see."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from bot.doors.door import TELEGRAM, WEB
from tests.telegram_server import Person

if TYPE_CHECKING:
    from tests.street import Street

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200f\u200e"))


@dataclass(frozen=True)
class Shown:
    """One message as it stands on the phone now. `buttons` are (label, data or address), row by row."""

    id: int
    mine: bool
    words: str
    buttons: tuple[tuple[tuple[str, str], ...], ...]
    kind: str

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label, _ in row]


class Neighbour(Protocol):
    """Everything that is done here is followed by `street.settle()`, so the answer is there."""

    name: str
    door: str

    @property
    def user_id(self) -> int: ...
    async def says(self, words: str) -> None: ...
    async def presses(self, label: str) -> None:
        """The newest button whose label has these words in it."""

    async def taps(self, message_id: int, data: str) -> None:
        """Any address on any message, as a forger would."""

    async def sends_photo(self, photo: bytes, words: str = "") -> None: ...
    async def sends_album(self, photos: list[bytes], words: str = "") -> None: ...
    async def sends_voice(self, recording: bytes, seconds: int = 3) -> None: ...
    async def sends_location(self, latitude: float, longitude: float) -> None: ...
    async def sends_document(self, content: bytes, name: str, mime: str) -> None: ...
    async def screen(self) -> list[Shown]:
        """All messages, oldest first."""

    async def toasts(self) -> list[str]: ...
    async def hears(self, *words: str) -> Shown:
        """The newest message of the bot that has all these words in it; fails when there is none."""

    async def hears_nothing_of(self, words: str) -> None: ...
    async def last(self) -> Shown:
        """The newest message of the bot."""

    async def photo_of(self, message: Shown) -> bytes: ...
    async def file_of(self, message: Shown) -> tuple[str, bytes]:
        """The name of the file that the message brought, and what is in it."""


class _Person:
    """What both doors share."""

    street: Street
    name: str

    async def screen(self) -> list[Shown]:
        raise NotImplementedError

    async def hears(self, *words: str) -> Shown:
        screen = await self.screen()
        for message in reversed(screen):
            if not message.mine and all(word in message.words for word in words):
                return message
        heard = "\n---\n".join(message.words for message in screen if not message.mine)
        raise AssertionError(f"{self.name} does not hear {words} but:\n{heard}")

    async def hears_nothing_of(self, words: str) -> None:
        for message in await self.screen():
            assert message.mine or words not in message.words, f"{self.name} hears {message.words}"

    async def last(self) -> Shown:
        return [message for message in await self.screen() if not message.mine][-1]

    async def _find(self, label: str) -> tuple[Shown, str]:
        screen = await self.screen()
        for message in reversed(screen):
            for row in message.buttons:
                for words, data in row:
                    if label in words:
                        return message, data
        labels = [message.labels for message in screen]
        raise AssertionError(f"{self.name} sees no button {label!r}, only {labels}")


class OnTheWeb(_Person):
    door = WEB

    def __init__(self, street: Street, name: str, client: httpx.AsyncClient) -> None:
        self.street = street
        self.name = name
        self.client = client
        self._me = 0
        self._cursor = 0
        self._toasts: list[str] = []

    @property
    def user_id(self) -> int:
        return self._me

    async def opens(self, language: str) -> None:
        answer = (await self._post("/chat/open", json={"language": language})).json()
        self._me, self._cursor = answer["me"], answer["cursor"]

    async def says(self, words: str) -> None:
        await self._post("/chat/send", json={"txn": _txn(), "text": words})

    async def presses(self, label: str) -> None:
        message, data = await self._find(label)
        await self.taps(message.id, data)

    async def taps(self, message_id: int, data: str) -> None:
        await self._post("/chat/press", json={"txn": _txn(), "message_id": message_id, "data": data})

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        await self._upload("photo", [photo], words, "photo.jpg", "image/jpeg")

    async def sends_album(self, photos: list[bytes], words: str = "") -> None:
        await self._upload("photo", photos, words, "photo.jpg", "image/jpeg")

    async def sends_voice(self, recording: bytes, seconds: int = 3) -> None:
        await self._upload("voice", [recording], "", "voice.ogg", "audio/ogg", duration=str(seconds))

    async def sends_document(self, content: bytes, name: str, mime: str) -> None:
        await self._upload("document", [content], "", name, mime)

    async def sends_location(self, latitude: float, longitude: float) -> None:
        location = {"latitude": latitude, "longitude": longitude}
        await self._post("/chat/send", json={"txn": _txn(), "location": location})

    async def screen(self) -> list[Shown]:
        messages: list[dict[str, Any]] = []
        before = None
        while True:
            query = {"limit": 100} | ({"before": before} if before else {})
            page = (await self.client.get("/chat/history", params=query)).json()
            messages = page["messages"] + messages
            if not page["more"]:
                return [self._shown(message) for message in messages]
            before = page["messages"][0]["id"]

    async def toasts(self) -> list[str]:
        answer = (await self.client.get("/chat/events", params={"wait": 0, "after": self._cursor})).json()
        self._cursor = answer["cursor"]
        self._toasts += [
            event["data"]["text"]
            for event in answer["events"]
            if event["type"] == "toast" and event["data"].get("text")
        ]
        return [toast.translate(ISOLATES) for toast in self._toasts]

    async def photo_of(self, message: Shown) -> bytes:
        history = (await self.client.get("/chat/history", params={"limit": 100})).json()["messages"]
        url = next(one["photo"]["url"] for one in history if one["id"] == message.id)
        return (await self.client.get(url)).content

    async def file_of(self, message: Shown) -> tuple[str, bytes]:
        history = (await self.client.get("/chat/history", params={"limit": 100})).json()["messages"]
        document = next(one["document"] for one in history if one["id"] == message.id)
        return document["name"], (await self.client.get(document["url"])).content

    async def _upload(self, kind: str, files: list[bytes], words: str, name: str, mime: str, **more: str) -> None:
        form = {"txn": _txn(), "kind": kind, "text": words} | more
        await self._post("/chat/send", data=form, files=[("file", (name, content, mime)) for content in files])

    async def _post(self, path: str, **content: Any) -> httpx.Response:
        # Thirty things in ten seconds is somebody else; a test that never lets time pass is not.
        self.street.clock.advance_a_little()
        response = await self.client.post(path, **content)
        assert response.status_code == 200, f"{self.name}: {path} answered {response.status_code} {response.text}"
        await self.street.settle()
        return response

    def _shown(self, message: dict[str, Any]) -> Shown:
        buttons = tuple(
            tuple((button["text"].translate(ISOLATES), button.get("data") or button.get("url", "")) for button in row)
            for row in message.get("buttons") or []
        )
        kinds = ("photo", "voice", "document", "location")
        kind = next((kind for kind in kinds if message.get(kind)), "text")
        return Shown(message["id"], message["from"] == "me", message["text"].translate(ISOLATES), buttons, kind)


class OnTelegram(_Person):
    door = TELEGRAM

    def __init__(self, street: Street, name: str, person: Person) -> None:
        self.street = street
        self.name = name
        self.person = person

    @property
    def user_id(self) -> int:
        return self.person.id

    async def says(self, words: str) -> None:
        self.person.says(words)
        await self.street.settle()

    async def presses(self, label: str) -> None:
        message, data = await self._find(label)
        await self.taps(message.id, data)

    async def taps(self, message_id: int, data: str) -> None:
        self.person.taps(self.person.chat.messages[message_id], data)
        await self.street.settle()

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        self.person.sends_photo(photo, words)
        await self.street.settle()

    async def sends_album(self, photos: list[bytes], words: str = "") -> None:
        self.person.sends_album(photos, words)
        await self.street.settle()

    async def sends_voice(self, recording: bytes, seconds: int = 3) -> None:
        self.person.sends_voice(recording, seconds)
        await self.street.settle()

    async def sends_document(self, content: bytes, name: str, mime: str) -> None:
        self.person.sends_document(content, name, mime)
        await self.street.settle()

    async def sends_location(self, latitude: float, longitude: float) -> None:
        self.person.sends_location(latitude, longitude)
        await self.street.settle()

    async def sends_sticker(self) -> None:
        self.person.sends_sticker()
        await self.street.settle()

    async def screen(self) -> list[Shown]:
        return [
            Shown(
                one.id,
                not one.from_bot,
                one.text.translate(ISOLATES),
                tuple(
                    tuple((button.text.translate(ISOLATES), button.data or button.url) for button in row)
                    for row in one.buttons
                ),
                one.kind,
            )
            for one in self.person.transcript()
        ]

    async def toasts(self) -> list[str]:
        return [toast.translate(ISOLATES) for toast in self.person.toasts() if toast]

    async def photo_of(self, message: Shown) -> bytes:
        seen = next(one for one in self.person.transcript() if one.id == message.id)
        file = await self.street.bot.doors[TELEGRAM].bot.get_file(seen.file_id)
        return bytes(await file.download_as_bytearray())

    async def file_of(self, message: Shown) -> tuple[str, bytes]:
        document = self.person.chat.messages[message.id].content["document"]
        file = await self.street.bot.doors[TELEGRAM].bot.get_file(document["file_id"])
        return document["file_name"], bytes(await file.download_as_bytearray())


async def together(*doings: Any) -> None:
    """Several people at once."""
    await asyncio.gather(*doings)


def _txn() -> str:
    return uuid.uuid4().hex
