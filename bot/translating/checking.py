"""Whether what a machine answered can be the translation of what it was given: it may invent, or obey its text."""

import json
import re
import unicodedata

from bot.i18n.texts import clean
from bot.translating.scripts import letters

# Chinese has no blanks: an address may stand right behind a word.
LINK = re.compile(
    r"(?:https?:|tg:|ftp:|www\.|mailto:)[^\s]*|[^\s@]+@[^\s@]+\.[^\s@]+|(?<![a-z0-9.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}"
    r"(?![a-z])(?:/[^\s]*)?",
    re.IGNORECASE,
)
NAME = re.compile(r"@\w+|#\w+|(?<![\w/])/\w+")
NUMBER = re.compile(r"\d+")
MARKUP = frozenset("<>{}[]|*_#`\\^~")
FENCE = re.compile(r"\s*```(?:json)?\s*(\{.*\})\s*```\s*", re.DOTALL)
LONGEST_TIMES, SOME_LETTERS = 3, 8  # so many times longer or shorter, and so many letters beside that
IN_SCRIPT = 0.6  # of the letters; names may stay as they are


class Garbled(Exception):
    """`reason` is one word for a log."""


def read(content: str) -> str:
    """What stands in `{"translation": "…"}`, which is all there may be. Raises Garbled."""
    fenced = FENCE.fullmatch(content)
    try:
        said = json.loads(fenced.group(1) if fenced else content)
    except (ValueError, RecursionError) as error:
        raise Garbled("json") from error
    if not isinstance(said, dict) or set(said) != {"translation"} or not isinstance(said["translation"], str):
        raise Garbled("shape")
    return said["translation"].strip()


def check(original: str, answer: str, language: str, longest: int) -> str:
    """The answer, if it can be `original` in `language`. Raises Garbled."""
    if not answer or clean(answer).strip() != answer:
        raise Garbled("empty" if not answer else "unseen")
    if len(answer) > longest or not _as_long(original, answer):
        raise Garbled("length")
    if set(answer) & MARKUP - set(original):
        raise Garbled("markup")
    for found, reason in ((LINK, "link"), (NAME, "name")):
        if _lower(found, answer) - _lower(found, original):
            raise Garbled(reason)
    if _numbers(answer) - _numbers(original):
        raise Garbled("number")
    if not _in_script(answer, language):
        raise Garbled("script")
    return answer


def _as_long(original: str, answer: str) -> bool:
    """By what a Chinese character weighs more than a letter."""
    before, after = letters(original).total(), letters(answer).total()
    return before / LONGEST_TIMES - SOME_LETTERS <= after <= before * LONGEST_TIMES + SOME_LETTERS


def _in_script(answer: str, language: str) -> bool:
    found = letters(NAME.sub("", LINK.sub("", answer)))
    return found.total() > 0 and found[language] >= IN_SCRIPT * found.total()


def _lower(pattern: re.Pattern[str], words: str) -> set[str]:
    return {one.rstrip(".,;:!?)").lower() for one in pattern.findall(words)}


def _numbers(words: str) -> set[int]:
    """Whatever figures they are written in."""
    return {int("".join(str(unicodedata.digit(figure)) for figure in one)) for one in NUMBER.findall(words)}
