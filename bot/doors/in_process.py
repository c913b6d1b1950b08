"""How the bot calls the gateway in its own process: as httpx would, without what httpx does for a network.

Of httpx's ASGITransport most of a call is looking, every time, for an event loop that is not installed.
"""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import httpx
from starlette.applications import Starlette
from telegram.request import BaseRequest, RequestData

from bot.doors.form import written


class InHouse(BaseRequest):
    """An answer that never comes is not waited for with a clock: the server ends every question by itself."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    @property
    def read_timeout(self) -> None:
        return None

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        kind, body = written(url, method, request_data)
        parts = urlsplit(url)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": parts.scheme,
            "path": httpx.URL(url).path if "%" in parts.path else parts.path,
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "headers": [
                (b"host", parts.netloc.encode()),
                (b"content-type", kind.encode()),
                (b"content-length", str(len(body)).encode()),
            ],
            "client": ("in-house", 0),
            "server": (parts.netloc, 80),
        }
        return await _asked(self._app, scope, body)


async def _asked(app: Starlette, scope: dict[str, Any], body: bytes) -> tuple[int, bytes]:
    """https://asgi.readthedocs.io/en/latest/specs/www.html"""
    status, answered, read = 500, bytearray(), False

    async def receive() -> dict[str, Any]:
        nonlocal read
        if read:  # nobody hangs up before the answer
            await asyncio.get_running_loop().create_future()
        read = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status
        status = message.get("status", status)
        answered.extend(message.get("body", b""))

    await app(scope, receive, send)
    return status, bytes(answered)
