"""How httpx calls Telegram: one plain HTTP/1.1 connection a call, kept for the next one, and no pool.

httpx's own pool looks at every connection for every call, which costs more than the rest of an update together.
It is still used where the environment names a proxy, since that is more than a connection.
"""

import asyncio
import select
import ssl
import urllib.request
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import SupportsIndex

import h11
import httpx
from telegram.request import HTTPXRequest

KEPT = 15.0  # seconds an unused connection is kept; a server that closes it first may cost us an answer
CHUNK = 65536  # bytes
Origin = tuple[str, str, int]


def request_to(patience: float) -> HTTPXRequest:
    """For `telegram.Bot`; `patience` in seconds of silence from the server."""
    if urllib.request.getproxies():
        return HTTPXRequest(connection_pool_size=64, pool_timeout=5, read_timeout=patience)
    return HTTPXRequest(read_timeout=patience, httpx_kwargs={"transport": Transport()})


class Transport(httpx.AsyncBaseTransport):
    """Raises what httpx's own transport raises. How many calls are under way at once is the caller's affair.

    `tls` says whom to trust; by default whom httpx trusts.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._unused: dict[Origin, deque[_Connection]] = {}
        self._tls = tls

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        timeouts = request.extensions.get("timeout", {})
        origin = _origin(request.url)
        connection = self._take_unused(origin) or await self._connect(origin, timeouts.get("connect"))
        try:
            response = await connection.exchange(request, timeouts.get("write"), timeouts.get("read"))
        except BaseException:
            connection.close()  # half an answer may still be on its way
            raise
        if connection.ready_again():
            self._put_back(origin, connection)
        return response

    async def aclose(self) -> None:
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
        scheme, host, port = origin
        if scheme == "https" and self._tls is None:
            self._tls = httpx.create_ssl_context()
        loop = asyncio.get_running_loop()
        reader = _Reader(loop=loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        with _translated(httpx.ConnectTimeout, httpx.ConnectError):
            async with asyncio.timeout(patience):
                transport, _ = await loop.create_connection(
                    lambda: protocol,
                    host,
                    port,
                    ssl=self._tls if scheme == "https" else None,
                    happy_eyeballs_delay=0.25,
                )
        return _Connection(reader, asyncio.StreamWriter(transport, protocol, reader, loop))


class _Reader(asyncio.StreamReader):
    """Notices when the server says anything, if only its end, while it was not asked."""

    asked = False
    disturbed = False

    def feed_data(self, data: Iterable[SupportsIndex]) -> None:
        self.disturbed |= not self.asked
        super().feed_data(data)

    def feed_eof(self) -> None:
        self.disturbed |= not self.asked
        super().feed_eof()


class _Connection:
    def __init__(self, reader: _Reader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._protocol = h11.Connection(h11.CLIENT)
        self._used = 0.0
        # What has arrived and the event loop has not seen yet.
        self._arrived = select.poll()
        self._arrived.register(writer.get_extra_info("socket").fileno(), select.POLLIN)

    async def exchange(self, request: httpx.Request, write: float | None, read: float | None) -> httpx.Response:
        self._reader.asked = True
        with _translated(httpx.WriteTimeout, httpx.WriteError):
            await self._send(request, write)
        with _translated(httpx.ReadTimeout, httpx.ReadError):
            return await self._receive(read)

    async def _send(self, request: httpx.Request, patience: float | None) -> None:
        body = await request.aread()
        head = h11.Request(method=request.method, target=request.url.raw_path, headers=request.headers.raw)
        parts = [self._protocol.send(head)]
        if body:
            parts.append(self._protocol.send(h11.Data(data=body)))
        parts.append(self._protocol.send(h11.EndOfMessage()))
        whole = memoryview(b"".join(part for part in parts if part))
        for start in range(0, len(whole), CHUNK):  # a slow line is not a silent one
            self._writer.write(whole[start : start + CHUNK])
            async with asyncio.timeout(patience):
                await self._writer.drain()

    async def _receive(self, patience: float | None) -> httpx.Response:
        head: h11.Response | None = None
        body = bytearray()
        while True:
            event = self._protocol.next_event()
            match event:
                case h11.NEED_DATA:
                    async with asyncio.timeout(patience):
                        self._protocol.receive_data(await self._reader.read(CHUNK))
                case h11.Response():
                    head = event
                case h11.Data():
                    body += event.data
                case h11.EndOfMessage() if head is not None:
                    # As a stream, so that httpx undoes the compression.
                    return httpx.Response(
                        head.status_code, headers=list(head.headers), stream=httpx.ByteStream(bytes(body))
                    )
                case h11.PAUSED | h11.ConnectionClosed():
                    raise httpx.RemoteProtocolError("Server disconnected without sending a response.")

    def ready_again(self) -> bool:
        """Whether the next call may use it; closes it otherwise."""
        done = self._protocol.our_state is h11.DONE and self._protocol.their_state is h11.DONE
        if done and not self._protocol.trailing_data[0]:
            self._protocol.start_next_cycle()
            self._used = asyncio.get_running_loop().time()
            self._reader.asked = False
            return True
        self.close()
        return False

    def stale(self) -> bool:
        age = asyncio.get_running_loop().time() - self._used
        return age >= KEPT or self._reader.disturbed or self._writer.is_closing()

    def usable(self) -> bool:
        return not self.stale() and not self._arrived.poll(0)

    def close(self) -> None:
        # Not `close`, which would go on sending what waits, long after the caller has given up.
        self._writer.transport.abort()


@contextmanager
def _translated(silence: type[httpx.TimeoutException], trouble: type[httpx.NetworkError]) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise silence(str(error)) from error
    except OSError as error:
        raise trouble(str(error)) from error
    except h11.RemoteProtocolError as error:
        raise httpx.RemoteProtocolError(str(error)) from error
    except h11.LocalProtocolError as error:
        raise httpx.LocalProtocolError(str(error)) from error


def _origin(url: httpx.URL) -> Origin:
    return url.scheme, url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)
