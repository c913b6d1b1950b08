"""What a change may need, until when a promise stands, and how an amount is read. Pure."""

import re
from datetime import timedelta
from enum import StrEnum

from handlers.ideas.rules import Status

LONGEST = 100  # letters
MOST_NEEDS = 20  # open ones of a change
MOST_PROMISES = 10  # open ones of a person
MOST_LINES = 500  # of money, of a change
MOST_RECEIPTS = 5  # of a line
MOST_AMOUNT = 100_000_000  # hundredths
FURTHEST = timedelta(days=730)
SOON = timedelta(days=14)  # by when something is brought that nobody named a day for
BEFORE = timedelta(days=1)
LENT = timedelta(days=60)  # after which a loan that nobody named a day for is asked for
BACK_PATIENCE = timedelta(days=3)  # after which a giver is asked whether her loan came back
LAPSES = timedelta(days=30)  # after its day a promise ends by itself, and a need that nobody met
HALF_DONE_KEPT = timedelta(days=14)
LATER = (timedelta(days=14), timedelta(days=30))
AMOUNT = re.compile(r"[¥￥]?\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*(?:元|块|块钱|يۈەن|yuan)?", re.IGNORECASE)

# A change that is agreed needs things; later ones and those that were not agreed do not.
NEEDY = frozenset({Status.AGREED, Status.AGREED_BUT, Status.TRIAL, Status.PLANNED, Status.UNDER_WAY})


class Kind(StrEnum):
    MONEY = "money"
    MATERIAL = "material"
    TOOL = "tool"
    SKILL = "skill"
    ROOM = "room"


class Level(StrEnum):
    """Without it the change cannot be, or it would be good to have."""

    MINIMUM = "minimum"
    GOOD = "good"


class State(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


class Pledged(StrEnum):
    PROMISED = "promised"
    HERE = "here"
    GIVEN_BACK = "given_back"
    WITHDRAWN = "withdrawn"


class Money(StrEnum):
    GIVEN = "given"
    SPENT = "spent"
    IN_KIND = "in_kind"


def read_amount(words: str) -> int | None:
    """In hundredths: "12.50", "¥300", "40元"."""
    found = AMOUNT.fullmatch(words.strip().replace(" ", ""))
    if found is None:
        return None
    amount = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return amount if amount <= MOST_AMOUNT else None


def shown_amount(amount: int) -> str:
    whole, rest = divmod(abs(amount), 100)
    return ("−" if amount < 0 else "") + (f"{whole}.{rest:02}" if rest else str(whole))


def needs_two(amount: int, limit: int, becomes: int = 0) -> bool:
    """Also for a correction, by what its line `becomes`: nobody gets around the limit in small steps."""
    return max(abs(amount), abs(becomes)) > limit
