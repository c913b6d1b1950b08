"""In which language something is written, by its letters; and the mark by which the same words are known again."""

import unicodedata
from collections import Counter
from hashlib import sha256

SCRIPTS = {"ARABIC": "ug", "CJK": "zh", "LATIN": "en"}  # how Unicode's names of their letters begin
MOSTLY = 2 / 3  # of the letters, before the words count as written in one script


def mark(words: str) -> str:
    return sha256(words.strip().encode("utf-8", "replace")).hexdigest()[:16]


def detect(words: str) -> str | None:
    """The language whose script most letters are of; a name or a brand in another one changes nothing.

    None where there are no letters, or no script has two thirds of them; "" for one that is none of
    these. A Chinese character weighs as much as the three letters it would take elsewhere.
    """
    weights = letters(words)
    whole = sum(weights.values())
    language = max(weights, key=lambda one: weights[one], default=None)
    return language if language is not None and weights[language] >= MOSTLY * whole else None


def letters(words: str) -> Counter[str]:
    """How much stands in each language's script, and under "" what is of none."""
    found: Counter[str] = Counter()
    for letter in words:
        if letter.isalpha():
            script = unicodedata.name(letter, "").split(" ")[0]
            language = SCRIPTS.get(script, "")
            found[language] += 3 if language == "zh" else 1
    return found
