"""A line to PostgreSQL that can be cut and laid again, and that counts what is asked through it.

https://www.postgresql.org/docs/current/protocol-message-formats.html: after its first message a client sends a letter
and a length; `Q` is a statement by itself, `E` runs one that was prepared.
"""

import asyncio
import contextlib
import struct
from types import TracebackType
from urllib.parse import parse_qs, urlsplit, urlunsplit

from tests.bench.programs import free_port

CHUNK = 1 << 16
# What a server says that is being stopped: ErrorResponse with severity, code and words.
FAREWELL = b"SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0"


class Line:
    """`async with Line(url) as line:` lays it at once; `Line(url)` alone leads nowhere yet."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        asked = parse_qs(parts.query)
        self._folder = asked.get("host", [""])[0]  # of the socket, where the server listens on no port
        self._there = (parts.hostname or "127.0.0.1", parts.port or int(asked.get("port", ["5432"])[0]))
        self.port = free_port()
        who, at, _ = parts.netloc.rpartition("@")
        self.url = urlunsplit(parts._replace(netloc=f"{who}{at}127.0.0.1:{self.port}", query=""))
        self.statements = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._callers: set[asyncio.StreamWriter] = set()
        self._said_farewell = False

    async def lay(self) -> None:
        self._said_farewell = False
        self._server = await asyncio.start_server(self._called, "127.0.0.1", self.port)

    async def cut(self) -> None:
        """Whoever speaks is cut off, and nobody gets through."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def says_farewell(self) -> None:
        """To all who call; nothing more is answered, and nobody hangs up yet."""
        self._said_farewell = True
        for writer in self._callers:
            writer.write(b"E" + struct.pack("!I", len(FAREWELL) + 4) + FAREWELL)
            await writer.drain()

    async def __aenter__(self) -> "Line":
        await self.lay()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.cut()

    async def _through(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._folder:
            return await asyncio.open_unix_connection(f"{self._folder}/.s.PGSQL.{self._there[1]}")
        return await asyncio.open_connection(*self._there)

    async def _called(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            back, forth = await self._through()
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, forth}
        self._callers.add(writer)
        try:
            done = (
                asyncio.ensure_future(self._count(reader, forth)),
                asyncio.ensure_future(self._answer(back, writer)),
            )
            await asyncio.wait(done, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.cancel()
            await asyncio.gather(*done, return_exceptions=True)
        finally:
            self._open -= {writer, forth}
            self._callers.discard(writer)
            for one in (writer, forth):
                one.transport.abort()

    async def _count(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            length = await reader.readexactly(4)
            writer.write(length + await reader.readexactly(int.from_bytes(length) - 4))
            if int.from_bytes(length) == 8:  # asks whether to speak in secret: the first message proper follows
                length = await reader.readexactly(4)
                writer.write(length + await reader.readexactly(int.from_bytes(length) - 4))
            while True:
                head = await reader.readexactly(5)
                self.statements += head[:1] in (b"Q", b"E")
                writer.write(head + await reader.readexactly(int.from_bytes(head[1:]) - 4))
                await writer.drain()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while some := await reader.read(CHUNK):
                if not self._said_farewell:
                    writer.write(some)
                    await writer.drain()
