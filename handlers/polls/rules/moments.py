"""A time poll: three answers to each moment, how they are counted together, and which moment suits most. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from handlers.polls.rules import Entry

FURTHEST = timedelta(days=366)
# Counts of one moment stand in one number: no town has a million voters. SQL writes it in (store/tallies.py).
YES_WEIGHS = 1_000_000


class Suits(StrEnum):
    """The three answers, the gladdest first."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


# What stands in a vote.
VALUES = {Suits.NO: 0, Suits.MAYBE: 1, Suits.YES: 2}
ANSWERS = {value: suits for suits, value in VALUES.items()}


@dataclass(frozen=True)
class Suited:
    """How many said what of one moment."""

    yes: int
    maybe: int
    no: int


def suited(entry: Entry) -> Suited:
    yes, maybe = divmod(entry.points, YES_WEIGHS)
    return Suited(yes, maybe, entry.votes - yes - maybe)


def winner(entries: Iterable[Entry], decided_at: int) -> Entry | None:
    """Most yes, then most "if need be", then fewest no, then the earliest. What was over at the close wins nothing,
    nor does what suits nobody."""
    able = [one for one in entries if (one.at or 0) > decided_at and one.points]
    return max(able, key=_rank, default=None)


def _rank(entry: Entry) -> tuple[int, int, int, int]:
    counts = suited(entry)
    return counts.yes, counts.maybe, -counts.no, -(entry.at or 0)
