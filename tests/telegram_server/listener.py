"""The server's own small HTTP/1.1 listener on loopback, several times cheaper than a general one."""

import asyncio
import http
from collections.abc import Callable, Coroutine
from typing import Any

from tests.telegram_server.wire import Answer, ConnectionDropped

Handler = Callable[[str, str, str, str, bytes], Answer | Coroutine[Any, Any, Answer]]
LARGEST_BODY = 60 << 20


class _Connection(asyncio.Protocol):
    def __init__(self, handle: Handler, connections: "set[_Connection]") -> None:
        self._handle = handle
        self._connections = connections
        self._buffer = bytearray()
        self._task: asyncio.Task[None] | None = None
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.discard(self)
        self.transport = None
        if self._task is not None:
            self._task.cancel()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        self._read()

    def _read(self) -> None:
        """One request at a time; the next one waits in the buffer for the answer of this one."""
        while self._task is None and self.transport is not None:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = self._buffer[:end].decode("latin-1").split("\r\n")
            size, content_type = _headers(head)
            if size < 0 or size > LARGEST_BODY:
                self._write(Answer(413 if size > 0 else 411, b""))
                self.transport.close()
                return
            if len(self._buffer) < end + 4 + size:
                return
            body = bytes(self._buffer[end + 4 : end + 4 + size])
            del self._buffer[: end + 4 + size]
            verb, target, _ = head[0].split(" ", 2)
            self._answer(verb, target, content_type, body)

    def _answer(self, verb: str, target: str, content_type: str, body: bytes) -> None:
        path, _, query = target.partition("?")
        try:
            answer = self._handle(verb, path, query, content_type, body)
        except ConnectionDropped:
            self.drop()
            return
        if isinstance(answer, Answer):
            self._write(answer)
        else:
            self._task = asyncio.get_running_loop().create_task(self._later(answer))

    async def _later(self, answer: Coroutine[Any, Any, Answer]) -> None:
        try:
            self._write(await answer)
        except ConnectionDropped:
            self.drop()
        self._task = None
        self._read()

    def _write(self, answer: Answer) -> None:
        if self.transport is None:
            return
        head = (
            f"HTTP/1.1 {answer.status} {http.HTTPStatus(answer.status).phrase}\r\n"
            f"Content-Type: {answer.content_type}\r\nContent-Length: {len(answer.body)}\r\n\r\n"
        )
        self.transport.write(head.encode() + answer.body)

    def drop(self) -> None:
        if self.transport is not None:
            self.transport.abort()


def _headers(head: list[str]) -> tuple[int, str]:
    """Length of the body (-1: not said) and its content type."""
    size, content_type = 0, ""
    for line in head[1:]:
        name, _, value = line.partition(":")
        lowered = name.lower()
        if lowered == "content-length":
            size = int(value)
        elif lowered == "content-type":
            content_type = value.strip()
        elif lowered == "transfer-encoding":
            size = -1
    return size, content_type


class Listener:
    """Loopback only. `pause` is an outage as a dead machine would be: connections refused."""

    def __init__(self, handle: Handler) -> None:
        self._handle = handle
        self._connections: set[_Connection] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self, port: int = 0) -> int:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: _Connection(self._handle, self._connections), "127.0.0.1", port or self.port, backlog=512
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self.port

    async def stop(self) -> None:
        if self._server is None:
            return
        self._server.close()
        for connection in tuple(self._connections):
            connection.drop()
        await self._server.wait_closed()
        self._server = None
