"""Phones of invented people: they speak to the web chat as its page does, in this process, while time flies."""

import asyncio
import json
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.app import App
from bot.clock import milliseconds
from bot.gateway import numbers, store
from bot.gateway.phone import sessions
from bot.gateway.phone.sessions import COOKIE
from bot.identity.invites import make_invite
from bot.identity.places import Place
from bot.identity.roles import Role

HOST = "phone"
AT_ONCE = 100  # updates, https://core.telegram.org/bots/api#getupdates
RECENT = 20  # messages in which a button is looked for
A_MOMENT = timedelta(seconds=1)


class StoryClock:
    """Goes where the story goes, from its start to the present and no further."""

    def __init__(self, start: datetime, present: datetime) -> None:
        self.present = present
        self._now = start

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()

    def go_to(self, moment: datetime) -> None:
        self._now = max(self._now, min(moment, self.present))

    def go_on(self, by: timedelta) -> None:
        self.go_to(self._now + by)

    def go_on_seconds(self, seconds: float) -> None:
        self.go_on(timedelta(seconds=seconds))


@dataclass(frozen=True)
class Seen:
    """A message of the bot's as it stands on a phone: the addresses behind its buttons."""

    id: int
    addresses: tuple[str, ...]


class Town:
    """The whole bot, with no loop running: what is said is taken in, answered and sent when `settle` is called."""

    def __init__(self, app: App, place: Place, clock: StoryClock) -> None:
        self.app = app
        self.place = place
        self.clock = clock
        self.waiting: set[Phone] = set()  # who did something and has not heard the answer
        self.sends_twice: Callable[[], bool] = lambda: False  # whether a page that heard no answer tries again

    def at(self, days: int, hour: int) -> datetime:
        """So many days from today, at this hour of the clock shown first."""
        zone = self.place.clocks.first_shown
        today = self.clock.present.astimezone(zone).date()
        return datetime.combine(today + timedelta(days=days), time(hour), zone).astimezone(UTC)

    async def until(self, days: int, hour: int) -> None:
        """Everything said before has been heard before."""
        await self.settle()
        self.clock.go_to(self.at(days, hour))

    async def what_is_due(self) -> None:
        """Polls close, guests are thanked, reports are written."""
        await self.settle()
        await self.app.scheduler.tick()
        await self.settle()

    async def settle(self) -> None:
        """Until everybody has heard what was said. Nothing that is heard makes these people answer by themselves."""
        for polling in self.app.pollings.values():
            while await polling.poll(0) >= AT_ONCE:
                pass
        await self.app.background.fetch_due()
        await self.app.outbox.send_due()
        self.waiting.clear()

    async def phone(self, name: str, language: str) -> "Phone":
        """Somebody who has never spoken to the bot. Nobody outside ever has the cookie."""
        cookie = secrets.token_urlsafe(32)
        async with self.app.database.write() as tx:
            (number,) = await numbers.take_out_of_line(tx, 1)
            person = store.Person(number, name, language, 0)
            await store.add_person(tx, person, sessions.hashed(cookie), milliseconds(self.clock.now()))
        return Phone(self, name, language, cookie)


class Phone:
    """One neighbour. What she does is on its way at once; the answer is there after `settle`."""

    def __init__(self, town: Town, name: str, language: str, cookie: str) -> None:
        self.name = name
        self.language = language
        self._town = town
        self._cookie = cookie

    async def says(self, words: str) -> None:
        await self._post("/chat/send", {"text": words})

    async def sends_photo(self, photo: bytes, words: str = "") -> None:
        await self._upload("photo", "photo.jpg", "image/jpeg", photo, words)

    async def sends_voice(self, recording: bytes) -> None:
        await self._upload("voice", "voice.ogg", "audio/ogg", recording, "")

    async def sends_location(self, latitude: float, longitude: float) -> None:
        await self._post("/chat/send", {"location": {"latitude": latitude, "longitude": longitude}})

    async def taps(self, message_id: int, address: str) -> None:
        await self._post("/chat/press", {"message_id": message_id, "data": address})

    async def screen(self) -> list[Seen]:
        """What the bot wrote lately, oldest first."""
        history = await self._ask("GET", "/chat/history", query=f"limit={RECENT}")
        return [Seen(one["id"], _addresses(one)) for one in history["messages"] if one["from"] != "me"]

    async def presses(self, action: str, *arguments: str, which: int = 0) -> None:
        """The newest button of this action that carries these arguments, whatever its label in her language.

        What others did must have been settled; her own doings are.
        """
        if not await self._press(RECENT, action, arguments, which):
            raise LookupError(f"{self.name} sees no button {action} {arguments}")

    async def presses_if_asked(self, action: str) -> None:
        """When the last message has such a button."""
        await self._press(1, action, (), 0)

    async def hears_back(self) -> None:
        """Until what she did has been answered, so that others can build on it."""
        if self in self._town.waiting:
            await self._town.settle()

    async def _press(self, among: int, action: str, arguments: tuple[str, ...], which: int) -> bool:
        await self.hears_back()
        history = await self._ask("GET", "/chat/history", query=f"limit={among}")
        for message in reversed(history["messages"]):
            found = [address for address in _addresses(message) if _leads_to(address, action, arguments)]
            if found:
                await self.taps(message["id"], found[which])
                return True
        return False

    async def _upload(self, kind: str, name: str, mime: str, content: bytes, words: str) -> None:
        boundary = secrets.token_hex(16)
        fields = {"txn": secrets.token_hex(16), "kind": kind, "text": words}
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
            for field, value in fields.items()
        ]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        parts += [f"{head}Content-Type: {mime}\r\n\r\n".encode(), content, f"\r\n--{boundary}--\r\n".encode()]
        await self._ask("POST", "/chat/send", b"".join(parts), f"multipart/form-data; boundary={boundary}")

    async def _post(self, path: str, said: dict[str, Any]) -> None:
        body = json.dumps(said | {"txn": secrets.token_hex(16)}).encode()
        for _ in range(2 if self._town.sends_twice() else 1):
            await self._ask("POST", path, body, "application/json")

    async def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "", query: str = "") -> Any:
        """One HTTP request to our own page, without a socket: https://asgi.readthedocs.io/en/latest/specs/www.html"""
        self._town.clock.go_on(A_MOMENT)
        headers = {
            "host": HOST,
            "origin": f"http://{HOST}",
            "cookie": f"{COOKIE}={self._cookie}",
            "content-type": kind,
            "content-length": str(len(body)),
        }
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": (self.name, 0),
            "server": (HOST, 80),
        }
        answered: list[bytes] = []
        status = 0

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)
            answered.append(message.get("body", b""))

        await self._town.app.web(scope, receive, send)
        if method == "POST":
            self._town.waiting.add(self)
        if status != 200:
            raise RuntimeError(f"{self.name}: {path} answered {status}")
        return json.loads(b"".join(answered))


async def together(*doings: Coroutine[Any, Any, None]) -> None:
    """What several people do at once shares the database's commits."""
    async with asyncio.TaskGroup() as group:
        for doing in doings:
            group.create_task(doing)


async def role_code(town: Town, role: Role) -> str:
    """A one-time invite, as a lead would give it."""
    async with town.app.database.write() as tx:
        return await make_invite(tx, town.place.id, role, None, town.clock.now())


def _addresses(message: dict[str, Any]) -> tuple[str, ...]:
    return tuple(button["data"] for row in message.get("buttons") or [] for button in row if button.get("data"))


def _leads_to(data: str, action: str, arguments: tuple[str, ...]) -> bool:
    name, *rest = data.split(":")
    return name == action and set(arguments) <= set(rest)
