"""Who may ask which expert, how much, when silence is told, and whether two questions say nearly the same. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import timedelta
from enum import StrEnum

from bot.identity.roles import LEADS, LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM

# Of anything; whoever has an idea on the board asks about that.
ASKERS = TEAM | LIAISONS | SHOPKEEPERS | PROPERTY_MANAGERS
INVITERS = LEADS | LIAISONS
DESK = TEAM | LIAISONS

LONGEST = 400  # letters of a question: with its picture and its idea in one caption
LONGEST_TURN = 200  # of what is asked back, and said to it
LONGEST_ANSWER = 1500
LONGEST_WITH_PICTURE = 500  # of an answer
LONGEST_FIELD = 30
LONGEST_CARD = 700  # letters of a how-to card: with its picture
MOST_EXPERTS = 20  # of a place, with links nobody took up yet
MOST_OPEN = 3  # questions of one person; of the team more
MOST_OPEN_OF_DESK = 10
MOST_OPEN_HERE = 60
MOST_TURNS = 4
A_DAY = timedelta(days=1)  # between two questions of a resident

LINK_GOOD_FOR = timedelta(days=7)
REMINDED = timedelta(days=5)
SILENT = timedelta(days=10)
DRAFT_KEPT = timedelta(days=14)
ENDED_KEPT = timedelta(days=90)  # a question that nobody answered in the end
MOST_ALIKE = 3
ALIKE, FEWEST_SHARED = 0.3, 2  # of the pieces of the shorter question that are in the other one, too


class Field(StrEnum):
    PLANNING = "planning"
    FOOD = "food"
    FIRE = "fire"
    PLANTS = "plants"
    OTHER = "other"


class Standing(StrEnum):
    """Of an expert."""

    INVITED = "invited"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class State(StrEnum):
    """Of a question."""

    DRAFT = "draft"
    OPEN = "open"
    ANSWERED = "answered"
    ENDED = "ended"


class Side(StrEnum):
    EXPERT = "expert"
    ASKER = "asker"


def alike(words: str, others: Sequence[tuple[int, str]]) -> list[int]:
    """The ids of those that say nearly the same, the closest first."""
    mine = _pieces(words)
    scored = [(_shared(mine, _pieces(theirs)), -number, number) for number, theirs in others]
    return [number for share, _, number in sorted(scored, reverse=True) if share >= ALIKE][:MOST_ALIKE]


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(mine & theirs)
    return shared / min(len(mine), len(theirs)) if shared >= FEWEST_SHARED else 0.0


def _pieces(words: str) -> frozenset[str]:
    """Pairs of Chinese characters, beginnings of other words: endings change, and little words say nothing."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return frozenset(_of_letters(re.findall(r"[^\W\d_]+", plain)))


def _of_letters(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if any("\u4e00" <= letter <= "\u9fff" for letter in word):
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) > 3:
            yield word[:5]
