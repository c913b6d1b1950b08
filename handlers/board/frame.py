"""What every public page has: whose it is, its language, what it says of itself, and what it says when it is gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.database.db import Tx
from bot.i18n.texts import LANGUAGES, clean
from bot.identity import places
from bot.identity.places import Place
from bot.server.tongues import Tongue, plain_words, tongue
from bot.services import PUBLIC_PAGES, Site
from bot.web.pages import Templates, html_answer
from handlers.board import rules, structured
from handlers.board.rules import Choice
from handlers.board.showing import Here, Picture
from handlers.board.structured import Thing
from handlers.board.words import t
from handlers.events.store.events import Event

FILES = Path(__file__).parent / "page"
TEMPLATES = Templates(FILES)


@dataclass(frozen=True)
class Spoken:
    """The same page in another language."""

    tongue: Tongue
    address: str


@dataclass(frozen=True)
class Head:
    """`address` is the public one, empty for what nobody should pass on; `picture` has a whole address, too.

    `data` leads to the open data and `things` says the page in words of schema.org, where a lead opened them.
    """

    site: str
    title: str
    home: str
    languages: list[Spoken]
    description: str = ""
    address: str = ""
    feed: str = ""
    picture: Picture | None = None
    data: str = ""
    things: list[Thing] = field(default_factory=list)


async def here(tx: Tx, request: Request, site: Site) -> Here | None:
    """None when there is no such place."""
    place = await places.find_by_code(tx, request.path_params["code"])
    if place is None:
        return None
    choice = rules.read_choice(request.query_params, place.languages)
    return Here(place, tongue(request, place.languages), choice, site.links)


def head(
    here: Here,
    title: str,
    description: str,
    path: Callable[[Choice], str],
    picture: Picture | None,
    events: Sequence[Event] = (),
) -> Head:
    """`path` gives the address of this very page for another choice; `events` stand on it."""
    web = here.links.web
    is_open = here.place.data_licence is not None
    return Head(
        site=clean(here.place.name),
        title=title,
        home=here.home,
        languages=[Spoken(Tongue(code), path(here.choice.in_language(code))) for code in here.place.languages],
        description=description,
        address=web + path(here.choice),
        feed=f"/p/{here.place.code}/feed.atom?lang={here.tongue.code}",
        picture=picture.under(web) if picture else None,
        data=f"/p/{here.place.code}/data/?lang={here.tongue.code}" if is_open else "",
        things=[structured.place(here), *(structured.event(here, one) for one in events)] if is_open else [],
    )


def choice_of_places(request: Request, all_places: Sequence[Place]) -> Response:
    """Their names stand on their doors."""
    spoken = tongue(request, tuple(LANGUAGES))
    title = plain_words(t.which_place, spoken.code)
    languages = [Spoken(Tongue(code), f"{PUBLIC_PAGES}?lang={code}") for code in LANGUAGES]
    head = Head(site="Nestbox", title=title, home=PUBLIC_PAGES, languages=languages)
    boards = [(clean(one.name), f"{PUBLIC_PAGES}{one.code}?lang={spoken.code}") for one in all_places]
    return html_answer(request, TEMPLATES.render("places.html", spoken, t=t, head=head, boards=boards), spoken)


def gone(request: Request, here: Here | None) -> Response:
    """The same whether it never was, is not public yet, or not any more."""
    spoken = here.tongue if here else tongue(request, tuple(LANGUAGES))
    title = plain_words(t.gone_title, spoken.code)
    name = clean(here.place.name) if here else "Nestbox"
    plain_head = Head(site=name, title=title, home=here.home if here else "/", languages=[])
    content = TEMPLATES.render("gone.html", spoken, t=t, head=plain_head, known=here is not None)
    return html_answer(request, content, spoken, 404)
