"""The fake as an ASGI app, for a bot in the same process through httpx.ASGITransport."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import httpx

from tests.telegram_server.server import FakeTelegram
from tests.telegram_server.wire import Answer, ConnectionDropped

Message = MutableMapping[str, Any]


def app(
    server: FakeTelegram,
) -> Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]:
    """A dropped connection is raised as httpx.RemoteProtocolError, which is what a real one looks like."""

    async def serve(
        scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if scope["type"] != "http":
            return
        body, more = b"", True
        while more:
            part = await receive()
            body += part.get("body", b"")
            more = part.get("more_body", False)
        headers = dict(scope["headers"])
        content_type = headers.get(b"content-type", b"").decode("latin-1")
        query = scope["query_string"].decode("latin-1")
        path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
        try:
            answer = server.answer(scope["method"], path, query, content_type, body)
            whole = answer if isinstance(answer, Answer) else await answer
        except ConnectionDropped:
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.") from None
        head = [(b"content-type", whole.content_type.encode()), (b"content-length", b"%d" % len(whole.body))]
        await send({"type": "http.response.start", "status": whole.status, "headers": head})
        await send({"type": "http.response.body", "body": whole.body})

    return serve
