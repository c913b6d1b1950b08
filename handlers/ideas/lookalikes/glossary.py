"""The glossary: everyday words that mean the same in three languages, and finding them in what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.ideas.lookalikes import stems

FILE = Path(__file__).with_name("glossary.tsv")
CONCEPT = "#"
LONGEST_ENDING = 9  # letters that Uyghur hangs onto a stem
SHORT_STEM = 2  # letters; so short a stem takes only short endings, or a bird would be found in a colleague
SHORT_ENDING = 5
LONGEST_PHRASE = 3  # English words

Concepts = frozenset[str]


@dataclass(frozen=True)
class Glossary:
    """`chinese` is found anywhere, the longest first; `uyghur` at the start of a word; `english` by stems."""

    chinese: tuple[tuple[str, Concepts], ...]
    uyghur: dict[str, Concepts]
    english: dict[str, Concepts]


@dataclass(frozen=True)
class Found:
    """What was understood, the Chinese words that said it, and the Chinese that nobody understood."""

    concepts: Concepts
    said: Concepts
    rest: str


def look_up(plain: str, words: Sequence[str]) -> Found:
    """Expects folded words; `words` are those of other letters than Chinese."""
    concepts: set[str] = set()
    said: set[str] = set()
    rest = plain
    for term, meant in _glossary().chinese:
        if term in plain:
            concepts |= meant
            said.add(term)
            rest = rest.replace(term, " ")
    for meant in (*_uyghur(words), *_english(words)):
        concepts |= meant
    return Found(frozenset(concepts), frozenset(said), rest)


@cache
def understood(word: str) -> bool:
    """Whether the glossary has this word of other letters than Chinese."""
    return bool(look_up("", [word]).concepts)


def _uyghur(words: Sequence[str]) -> Iterator[Concepts]:
    mine = [word for word in words if not word.isascii()]
    for word, following in zip(mine, [*mine[1:], ""], strict=False):
        yield _longest_stem(word)
        if following:
            yield _longest_stem(f"{word} {following}")


def _longest_stem(phrase: str) -> Concepts:
    """The longest one wins: food must not be found inside the word for a wall."""
    for letters in range(len(phrase), SHORT_STEM - 1, -1):
        ending = len(phrase) - letters
        if ending > LONGEST_ENDING:
            break
        meant = _glossary().uyghur.get(phrase[:letters])
        if meant and (letters > SHORT_STEM or ending <= SHORT_ENDING):
            return meant
    return frozenset()


def _english(words: Sequence[str]) -> Iterator[Concepts]:
    mine = [stems.stem(word) for word in words if word.isascii()]
    for length in range(1, LONGEST_PHRASE + 1):
        for at in range(len(mine) - length + 1):
            yield _glossary().english.get(" ".join(mine[at : at + length]), frozenset())


@cache
def _glossary() -> Glossary:
    chinese: dict[str, Concepts] = {}
    uyghur: dict[str, Concepts] = {}
    english: dict[str, Concepts] = {}
    for line in FILE.read_text("utf-8").splitlines():
        columns = [column.split("|") for column in line.split("\t")]
        concept = frozenset({CONCEPT + columns[2][0].replace(" ", "_")})
        for term in columns[0]:
            chinese[term] = chinese.get(term, frozenset()) | concept
        for term in map(stems.folded, columns[1]):
            uyghur[term] = uyghur.get(term, frozenset()) | concept
        for term in columns[2]:
            words = " ".join(stems.stem(word) for word in stems.WORD.findall(term))
            english[words] = english.get(words, frozenset()) | concept
    ordered = sorted(chinese.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return Glossary(tuple(ordered), uyghur, english)
