"""The life of an idea: which step may follow which, and whose answer it needs."""

from collections.abc import Iterable, Set
from datetime import datetime, timedelta
from enum import StrEnum

from bot.clock import milliseconds
from bot.identity.places import Space
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM, Audience, Role
from handlers.digests.source import Answer

MOST_PHOTOS = 10  # an idea
MOST_A_DAY = 20  # new ideas of one person
MOST_FLAGS = 5  # of one person and day
MOST_LETTERS = 20_000  # of one idea
MOST_NAME = 60  # letters of a name that somebody without a phone wishes
SAME_BREATH = timedelta(minutes=15)  # what comes this soon after a draft's last piece belongs to it; later, it is new
FREELY = timedelta(minutes=10)  # how long an author changes what she sent without a note
TRIAL = timedelta(days=30)
TRIALS = (timedelta(days=14), TRIAL, timedelta(days=90))  # to choose from
LONGEST_TRIAL = timedelta(days=366)
TRIAL_PATIENCE = timedelta(days=7)  # after which a trial that nobody wanted to keep is undone
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


class Band(StrEnum):
    """What an idea costs, roughly: nobody has to pretend to know it to the yuan."""

    TINY = "tiny"
    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"
    MORE = "more"


# The upper end of each in yuan; None where there is none.
TOP: dict[Band, int | None] = {
    Band.TINY: 100,
    Band.SMALL: 500,
    Band.MIDDLE: 2_000,
    Band.LARGE: 10_000,
    Band.MORE: None,
}

DECISIONS = frozenset({Status.AGREED, Status.AGREED_BUT, Status.TRIAL, Status.NOT_NOW})
PUBLIC = frozenset(
    {Status.OPEN, *DECISIONS, Status.PLANNED, Status.UNDER_WAY, Status.DONE, Status.LOOKED_AGAIN},
)
FINISHED = frozenset({Status.DONE, Status.LOOKED_AGAIN})
AT_WORK = FINISHED | {Status.PLANNED, Status.UNDER_WAY}
SHOP = frozenset({Space.INSIDE, Space.FRONT})
CITY = frozenset({Space.STREET, Space.FRONT})
YARD = frozenset({Space.YARD})

FILTERS = tuple(status for status in Status if status in PUBLIC)
ANSWERS = (Status.AGREED, Status.AGREED_BUT, Status.TRIAL, Status.NOT_NOW)
NEXT: dict[Status, tuple[Status, ...]] = {
    Status.NEW: (Status.OPEN,),
    Status.OPEN: ANSWERS,
    Status.AGREED: (Status.PLANNED, *ANSWERS),
    Status.AGREED_BUT: (Status.PLANNED, *ANSWERS),
    Status.TRIAL: ANSWERS,
    Status.NOT_NOW: (Status.OPEN, *ANSWERS),
    Status.PLANNED: (Status.UNDER_WAY,),
    Status.UNDER_WAY: (Status.DONE,),
    Status.DONE: (Status.LOOKED_AGAIN,),
}

DECIDED_BY = dict(zip(Answer, ANSWERS, strict=True))
ANSWER_FOR = {status: answer for answer, status in DECIDED_BY.items()}
# When two parties answer, the one who is most careful counts.
CAREFUL = (Answer.LATER, Answer.TRY, Answer.BUT, Answer.YES)
CLOCK = "clock"  # as whom a step is taken when nobody answered in time
# Whose answers an idea in this space needs; the first party is never done without.
PARTIES: dict[Space, tuple[Audience, ...]] = {
    Space.INSIDE: (SHOPKEEPERS,),
    Space.FRONT: (SHOPKEEPERS, LIAISONS),
    Space.YARD: (TEAM, PROPERTY_MANAGERS),
    Space.STREET: (LIAISONS,),
    Space.UNSURE: (),
}
NOBODY = Audience(frozenset())


def begins_anew(touched_at: int, now: datetime) -> bool:
    """After a pause a message belongs to nothing that was begun before it."""
    return touched_at < milliseconds(now - SAME_BREATH)


def more_photos_may_follow(photos: int) -> timedelta:
    """How long to wait for the next one: whoever has sent many is likely to send more, on whatever line."""
    return timedelta(seconds=2 + photos)


def decider(space: Space) -> Audience:
    """Whose space it is decides. Nobody decides about a space that is not clear yet."""
    together = NOBODY
    for party in PARTIES[space]:
        together |= party
    return together


def speaks_as(roles: Set[Role], who: Audience) -> tuple[Role, ...]:
    """As whom somebody with these roles does this, the most fitting first."""
    return tuple(
        role
        for role in (Role.SHOPKEEPER, Role.LIAISON, Role.PROPERTY_MANAGER, Role.VOLUNTEER, Role.LEAD)
        if role in roles & who.roles
    )


def outcome(answers: Iterable[Answer]) -> Answer:
    """What several answers come to; there must be one."""
    return min(answers, key=CAREFUL.index)


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
    """A plain yes may stand alone, and so may a trial and progress; a no and a condition may not."""
    return to in {Status.AGREED_BUT, Status.NOT_NOW, Status.HIDDEN}
