"""Do two ideas say the same? Words are cut into grams, and a gram that few ideas have says more than a common one."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from handlers.ideas import glossary, stems

READ = 240  # letters of an idea that are compared; what it is about is said early
VERSION = "2"  # to be raised when `grams` cuts differently: stored grams are then made anew
SAID = "+"  # the word itself, of something the glossary understood
STEM = "="
PIECE = "~"  # a few letters of a word, for what was mistyped
# What a shared gram is worth before its rarity; two Chinese letters side by side are worth 1.
WORTH = {glossary.CONCEPT: 2.0, SAID: 0.3, STEM: 1.0, PIECE: 0.15}
PIECE_LETTERS = {True: 4, False: 3}  # of English words; of all others
ALIKE = 0.35  # worth asking an author about
MAYBE = 0.1  # worth offering to a volunteer who looks for a twin
FEW = 1000.0  # ideas that a small board is imagined to have besides: it cannot know yet which words are common
LENGTH_COUNTS = 0.25  # exponent: how much less alike is an idea that also says other things


@dataclass(frozen=True)
class Board:
    """How many ideas there are, and how many of them have each gram of the one that looks for its twin."""

    ideas: int = 0
    having: Mapping[str, int] | None = None

    def worth(self, gram: str) -> float:
        have = (self.having or {}).get(gram, 0)
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


def length(found: Iterable[str]) -> float:
    return sum(WORTH.get(gram[0], 1.0) for gram in found)


@cache
def made_by() -> str:
    """Changes whenever stored grams would be made differently today."""
    files = (glossary.FILE, stems.FOLDER / "endings.txt", stems.FOLDER / "little_words.txt")
    content = b"".join(path.read_bytes() for path in files)
    return hashlib.sha256(VERSION.encode() + content).hexdigest()[:12]
