"""What a press and award sheet holds, how long its parts may be, and which numbers are told. Pure."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.i18n.texts import clean
from bot.identity import names
from handlers.ledger.rules import told

MOST_QUOTES = 4  # in one sheet
MOST_CHANGES = 2  # in one sheet, each with a picture before and one after
MOST_NUMBERS = 5
SHORTEST_QUOTE, LONGEST_QUOTE = 8, 300  # letters
LONGEST_RECEIVER = 60  # letters of whom a sheet is for
MOST_WAITING = 12  # questions in one place that nobody has answered
MOST_ASKED_A_DAY = 10
MOST_MADE_A_DAY = 20
MOST_LISTED = 40
A_DAY = timedelta(days=1)
SILENT_AFTER = timedelta(days=14)  # no answer is no
LARGEST = 2_000_000  # bytes of a sheet: what a mail still carries


class Kind(StrEnum):
    """What somebody is asked for."""

    COMMENT = "comment"
    STORY = "story"  # what changed most for her, as it stands on the page of the place
    IDEA = "idea"
    PICTURE = "picture"


class State(StrEnum):
    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    SILENT = "silent"
    TAKEN_BACK = "taken_back"


class Say(StrEnum):
    """What she answers."""

    NAMED = "named"
    NEIGHBOUR = "neighbour"
    NO = "no"


class Length(StrEnum):
    """Of the story."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"


LIMITS = {Length.SHORT: 160, Length.MIDDLE: 500, Length.LONG: 1200}  # letters


class Count(StrEnum):
    """What is counted, in the order in which it is told."""

    BETTER = "better"
    DONE = "done"
    GOOD = "good"
    ANSWERED = "answered"
    DAYS = "days"
    VOICES = "voices"
    IDEAS = "ideas"


PEOPLE = frozenset({Count.BETTER})  # whose rest is people too, and could be found out


@dataclass(frozen=True)
class Number:
    """`value` out of, or from, `n`."""

    what: Count
    value: int
    n: int


def tellable(found: Iterable[Number]) -> tuple[Number, ...]:
    """The first five that may be told: nothing under five, and nothing from which fewer than five could be found."""
    return tuple([one for one in found if _may_be_told(one)][:MOST_NUMBERS])


def _may_be_told(one: Number) -> bool:
    if told(one.n) is None:
        return False
    if one.what is Count.DAYS:  # no count
        return True
    rest = one.n - one.value
    return told(one.value) is not None and not (one.what in PEOPLE and rest > 0 and told(rest) is None)


def mark(words: str, media_id: int | None, name: str) -> str:
    """Of what somebody is asked: nobody agrees to what she has not read, nor by a name she does not bear."""
    return hashlib.sha256(repr((words, media_id, name)).encode()).hexdigest()[:10]


def nameable(name: str) -> bool:
    return bool(name) and not names.is_made_up(name) and names.has_letters(name)


def one_line(words: str) -> str:
    return " ".join(clean(words).split())


def read_languages(wished: str, spoken: Sequence[str]) -> tuple[str, ...]:
    """Of those that a place speaks, in its order; empty where it speaks none of them."""
    return tuple(one for one in spoken if one in wished.split("-"))
