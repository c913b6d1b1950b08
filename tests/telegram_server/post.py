"""A small HTTP client that posts JSON over connections it keeps: cheap, so that it is a fair yardstick."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Poster:
    """Raises OSError, EOFError (IncompleteReadError) or TimeoutError when there is no answer."""

    url: str
    secret: str = ""
    timeout: float = 60.0
    _idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(default_factory=list)
    _head: bytes = b""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        secret = f"X-Telegram-Bot-Api-Secret-Token: {self.secret}\r\n" if self.secret else ""
        head = f"POST {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n{secret}"
        self._head = head.encode()

    async def post(self, body: bytes) -> Response:
        request = self._head + b"Content-Length: %d\r\n\r\n" % len(body) + body
        async with asyncio.timeout(self.timeout):
            reader, writer = await self._connection()
            try:
                writer.write(request)
                response = await _read(reader)
            except BaseException:
                writer.close()  # half an answer may still be on its way
                raise
        if response.headers.get("connection", "") == "close":
            writer.close()
        else:
            self._idle.append((reader, writer))
        return response

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        while self._idle:
            reader, writer = self._idle.pop()
            if not reader.at_eof() and not writer.is_closing():
                return reader, writer
            writer.close()
        return await asyncio.open_connection(self._host, self._port)

    def close(self) -> None:
        for _, writer in self._idle:
            writer.close()
        self._idle.clear()


async def _read(reader: asyncio.StreamReader) -> Response:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    status = int(lines[0].split(" ", 2)[1])
    headers = {}
    for line in lines[1:-2]:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    if headers.get("transfer-encoding") == "chunked":
        return Response(status, headers, await _chunks(reader))
    size = int(headers.get("content-length", "0"))
    return Response(status, headers, await reader.readexactly(size) if size else b"")


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    whole = b""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        whole += (await reader.readexactly(size + 2))[:-2]
    await reader.readuntil(b"\r\n")
    return whole
