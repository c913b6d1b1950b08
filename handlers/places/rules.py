"""What a lead may set, and how what she typed is read."""

import re
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, available_timezones

from bot.i18n.clocks import Clocks
from bot.i18n.dates import Understood, parse_clock_time, understand
from bot.identity.places import Space

MOST_NAME = 60  # letters of a place's name
MOST_SPOT_NAME = 40
MOST_SPOTS = 20
MINUTES_A_DAY = 24 * 60
ZONES = ("Asia/Urumqi", "Asia/Shanghai", "Asia/Almaty")
QUIETS = ((22 * 60, 7 * 60 + 30), (21 * 60, 8 * 60), (23 * 60, 7 * 60))
MONEY_LIMITS = (10_000, 50_000, 200_000)  # hundredths; above it a second person agrees
MADE_DAYS = (7, 14, 30)  # for makers, before what they made may go
ANSWER_DAYS = (14, 30, 0)  # for an answer; 0 for no promise
ANSWER_VOICES = (1, 5, 10)  # from which it is owed
SHORTEST_QUIET, LONGEST_QUIET = 6 * 60, 16 * 60  # people sleep, and messages have to come through some time
BETWEEN = re.compile(r"\s*(?:[-–—－~～]|至|到|دىن| to )\s*")
SPACES = (Space.INSIDE, Space.FRONT, Space.YARD, Space.STREET)


class Setting(StrEnum):
    """What of a place changed, as it stands on record."""

    NAME = "name"
    LANGUAGES = "languages"
    TIMEZONE = "timezone"
    SECOND_CLOCK = "second-clock"
    MODERATION = "moderation"
    QUIET = "quiet"
    SHOP_DIGEST = "shop-digest"
    TEAM_DIGEST = "team-digest"
    MADE_DAYS = "made-days"
    MONEY_LIMIT = "money-limit"
    ANSWER_DAYS = "answer-days"
    ANSWER_VOICES = "answer-voices"
    SPOT_ADDED = "spot-added"
    SPOT_NAME = "spot-name"
    SPOT_SPACE = "spot-space"
    SPOT_PHOTO = "spot-photo"
    SPOT_ORDER = "spot-order"
    SPOT_REMOVED = "spot-removed"
    SPOT_BACK = "spot-back"


SPOT_SETTINGS = tuple(one for one in Setting if one.value.startswith("spot-"))
DIGESTS = (Setting.SHOP_DIGEST, Setting.TEAM_DIGEST)


def find_zone(words: str) -> str | None:
    """The IANA name that people mean, however they write its case and its gaps."""
    wanted = re.sub(r"\s+", "_", words.strip()).casefold()
    known = {zone.casefold(): zone for zone in available_timezones() if "/" in zone}
    return known.get(wanted)


def read_minute(words: str, now: datetime, clocks: Clocks, language: str) -> int | None:
    """Minutes after midnight in the clock shown first; another clock that is named counts."""
    understood = understand(words, now, clocks, language)
    if isinstance(understood, Understood):
        local = understood.at.astimezone(clocks.first_shown)
        return local.hour * 60 + local.minute
    clock = parse_clock_time(words)
    return clock.hour * 60 + clock.minute if clock else None


def read_quiet(words: str, now: datetime, clocks: Clocks, language: str) -> tuple[int, int] | None:
    """ "22:00-07:30", in the clock shown first, as minutes in the clock of the place."""
    parts = [part for part in BETWEEN.split(words) if part.strip()]
    if len(parts) != 2:
        return None
    minutes = [read_minute(part, now, clocks, language) for part in parts]
    start, end = (None if one is None else in_local_clock(one, now, clocks) for one in minutes)
    return None if start is None or end is None else (start, end)


def in_local_clock(minute: int, now: datetime, clocks: Clocks) -> int:
    """From the clock shown first to that of the place."""
    ahead = now.astimezone(clocks.first_shown).utcoffset()
    local = now.astimezone(ZoneInfo(clocks.timezone)).utcoffset()
    if ahead is None or local is None:
        return minute
    return (minute - round((ahead - local).total_seconds() / 60)) % MINUTES_A_DAY


def is_sensible_quiet(start: int, end: int) -> bool:
    return SHORTEST_QUIET <= (end - start) % MINUTES_A_DAY <= LONGEST_QUIET


def clock_words(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def quiet_words(start: int, end: int) -> str:
    return f"{clock_words(start)}–{clock_words(end)}"
