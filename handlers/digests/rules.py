"""When a digest is due, and what of it fits into one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.clock import moment
from bot.texts import Text, fits, join, render_plain
from bot.times import Clocks, When, quiet_until
from handlers.digests.kept import shortened

LIMIT = 900  # characters of the whole message, below the 1024 of a caption
DECISIONS = 3
PICTURES = 9
WORDS = (160, 100, 60, 40, 24, 12, 6)  # how long a person's words may be, tried one after another
USUAL_MINUTE = 9 * 60 + 30
CHOICES = (USUAL_MINUTE, 13 * 60, 20 * 60)
LATE = timedelta(minutes=30)
FIRST_WINDOW = timedelta(days=7)  # what the first digest looks back on
STILL_HERE = timedelta(days=6, hours=12)  # a week, whatever the seconds and the clock changes
ROW_KEPT = timedelta(days=6)  # the outbox forgets a row after seven


class Kind(StrEnum):
    SHOP = "shop"
    TEAM = "team"


@dataclass(frozen=True)
class Content:
    """What a digest wants to say; `rest` is joined by `separator`."""

    first: Text
    decisions: tuple[Text, ...]
    rest: tuple[Text, ...]
    separator: str


def compose(content: Content, language: str) -> Text:
    """At most LIMIT characters in this language: lines go first, then words get shorter, decisions never go."""
    for count in range(len(content.rest), -1, -1):
        whole = _whole(content, content.decisions, content.rest[:count])
        if fits(render_plain(whole, language), LIMIT):
            return whole
    for limit in WORDS:
        whole = _whole(content, [shortened(one, limit) for one in content.decisions], ())
        if fits(render_plain(whole, language), LIMIT):
            return whole
    return whole


def _whole(content: Content, decisions: Sequence[Text], rest: Sequence[Text]) -> Text:
    lines = [content.first, *decisions]
    return join(*lines, join(*rest, separator=content.separator)) if rest else join(*lines)


def at_minute(day: date, minute: int, clocks: Clocks) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), clocks.first_shown)


def today(now: datetime, clocks: Clocks) -> date:
    return now.astimezone(clocks.first_shown).date()


def is_due(planned: datetime, from_at: int, now: datetime, clocks: Clocks) -> bool:
    """Never in quiet hours, and never for a time that was past when it was chosen."""
    return moment(from_at) <= planned <= now and quiet_until(now, clocks) is None


def quiet_shown(now: datetime, clocks: Clocks) -> tuple[When, When]:
    """From when until when it is quiet, today, in the clocks of the place."""
    day, here = now.astimezone(ZoneInfo(clocks.timezone)).date(), ZoneInfo(clocks.timezone)
    start, end = (datetime.combine(day, at, here) for at in (clocks.quiet_from, clocks.quiet_to))
    return When(start, clocks, "time"), When(end, clocks, "time")


def is_quiet(minute: int, now: datetime, clocks: Clocks) -> bool:
    return quiet_until(at_minute(today(now, clocks), minute, clocks), clocks) is not None
