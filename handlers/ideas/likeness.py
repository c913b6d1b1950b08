"""Do two ideas say the same? By pieces of words within a language, by everyday words across languages."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GLOSSARY = Path(__file__).with_name("glossary.tsv")
READ = 240  # letters of an idea that are compared; what it is about is said early
CONCEPT = "#"
ALIKE = 0.45
LESS_SURE = 0.95  # the same everyday words may still mean another thing
SURELY_TWO = 2  # everyday words in common, before they count as the same thing
HAN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[^\W_]+")
# Uyghur is typed on Arabic and Persian keyboards too, with look-alikes for these letters.
ONE_SHAPE = str.maketrans({"ي": "ى", "ی": "ى", "ک": "ك", "ه": "ە", "ھ": "ە", "أ": "ئا"})
LITTLE_WORD = 3  # "the", "in", "of": they say nothing about what is wished for
LONGEST_ENDING = 8  # letters that Uyghur hangs onto a stem


@dataclass(frozen=True)
class Glossary:
    """`han` words are found anywhere, `stems` at the start of a word; longest first, each with its concepts."""

    han: tuple[tuple[str, str], ...]
    stems: tuple[tuple[str, str], ...]
    english: dict[str, frozenset[str]]


def grams(words: str) -> frozenset[str]:
    """Everything the words are compared by: pairs of Chinese characters, threes of letters, everyday words."""
    plain = folded(words)[:READ]
    found = set(_concepts(plain))
    for run in HAN.findall(plain):
        found.update(run[at : at + 2] for at in range(max(1, len(run) - 1)))
    for word in WORD.findall(HAN.sub(" ", plain)):
        if word.isascii() and len(word) <= LITTLE_WORD:
            continue
        padded = f"<{word}>"
        found.update(padded[at : at + 3] for at in range(len(padded) - 2))
    return frozenset(found)


def stored(found: Iterable[str]) -> str:
    """For a column; `split` reads it back."""
    return " ".join(sorted(found))


def score(mine: frozenset[str], others: Sequence[str]) -> float:
    """From 0 to 1. Expects both as `grams` made them; what scores ALIKE or more is worth showing."""
    shared = mine.intersection(others)
    # Most of ten thousand ideas end here.
    if len(shared) < SURELY_TWO:
        return 0.0
    shared_concepts = _concept_count(shared)
    my_concepts, their_concepts = _concept_count(mine), _concept_count(others)
    pieces = _dice(len(shared) - shared_concepts, len(mine) - my_concepts, len(others) - their_concepts)
    if shared_concepts < SURELY_TWO:
        return pieces
    return max(pieces, _dice(shared_concepts, my_concepts, their_concepts) * LESS_SURE)


def folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().translate(ONE_SHAPE)


def _dice(shared: int, mine: int, theirs: int) -> float:
    return 2 * shared / (mine + theirs) if mine + theirs else 0.0


def _concept_count(found: Iterable[str]) -> int:
    return len([1 for gram in found if gram[0] == CONCEPT])


def _concepts(plain: str) -> Iterator[str]:
    glossary = _glossary()
    for term, concept in glossary.han:
        if term in plain:
            yield concept
    spaced = f" {' '.join(WORD.findall(HAN.sub(' ', plain)))} "
    for phrase, concepts in glossary.english.items():
        if f" {phrase} " in spaced or f" {phrase}s " in spaced:
            yield from concepts
    for word in spaced.split():
        # The longest stem wins: food must not be found inside the word for a wall.
        best = 0
        for stem, concept in glossary.stems:
            if len(stem) < best:
                break
            if word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING:
                best = len(stem)
                yield concept


@cache
def _glossary() -> Glossary:
    han: list[tuple[str, str]] = []
    stems: list[tuple[str, str]] = []
    english: dict[str, frozenset[str]] = {}
    for line in GLOSSARY.read_text("utf-8").splitlines():
        chinese, uyghur, latin = line.split("\t")
        concept = CONCEPT + latin.split("|")[0].replace(" ", "_")
        han += [(term, concept) for term in chinese.split("|")]
        stems += [(folded(term), concept) for term in uyghur.split("|")]
        for term in latin.split("|"):
            english[term] = english.get(term, frozenset()) | {concept}
    return Glossary(tuple(han), tuple(sorted(stems, key=lambda pair: len(pair[0]), reverse=True)), english)
