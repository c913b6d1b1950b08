"""When a place is asked, which faces there are, and how much may be told of them. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.i18n.clocks import Clocks
from bot.identity.roles import SHOPKEEPERS, TEAM

READERS = TEAM | SHOPKEEPERS
QUARTER = timedelta(days=91)  # thirteen weeks: always on the same day of the week
OPEN_FOR = timedelta(days=21)
ACTIVE = timedelta(days=60)  # whoever said or pressed nothing for longer is left alone
WARNING = timedelta(days=14)  # a place that was old when it first came to this is not asked the same day
ASKED_AT = time(10)  # by the clock the place shows first
FEWEST = 5  # a smaller number of faces is told to nobody, and not kept
FEWEST_FOR_SHARES = 10  # below it no percentages
MOST_TICKS = 500  # of one face on paper
MOST_CORRECTIONS = 20  # of one question on paper
MOST_STORIES = 200  # of one round
MOST_ON_PAGE = 10  # of them
LONGEST_STORY = 600  # letters
LONGEST_VOICE = 180  # seconds
STORY_KEPT = timedelta(days=365)  # where it does not stand on the page
NUMBERS = re.compile(r"\d+")
FACES_TICKED = 3


class Question(StrEnum):
    PLACE = "place"
    NEIGHBOURS = "neighbours"
    SHOP = "shop"  # the owner's alone


class Face(StrEnum):
    GOOD = "good"
    SAME = "same"
    BAD = "bad"
    UNSAID = "unsaid"  # she would rather not say


class Source(StrEnum):
    CHAT = "chat"
    PAPER = "paper"


class Whom(StrEnum):
    """Who may read a story."""

    TEAM = "team"
    EVERYBODY = "everybody"


OPEN_TO_ALL = (Question.PLACE, Question.NEIGHBOURS)
FACES = (Face.GOOD, Face.SAME, Face.BAD)


@dataclass(frozen=True)
class Count:
    """The faces of one question from one source."""

    question: Question
    source: Source
    good: int
    same: int
    bad: int
    unsaid: int = 0

    @property
    def faces(self) -> int:
        """n."""
        return self.good + self.same + self.bad

    def of(self, face: Face) -> int:
        return {Face.GOOD: self.good, Face.SAME: self.same, Face.BAD: self.bad, Face.UNSAID: self.unsaid}[face]


def questions(owner: bool) -> tuple[Question, ...]:
    return (*OPEN_TO_ALL, Question.SHOP) if owner else OPEN_TO_ALL


def first_at(created: datetime, now: datetime, clocks: Clocks) -> datetime:
    """Not before it is a quarter old."""
    return _in_the_morning(max(created + QUARTER, now + WARNING), clocks)


def next_at(planned: datetime, now: datetime, clocks: Clocks) -> datetime:
    """The one after `planned`; what a bot that stood still has missed is not made up for."""
    quarters = max(1, (now - planned) // QUARTER + 1)
    return _in_the_morning(planned + quarters * QUARTER, clocks)


def _in_the_morning(at: datetime, clocks: Clocks) -> datetime:
    """Of that day, so that what comes later on it is as good as planned (UTC)."""
    zone = clocks.first_shown
    return datetime.combine(_day(at, clocks), ASKED_AT, zone).astimezone(UTC)


def _day(at: datetime, clocks: Clocks) -> date:
    return at.astimezone(clocks.first_shown).date()


def counted(question: Question, faces: Iterable[Face]) -> Count | None:
    """What is kept of them when a round closes: nothing under five, since nobody shall find out whose they were.

    Of the owner's question everything: she knows that the team reads it.
    """
    said = list(faces)
    count = Count(question, Source.CHAT, *(said.count(one) for one in (*FACES, Face.UNSAID)))
    if question is Question.SHOP:
        return count if said else None
    return count if count.faces >= FEWEST else None


def public(counts: Sequence[Count]) -> list[Count]:
    """What everybody may read: from five on, and nothing of what the owner said."""
    return [one for one in counts if one.question is not Question.SHOP and one.faces >= FEWEST]


def share(count: int, all_: int) -> int | None:
    """In percent; None where a percentage would pretend too much."""
    return round(100 * count / all_) if all_ >= FEWEST_FOR_SHARES else None


def read_ticks(words: str) -> tuple[int, int, int] | None:
    """Three numbers in any digits, with anything between them; None for anything else."""
    found = [int(one) for one in NUMBERS.findall(words) if len(one) <= len(str(MOST_TICKS))]
    if len(found) != FACES_TICKED or len(NUMBERS.findall(words)) != FACES_TICKED or max(found) > MOST_TICKS:
        return None
    return found[0], found[1], found[2]
