"""When somebody is thanked, what a certificate may say, and who signs it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.clock import milliseconds, moment
from bot.errors import Refusal
from bot.i18n.texts import clean, fits
from bot.identity import names
from bot.identity.roles import LEADS, SHOPKEEPERS
from handlers.thanks.words import t

TIMES = (1, 5, 25)
FRESH = timedelta(days=30)  # what is older is no occasion any more, and what nobody wrote to by then lapses
KEPT = timedelta(days=365)  # thanks that were sent, left out or lapsed; longer than an occasion stays fresh
APART = timedelta(days=7)  # between two thanks to one person
LONGEST_SENTENCE = 300
LONGEST_NAME = 60
MOST_VALID = 12  # certificates of one person in a place
DRAFT_KEPT = timedelta(days=30)
WAITS = timedelta(days=30)  # for a signature; then she hears that nobody gave one
AGAIN = timedelta(days=1)  # before those who sign are told of the same one once more
SIGNERS = LEADS | SHOPKEEPERS
YEAR = timedelta(days=365)


class Occasion(StrEnum):
    """`again`: something she worked on was looked at again, and is still good."""

    TIMES = "times"
    YEARS = "years"
    AGAIN = "again"


class Kind(StrEnum):
    """What somebody gave. Training is a line of its own."""

    IDEA = "idea"
    MADE = "made"
    EVENT = "event"
    TASK = "task"
    HOURS = "hours"
    TRAINING = "training"


class State(StrEnum):
    DRAFT = "draft"
    ASKED = "asked"
    VALID = "valid"
    WITHDRAWN = "withdrawn"


class Period(StrEnum):
    """What a certificate is about."""

    ALL = "all"
    YEAR = "year"
    MONTHS = "months"


@dataclass(frozen=True)
class Deed:
    """One thing that somebody did. `subject` is what it was, so that nothing counts twice; `at` in ms."""

    kind: Kind
    subject: str
    words: str
    at: int
    minutes: int


@dataclass(frozen=True)
class Line:
    """The same thing done several times is one line."""

    kind: Kind
    words: str
    times: int
    minutes: int


def once_each(deeds: Iterable[Deed]) -> list[Deed]:
    """Whose idea it was and who made it did one thing; oldest first."""
    first: dict[str, Deed] = {}
    for one in sorted(deeds, key=lambda one: (one.at, one.subject, one.kind)):
        first.setdefault(one.subject, one)
    return list(first.values())


def occasions(at: Sequence[int], now: int, zone: ZoneInfo) -> list[tuple[Occasion, int, int]]:
    """Which time and which year have come lately, each with the moment, from when (ms) she did things here."""
    if not at:
        return []
    times = sorted(at)
    found = [(Occasion.TIMES, count, times[count - 1]) for count in TIMES if count <= len(times)]
    found += [(Occasion.YEARS, years, when) for years, when in _anniversaries(times, now, zone)]
    oldest = now - FRESH // timedelta(milliseconds=1)
    return [one for one in found if oldest < one[2] <= now]


def _anniversaries(times: Sequence[int], now: int, zone: ZoneInfo) -> list[tuple[int, int]]:
    """Of the day on which she began; not for whoever has done nothing in the year that ends."""
    began = moment(times[0]).astimezone(zone)
    years = moment(now).astimezone(zone).year - began.year
    found = []
    for count in (years - 1, years):
        when = milliseconds(_anniversary(began, began.year + count))
        lately = any(when - YEAR // timedelta(milliseconds=1) <= one < when for one in times)
        if count > 0 and lately:
            found.append((count, when))
    return found


def _anniversary(began: datetime, year: int) -> datetime:
    leap = (began.month, began.day) == (2, 29)
    return began.replace(year=year, day=28) if leap else began.replace(year=year)


def check_sentence(words: str) -> str:
    """A lead's own; without one nothing is sent."""
    sentence = clean(words).strip()
    if not sentence:
        raise Refusal(t.sentence_please)
    if not fits(sentence, LONGEST_SENTENCE):
        raise Refusal(t.too_long(limit=LONGEST_SENTENCE))
    return sentence


def check_name(words: str) -> str:
    """As she wishes: longer than in a chat, but a name."""
    name = names.tidy(words)
    if not fits(name, LONGEST_NAME):
        raise Refusal(t.too_long(limit=LONGEST_NAME))
    if not names.has_letters(name) or names.is_link(name) or names.pretends(name):
        raise Refusal(t.no_name)
    return name


def since(period: Period, first: int, now: int, zone: ZoneInfo) -> int:
    """From when a certificate tells, in ms; never from before she began."""
    here = moment(now).astimezone(zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    if period is Period.YEAR:
        return max(first, milliseconds(midnight.replace(month=1, day=1)))
    if period is Period.MONTHS:
        return max(first, milliseconds(midnight - YEAR))
    return first


def lines(deeds: Iterable[Deed]) -> list[Line]:
    """In the order of their kinds, the oldest first."""
    together: dict[tuple[Kind, str], Line] = {}
    for one in deeds:
        before = together.get((one.kind, one.words), Line(one.kind, one.words, 0, 0))
        together[one.kind, one.words] = Line(one.kind, one.words, before.times + 1, before.minutes + one.minutes)
    order = list(Kind)
    return sorted(together.values(), key=lambda one: order.index(one.kind))


def times(given: Iterable[Line], *kinds: Kind) -> int:
    return sum(one.times for one in given if one.kind in kinds)


def minutes(given: Iterable[Line], *, training: bool) -> int:
    """Training is never among the hours."""
    return sum(one.minutes for one in given if (one.kind is Kind.TRAINING) is training)
