"""What follows from what at an event: seats, the waiting list, dates, and when people are told. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from bot.i18n.clocks import Clocks, quiet_until

LASTS = timedelta(hours=2)  # nobody is asked for an end; calendars want one where none was said
LONGEST_MINUTES = 24 * 60
LONG_BEFORE = timedelta(hours=24)
SHORT_BEFORE = timedelta(hours=2)
HOLD = timedelta(minutes=10)  # a slip can be corrected before anybody hears of it
SOON = timedelta(hours=2)
THANKS_IN_TIME = timedelta(days=3)
TO_SAY_NO = timedelta(hours=12)  # for whoever moved up from the waiting list
WEEK = timedelta(weeks=1)
FURTHEST = timedelta(days=3660)

MOST_GUESTS = 9  # grown-ups, and as many children
MOST_PEOPLE = 9999
SEATS_EACH = 12  # of newcomers at one address, for one event and day, with their guests
MOST_WALK_INS = 999
MOST_REPEATS = 12
MOST_ON_BEHALF = 300  # neighbours without an account, of one event
NAMES_KEPT = timedelta(days=30)  # of neighbours without an account, after the event
MOST_PHOTOS = 10  # of one person, of one event
OFFERED_DAYS = 7
FURTHEST_PAGE = 12  # weeks that the day picker leafs through
USUAL_HOURS = (10, 16, 19)  # on the clock shown first
HOURS = (USUAL_HOURS, tuple(range(8, 15)), tuple(range(15, 22)))
LONGEST_TITLE, LONGEST_WHEREABOUTS, LONGEST_WORDS, LONGEST_REASON = 80, 120, 400, 300


class Choice(StrEnum):
    """What people can answer."""

    COMING = "coming"
    MAYBE = "maybe"
    CANT = "cant"


class Answer(StrEnum):
    """What their answer became."""

    COMING = "coming"
    MAYBE = "maybe"
    CANT = "cant"
    WAITING = "waiting"


class Mood(StrEnum):
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class Step(StrEnum):
    """What is asked about a new event, in this order."""

    TITLE = "title"
    WHEN = "when"
    REPEAT = "repeat"
    WHERE = "where"
    MANY = "many"
    WORDS = "words"
    PICTURE = "picture"
    PREVIEW = "preview"


class Scope(StrEnum):
    """Which dates of a weekly event are meant."""

    THIS = "this"
    LATER = "later"


class Reminder(StrEnum):
    DAY = "day"
    HOURS = "hours"


@dataclass(frozen=True)
class Party:
    """Somebody on the waiting list and the seats she needs. Whoever has no account has a `noted_id` and no person."""

    person_id: int
    seats: int
    noted_id: int = 0


def has_room(capacity: int, taken: int, more: int) -> bool:
    return capacity == 0 or taken + more <= capacity


def moving_up(capacity: int, taken: int, waiting: Sequence[Party]) -> list[Party]:
    """Who gets a seat now. In order: a large party is not overtaken by a small one behind it."""
    lucky: list[Party] = []
    for party in waiting:
        if not has_room(capacity, taken, party.seats):
            break
        taken += party.seats
        lucky.append(party)
    return lucky


def due_reminder(start: datetime, now: datetime, day_done: bool, hours_done: bool) -> Reminder | None:
    """Only one when both are due, and none once it has begun."""
    if now >= start:
        return None
    if now >= start - SHORT_BEFORE:
        return None if hours_done else Reminder.HOURS
    if now >= start - LONG_BEFORE:
        return None if day_done else Reminder.DAY
    return None


def still_useful(start: datetime, now: datetime, clocks: Clocks) -> bool:
    """Quiet hours must not hold a reminder back until the event is over."""
    heard = quiet_until(now, clocks)
    return heard is None or heard < start


def past_reminders(start: datetime, now: datetime) -> tuple[bool, bool]:
    """Which of the two (day, hours) would only repeat what people are reading just now."""
    return now >= start - LONG_BEFORE, now >= start - SHORT_BEFORE


def when_to_tell(now: datetime, told: datetime, start: datetime) -> datetime:
    """A change is held for a while, unless somebody would set out meanwhile."""
    return now if min(told, start) - now < SOON else now + HOLD


def doors_are_open(start: datetime, end: datetime | None, now: datetime) -> bool:
    """When people arrive."""
    return start - SHORT_BEFORE <= now <= (end or start + LASTS) + SHORT_BEFORE


def say_no_by(heard: datetime, start: datetime) -> datetime:
    """Until when somebody who moved up is asked whether she still comes: shorter when it begins soon."""
    return heard + min(TO_SAY_NO, max(start - heard, timedelta()) / 2)


def weekly(start: datetime, times: int, clocks: Clocks) -> list[datetime]:
    """The same hour every week on the clock people read, also where clocks are changed in between."""
    local = start.astimezone(clocks.first_shown)
    return [(local + week * WEEK).astimezone(UTC) for week in range(times)]


def weeks_until(start: datetime, last: datetime) -> int:
    """How many weekly dates there are from the first one up to the last, both counted."""
    return (last - start) // WEEK + 1


def days_to_offer(now: datetime, clocks: Clocks, page: int) -> list[date]:
    """Seven days in a row; the first of them is today, as long as one of the usual hours lies ahead."""
    local = now.astimezone(clocks.first_shown)
    first = local.date() + timedelta(days=local.hour >= USUAL_HOURS[-1])
    return [first + timedelta(days=page * OFFERED_DAYS + day) for day in range(OFFERED_DAYS)]
