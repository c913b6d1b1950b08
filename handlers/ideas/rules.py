"""The life of an idea: which step may follow which, and whose answer it needs."""

from collections.abc import Set
from datetime import timedelta
from enum import StrEnum

from bot.feature import Answer
from bot.people import LIAISONS, SHOPKEEPERS, TEAM, Audience
from bot.places import Space

MOST_PHOTOS = 10  # an idea
MOST_A_DAY = 20  # new ideas of one person
MOST_LETTERS = 20_000  # of one idea
SAME_BREATH = timedelta(minutes=15)  # what comes this soon after a draft's last piece belongs to it
TRIAL = timedelta(days=30)
PATIENCE = timedelta(days=7)  # after which an idea without an answer is listed first
PHOTO_PATIENCE = timedelta(minutes=15)  # how long the news of a finished idea waits for its picture


class Status(StrEnum):
    DRAFT = "draft"
    NEW = "new"
    OPEN = "open"
    AGREED = "agreed"
    AGREED_BUT = "agreed_but"
    TRIAL = "trial"
    NOT_NOW = "not_now"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    LOOKED_AGAIN = "looked_again"
    MERGED = "merged"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


DECISIONS = frozenset({Status.AGREED, Status.AGREED_BUT, Status.TRIAL, Status.NOT_NOW})
PUBLIC = frozenset(
    {Status.OPEN, *DECISIONS, Status.PLANNED, Status.UNDER_WAY, Status.DONE, Status.LOOKED_AGAIN},
)
AT_WORK = frozenset({Status.PLANNED, Status.UNDER_WAY, Status.DONE, Status.LOOKED_AGAIN})
SHOP = frozenset({Space.INSIDE, Space.FRONT})

FILTERS = tuple(status for status in Status if status in PUBLIC)
ANSWERS = (Status.AGREED, Status.AGREED_BUT, Status.TRIAL, Status.NOT_NOW)
NEXT: dict[Status, tuple[Status, ...]] = {
    Status.NEW: (Status.OPEN,),
    Status.OPEN: ANSWERS,
    Status.AGREED: (Status.PLANNED, *ANSWERS),
    Status.AGREED_BUT: (Status.PLANNED, *ANSWERS),
    Status.TRIAL: (Status.PLANNED, *ANSWERS),
    Status.NOT_NOW: (Status.OPEN, *ANSWERS),
    Status.PLANNED: (Status.UNDER_WAY,),
    Status.UNDER_WAY: (Status.DONE,),
    Status.DONE: (Status.LOOKED_AGAIN,),
}

DECIDED_BY = dict(zip(Answer, ANSWERS, strict=True))
NOBODY = Audience(frozenset())


def decider(space: Space) -> Audience:
    """Whose space it is decides. Nobody decides about a space that is not clear yet."""
    if space in SHOP:
        return SHOPKEEPERS
    if space is Space.YARD:
        return TEAM
    return LIAISONS if space is Space.STREET else NOBODY


def who_may(to: Status, space: Space) -> Audience:
    return decider(space) if to in DECISIONS else TEAM


def next_steps(status: Status, space: Space, settled: Space | None, roles: Set[object]) -> tuple[Status, ...]:
    """What somebody with these roles may make of it. `settled` is the space that its last decision was about."""
    return tuple(
        to
        for to in NEXT.get(status, ())
        if who_may(to, space).roles & roles
        and may_follow(status, to, space, settled)
        and not lacks_answer(to, space, settled)
    )


def may_follow(status: Status, to: Status, space: Space, settled: Space | None) -> bool:
    """The same answer twice is only worth something for another month of trial, or from somebody else."""
    if to not in NEXT.get(status, ()):
        return False
    again = to is status and to is not Status.TRIAL
    return not again or (settled is not None and decider(settled) != decider(space))


def lacks_answer(to: Status, space: Space, settled: Space | None) -> bool:
    """Work needs a decision by whoever's space it is now, even when the spot was corrected afterwards."""
    return to in AT_WORK and (settled is None or decider(settled) != decider(space))


def awaits_answer(status: Status, space: Space, settled: Space | None) -> bool:
    """Whether whoever's space it is has an open question here."""
    if status is Status.OPEN:
        return True
    return status in DECISIONS and settled is not None and decider(settled) != decider(space)


def needs_reason(to: Status) -> bool:
    """A plain yes may stand alone, and so may progress; a no and a condition may not."""
    return to in {Status.AGREED_BUT, Status.TRIAL, Status.NOT_NOW, Status.HIDDEN}
