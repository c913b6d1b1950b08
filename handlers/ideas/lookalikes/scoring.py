"""Do two ideas say the same? Words are cut into grams, and a gram that few ideas have says more than a common one."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from handlers.ideas.lookalikes import glossary, stems

READ = 240  # letters of an idea that are compared; what it is about is said early
VERSION = "2"  # to be raised when `grams` cuts differently: stored grams are then made anew
SAID = "+"  # the word itself, of something the glossary understood
STEM = "="
PIECE = "~"  # a few letters of a word, for what was mistyped
# What a shared gram is worth before its rarity; two Chinese letters side by side are worth 1.
WORTH = {glossary.CONCEPT: 2.0, SAID: 0.3, STEM: 1.0, PIECE: 0.15}
PIECE_LETTERS = {True: 4, False: 3}  # of English words; of all others
# What is worth asking an author about; docs/lookalikes.md says how these were found.
SURE = 0.45  # whatever else the board says
ALIKE = 0.35  # on a board of a few ideas, which has nothing that it could stand out from
COMPARABLE = 20  # ideas: from here on one that stands out from the next one is asked about earlier
FLOOR, HIGHEST_FLOOR = 0.21, 0.27  # but not below this: of 20 ideas, of 300 and more
STANDS_OUT = 1.15  # times the score of the next one
AS_WELL = 0.8  # of the best one's score: a second one is nearly as good
MAYBE = 0.1  # worth offering to a volunteer who looks for a twin
FEW = 1000.0  # ideas that a small board is imagined to have besides: it cannot know yet which words are common
LENGTH_COUNTS = 0.25  # exponent: how much less alike is an idea that also says other things


@dataclass(frozen=True)
class Board:
    """How many ideas there are, and how many of them have each gram of the one that looks for its twin."""

    ideas: int = 0
    having: Mapping[str, int] | None = None

    def many(self, gram: str) -> int:
        return (self.having or {}).get(gram, 0)

    def worth(self, gram: str) -> float:
        have = self.many(gram)
        rarity = math.log(1 + (self.ideas + FEW - have + 0.5) / (have + 0.5))
        return rarity * WORTH.get(gram[0], 1.0)


def grams(words: str) -> frozenset[str]:
    """Everything the words are compared by; what the glossary understands counts by its meaning, in any language."""
    plain = stems.folded(words)[:READ]
    latin = stems.WORD.findall(stems.HAN.sub(" ", plain))
    found = glossary.look_up(plain, latin)
    cut = set(found.concepts) | {SAID + term for term in found.said}
    for run in stems.HAN.findall(stems.without_little(found.rest)):
        cut.update(run[at : at + 2] for at in range(max(1, len(run) - 1)))
    for word in latin:
        if not stems.little(word):
            cut.update(_of_word(word))
    return frozenset(cut)


def _of_word(word: str) -> Iterable[str]:
    stem = stems.stem(word)
    if glossary.understood(word):
        return [SAID + stem]
    letters = PIECE_LETTERS[word.isascii()]
    pieces = [PIECE + stem[at : at + letters] for at in range(len(stem) - letters + 1)] if len(stem) > letters else []
    return [STEM + stem, *pieces]


def stored(found: Iterable[str]) -> str:
    """For a column; `split` reads it back."""
    return " ".join(sorted(found))


def score(mine: frozenset[str], others: Sequence[str], board: Board) -> float:
    """From 0 to about 1. Expects both as `grams` made them; `others` is not empty."""
    shared = mine.intersection(others)
    if not shared:
        return 0.0
    whole = sum(map(board.worth, mine))
    part = sum(map(board.worth, shared)) / whole
    return part * float((length(mine) / length(others)) ** LENGTH_COUNTS)


def worth_asking(scores: Sequence[float], ideas: int) -> int:
    """How many of these, the best first, an author is asked about; `ideas` is the size of the board.

    One that stands out is asked about although it is not very alike: a large board has an idea for every word, and
    what is alike by chance has others beside it.
    """
    if not scores:
        return 0
    best, following = scores[0], scores[1] if len(scores) > 1 else 0.0
    if ideas < COMPARABLE:
        return sum(one >= ALIKE for one in scores)
    stands_out = best >= _floor(ideas) and best >= STANDS_OUT * following
    if best < SURE and not stands_out:
        return 0
    return sum(one >= max(SURE, AS_WELL * best) for one in scores[1:]) + 1


def _floor(ideas: int) -> float:
    share = math.log(ideas / COMPARABLE) / math.log(300 / COMPARABLE)
    return min(HIGHEST_FLOOR, FLOOR + (HIGHEST_FLOOR - FLOOR) * share)


def length(found: Iterable[str]) -> float:
    return sum(WORTH.get(gram[0], 1.0) for gram in found)


@cache
def made_by() -> str:
    """Changes whenever stored grams would be made differently today."""
    files = (glossary.FILE, stems.FOLDER / "endings.txt", stems.FOLDER / "little_words.txt")
    content = b"".join(path.read_bytes() for path in files)
    return hashlib.sha256(VERSION.encode() + content).hexdigest()[:12]
