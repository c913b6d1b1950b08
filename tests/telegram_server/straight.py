"""How a bot in the same process asks the fake: with what it would send, without what HTTP makes of it and back."""

from typing import Any
from urllib.parse import urlsplit

import httpx
from telegram.request import HTTPXRequest, RequestData

from tests.telegram_server.asgi import app
from tests.telegram_server.server import FakeTelegram
from tests.telegram_server.wire import Answer, Parameters, Refused, refusal


class Straight(HTTPXRequest):
    """A question without files, while no fault is armed; every other one goes the whole way through httpx.

    tests/machine/gateway/test_telegram_server.py and tests/running ask over a socket.
    """

    def __init__(self, server: FakeTelegram) -> None:
        super().__init__(httpx_kwargs={"transport": httpx.ASGITransport(app=app(server))})
        self._server = server

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *rest: Any, **more: Any
    ) -> tuple[int, bytes]:
        values = self._plain_values(request_data)
        asked = urlsplit(url)
        ours, _, name = asked.path.rpartition("/")
        simple = values is not None and not self._server.faults and not self._client.is_closed
        if not simple or asked.query or ours != f"/bot{self._server.token}":
            return await super().do_request(url, method, request_data, *rest, **more)
        try:
            answer = self._server.call(name, Parameters(values))
            whole = answer if isinstance(answer, Answer) else await answer
        except Refused as refused:
            whole = refusal(refused)
        return whole.status, whole.body

    def _plain_values(self, data: RequestData | None) -> dict[str, Any] | None:
        """None when there is what no form has without parts, or no letter."""
        if data is None:
            return {}
        if data.contains_files:
            return None
        values: dict[str, Any] = data.json_parameters
        try:
            "".join(values.values()).encode()
        except UnicodeEncodeError:
            return None
        return values
