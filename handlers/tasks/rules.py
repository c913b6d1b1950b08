"""What follows from what with tasks: who still fits in, when somebody is reminded, which dates come next. Pure."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.i18n.clocks import Clocks, quiet_until

DAY_BEFORE, HOURS_BEFORE = timedelta(hours=24), timedelta(hours=2)
SHORT_BEFORE = timedelta(hours=48)  # the team hears that nobody was found
SHORT_AFTER = timedelta(hours=6)  # but not so soon after it was opened
SETTLED = timedelta(hours=1)  # who gives a place back sooner leaves it as free as it was: nobody is rung
MAY_CORRECT = timedelta(days=7)  # after the end; the answer of who did it, too
ASKS_FOR = timedelta(days=7)  # how long afterwards it is worth asking
AHEAD = timedelta(days=56)  # how far a standing task has dates
GOES_ON = timedelta(days=182)  # until a standing task needs a yes to go on
ASKED_ON_BEFORE = timedelta(days=14)
DRAFT_KEPT = timedelta(days=60)  # a draft or a proposal that nobody comes back to
UNTAKEN_KEPT = timedelta(days=365)  # a date nobody took
USUAL_DUE = timedelta(days=14)  # of what another feature proposes
FURTHEST = timedelta(days=730)

MOST_OPEN = 8  # tasks one person holds at a time
MOST_OF_NEWCOMERS = 3  # the same of somebody new here, with what she did of days that are still to come
MOST_EARLY = 3  # tasks one person may say are done before their day, within a day
MOST_ON_BEHALF = 30
NAMES_KEPT = timedelta(days=30)  # that came by a group's list, after the end
MOST_HOURS_A_DAY = 3  # entries without a task, of one person
MOST_PROPOSED = 30  # that wait for the team in one place
MISSES = 3
MOST_MINUTES = 12 * 60  # that somebody gave at a time
LONGEST_MINUTES = 24 * 60  # from the beginning of a date to its end
MOST_NEEDED = 99
USUAL_MINUTES = 60
STEP = 30  # minutes to which a length is rounded
LONGEST_TITLE, LONGEST_LINE, LONGEST_REASON, LONGEST_NAME = 80, 160, 300, 40


class Kind(StrEnum):
    ONCE = "once"
    SLOT = "slot"
    STANDING = "standing"


class Work(StrEnum):
    """What is done: people ask to be told of one of these."""

    HANDS = "hands"
    PLANTS = "plants"
    CRAFT = "craft"
    CHILDREN = "children"
    WORDS = "words"
    FOOD = "food"


class Every(StrEnum):
    WEEK = "week"
    MONTH = "month"


class State(StrEnum):
    """Of a task."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    OPEN = "open"
    ENDED = "ended"


class Claim(StrEnum):
    """How it stands between a person and a date."""

    CLAIMED = "claimed"
    STAND_IN = "stand_in"
    DONE = "done"
    MISSED = "missed"
    EXCUSED = "excused"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What is asked about a new task, in this order; what is rarer stands behind the preview."""

    TITLE = "title"
    KIND = "kind"
    WHEN = "when"
    EVERY = "every"
    WORK = "work"
    NEEDED = "needed"
    PREVIEW = "preview"
    BRING = "bring"
    SAFETY = "safety"
    SPOT = "spot"
    MINIMUM = "minimum"
    SKILLED = "skilled"
    ADULTS = "adults"


class Reminder(StrEnum):
    DAY = "day"
    HOURS = "hours"


HOLDS = (Claim.CLAIMED, Claim.STAND_IN)


def due_reminder(
    starts: datetime, now: datetime, claimed: datetime, day_done: bool, hours_done: bool
) -> Reminder | None:
    """One of the two, none once it began, and none that would only repeat what she took on just now."""
    if now >= starts:
        return None
    if now >= starts - HOURS_BEFORE:
        return None if hours_done or claimed > starts - HOURS_BEFORE else Reminder.HOURS
    if now >= starts - DAY_BEFORE:
        return None if day_done or claimed > starts - DAY_BEFORE else Reminder.DAY
    return None


def still_useful(starts: datetime, now: datetime, clocks: Clocks) -> bool:
    """Quiet hours must not hold a reminder back until it has begun."""
    heard = quiet_until(now, clocks)
    return heard is None or heard < starts


def dates(first: datetime, every: Every, after: datetime, until: datetime, clocks: Clocks) -> list[datetime]:
    """The dates of a standing task later than `after`, at the same hour on the clock people read.

    A month that has no such day has it on its last one.
    """
    local = first.astimezone(clocks.first_shown)
    found: list[datetime] = []
    for count in range(1000):
        at = (
            local + timedelta(weeks=count) if every is Every.WEEK else local + relativedelta(months=count)
        ).astimezone(UTC)
        if at > until:
            break
        if at > after:
            found.append(at)
    return found


def usual_minutes(lasts_ms: int) -> int:
    """What "done" offers: how long it was to take, in half hours."""
    minutes = lasts_ms // 60_000
    if not minutes:
        return USUAL_MINUTES
    return min(max(STEP, -(-minutes // STEP) * STEP), MOST_MINUTES)


def read_hours(words: str) -> int | None:
    """Minutes, from "2", "1.5", "1,5 h", "两个半小时"; None where no number of hours is said."""
    plain = unicodedata.normalize("NFKC", words).casefold().replace(",", ".")
    plain = "".join(str(unicodedata.decimal(letter, letter)) for letter in plain)
    for number, letter in enumerate("零一二三四五六七八九"):
        plain = plain.replace(letter, str(number))
    plain = plain.replace("两", "2").replace("兩", "2")
    found = re.search(r"\d{1,4}(?:\.\d{1,2})?", plain)
    if found is None:
        return 30 if "半" in plain or "يېرىم" in words else None
    minutes = float(found[0]) * (1 if re.search(r"min|分|مىنۇت", plain) else 60)
    if ("半" in plain or "يېرىم" in words) and "." not in found[0]:
        minutes += 30
    return round(minutes) if 1 <= minutes <= MOST_MINUTES else None


def read_number(words: str) -> int | None:
    found = re.search(r"\d+", unicodedata.normalize("NFKC", words), re.ASCII)
    number = int(found[0][:6]) if found else 0
    return number if 1 <= number <= MOST_NEEDED else None
