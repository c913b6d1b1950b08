"""Which quiet hours and pauses are offered, and reading the hours somebody types."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.i18n.times import QUIET_FROM, QUIET_TO, Clocks, parse_clock_time

WEEK, MONTH = 7, 30  # days of a pause
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


def _minutes(clock: time, now: datetime, clocks: Clocks) -> int:
    shown = datetime.combine(now.astimezone(clocks.first_shown).date(), clock, clocks.first_shown)
    local = shown.astimezone(ZoneInfo(clocks.timezone))
    return local.hour * 60 + local.minute
