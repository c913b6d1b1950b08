"""What people say to anybody they meet: greetings, thanks, and questions. None of it is an idea by itself."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

PHRASES = Path(__file__).parent / "small_talk.txt"
CHINESE = "一-鿿"
ASKS_AT_END = re.compile(r"[?？؟]\s*$|(?:吗|么|呢|嘛)[。.!！]*\s*$")
ASKS_FIRST = re.compile(r"请问|几点|什么时候|哪里|哪儿|怎么|为什么|谁")
ASKS_FIRST_IN_WORDS = re.compile(
    r"(?:when|where|what|who|why|how|which|is there|are there|do you|does|can i|may i"
    r"|قاچان|نەدە|نېمە|نېمىشقا|قانداق|كىم|قايسى|قانچە|qachan|nede|neme|nemishqa|qandaq|kim|qaysi|qanche)\b",
    re.IGNORECASE,
)


class Said(StrEnum):
    GREETING = "greeting"
    THANKS = "thanks"
    AROUND = "around"  # belongs to either, and is neither by itself


@dataclass(frozen=True)
class Phrases:
    kinds: dict[str, Said]
    pattern: re.Pattern[str]


def small_talk(words: str) -> Said | None:
    """Whether these words are nothing but a greeting or thanks (which win over it). An emoji alone is thanks."""
    plain = folded(words)
    if not plain:
        return Said.THANKS if any(unicodedata.category(letter) == "So" for letter in words) else None
    phrases = _phrases()
    said, read = set(), 0
    while read < len(plain):
        found = phrases.pattern.match(plain, read)
        if found is None:
            return None
        said.add(phrases.kinds[found[1]])
        read = found.end()
    return next((kind for kind in (Said.THANKS, Said.GREETING) if kind in said), None)


def is_question(words: str) -> bool:
    said = words.strip()
    return bool(ASKS_AT_END.search(said) or ASKS_FIRST.match(said) or ASKS_FIRST_IN_WORDS.match(said))


def folded(words: str) -> str:
    """Small letters and single blanks; marks, emoji and direction marks are gone."""
    plain = unicodedata.normalize("NFKC", words).casefold().replace("'", "")
    kept = (letter if unicodedata.category(letter)[0] in "LN" else " " for letter in plain)
    return " ".join("".join(kept).split())


@cache
def _phrases() -> Phrases:
    """The longest first, so that none hides behind its own beginning. Chinese needs no blank after it."""
    kinds: dict[str, Said] = {}
    for line in PHRASES.read_text("utf-8").splitlines():
        kind, _, phrases = line.partition(": ")
        if not line.startswith("#"):
            kinds |= {folded(phrase): Said(kind) for phrase in phrases.split("|")}
    longest_first = sorted(kinds, key=len, reverse=True)
    whole = "|".join(
        re.escape(one) + ("" if "一" <= one[-1] <= "鿿" else rf"(?![^\W{CHINESE}])") for one in longest_first
    )
    return Phrases(kinds, re.compile(rf"({whole})\s*"))
