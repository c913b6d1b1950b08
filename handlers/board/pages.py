"""The addresses of the public pages: board, idea, pictures, feed. Nothing here changes anything."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.feature import SitePage
from bot.identity import places
from bot.server.headers import HEADERS
from bot.services import PUBLIC_PAGES, Site
from bot.web.pages import file_answer, fresh_answer, moved_answer, picture_answer
from handlers.board import feed, frame, idea, place, rules, store
from handlers.events.store import photos
from handlers.ideas.store import ideas

BIG, SMALL = ".jpg", ".thumb.jpg"


async def show_place(request: Request, site: Site) -> Response:
    async with site.database.read() as tx:
        here = await frame.here(tx, request, site)
        if here is None:
            return frame.gone(request, None)
        return await place.answer(tx, request, site, here)


async def show_places(request: Request, site: Site) -> Response:
    """For whoever has no code: straight on where there is only one place."""
    async with site.database.read() as tx:
        found = await places.all_places(tx)
    if len(found) == 1:
        query = f"?{request.url.query}" if request.url.query else ""
        return moved_answer(f"{PUBLIC_PAGES}{found[0].code}{query}")
    return frame.choice_of_places(request, found)


async def show_idea(request: Request, site: Site) -> Response:
    async with site.database.read() as tx:
        here = await frame.here(tx, request, site)
        if here is None:
            return frame.gone(request, None)
        number = rules.read_number(request.path_params["number"])
        asked = await ideas.find_by_number(tx, here.place.id, number) if number else None
        found = await idea.followed(tx, asked)
        if asked is None or found is None or not found.public:
            return frame.gone(request, here)
        if found.id != asked.id:
            return moved_answer(here.idea(found.number))
        return await idea.answer(tx, request, here, found, milliseconds(site.clock.now()))


async def to_data(request: Request, site: Site) -> Response:
    """Without the slash at its end the address of open data reads like that of an idea. Says nothing of whether there
    are any."""
    query = f"?{request.url.query}" if request.url.query else ""
    return moved_answer(f"/p/{quote(request.path_params['code'], safe='')}/data/{query}")


async def show_picture(request: Request, site: Site) -> Response:
    """Only what stands on a public page of this place; anything else is as absent as what never was."""
    name = request.path_params["name"]
    small = name.endswith(SMALL)
    hash = name.removesuffix(SMALL if small else BIG)
    async with site.database.read() as tx:
        found = await places.find_by_code(tx, request.path_params["code"])
        public = found is not None and name.endswith(BIG) and await _is_public(tx, found.id, hash)
    picture = await picture_answer(request, site, hash, small) if public else None
    return picture or PlainTextResponse("There is no such picture.", 404, HEADERS)


async def _is_public(tx: Tx, place_id: int, hash: str) -> bool:
    """Of an idea on the board, or let through into the album of an event."""
    return await store.is_public_photo(tx, place_id, hash) or await photos.is_public(tx, place_id, hash)


async def show_feed(request: Request, site: Site) -> Response:
    async with site.database.read() as tx:
        here = await frame.here(tx, request, site)
        if here is None:
            return PlainTextResponse("There is no such feed.", 404, HEADERS)
        news = await store.news(tx, here.place.id, rules.IN_FEED)
        steps = await store.last_steps(tx, [one.idea_id for one in news])
        opened_at = await store.opened_at(tx, here.place.id)
    content = feed.write(here.place, here.tongue, site.links.web, opened_at, news, steps)
    return fresh_answer(request, content, feed.TYPE, {"Vary": "Accept-Language"})


async def style(request: Request, site: Site) -> Response:
    return await file_answer(request, frame.FILES / "board.css")


async def script(request: Request, site: Site) -> Response:
    return await file_answer(request, frame.FILES / "compare.js")


PAGES = (
    # These two first: a place's code has no dot in it.
    SitePage("/p/board.css", style),
    SitePage("/p/compare.js", script),
    SitePage(PUBLIC_PAGES, show_places),
    SitePage("/p/{code}", show_place),
    SitePage("/p/{code}/feed.atom", show_feed),
    SitePage("/p/{code}/media/{name}", show_picture),
    SitePage("/p/{code}/data", to_data),
    SitePage("/p/{code}/{number}", show_idea),
)
