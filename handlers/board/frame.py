"""What every public page has: whose it is, its language, what it says of itself, and what it says when it is gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from bot.database.db import Tx
from bot.dialogue.context import PUBLIC_PAGES
from bot.i18n.texts import LANGUAGES, clean
from bot.identity import places
from bot.identity.places import Place
from bot.web.site import Site, Templates, Tongue, html_answer, plain_words, tongue
from handlers.board import rules
from handlers.board.rules import Choice
from handlers.board.showing import Here, Picture, t

FILES = Path(__file__).parent / "page"
TEMPLATES = Templates(FILES)


@dataclass(frozen=True)
class Spoken:
    """The same page in another language."""

    tongue: Tongue
    address: str


@dataclass(frozen=True)
class Head:
    """`address` is the public one, empty for what nobody should pass on; `picture` has a whole address, too."""

    site: str
    title: str
    home: str
    languages: list[Spoken]
    description: str = ""
    address: str = ""
    feed: str = ""
    picture: Picture | None = None


async def here(tx: Tx, request: Request, site: Site) -> Here | None:
    """None when there is no such place."""
    place = await places.find_by_code(tx, request.path_params["code"])
    if place is None:
        return None
    choice = rules.read_choice(request.query_params, place.languages)
    return Here(place, tongue(request, place.languages), choice, site.links)


def head(here: Here, title: str, description: str, path: Callable[[Choice], str], picture: Picture | None) -> Head:
    """`path` gives the address of this very page for another choice."""
    web = here.links.web
    return Head(
        site=clean(here.place.name),
        title=title,
        home=here.home,
        languages=[Spoken(Tongue(code), path(here.choice.in_language(code))) for code in here.place.languages],
        description=description,
        address=web + path(here.choice),
        feed=f"/p/{here.place.code}/feed.atom?lang={here.tongue.code}",
        picture=picture.under(web) if picture else None,
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
