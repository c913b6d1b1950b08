"""Connections to a server that are kept for the next call: plain HTTP/1.1, one call at a time on each, and no pool.

A pool looks at every connection for every call, which costs more than the rest of an update together.
"""

import asyncio
import select
import ssl
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import httptools
import httpx

KEPT = 15.0  # seconds an unused connection is kept; a server that closes it first may cost us an answer
CHUNK = 65536  # bytes; also what a transport takes before it asks us to wait
NO_LENGTH = "Server disconnected without sending a response."


class Origin(NamedTuple):
    scheme: str
    host: str
    port: int


class Patience(NamedTuple):
    """Seconds to connect, and of silence while something is sent and while an answer comes; None is for ever."""

    connect: float | None
    write: float | None
    read: float | None


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class Connections:
    """Raises what httpx raises, so that nothing sent, perhaps sent and not connected stay apart.

    How many calls are under way at once is the caller's affair. `tls` says whom to trust; by default whom httpx does.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._unused: dict[Origin, deque[_Connection]] = {}
        self._tls = tls

    async def exchange(self, origin: Origin, request: bytes, patience: Patience) -> Answer:
        """`request` is a whole one, head and body."""
        connection = self._take_unused(origin) or await self._connect(origin, patience.connect)
        try:
            answer = await connection.exchange(request, patience)
        except BaseException:
            connection.close()  # half an answer may still be on its way
            raise
        if connection.ready_again():
            self._put_back(origin, connection)
        return answer

    def close(self) -> None:
        for connections in self._unused.values():
            for connection in connections:
                connection.close()
        self._unused.clear()

    def _take_unused(self, origin: Origin) -> "_Connection | None":
        unused = self._unused.get(origin)
        while unused:
            connection = unused.pop()
            if connection.usable():
                return connection
            connection.close()
        return None

    def _put_back(self, origin: Origin, connection: "_Connection") -> None:
        unused = self._unused.setdefault(origin, deque())
        while unused and unused[0].stale():  # a quieter time leaves the oldest at the bottom
            unused.popleft().close()
        unused.append(connection)

    async def _connect(self, origin: Origin, patience: float | None) -> "_Connection":
        if origin.scheme == "https" and self._tls is None:
            self._tls = httpx.create_ssl_context()
        tls = self._tls if origin.scheme == "https" else None
        loop = asyncio.get_running_loop()
        with _translated(httpx.ConnectTimeout, httpx.ConnectError):
            async with asyncio.timeout(patience):
                _, connection = await loop.create_connection(
                    lambda: _Connection(loop), origin.host, origin.port, ssl=tls, happy_eyeballs_delay=0.25
                )
        return connection


class _Reading:
    """One answer as it comes in; httptools calls what is named `on_…`."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = bytearray()
        self.complete = False
        self.last = False  # nothing may follow on this connection
        self._begun = False
        self._parser = httptools.HttpResponseParser(self)

    def feed(self, data: bytes) -> None:
        """Raises httpx.RemoteProtocolError."""
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            self.last = True
            if not self.complete:  # what follows an answer is never looked at
                raise httpx.RemoteProtocolError(str(error)) from error

    def ends_here(self) -> None:
        """The server has said all it wanted. Raises httpx.RemoteProtocolError when that is no whole answer."""
        self.last = True
        named = {name.lower() for name, _ in self.headers}
        if not self._begun or named & {b"content-length", b"transfer-encoding"}:
            raise httpx.RemoteProtocolError(NO_LENGTH)
        self.complete = True

    def on_message_begin(self) -> None:
        self.last = self.last or self.complete
        if not self.complete:
            self.headers = []

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self.complete:
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        if not self.complete:
            self.status = self._parser.get_status_code()
            self._begun = (
                self.status >= 200
            )  # before come others, https://www.rfc-editor.org/rfc/rfc9110#section-15.2

    def on_body(self, body: bytes) -> None:
        if not self.complete:
            self.body += body

    def on_message_complete(self) -> None:
        if self._begun and not self.complete:
            self.complete = True
            self.last = not self._parser.should_keep_alive()


class _Connection(asyncio.Protocol):
    """Notices when the server says anything, if only its end, while it was not asked."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._transport: asyncio.Transport
        self._reading: _Reading | None = None
        self._heard: asyncio.Future[None] = loop.create_future()
        self._room: asyncio.Future[None] | None = None  # while the transport wants us to wait
        self._clock: asyncio.Timeout | None = None
        self._patience: float | None = None
        self._disturbed = False
        self._used = 0.0
        # What has arrived and the event loop has not seen yet.
        self._arrived = select.poll()

    async def exchange(self, request: bytes, patience: Patience) -> Answer:
        reading = self._reading = _Reading()
        self._heard, self._patience = self._loop.create_future(), patience.read
        try:
            with _translated(httpx.WriteTimeout, httpx.WriteError):
                await self._write(request, patience.write)
            with _translated(httpx.ReadTimeout, httpx.ReadError):
                async with asyncio.timeout(patience.read) as self._clock:
                    await self._heard
        finally:
            self._clock = self._reading = None
            if not self._heard.cancel() and not self._heard.cancelled():
                self._heard.exception()  # nobody may have come to hear it
        self._disturbed |= reading.last
        return Answer(reading.status, reading.headers, bytes(reading.body))

    async def _write(self, request: bytes, patience: float | None) -> None:
        for start in range(0, len(request), CHUNK):  # a slow line is not a silent one
            self._transport.write(request[start : start + CHUNK])
            if self._room is not None:
                async with asyncio.timeout(patience):
                    await self._room

    def ready_again(self) -> bool:
        """Whether the next call may use it; closes it otherwise."""
        self._used = self._loop.time()
        if self.stale():
            self.close()
            return False
        return True

    def stale(self) -> bool:
        return self._loop.time() - self._used >= KEPT or self._disturbed or self._transport.is_closing()

    def usable(self) -> bool:
        return not self.stale() and not self._arrived.poll(0)

    def close(self) -> None:
        # Not `close`, which would go on sending what waits, long after the caller has given up.
        self._transport.abort()

    # --- what the event loop calls

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._transport = transport
        self._arrived.register(transport.get_extra_info("socket").fileno(), select.POLLIN)

    def data_received(self, data: bytes) -> None:
        if self._reading is None or self._heard.done():
            self._disturbed = True
            return
        self._tell(self._reading.feed, data)
        if self._clock is not None and self._patience is not None and not self._heard.done():
            self._listen_on(self._clock, self._patience)

    def eof_received(self) -> None:
        self._ended()

    def connection_lost(self, exc: Exception | None) -> None:
        lost = exc if isinstance(exc, OSError) else ConnectionResetError("the connection was lost")
        if self._room is not None and not self._room.done():
            self._room.set_exception(lost)
        if exc is not None and not self._heard.done():
            self._heard.set_exception(lost)
        self._ended()

    def pause_writing(self) -> None:
        self._room = self._loop.create_future()

    def resume_writing(self) -> None:
        if self._room is not None and not self._room.done():
            self._room.set_result(None)
        self._room = None

    def _listen_on(self, clock: asyncio.Timeout, patience: float) -> None:
        if not clock.expired():
            clock.reschedule(self._loop.time() + patience)

    def _ended(self) -> None:
        self._disturbed = True
        if self._reading is not None and not self._heard.done():
            self._tell(self._reading.ends_here)

    def _tell(self, what: Callable[..., None], *about: bytes) -> None:
        reading = self._reading
        try:
            what(*about)
        except httpx.RemoteProtocolError as error:
            self._heard.set_exception(error)
            return
        if reading is not None and reading.complete:
            self._heard.set_result(None)


@contextmanager
def _translated(silence: type[httpx.TimeoutException], trouble: type[httpx.NetworkError]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise silence(str(error)) from error
    except OSError as error:
        raise trouble(str(error)) from error
