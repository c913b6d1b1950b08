"""Which week is asked about, what a number may be, and when a curve falls. Pure. Figures: docs/busy.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.i18n.clocks import Clocks
from bot.identity.roles import SHOPKEEPERS, TEAM

READERS = SHOPKEEPERS | TEAM
DAYS = 7
MADE_UP = 4  # weeks back that may still be told
LEAST = 6  # answers before anything is read from them
IN_A_ROW = 4  # answers that make a mean
NEWEST = 2  # of these, each by itself has to be low
WINDOW = 12  # weeks that are looked at
QUARTER = 13  # weeks in which an alarm comes once at most
FRESH = 5  # weeks in which the newest four must lie
MOST_CAME, MOST_COUNTED = 100_000, 5_000
MOST_COUNTS = 5  # in one week and place
LONGEST_NUMBER = 6  # digits
SETTLES = timedelta(hours=2)  # in which a slip of the thumb is mended before anybody is told
DRAFT_KEPT = timedelta(days=1)
KEPT = timedelta(days=1096)


class How(StrEnum):
    """What somebody says of a week. Worth 1, 2, 3."""

    QUIET = "quiet"
    USUAL = "usual"
    BUSY = "busy"


class Weather(StrEnum):
    FAIR = "fair"
    WET = "wet"
    EXTREME = "extreme"


WORTH = {How.QUIET: 1, How.USUAL: 2, How.BUSY: 3}


@dataclass(frozen=True)
class Told:
    """One week's answer; `came` where she said a number."""

    week: int
    how: How
    came: int | None = None


@dataclass(frozen=True)
class Fall:
    """Read from so many `answers`; the four best weeks in a row began in `best_from` and ended in `best_to`."""

    answers: int
    best_from: int
    best_to: int


def week_of(now: datetime, clocks: Clocks) -> int:
    return week_of_day(now.astimezone(clocks.first_shown).date())


def week_of_day(day: date) -> int:
    """The first day of the calendar was a Monday."""
    return (day.toordinal() - 1) // DAYS


def monday(week: int, clocks: Clocks) -> datetime:
    """When it begins (UTC)."""
    day = date.fromordinal(week * DAYS + 1)
    return datetime.combine(day, time(), clocks.first_shown).astimezone(UTC)


def may_be_told(week: int, now: datetime, clocks: Clocks) -> bool:
    """When it is over, and for a month."""
    return week_of(now, clocks) - MADE_UP <= week < week_of(now, clocks)


def read_number(words: str, most: int) -> int | None:
    """Digits in any script, and nothing else."""
    digits = words.strip()
    if not digits.isdecimal() or len(digits) > LONGEST_NUMBER or int(digits) > most:
        return None
    return int(digits)


def measured(told: Sequence[Told]) -> list[tuple[int, int]]:
    """Weeks with their worth: by her numbers where she says enough of them, lately too; else by her taps."""
    numbers = [(one.week, one.came) for one in told if one.came is not None]
    if len(numbers) >= LEAST and all(one.came is not None for one in told[-NEWEST:]):
        return numbers
    return [(one.week, WORTH[one.how]) for one in told]


def fall(told: Sequence[Told], week: int) -> Fall | None:
    """Whether people stay away, as the curve stood after `week`. Expects the weeks in order, each once.

    The mean of the newest four answers, and each of the newest two, is below half of the best four in a row of the
    last quarter. Why not three falls in a row: docs/busy.md.
    """
    curve = measured([one for one in told if week - WINDOW < one.week <= week])
    if len(curve) < LEAST or curve[-IN_A_ROW][0] <= week - FRESH:
        return None
    fours = [curve[at : at + IN_A_ROW] for at in range(len(curve) - IN_A_ROW + 1)]
    best = max(fours, key=_mean)
    half = _mean(best) / 2
    newest = [worth for _, worth in curve[-NEWEST:]]
    if _mean(curve[-IN_A_ROW:]) >= half or max(newest) >= half:
        return None
    return Fall(len(curve), best[0][0], best[-1][0])


def _mean(four: Sequence[tuple[int, int]]) -> float:
    return sum(worth for _, worth in four) / len(four)
