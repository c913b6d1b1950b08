"""Public HTML pages: templates that escape by themselves, the reader's language, headers and validators."""

import asyncio
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock
from bot.database.db import Database
from bot.dialogue.context import Links
from bot.gateway.phone import routes
from bot.gateway.shelf import Shelf
from bot.i18n.texts import LANGUAGES, Text, closest, direction, render, render_plain
from bot.identity.personal import AboutPerson
from bot.media.images import MediaFolder

FRESH = 60  # seconds that a page may be shown again without asking
PICTURES_FRESH = "public, no-cache"  # a picture may have to be kept back: asked again each time, mostly answered 304
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")  # for chats; titles and feeds show them as boxes
TAGS = {"zh": "zh-Hans"}  # what browsers choose fonts by, https://www.w3.org/International/questions/qa-lang-why
# Those of the phone page, without all that a page needs which only shows.
HEADERS = {
    **routes.HEADERS,
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; form-action 'none'"
    ),
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    # A neighbourhood talks here; the world's search engines are not addressed. See docs/decisions.md.
    "X-Robots-Tag": "noindex",
}
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True)
class Site:
    """What a page may use."""

    database: Database
    clock: Clock
    links: Links
    pictures: MediaFolder
    # The files of the web chat, for whoever takes her own along.
    shelf: Shelf
    # What the tables know of a person, for whoever makes a file of it.
    about_people: tuple[AboutPerson, ...] = ()


@dataclass(frozen=True)
class Tongue:
    """A language of a page: its code, its name in its own script, and what HTML calls it."""

    code: str

    @property
    def name(self) -> str:
        return LANGUAGES[self.code]

    @property
    def tag(self) -> str:
        return TAGS.get(self.code, self.code)

    @property
    def direction(self) -> str:
        return direction(self.code)


class Templates:
    """The *.html of one folder. In them `say(t.key)` is a sentence, `plain(t.key)` the same for an attribute."""

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

        return self._known.get_template(name).render(tongue=tongue, say=say, plain=plain, **values)


def plain_words(text: Text, language: str) -> str:
    """Without tags and isolates, to be escaped by whoever puts it somewhere."""
    return ISOLATES.sub("", render_plain(text, language)).strip()


def tongue(request: Request, languages: Sequence[str]) -> Tongue:
    """`?lang=` first, then what the browser asks for, then the first one. No cookie remembers it."""
    wanted = [request.query_params.get("lang", ""), *_accepted(request.headers.get("accept-language", ""))]
    return Tongue(next((code for code in wanted if code in languages), languages[0]))


def html_answer(request: Request, content: str, spoken: Tongue, status: int = 200) -> Response:
    more = {"Content-Language": spoken.tag, "Vary": "Accept-Language"}
    return fresh_answer(request, content.encode(), "text/html; charset=utf-8", more, status)


def fresh_answer(
    request: Request, content: bytes, type_: str, more: dict[str, str] | None = None, status: int = 200
) -> Response:
    """Kept for a minute by everybody, then asked again, and answered 304 while nothing changed."""
    headers = {**HEADERS, "Cache-Control": f"public, max-age={FRESH}", "ETag": _etag(content), **(more or {})}
    if status == 200 and _known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(content, status, headers, type_)


def moved_answer(address: str) -> Response:
    """For a while: what was joined can be taken apart again."""
    return Response(status_code=302, headers={**HEADERS, "Location": address, "Cache-Control": "no-cache"})


async def picture_answer(request: Request, site: Site, hash: str, small: bool) -> Response | None:
    """None when there is no such file. Expects the caller to have checked that everybody may see it."""
    headers = {**HEADERS, "Cache-Control": PICTURES_FRESH, "ETag": f'"{hash}{".thumb" if small else ""}"'}
    if _known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    read = site.pictures.read_thumbnail if small else site.pictures.read
    try:
        content = await asyncio.to_thread(read, hash)
    except FileNotFoundError:  # erased by hand, or restored without its pictures
        return None
    return Response(content, headers=headers, media_type="image/jpeg")


async def file_answer(request: Request, path: Path) -> Response:
    """A style or a script that belongs to the program; asked again each time, like those of the phone page."""
    content = await asyncio.to_thread(path.read_bytes)
    return fresh_answer(request, content, TYPES[path.suffix], {"Cache-Control": "no-cache"})


def _etag(content: bytes) -> str:
    # Weak, since it is the same page whether it travels compressed or not.
    return f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'


def _known(request: Request, etag: str) -> bool:
    given = request.headers.get("if-none-match", "").split(",")
    return etag.removeprefix("W/") in [one.strip().removeprefix("W/") for one in given]


def _accepted(header: str) -> list[str]:
    """Our languages in the order of https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4."""
    weighed: list[tuple[float, str]] = []
    for part in header[:1000].split(","):
        name, _, weight = part.partition(";")
        code = closest(name.strip())
        found = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", weight)
        if code is not None:
            weighed.append((float(found[1]) if found else 1.0, code))
    return [code for weight, code in sorted(weighed, key=lambda one: -one[0]) if weight]
