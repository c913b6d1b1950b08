"""Phones of the web chat that cost little themselves: an event stream each, and requests on a kept connection."""

import asyncio
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.clock import SystemClock, milliseconds
from bot.database.db import Database
from bot.doors.door import WEB
from bot.gateway import numbers
from bot.gateway import store as gateway
from bot.gateway.phone import sessions
from bot.identity import people, places
from tests.bench import nestbox

TWO_DAYS = 2 * 86_400_000  # ms: whoever agreed so long ago is trusted, so that no limit of newcomers is measured
PATIENCE = 30.0  # seconds for one answer


@dataclass(frozen=True)
class Cookie:
    """Somebody who has agreed, and what her phone shows to prove it."""

    user_id: int
    cookie: str


async def seed(url: str, count: int) -> list[Cookie]:
    database = await nestbox.open_database(url)
    try:
        return [await _seed_one(database) for _ in range(count)]
    finally:
        await database.close()


async def _seed_one(database: Database) -> Cookie:
    now, cookie = milliseconds(SystemClock().now()), secrets.token_urlsafe(32)
    async with database.write() as tx:
        known = await places.all_places(tx)
        place = known[0] if known else await places.make_place(tx, "L", "Asia/Urumqi", ("zh", "ug", "en"), now)
        (number,) = await numbers.take_out_of_line(tx, 1)
        await gateway.add_person(tx, gateway.Person(number, f"P{number}", "en", 0), sessions.hashed(cookie), now)
        await people.add_stranger(tx, WEB, number, number, f"P{number}", place.id, now)
        speaker = await people.find_speaker(tx, WEB, number)
        assert speaker is not None
        await people.choose_language(tx, speaker.person.id, nestbox.LANGUAGE)
        await people.agree(tx, speaker.person.id, now - TWO_DAYS)
    return Cookie(number, cookie)


@dataclass
class Phone:
    """`heard` are the events of its stream, as they come, with the moment of each (monotonic)."""

    who: Cookie
    url: str
    heard: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _streaming: asyncio.Task[None] | None = None
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def open(self, after: int = -1) -> None:
        """Hears from now on, or from an event on."""
        reader, writer = await self._connect()
        query = "" if after < 0 else f"?after={after}"
        writer.write(self._head("GET", f"/chat/events{query}") + b"\r\n")
        while not (await reader.readline()).startswith(b"retry:"):
            if reader.at_eof():
                raise ConnectionError("no stream")
        self._streaming = asyncio.create_task(self._hear(reader, writer))

    async def close(self) -> None:
        if self._streaming is not None:
            self._streaming.cancel()
            await asyncio.gather(self._streaming, return_exceptions=True)
        if self._line is not None:
            self._line[1].close()

    async def says(self, words: str) -> float:
        """When it was said (monotonic); returns once the server has it."""
        body = json.dumps({"txn": secrets.token_hex(8), "text": words}).encode()
        said = time.monotonic()
        status, answer = await self._post("/chat/send", body)
        if status != 200:
            raise RuntimeError(f"{status} {answer[:200]!r}")
        return said

    async def until(self, true: Callable[[], Any], within: float = PATIENCE) -> Any:
        async with asyncio.timeout(within):
            while not (found := true()):
                self._news.clear()
                await self._news.wait()
            return found

    def answers(self) -> list[float]:
        """When the bot's messages came."""
        return [at for at, kind, data in self.heard if kind == "message" and data["from"] == "bot"]

    async def _hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        kind = ""
        try:
            while line := await reader.readline():
                name, _, value = line.rstrip().partition(b": ")
                if name == b"id":
                    self.ids.append(int(value))
                elif name == b"event":
                    kind = value.decode()
                elif name == b"data":
                    self.heard.append((time.monotonic(), kind, json.loads(value)))
                    self._news.set()
        finally:
            writer.close()

    async def _post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Once more when the server has hung up meanwhile: the same words by the same name are said once."""
        if self._line is not None:
            try:
                return await self._exchange(*self._line, path, body)
            except (asyncio.IncompleteReadError, ConnectionError):
                self._line[1].close()
        self._line = await self._connect()
        return await self._exchange(*self._line, path, body)

    async def _exchange(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, body: bytes
    ) -> tuple[int, bytes]:
        length = b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        writer.write(self._head("POST", path) + length + body)
        head = await reader.readuntil(b"\r\n\r\n")
        size = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n", 1)[0])
        return int(head.split(b" ", 2)[1]), await reader.readexactly(size)

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.url)
        return await asyncio.open_connection(parts.hostname, parts.port)

    def _head(self, verb: str, path: str) -> bytes:
        host = urlsplit(self.url).netloc
        head = f"{verb} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {self.url}\r\n"
        return f"{head}Cookie: {sessions.COOKIE}={self.who.cookie}\r\n".encode()
