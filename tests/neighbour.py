"""The people of the stories: they say, press, send photos and hear, at either door, and see only what people see."""

from __future__ import annotations

import asyncio
import re
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import httpx

from bot.doors.door import TELEGRAM, WEB
from tests.telegram_server import Person
from tests.telegram_server.screen import Seen, seen
from tests.telegram_server.wire import Json
from tests.telegram_server.world import Message

if TYPE_CHECKING:
    from tests.street import Street

T = TypeVar("T")
# The signs a label begins or ends with, and the count in brackets or after a dot.
DRESS = re.compile(r"^([^\w\s]+\s+)+|\s+[^\w\s]+$|\s*[·(（]\s*\d+[)）]?$")
SIGN = re.compile(r"[^\w\s]+")
AGREE = ("我同意 ✓", "قوشۇلىمەن ✓", "I agree ✓")
A_FEW, ALL_AT_ONCE = 10, 100  # messages of a page of history; the server gives no more than a hundred
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
    async def presses(self, *label: str) -> None:
        """The newest button that is called so (in one language or another); fails when it may be any of two."""

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


class _Person(ABC):
    """What both doors share."""

    street: Street
    name: str

    @abstractmethod
    async def screen(self) -> list[Shown]: ...

    async def _newest(self, find: Callable[[Shown], T | None]) -> T | None:
        """What `find` makes of the newest message of which it makes anything."""
        return _first(find, reversed(await self.screen()))

    async def hears(self, *words: str) -> Shown:
        found = await self._newest(
            lambda one: one if not one.mine and all(word in one.words for word in words) else None
        )
        if found is not None:
            return found
        heard = "\n---\n".join(message.words for message in await self.screen() if not message.mine)
        raise AssertionError(f"{self.name} does not hear {words} but:\n{heard}")

    async def hears_nothing_of(self, words: str) -> None:
        for message in await self.screen():
            assert message.mine or words not in message.words, f"{self.name} hears {message.words}"

    async def last(self) -> Shown:
        found = await self._newest(lambda one: None if one.mine else one)
        if found is None:
            raise IndexError(f"{self.name} has heard nothing yet")
        return found

    async def _find(self, *label: str) -> tuple[Shown, str]:
        def called_so(message: Shown) -> tuple[Shown, str] | None:
            found = matching(label, [one for row in message.buttons for one in row])
            if len({data for _, data in found}) > 1:
                raise AssertionError(f"{label!r} may be any of {found}")
            return (message, found[0][1]) if found else None

        button = await self._newest(called_so)
        if button is not None:
            return button
        labels = [message.labels for message in await self.screen()]
        raise AssertionError(f"{self.name} sees no button {label!r}, only {labels}")


def _first(find: Callable[[Shown], T | None], messages: Iterable[Shown]) -> T | None:
    return next((found for one in messages if (found := find(one)) is not None), None)


def matching(called: Sequence[str], buttons: Sequence[tuple[str, T]]) -> list[tuple[str, T]]:
    """Those called exactly so; else but for signs and count they are dressed with; else with it in their words."""
    ways: tuple[Callable[[str], bool], ...] = (
        lambda words: words in called,
        lambda words: any(is_called(words, label) for label in called),
        lambda words: any(label in words for label in called),
    )
    return next((found for way in ways if (found := [one for one in buttons if way(one[0])])), [])


def is_called(words: str, label: str) -> bool:
    """`Send to…` is how it begins, and 👍 the sign it begins with."""
    if SIGN.fullmatch(label):
        return words.startswith(f"{label} ")
    if label.endswith("…"):
        return bare(words).startswith(bare(label.removesuffix("…")))
    return bare(words) == bare(label)


def bare(words: str) -> str:
    return DRESS.sub("", words).strip()


class _ByAddress(_Person):
    """Presses what stands behind a button, without a screen to tap on."""

    @abstractmethod
    async def taps(self, message_id: int, data: str) -> None: ...

    async def presses(self, *label: str) -> None:
        message, data = await self._find(*label)
        await self.taps(message.id, data)


class OnTheWeb(_ByAddress):
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
        found: list[Shown] = []
        await self._newest(found.append)
        return found[::-1]

    async def _newest(self, find: Callable[[Shown], T | None]) -> T | None:
        """Most often it is among the last few, as on a phone nobody scrolls without need."""
        query = {"limit": A_FEW}
        while True:
            page = (await self.client.get("/chat/history", params=query)).json()
            found = _first(find, map(self._shown, reversed(page["messages"])))
            if found is not None or not page["more"]:
                return found
            query = {"limit": ALL_AT_ONCE, "before": page["messages"][0]["id"]}

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


class OnTelegram(_ByAddress):
    door = TELEGRAM

    def __init__(self, street: Street, name: str, person: Person) -> None:
        self.street = street
        self.name = name
        self.person = person
        self._read: dict[int, tuple[Json, Shown]] = {}

    @property
    def user_id(self) -> int:
        return self.person.id

    async def says(self, words: str) -> None:
        self.person.says(words)
        await self.street.settle()

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
        return [self._shown(message) for message in self.person.chat.messages.values()]

    async def _newest(self, find: Callable[[Shown], T | None]) -> T | None:
        return _first(find, map(self._shown, reversed(self.person.chat.messages.values())))

    def _shown(self, message: Message) -> Shown:
        """As it was read before, unless somebody edited it: an edited message has another content."""
        known = self._read.get(message.id)
        if known is None or known[0] is not message.content:
            known = self._read[message.id] = (message.content, _as_shown(seen(message)))
        return known[1]

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


def _as_shown(one: Seen) -> Shown:
    buttons = tuple(
        tuple((button.text.translate(ISOLATES), button.data or button.url) for button in row) for row in one.buttons
    )
    return Shown(one.id, not one.from_bot, one.text.translate(ISOLATES), buttons, one.kind)


async def leaves_for_good(one: Neighbour) -> None:
    """In English."""
    await one.says("/privacy")
    await one.presses("Delete me")
    await one.presses("Delete everything now")


async def together(*doings: Any) -> None:
    """Several people at once."""
    await asyncio.gather(*doings)


def _txn() -> str:
    return uuid.uuid4().hex
