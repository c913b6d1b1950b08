"""Whom a broadcast is for, how long it may be, and when a second person must agree."""

import re
import unicodedata
from datetime import timedelta
from enum import StrEnum

TIME_TO_STOP = timedelta(seconds=30)
LARGE = 200  # people; above it a second person must agree
LONGEST = 3000  # characters; what is over the words and beneath them needs the rest of 4096
LONGEST_WITH_PICTURE = 700  # of the 1024 of a caption, with the question of a second person above it
RECENT_EVENTS = timedelta(days=14)
LISTED = 3


class Whom(StrEnum):
    EVERYONE = "everyone"
    TEAM = "team"
    SHOPKEEPERS = "shopkeepers"
    LIAISONS = "liaisons"
    IDEA = "idea"
    EVENT = "event"


ROLES = (Whom.TEAM, Whom.SHOPKEEPERS, Whom.LIAISONS)


def longest(media_id: int | None) -> int:
    return LONGEST if media_id is None else LONGEST_WITH_PICTURE


def number_in(words: str) -> int | None:
    """ "27", "no. 27", "２７号"."""
    found = re.search(r"\d{1,9}", unicodedata.normalize("NFKC", words))
    return int(found[0]) if found else None
