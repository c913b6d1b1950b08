"""When an instalment is due, when its shopkeeper hears of it, and how long it is kept. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

LONGEST = 100  # letters of what, from whom and how much
MOST_PLANS, MOST_DATES = 20, 60
FURTHEST = timedelta(days=3660)
DUE_AT = time(10)  # in the clock shown first
STAGES = (0, 1, 7)  # days before
LATE = timedelta(days=2)  # after which a reminder that was missed is no use any more
KEPT_MONTHS = 12  # after the last date
HALF_DONE_KEPT = timedelta(days=30)
SIGN_KEPT = timedelta(days=90)
COPIES_NEW, COPIES_EVER = timedelta(hours=1), timedelta(days=30)  # how far back our own copies are looked for
AGAIN = timedelta(hours=12)  # before a helper is called once more about the same date


class Rhythm(StrEnum):
    """How often."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Sign(StrEnum):
    """What the team may see."""

    NOTHING = "nothing"
    ON_TRACK = "on_track"
    NEEDS_HELP = "needs_help"


MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}


def months_later(day: date, months: int) -> date:
    """The same day of that month, or its last one."""
    later: date = day + relativedelta(months=months)
    return later


def days(first: date, rhythm: Rhythm, count: int) -> tuple[date, ...]:
    if rhythm is Rhythm.ONCE:
        return (first,)
    return tuple(months_later(first, MONTHS[rhythm] * each) for each in range(min(max(count, 1), MOST_DATES)))


def stage(due: datetime, now: datetime) -> int | None:
    """How many days before it this is, of those on which she hears of it."""
    return next((each for each in STAGES if due - now <= timedelta(days=each)), None)


def reminder(due: datetime, now: datetime, reminded: int | None) -> int | None:
    """Which one is due; each is said once, and what was missed is not made up for."""
    found = stage(due, now)
    if found is None or now - due > LATE or (reminded is not None and reminded <= found):
        return None
    return found


def erased(dues: Iterable[date], today: date) -> bool:
    """Expects at least one."""
    return months_later(max(dues), KEPT_MONTHS) < today
