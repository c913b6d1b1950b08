"""Who reads which digest, when it is due, and which totals are too small to be told."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.clock import moment
from bot.i18n.clocks import Clocks, When, quiet_until
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM, Role

LATE = timedelta(minutes=30)
USEFUL = timedelta(hours=6)  # a digest that is later than that waits for the next one, which covers it
MAKES_UP = 2  # days after its own on which a weekly digest that could not be sent is tried again
FIRST_WINDOW = timedelta(days=7)  # what the first digest looks back on
STILL_HERE = timedelta(days=6, hours=12)  # a week, whatever the seconds and the clock changes
ROW_KEPT = timedelta(days=6)  # the outbox forgets a row after seven
# Half a day less than they say, whatever the minute of a digest: what was shown on Monday returns on Thursday.
RETURNS = timedelta(days=2, hours=12)
TOMORROW = timedelta(hours=12)
PATIENCE = timedelta(days=3)  # after it came back and before a volunteer is asked to speak with whoever it waits for
SILENCE = timedelta(days=6, hours=12)  # since it was asked first: a week in which nobody decided
WHILE_RESTING = 0  # Monday: when a place without a team speaks
FEWEST = 5  # a smaller total could be read as somebody


class Kind(StrEnum):
    SHOP = "shop"
    TEAM = "team"
    LIAISON = "liaison"
    YARD = "yard"
    RESIDENTS = "residents"


WEEKLY = frozenset({Kind.LIAISON, Kind.RESIDENTS})
# Whose digest asks for decisions, and who answers there.
DECIDES = {Kind.SHOP: Role.SHOPKEEPER, Kind.LIAISON: Role.LIAISON, Kind.YARD: Role.PROPERTY_MANAGER}


@dataclass(frozen=True)
class Rhythm:
    """`minute` after midnight in the clock shown first; `weekday` counts from Monday, None is every day."""

    minute: int
    weekday: int | None = None


EVERY_DAY = (Rhythm(9 * 60 + 30), Rhythm(13 * 60), Rhythm(20 * 60))
CHOICES: dict[Kind, tuple[Rhythm, ...]] = {
    Kind.SHOP: EVERY_DAY,
    Kind.TEAM: EVERY_DAY,
    Kind.LIAISON: (Rhythm(9 * 60 + 30, 0), Rhythm(13 * 60, 2), Rhythm(16 * 60, 4)),
    Kind.YARD: EVERY_DAY,
    Kind.RESIDENTS: (Rhythm(19 * 60, 6), Rhythm(12 * 60, 5), Rhythm(19 * 60, 2)),
}
USUAL: dict[Kind, Rhythm] = {kind: choices[0] for kind, choices in CHOICES.items()}


@dataclass(frozen=True)
class Turn:
    """One time a digest is to come: `key` is that date or week, `at` when it was meant for, `tried_at` when it is
    tried (again) at the latest."""

    key: str
    at: datetime
    tried_at: datetime


def kinds_of(roles: Set[Role]) -> tuple[Kind, ...]:
    """What comes with a role; the residents' digest is asked for."""
    wanted = (
        (Kind.SHOP, SHOPKEEPERS),
        (Kind.TEAM, TEAM),
        (Kind.LIAISON, LIAISONS),
        (Kind.YARD, PROPERTY_MANAGERS),
    )
    return tuple(kind for kind, who in wanted if who.roles & roles)


def turn(rhythm: Rhythm, now: datetime, clocks: Clocks) -> Turn:
    """The one of today or, of a weekly digest, of the last seven days."""
    day = today(now, clocks)
    if rhythm.weekday is None:
        at = at_minute(day, rhythm.minute, clocks)
        return Turn(day.isoformat(), at, at)
    days_ago = (day.weekday() - rhythm.weekday) % 7
    chosen = day - timedelta(days=days_ago)
    tried = day if days_ago <= MAKES_UP else chosen
    year, week, _ = chosen.isocalendar()
    at = at_minute(chosen, rhythm.minute, clocks)
    return Turn(f"{year}-W{week:02}", at, at_minute(tried, rhythm.minute, clocks))


def next_time(rhythm: Rhythm, now: datetime, clocks: Clocks) -> datetime:
    day = today(now, clocks)
    days = 1 if rhythm.weekday is None else (rhythm.weekday - day.weekday()) % 7 or 7
    if days != 1 and at_minute(day, rhythm.minute, clocks) > now and rhythm.weekday == day.weekday():
        days = 0
    return at_minute(day + timedelta(days=days), rhythm.minute, clocks)


def at_minute(day: date, minute: int, clocks: Clocks) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), clocks.first_shown)


def today(now: datetime, clocks: Clocks) -> date:
    return now.astimezone(clocks.first_shown).date()


def is_due(turn: Turn, from_at: int, now: datetime, clocks: Clocks) -> bool:
    """Never in quiet hours, long after its time, nor for a time that was past when it was chosen."""
    in_time = moment(from_at) <= turn.at and turn.tried_at <= now <= turn.tried_at + USEFUL
    return in_time and quiet_until(now, clocks) is None


def quiet_shown(now: datetime, clocks: Clocks) -> tuple[When, When]:
    """From when until when it is quiet, today, in the clocks of the place."""
    day, here = now.astimezone(ZoneInfo(clocks.timezone)).date(), ZoneInfo(clocks.timezone)
    start, end = (datetime.combine(day, at, here) for at in (clocks.quiet_from, clocks.quiet_to))
    return When(start, clocks, "time"), When(end, clocks, "time")


def is_quiet(minute: int, now: datetime, clocks: Clocks) -> bool:
    return quiet_until(at_minute(today(now, clocks), minute, clocks), clocks) is not None


def told(counts: Sequence[int]) -> int:
    """How much of these counts may be told. Each is of a time of its own: a small one could be found by
    subtracting what was told before."""
    return sum(count for count in counts if count >= FEWEST)
