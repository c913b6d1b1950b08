"""The page itself: its few files, with types we chose and validators for the cache."""

import asyncio
import hashlib
import html
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.gateway.errors import PhoneError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
PLAIN = b"@plain@"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}


async def index(folder: Path, request: Request, plain: str) -> Response:
    """`plain` is the address of a page that needs no scripts, for those who have none."""
    content = await asyncio.to_thread((folder / "index.html").read_bytes)
    return _fresh(content.replace(PLAIN, html.escape(plain).encode()), TYPES[".html"], request)


async def page(folder: Path, name: str, request: Request) -> Response:
    type_ = TYPES.get(Path(name).suffix)
    content = await asyncio.to_thread(_read, folder / name) if type_ and NAME.fullmatch(name) else None
    if content is None:
        raise PhoneError(404, "not_found")
    return _fresh(content, type_ or "", request)


def _fresh(content: bytes, type_: str, request: Request) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    # Always asked again, answered 304: a new version of the page must not wait for old copies to age.
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag in known:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=type_, headers=headers)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
