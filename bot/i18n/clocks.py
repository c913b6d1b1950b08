"""The two clocks of Xinjiang, and how a moment is shown on them."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, get_timezone_name

from bot.i18n import texts
from bot.i18n.texts import Text, machine

BEIJING, XINJIANG = "Asia/Shanghai", "Asia/Urumqi"
QUIET_FROM, QUIET_TO = time(22), time(7, 30)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Clocks:
    """`timezone` is where the place lies; `second`, if set, is shown first: "19:00 北京时间（…17:00）".

    Quiet hours are meant in `timezone`.
    """

    timezone: str
    second: str | None = None
    quiet_from: time = QUIET_FROM
    quiet_to: time = QUIET_TO

    @property
    def first_shown(self) -> ZoneInfo:
        return ZoneInfo(self.second or self.timezone)


@dataclass(frozen=True)
class When:
    """A moment inside a sentence, `at` in UTC. A "date" has its year, for what stays for years.

    With `until` a time of day is a span: 19:00–21:00.
    """

    at: datetime
    clocks: Clocks
    style: Literal["time", "day", "daytime", "date"] = "daytime"
    until: datetime | None = None

    def show(self, language: str) -> str:
        return show(self, language)


def show(when: When, language: str) -> str:
    """Plain words with isolates, to be escaped by whoever puts them into HTML."""
    first = when.at.astimezone(when.clocks.first_shown)
    if when.style == "day":
        return _day(first, language)
    if when.style == "date":
        return format_skeleton("yMMMd", first, locale=locale_of(language))
    moment = _both_clocks(when, first, language)
    if when.style == "daytime":
        moment = machine.day_and_time(day=_day(first, language), time=moment)
    return texts.render_plain(moment, language)


def quiet_until(now: datetime, clocks: Clocks, start: time | None = None, end: time | None = None) -> datetime | None:
    """When the quiet hours end (UTC) if `now` is inside them; None outside, and never if start is end.

    Those of the place, unless others are given.
    """
    start = clocks.quiet_from if start is None else start
    end = clocks.quiet_to if end is None else end
    local = now.astimezone(ZoneInfo(clocks.timezone))
    clock = local.time().replace(tzinfo=None)
    over_midnight = start > end
    quiet = clock >= start or clock < end if over_midnight else start <= clock < end
    if not quiet:
        return None
    day = local.date() + (DAY if over_midnight and clock >= start else timedelta())
    return datetime.combine(day, end, ZoneInfo(clocks.timezone)).astimezone(UTC)


def _day(local: datetime, language: str) -> str:
    return format_skeleton("MMMEd", local, locale=locale_of(language))


def _both_clocks(when: When, first: datetime, language: str) -> Text:
    if when.clocks.second is None or when.clocks.second == when.clocks.timezone:
        return texts.literal(_hours(when, when.clocks.first_shown))
    zone = ZoneInfo(when.clocks.timezone)
    second = when.at.astimezone(zone)
    beside = _hours(when, zone)
    if when.style == "daytime" and second.date() != first.date():
        # Around midnight the two clocks stand on different days.
        beside = f"{_day(second, language)} {beside}"
    return machine.two_clocks(
        first=_hours(when, when.clocks.first_shown),
        first_clock=_clock_name(when.clocks.second, language),
        second=beside,
        second_clock=_clock_name(when.clocks.timezone, language),
    )


def _hours(when: When, zone: ZoneInfo) -> str:
    begins = f"{when.at.astimezone(zone):%H:%M}"
    return begins if when.until is None else f"{begins}–{when.until.astimezone(zone):%H:%M}"


def _clock_name(timezone: str, language: str) -> Text:
    # CLDR has no name for Asia/Urumqi, and calls the other one China Standard Time.
    ours = {BEIJING: machine.clock_beijing, XINJIANG: machine.clock_xinjiang}
    return ours.get(timezone) or texts.literal(get_timezone_name(ZoneInfo(timezone), locale=locale_of(language)))


@cache
def locale_of(language: str) -> Locale:
    return Locale.parse(language if language in texts.LANGUAGES else texts.FALLBACK)
