"""Which quiet hours and pauses are offered, and reading the hours or the day somebody types."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.i18n.clocks import QUIET_FROM, QUIET_TO, Clocks
from bot.i18n.dates import Ambiguous, Understood, parse_clock_time, understand

WEEK, MONTH = 7, 30  # days of a pause
LONGEST_PAUSE = timedelta(days=370)
MORNING = time(9, 30)  # when a day was typed without a time
BETWEEN = re.compile(r"\s*(?:--|[-–—~～至到]|\bto\b|\bتىن\b)\s*")


class Quiet(StrEnum):
    """What is offered; anything else is typed."""

    USUAL = "usual"
    LONG = "long"
    NONE = "none"


@dataclass(frozen=True)
class Hours:
    """Minutes after midnight in the clock of the place; None for the usual ones, equal for none."""

    start: int | None
    end: int | None


OFFERED = {Quiet.USUAL: Hours(None, None), Quiet.LONG: Hours(21 * 60, 9 * 60), Quiet.NONE: Hours(0, 0)}


def read_hours(words: str, now: datetime, clocks: Clocks) -> Hours | None:
    """ "23:00-8:00", in the clock shown first, as every time that people type."""
    parts = [part for part in BETWEEN.split(words.strip()) if part]
    if len(parts) != 2:
        return None
    start, end = (parse_clock_time(part) for part in parts)
    if start is None or end is None:
        return None
    return Hours(_minutes(start, now, clocks), _minutes(end, now, clocks))


def ends(hours: Hours, now: datetime, clocks: Clocks) -> tuple[datetime, datetime] | None:
    """The two moments to show; None when there are no quiet hours."""
    start = QUIET_FROM if hours.start is None else time(hours.start // 60, hours.start % 60)
    end = QUIET_TO if hours.end is None else time(hours.end // 60, hours.end % 60)
    if start == end:
        return None
    today = now.astimezone(ZoneInfo(clocks.timezone)).date()
    zone = ZoneInfo(clocks.timezone)
    return datetime.combine(today, start, zone), datetime.combine(today, end, zone)


def read_day(words: str, now: datetime, clocks: Clocks, language: str) -> datetime | None:
    """The moment that was said, or the morning of the day that was said."""
    said = _moment(words, now, clocks, language)
    if said is not None:
        return said
    zone = clocks.first_shown
    # Where no day was said, the first minute of a day is tomorrow and the last one is still today.
    found = [_moment(f"{words} {clock}", now, clocks, language) for clock in ("00:01", "23:59")]
    days = {at.astimezone(zone).date() for at in found if at is not None}
    return datetime.combine(days.pop(), MORNING, zone) if len(days) == 1 else None


def _moment(words: str, now: datetime, clocks: Clocks, language: str) -> datetime | None:
    match understand(words, now, clocks, language):
        case Understood(at):
            return at
        case Ambiguous(candidates):
            return candidates[-1]
    return None


def _minutes(clock: time, now: datetime, clocks: Clocks) -> int:
    shown = datetime.combine(now.astimezone(clocks.first_shown).date(), clock, clocks.first_shown)
    local = shown.astimezone(ZoneInfo(clocks.timezone))
    return local.hour * 60 + local.minute
