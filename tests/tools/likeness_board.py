"""A board of thousands of ideas nobody had: drawn from what a street in three languages talks about, with a seed.

Wishes are other wishes than those of `likeness_pairs.tsv`, but places, reasons and ways of asking are shared
with them, so that finding a twin is as hard as on a board where everybody speaks of the same shop.
"""

import random
from pathlib import Path

WORDS = Path(__file__).with_name("likeness_board.tsv")
HOW_OFTEN = {"zh": 4, "ug": 3, "en": 3}


def ideas(many: int, seed: int = 1) -> list[str]:
    """The same ones for the same seed."""
    lines = [line.split("\t") for line in WORDS.read_text("utf-8").splitlines()]
    words = {(kind, language): choices.split("|") for kind, language, choices in lines}
    chance = random.Random(seed)
    chosen = chance.choices(list(HOW_OFTEN), list(HOW_OFTEN.values()), k=many)
    return [_idea(language, words, chance) for language in chosen]


def _idea(language: str, words: dict[tuple[str, str], list[str]], chance: random.Random) -> str:
    wish, place, reason, way = (chance.choice(words[kind, language]) for kind in ("wish", "place", "reason", "way"))
    return " ".join(way.format(place=place, wish=wish, reason=reason).split()).strip(" ,，،。.")
