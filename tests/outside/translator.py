"""A machine that speaks OpenAI's chat on loopback: it answers, is slow, fails, invents, or obeys its text."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.outside.robots import Request, read_request

SLEEPS = -2  # answers nothing until the test is over
HUGE = -3  # answers more than anybody wants to read
GARBAGE = -4


@dataclass
class Pretend:
    """`answers` come first: words, a whole content, or a status; then it says `usual`."""

    usual: str
    answers: list[str | int | dict[str, Any]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    waking: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await read_request(reader)) is not None:
                self.requests.append(request)
                assert request.path == "/v1/chat/completions"
                answer = self.answers.pop(0) if self.answers else self.usual
                if answer == SLEEPS:
                    await self.waking.wait()
                    break
                status, body = 200, b""
                if answer == HUGE:
                    body = b"{" + b" " * 400_000
                elif answer == GARBAGE:
                    body = b"<html>Login</html>"
                elif isinstance(answer, int):
                    status, body = answer, b"{}"
                else:
                    content = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
                    if isinstance(answer, str):
                        content = json.dumps({"translation": answer}, ensure_ascii=False)
                    said = {"choices": [{"message": {"role": "assistant", "content": content}}]}
                    body = json.dumps(said, ensure_ascii=False).encode()
                more = "Retry-After: 120\r\n" if status == 429 else ""
                head = (
                    f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{more}Content-Length: {len(body)}\r\n"
                )
                writer.write(f"{head}\r\n".encode() + body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def open_translator(usual: str) -> AsyncIterator[Pretend]:
    pretend = Pretend(usual)
    server = await asyncio.start_server(pretend.serve, "127.0.0.1", 0)
    pretend.port = server.sockets[0].getsockname()[1]
    try:
        yield pretend
    finally:
        pretend.waking.set()
        server.close()
