"""What every answer of the web door carries, and one clear sentence where no page of ours answers."""

import html
import http
import ipaddress
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from email.utils import formatdate
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.database.db import NotSaved
from bot.i18n.texts import LANGUAGES, Text
from bot.i18n.texts import machine as m
from bot.server.headers import HEADERS
from bot.server.tongues import plain_words, tongue

log = logging.getLogger(__name__)

# A year, https://www.rfc-editor.org/rfc/rfc6797. Only said where we were reached by https.
HSTS = "max-age=31536000"
SENTENCES = {400: m.page_unreadable, 404: m.page_unknown, 405: m.page_wrong_method, 413: m.page_too_much}
PAGE = (
    '<!doctype html><html lang="{tag}" dir="{direction}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title><p>{words}</p></html>'
)

Handler = Callable[[Request, Exception], Awaitable[Response]]


class Protected:
    """Around everything else, so that an answer of the framework's own carries the same headers as any page."""

    def __init__(self, app: ASGIApp, proxies: Sequence[str] = ()) -> None:
        self._app = app
        self._warned = bool(proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._warned and _through_unnamed_proxy(scope):
            self._warned = True
            log.warning(
                "a proxy passes requests on and is not in TRUSTED_PROXIES: all it brings count as one address"
            )

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope.get("scheme") == "https":
                    headers.setdefault("Strict-Transport-Security", HSTS)
            await send(message)

        await self._app(scope, receive, protected)


def _through_unnamed_proxy(scope: Scope) -> bool:
    """What somebody far away claims is no proxy of ours."""
    if scope["type"] != "http" or not scope.get("client"):
        return False
    try:
        near = ipaddress.ip_address(scope["client"][0]).is_private
    except ValueError:
        return False
    return near and any(name == b"x-forwarded-for" for name, _ in scope["headers"])


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return sentence(request, SENTENCES.get(status, m.page_broke), status, headers)


async def _not_saved(request: Request, error: Exception) -> Response:
    return sentence(request, m.not_saved, 503, {"Retry-After": "5"})


async def _cut_off(request: Request, error: Exception) -> Response:
    """Nobody reads it; without it every phone that walks out of reach would be an error of ours in the log."""
    return Response(status_code=400)


HANDLERS: Mapping[Any, Handler] = {
    HTTPException: _refused,
    ClientDisconnect: _cut_off,
    NotSaved: _not_saved,
    Exception: _refused,
}


def sentence(request: Request, text: Text, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """In the reader's language: a page for a browser, words alone for everything else."""
    spoken = tongue(request, tuple(LANGUAGES))
    more = {"Cache-Control": "no-store", "Content-Language": spoken.tag, "Vary": "Accept-Language, Accept"}
    words = plain_words(text, spoken.code)
    if "text/html" not in request.headers.get("accept", ""):
        return Response(words + "\n", status, {**more, **(headers or {})}, "text/plain; charset=utf-8")
    page = PAGE.format(
        tag=spoken.tag, direction=spoken.direction, title=http.HTTPStatus(status).phrase, words=html.escape(words)
    )
    return Response(page, status, {**more, **(headers or {})}, "text/html; charset=utf-8")


def raw_answer(status: int, text: Text, more: Mapping[str, str] | None = None) -> bytes:
    """The same for whom no request could be read of, so also no language; the connection ends with it."""
    body = "".join(plain_words(text, language) + "\n" for language in LANGUAGES).encode()
    headers = {
        "Date": formatdate(usegmt=True),
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "Connection": "close",
        **HEADERS,
        **(more or {}),
    }
    lines = [
        f"HTTP/1.1 {status} {http.HTTPStatus(status).phrase}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body
