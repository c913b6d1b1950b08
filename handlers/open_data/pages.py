"""The addresses of the open data. While they are closed, a place that has some is as absent as one that never was."""

from collections.abc import AsyncIterator
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.dialogue.feature import SitePage
from bot.identity import places
from bot.identity.places import Place
from bot.server.headers import HEADERS
from bot.server.tongues import tongue
from bot.services import Site
from bot.web.pages import Templates, file_answer, fresh_answer, html_answer, known
from handlers.open_data import keeping, rules, showing, store
from handlers.open_data.making import TYPES
from handlers.open_data.rules import Licence
from handlers.open_data.words import t

FILES = Path(__file__).parent / "page"
TEMPLATES = Templates(FILES)
CACHE = "public, max-age=60"  # as every page: what is hidden or closed is gone everywhere in a minute
AT_ONCE = 64 * 1024  # bytes: a slow reader holds no more of the file than this
# Also for a program that runs in somebody's browser.
READABLE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


async def show_index(request: Request, site: Site) -> Response:
    place, licence = await _opened(request, site)
    spoken = tongue(request, place.languages)
    async with site.database.read() as tx:
        counted = await store.counts.day_of(tx, place.id)
    content = TEMPLATES.render(
        "data.html", spoken, t=t, page=showing.index(place, spoken, site.links, licence, counted)
    )
    return html_answer(request, content, spoken)


async def show_readme(request: Request, site: Site) -> Response:
    place, licence = await _opened(request, site)
    spoken = tongue(request, place.languages)
    content = showing.readme(place, spoken, site.links, licence)
    more = {**READABLE, "Content-Language": spoken.tag, "Vary": "Accept-Language"}
    return fresh_answer(request, content.encode(), "text/markdown; charset=utf-8", more)


async def show_file(request: Request, site: Site) -> Response:
    place, licence = await _opened(request, site)
    asked = rules.read_name(request.path_params["name"])
    if asked is None:
        raise HTTPException(404)
    name, form = asked
    kept = await keeping.shelf_of(site).get(site, place, licence, name)
    file = kept.files[form]
    packed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {
        **HEADERS,
        **READABLE,
        "Cache-Control": CACHE,
        "ETag": file.etag,
        "Last-Modified": formatdate(kept.changed_at / 1000, usegmt=True),
        "Vary": "Accept-Encoding",
        "Content-Disposition": f'inline; filename="nestbox-{place.code}-{name}.{form}"',
        "Link": f'<{licence.address}>; rel="license"',
    }
    if _has(request, file.etag, kept.changed_at):
        return Response(status_code=304, headers=headers)
    content = file.packed if packed else file.content
    headers |= {"Content-Length": str(len(content))} | ({"Content-Encoding": "gzip"} if packed else {})
    # No body where none was asked for; the rest of the answer is the same.
    return StreamingResponse(_parts(b"" if request.method == "HEAD" else content), 200, headers, TYPES[form])


async def show_style(request: Request, site: Site) -> Response:
    return await file_answer(request, FILES / "data.css")


async def _opened(request: Request, site: Site) -> tuple[Place, Licence]:
    """Raises the same 404 for a place without open data and for one that never was."""
    async with site.database.read() as tx:
        place = await places.find_by_code(tx, request.path_params["code"])
    if place is None or place.data_licence is None:
        raise HTTPException(404)
    return place, Licence(place.data_licence)


def _has(request: Request, etag: str, changed_at: int) -> bool:
    """By its tag, or where none is given by its time: https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2"""
    if "if-none-match" in request.headers:
        return known(request, etag)
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (ValueError, OverflowError):  # the latter for a year or an hour that no clock has
        return False
    return since.tzinfo is not None and changed_at // 1000 <= since.timestamp()


async def _parts(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), AT_ONCE):
        yield content[start : start + AT_ONCE]


PAGES = (
    SitePage("/open-data/page.css", show_style),
    SitePage("/p/{code}/data/", show_index),
    SitePage("/p/{code}/data/README.md", show_readme),
    SitePage("/p/{code}/data/{name}", show_file),
)
