"""How a permit goes from finding out to granted or refused, and when somebody is reminded of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.identity.roles import LIAISONS, TEAM

DESK = TEAM | LIAISONS
DAY = 86_400_000  # ms
MORNING = 10  # o'clock, when a day begins for whoever is reminded of it: after quiet hours by both clocks
MOST_OPEN = 60  # permits of a place that are not over
MOST_OF_IDEA = 6
MOST_STEPS = 15
FURTHEST = timedelta(days=20 * 366)
EXPECTED_IN = (timedelta(days=14), timedelta(days=30))  # to choose from
VALID_FOR = timedelta(days=365)
EARLIEST = 3650  # days ago that something was handed in
NUMBER, NAME, LINE, WORDS = 60, 80, 200, 800  # letters


class Kind(StrEnum):
    SIGN = "sign"
    SEATING = "seating"
    GREEN = "green"
    FOOD = "food"
    FIRE = "fire"
    OTHER = "other"


# How many steps a kind begins with; each is a sentence of its own in the texts. Who does them is said beside it.
TEMPLATES: dict[Kind, tuple[str | None, ...]] = {
    Kind.SIGN: ("liaison", "shop", "team", "shop", None),
    Kind.SEATING: ("liaison", "shop", "team", "shop", "shop"),
    Kind.GREEN: ("liaison", "team", "team", "liaison", None),
    Kind.FOOD: ("shop", "shop", "team", "shop", "shop"),
    Kind.FIRE: ("liaison", "shop", "team", "shop", "shop"),
    Kind.OTHER: ("liaison", "team", None),
}


class Status(StrEnum):
    FINDING_OUT = "finding_out"
    PREPARING = "preparing"
    HANDED_IN = "handed_in"
    QUESTIONS = "questions"
    GRANTED = "granted"
    CONDITIONS = "conditions"
    REFUSED = "refused"
    EXPIRED = "expired"
    NOT_NEEDED = "not_needed"


NEXT: dict[Status, tuple[Status, ...]] = {
    Status.FINDING_OUT: (Status.PREPARING, Status.HANDED_IN, Status.NOT_NEEDED),
    Status.PREPARING: (Status.HANDED_IN, Status.NOT_NEEDED, Status.FINDING_OUT),
    Status.HANDED_IN: (Status.GRANTED, Status.QUESTIONS, Status.CONDITIONS, Status.REFUSED, Status.PREPARING),
    Status.QUESTIONS: (Status.HANDED_IN, Status.GRANTED, Status.CONDITIONS, Status.REFUSED, Status.PREPARING),
    Status.GRANTED: (Status.CONDITIONS, Status.EXPIRED, Status.HANDED_IN),
    Status.CONDITIONS: (Status.GRANTED, Status.EXPIRED, Status.HANDED_IN),
    Status.REFUSED: (Status.PREPARING, Status.HANDED_IN),
    Status.EXPIRED: (Status.PREPARING, Status.HANDED_IN),
    Status.NOT_NEEDED: (Status.FINDING_OUT,),
}
WAITS = frozenset({Status.HANDED_IN, Status.QUESTIONS})
VALID = frozenset({Status.GRANTED, Status.CONDITIONS})
OPEN = frozenset({Status.FINDING_OUT, Status.PREPARING}) | WAITS
# Whoever follows the idea hears it.
NEWS = frozenset({Status.HANDED_IN, Status.GRANTED, Status.CONDITIONS, Status.REFUSED})


class Whose(StrEnum):
    """In whose name it is asked for."""

    SHOP = "shop"
    TEAM = "team"
    CITY = "city"


class Fee(StrEnum):
    NONE = "none"
    SMALL = "small"
    LARGE = "large"


class Who(StrEnum):
    """Whose turn a step is."""

    SHOP = "shop"
    TEAM = "team"
    LIAISON = "liaison"


class Reminder(StrEnum):
    EXPECTED = "expected"
    WEEK_AFTER = "week_after"
    EXPIRES_60 = "expires_60"
    EXPIRES_30 = "expires_30"
    EXPIRES_7 = "expires_7"


# From the day it is about, in days.
OF_EXPECTED = {Reminder.EXPECTED: 0, Reminder.WEEK_AFTER: 7}
OF_EXPIRY = {Reminder.EXPIRES_60: -60, Reminder.EXPIRES_30: -30, Reminder.EXPIRES_7: -7}


@dataclass(frozen=True)
class Due:
    """A reminder, the day it is about, and when it goes out."""

    kind: Reminder
    about_at: int
    at: int


def reminders(status: Status, expected_at: int | None, expires_at: int | None) -> tuple[Due, ...]:
    """All that belong to a permit as it stands, in the order of their days."""
    if status in WAITS and expected_at is not None:
        return tuple(Due(kind, expected_at, expected_at + days * DAY) for kind, days in OF_EXPECTED.items())
    if status in VALID and expires_at is not None:
        return tuple(Due(kind, expires_at, expires_at + days * DAY) for kind, days in OF_EXPIRY.items())
    return ()


def due(all_: Iterable[Due], noted: Iterable[tuple[Reminder, int]], now: int) -> tuple[Due, ...]:
    """Those whose time has come and that nobody noted. Only the last of them is told: the others came too late."""
    known = set(noted)
    return tuple(one for one in all_ if one.at <= now and (one.kind, one.about_at) not in known)


def may_follow(status: Status, to: Status) -> bool:
    return to in NEXT[status]


def day_of(applied_at: int, now: int) -> int:
    """The day it is handed in is day 1."""
    return max(0, now - applied_at) // DAY + 1


class Day(StrEnum):
    """Of a permit, to be asked for."""

    EXPECTED = "expected"
    EXPIRES = "expires"


class Written(StrEnum):
    """What somebody writes of it by hand."""

    NUMBER = "number"
    OFFICE = "office"
    OFFICE_WORDS = "office_words"
    DESCRIPTION = "description"
    CONDITIONS = "conditions"
    REFUSED_BY = "refused_by"
    ASK_ELSE = "ask_else"
