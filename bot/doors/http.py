"""How python-telegram-bot calls Telegram: over connections of our own, which are kept, and without httpx's client.

httpx is still used where the environment names a proxy, since that is more than a connection, and for what is rare:
to read an address, to write parts, to undo a compression that nobody asked for.
"""

import urllib.request
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache

import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.doors.connections import Answer, Connections, Origin, Patience
from bot.doors.form import written

CONNECT, WRITE, WRITE_FILES = 5.0, 5.0, 20.0  # seconds: python-telegram-bot's own
ADDRESSES = 256  # remembered as they were read: one a method, and one a file that is fetched
Given = float | DefaultValue[float] | DefaultValue[None] | None


def request_to(patience: float) -> BaseRequest:
    """For `telegram.Bot`; `patience` in seconds of silence from the server."""
    if urllib.request.getproxies():
        return HTTPXRequest(connection_pool_size=64, pool_timeout=5, read_timeout=patience)
    return Straight(patience, Connections())


class Straight(BaseRequest):
    """Raises TimedOut and NetworkError with httpx's error behind them, as HTTPXRequest does."""

    def __init__(self, patience: float, connections: Connections) -> None:
        self._patience = patience
        self._connections = connections

    @property
    def read_timeout(self) -> float:
        return self._patience

    async def initialize(self) -> None:
        """A connection is opened by the first call."""

    async def shutdown(self) -> None:
        self._connections.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Given = BaseRequest.DEFAULT_NONE,
        write_timeout: Given = BaseRequest.DEFAULT_NONE,
        connect_timeout: Given = BaseRequest.DEFAULT_NONE,
        pool_timeout: Given = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        target = _target(url)
        kind, body = written(url, method, request_data)
        files = request_data is not None and request_data.contains_files
        patience = Patience(
            _or(connect_timeout, CONNECT),
            _or(write_timeout, WRITE_FILES if files else WRITE),
            _or(read_timeout, self._patience),
        )
        head = f"{method} {target.path} HTTP/1.1\r\n{target.headers}"
        if method != "GET":
            head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        try:
            answer = await self._connections.exchange(target.origin, f"{head}\r\n".encode("ascii") + body, patience)
        except httpx.TimeoutException as error:
            raise TimedOut from error
        except httpx.HTTPError as error:
            raise NetworkError(f"httpx.{type(error).__name__}: {error}") from error
        return answer.status, _unpacked(answer)


@dataclass(frozen=True)
class _Target:
    origin: Origin
    path: str
    headers: str


@lru_cache(maxsize=ADDRESSES)
def _target(address: str) -> _Target:
    url = httpx.URL(address)
    port = url.port or (443 if url.scheme == "https" else 80)
    lines = [f"Host: {url.netloc.decode('ascii')}", f"User-Agent: {BaseRequest.USER_AGENT}", "Accept: */*"]
    if url.userinfo:
        lines.append(f"Authorization: Basic {b64encode(f'{url.username}:{url.password}'.encode()).decode('ascii')}")
    origin = Origin(url.scheme, url.raw_host.decode("ascii"), port)
    return _Target(origin, url.raw_path.decode("ascii"), "".join(f"{line}\r\n" for line in lines))


def _or(given: Given, usual: float) -> float | None:
    return usual if isinstance(given, DefaultValue) else given


def _unpacked(answer: Answer) -> bytes:
    """A compressed answer comes from servers that do not look whether anybody asked for it."""
    if not any(name.lower() == b"content-encoding" for name, _ in answer.headers):
        return answer.body
    try:
        return httpx.Response(answer.status, headers=answer.headers, content=answer.body).content
    except httpx.DecodingError as error:
        raise NetworkError(f"httpx.DecodingError: {error}") from error
