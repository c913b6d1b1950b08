"""Who decides about what people made, how long its makers have, and what their answers come to. Pure."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from enum import StrEnum

from bot.identity.places import Space
from bot.identity.roles import LEADS, LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM, Audience
from handlers.ideas.rules import PARTIES

OWNERS = TEAM | SHOPKEEPERS | LIAISONS | PROPERTY_MANAGERS
MOST_SURFACES = 3
MOST_PHOTOS = 10  # last ones, of one person and change
FURTHEST = timedelta(days=3660)
AGREED = (timedelta(days=182), timedelta(days=365))  # how long the owner says it stays
LAPSES = timedelta(days=30)  # after which a change that nobody made is over by itself
PHOTO_PATIENCE = timedelta(days=1)  # how long its makers wait for a last photo of what is gone


class Wish(StrEnum):
    """What its makers wish for it."""

    ASK = "ask"
    UNTIL = "until"
    FREELY = "freely"


class Part(StrEnum):
    """As what a maker stands with it."""

    ASKED = "asked"
    NAMED = "named"
    QUIET = "quiet"
    CHILDREN = "children"


class Answer(StrEnum):
    """What a maker says to a change."""

    PHOTOGRAPH = "photograph"
    MOVE = "move"
    TOGETHER = "together"
    FINE = "fine"


class Outcome(StrEnum):
    STAYS = "stays"
    MOVED = "moved"
    GONE = "gone"


class State(StrEnum):
    THERE = "there"
    CHANGING = "changing"
    MOVED = "moved"
    GONE = "gone"


def owner(space: Space) -> Audience:
    """Whose space it is decides; where that is not clear yet, a lead. A wall of the yard is painted over by those who
    manage it, so that they begin a change here, and its makers hear."""
    if space is Space.YARD:
        return TEAM | PROPERTY_MANAGERS
    return next(iter(PARTIES[space]), LEADS)


def term(wish: Wish, wish_until: int | None, days: int, now: int) -> timedelta:
    """Nothing to wait for where its makers said beforehand that it may go."""
    if wish is Wish.FREELY or (wish is Wish.UNTIL and wish_until is not None and wish_until <= now):
        return timedelta()
    return timedelta(days=days)


def may_loosen(mine: Part | None, sure: int, asked: int, *, owns: bool, team: bool) -> bool:
    """That it may go is said by who made it, not by who decides about it unless she alone did: among `sure` and
    `asked`, who have not said yet, there is nobody else.

    The team says so only while nobody stands with it.
    """
    if mine is None or mine is Part.ASKED:
        return team and not sure
    return not owns or (sure == 1 and not asked)


def may_go(may_at: int, urgent: str | None, now: int) -> bool:
    return urgent is not None or now >= may_at


def heard(makers: Mapping[int, Part], answers: Mapping[int, Answer], begun_by: int | None) -> dict[int, Answer]:
    """Whoever made it, too, and began the change says with it that it is fine: nobody waits for her."""
    if begun_by is None or makers.get(begun_by, Part.ASKED) is Part.ASKED:
        return dict(answers)
    return {**answers, begun_by: Answer.FINE}


def all_fine(makers: Mapping[int, Part], answers: Mapping[int, Answer]) -> bool:
    """Of those who said that they made it, and there is at least one: whoever is gone cannot agree."""
    sure = [one for one, part in makers.items() if part is not Part.ASKED]
    return bool(sure) and all(answers.get(one) is Answer.FINE for one in sure)


def state(surfaces: Iterable[tuple[bool, Outcome | None]]) -> State:
    """Of the whole thing, from each surface: whether a change is open there, and what last became of it."""
    each = list(surfaces)
    if any(is_open for is_open, _ in each):
        return State.CHANGING
    if all(outcome is Outcome.GONE for _, outcome in each):
        return State.GONE
    return State.MOVED if any(outcome is Outcome.MOVED for _, outcome in each) else State.THERE
