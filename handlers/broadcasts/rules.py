"""Whom a broadcast is for, how long it may be, and when a second person must agree."""

import re
import unicodedata
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.i18n.clocks import Clocks
from bot.identity.roles import TEAM, Role

TIME_TO_STOP = timedelta(seconds=30)
LARGE = 200  # people; above it a second person must agree
LONGEST = 3000  # characters; what is over the words and beneath them needs the rest of 4096
LONGEST_WITH_PICTURE = 700  # of the 1024 of a caption, with the question of a second person above it
RECENT_EVENTS = timedelta(days=14)
LISTED = 3
ACTIVE = timedelta(days=60)
PLAN_AT = time(10)  # in the clock shown first; offered for tomorrow and for Saturday
SATURDAY = 5
SOONEST, FURTHEST = timedelta(minutes=1), timedelta(days=180)
DAY = timedelta(days=1)


class Whom(StrEnum):
    EVERYONE = "everyone"
    TEAM = "team"
    SHOPKEEPERS = "shopkeepers"
    LIAISONS = "liaisons"
    PROPERTY_MANAGERS = "property_managers"
    IDEA = "idea"
    EVENT = "event"


ROLES = (Whom.TEAM, Whom.SHOPKEEPERS, Whom.LIAISONS, Whom.PROPERTY_MANAGERS)


def longest(media_id: int | None) -> int:
    return LONGEST if media_id is None else LONGEST_WITH_PICTURE


def number_in(words: str) -> int | None:
    """ "27", "no. 27", "２７号"."""
    found = re.search(r"\d{1,9}", unicodedata.normalize("NFKC", words))
    return int(found[0]) if found else None


def moments_to_offer(now: datetime, clocks: Clocks) -> tuple[datetime, ...]:
    """Tomorrow, and the Saturday after that."""
    local = now.astimezone(clocks.first_shown)
    tomorrow = local.date() + DAY
    saturday = tomorrow + ((SATURDAY - tomorrow.weekday() - 1) % 7 + 1) * DAY
    return tuple(datetime.combine(day, PLAN_AT, clocks.first_shown) for day in (tomorrow, saturday))


def needs_second(count: int, author: frozenset[Role], approver: frozenset[Role] | None) -> bool:
    """Also when whoever wrote it, or agreed to it, has left the team meanwhile."""
    if approver is not None:
        return not approver & TEAM.roles
    return count > LARGE or not author & TEAM.roles
