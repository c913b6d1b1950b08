"""What of a place is shown to everybody, how its board is narrowed down, and in whose name a step was taken."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlencode

from bot.identity.places import Space
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM, Audience, Role
from handlers.ideas.rules import FILTERS, PARTIES, Status, who_may

AT_ONCE = 20  # ideas on a page
MOST_DECISIONS = 5
MOST_EVENTS = 5
MOST_PAST, MOST_IN_ALBUM = 6, 6  # events that took place, and photos of each
MOST_POLLS = 3
LEAST_TOLD = 5  # voters; fewer are not told of a time or a budget poll: an evening, or a basket, would be somebody's
MOST_MADE = 6
SMALL = 10  # below, a share is told as a count and never in percent
YEAR = timedelta(days=365)
MOST_TASKS = 6
MOST_MONTHS = 3  # in which is told who decided
MOST_QUARTERS, MOST_PAIRS = 2, 2  # of the three values
IN_FEED = 40  # entries
POLLS_SHOWN = timedelta(days=90)
LONGEST_NUMBER = 9  # digits
# Who is named when somebody has several roles: first the one that is rarer.
VOICES = {"shopkeeper": SHOPKEEPERS, "liaison": LIAISONS, "property_manager": PROPERTY_MANAGERS, "team": TEAM}


@dataclass(frozen=True)
class Choice:
    """What the address of a board asks for; `lang` is empty when the browser's own language decides."""

    status: str = ""
    spot_id: int = 0
    page: int = 1
    lang: str = ""

    @property
    def query(self) -> str:
        asked = {
            "status": self.status,
            "spot": str(self.spot_id or ""),
            "page": str(self.page) if self.page > 1 else "",
            "lang": self.lang,
        }
        words = urlencode({name: value for name, value in asked.items() if value})
        return f"?{words}" if words else ""

    def by_status(self, status: str) -> "Choice":
        return replace(self, status=status, page=1)

    def by_spot(self, spot_id: int) -> "Choice":
        return replace(self, spot_id=spot_id, page=1)

    def on_page(self, page: int) -> "Choice":
        return replace(self, page=page)

    def in_language(self, lang: str) -> "Choice":
        return replace(self, lang=lang)


def read_choice(query: Mapping[str, str], languages: tuple[str, ...]) -> Choice:
    """What makes no sense is left out: old links and curious hands still find a board."""
    status, lang = query.get("status", ""), query.get("lang", "")
    return Choice(
        status=status if status in FILTERS else "",
        spot_id=read_number(query.get("spot", "")) or 0,
        page=max(1, read_number(query.get("page", "")) or 1),
        lang=lang if lang in languages else "",
    )


def read_number(words: str) -> int | None:
    """Digits as we write them in addresses, and nothing else."""
    if not words.isascii() or not words.isdecimal() or len(words) > LONGEST_NUMBER:
        return None
    return int(words)


def pages(count: int) -> int:
    return max(1, -(-count // AT_ONCE))


def voice(status: Status, space: str, own: Set[Role]) -> str:
    """Whose answer a step was, never who gave it: a key of VOICES, or that of whoever looks after what was done.

    Roles change; whoever has none of the fitting ones any more spoke for the first of those who may take such a step.
    """
    if status is Status.LOOKED_AGAIN and not TEAM.roles & own:
        return "steward"
    allowed = who_may(status, Space(space))
    first = next(iter(PARTIES[Space(space)]), allowed).roles & allowed.roles
    fitting = Audience(frozenset(allowed.roles & own) or first or allowed.roles)
    return next((name for name, roles in VOICES.items() if roles.roles & fitting.roles), "team")
