"""Public HTML pages: templates that escape by themselves, the reader's language, headers and validators."""

import asyncio
import hashlib
import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from bot.i18n.texts import Text, render
from bot.server.headers import HEADERS
from bot.server.tongues import Tongue, plain_words
from bot.services import Site
from bot.storage.storage import Unavailable

FRESH = 60  # seconds that a page may be shown again without asking
AGAIN = "5"  # seconds, where a picture cannot be read just now
PICTURES_FRESH = "public, no-cache"  # a picture may have to be kept back: asked again each time, mostly answered 304
# What could end a block of data inside a page, or be read as one of HTML's own.
UNSAFE = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


class Templates:
    """The *.html of one folder. In them `say(t.key)` is a sentence, `plain(t.key)` the same for an attribute,
    `linked_data(value)` what a block of JSON-LD holds."""

    def __init__(self, folder: Path) -> None:
        self._known = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, tongue: Tongue, **values: object) -> str:
        """Raises UndefinedError for a value that the template wants and nobody gave."""

        def say(text: Text) -> Markup:
            return Markup(render(text, tongue.code))  # noqa: S704 `render` escapes every value

        def plain(text: Text) -> str:
            return plain_words(text, tongue.code)

        return self._known.get_template(name).render(
            tongue=tongue, say=say, plain=plain, linked_data=linked_data, **values
        )


def linked_data(value: object) -> Markup:
    """JSON for `<script type="application/ld+json">`. A policy for scripts does not speak of it, since it never runs:
    https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element (a data block)."""
    words = json.dumps(value, ensure_ascii=False)
    return Markup(words.translate(UNSAFE))  # noqa: S704 nothing in it can end the block


def html_answer(request: Request, content: str, spoken: Tongue, status: int = 200) -> Response:
    more = {"Content-Language": spoken.tag, "Vary": "Accept-Language"}
    return fresh_answer(request, content.encode(), "text/html; charset=utf-8", more, status)


def fresh_answer(
    request: Request, content: bytes, type_: str, more: dict[str, str] | None = None, status: int = 200
) -> Response:
    """Kept for a minute by everybody, then asked again, and answered 304 while nothing changed."""
    headers = {**HEADERS, "Cache-Control": f"public, max-age={FRESH}", "ETag": _etag(content), **(more or {})}
    if status == 200 and known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(content, status, headers, type_)


def moved_answer(address: str) -> Response:
    """For a while: what was joined can be taken apart again."""
    return Response(status_code=302, headers={**HEADERS, "Location": address, "Cache-Control": "no-cache"})


async def picture_answer(request: Request, site: Site, hash: str, small: bool) -> Response | None:
    """None when there is no such file. Expects the caller to have checked that everybody may see it."""
    headers = {**HEADERS, "Cache-Control": PICTURES_FRESH, "ETag": f'"{hash}{".thumb" if small else ""}"'}
    if known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    try:
        content = await (site.pictures.read_thumbnail(hash) if small else site.pictures.read(hash))
    except FileNotFoundError:  # erased by hand, or restored without its pictures
        return None
    except Unavailable:
        return Response(status_code=503, headers={**HEADERS, "Cache-Control": "no-store", "Retry-After": AGAIN})
    return Response(content, headers=headers, media_type="image/jpeg")


async def file_answer(request: Request, path: Path) -> Response:
    """A style or a script that belongs to the program; asked again each time, like those of the phone page."""
    content = await asyncio.to_thread(path.read_bytes)
    return fresh_answer(request, content, TYPES[path.suffix], {"Cache-Control": "no-cache"})


def _etag(content: bytes) -> str:
    # Weak, since it is the same page whether it travels compressed or not.
    return f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'


def known(request: Request, etag: str) -> bool:
    """Whether whoever asks has just this."""
    given = request.headers.get("if-none-match", "").split(",")
    return etag.removeprefix("W/") in [one.strip().removeprefix("W/") for one in given]
