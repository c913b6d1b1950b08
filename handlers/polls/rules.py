"""What makes a poll a poll, when it may close, and what follows from the votes."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.times import Clocks

FEWEST_OPTIONS, MOST_OPTIONS = 2, 12
LONGEST_OPTION = 100  # letters
LONGEST_QUESTION = 300  # letters: a caption holds it beside twelve short options
EVENING = time(20)
CLOSING_DAYS = (1, 3, 7)
LONGEST_OPEN = timedelta(days=90)
LEAST_FOR_SHARES = 10  # voters; below, a percentage makes one person look like a movement
REMIND_BEFORE = timedelta(hours=24)
REMIND_ONLY_OPEN = timedelta(hours=36)
REMIND_LEAST = timedelta(hours=10)  # a reminder held back by a quiet night must still come before the close

IDEA_NUMBERS = re.compile(r"[#№]?\d{1,9}(?:[\s,，、]+[#№]?\d{1,9})*")


class Kind(StrEnum):
    """How one may vote. Dots and scores have their place in the table and come later."""

    SINGLE = "single"
    SEVERAL = "several"


class Fault(StrEnum):
    """Why typed words did not become an option."""

    TOO_LONG = "too-long"
    DOUBLE = "double"
    TOO_MANY = "too-many"


@dataclass(frozen=True)
class Left:
    """What was left out, and why."""

    words: str
    fault: Fault


@dataclass(frozen=True)
class Sorted:
    added: tuple[str, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Outcome:
    """`leaders` are the options with the most votes; none when nobody voted, several when it is a tie."""

    voters: int
    abstained: int
    leaders: tuple[str, ...]
    best: int

    @property
    def shows_shares(self) -> bool:
        return self.voters >= LEAST_FOR_SHARES


def sort_options(already: list[str], lines: list[str]) -> Sorted:
    """What can be added to the options a poll has; the rest is named, never dropped in silence."""
    known = {_folded(words) for words in already}
    added: list[str] = []
    left: list[Left] = []
    for line in lines:
        words = " ".join(line.split())
        fault = _fault(words, known, len(already) + len(added))
        if fault:
            left.append(Left(words, fault))
        elif words:
            added.append(words)
            known.add(_folded(words))
    return Sorted(tuple(added), tuple(left))


def idea_numbers(words: str) -> list[int]:
    """The numbers in "27 31" or "#27"; none when these are words. A bare "3" answers "how many?"."""
    line = words.strip()
    if "\n" in line or not IDEA_NUMBERS.fullmatch(line):
        return []
    numbers = [int(number) for number in re.findall(r"\d+", line)]
    signed = "#" in line or "№" in line
    return list(dict.fromkeys(numbers)) if signed or len(numbers) > 1 else []


def closing_choices(now: datetime, clocks: Clocks) -> tuple[datetime, ...]:
    """Eight in the evening, by the clock shown first: tomorrow, in three days, in a week."""
    today = now.astimezone(clocks.first_shown).date()
    return tuple(datetime.combine(today + timedelta(days=days), EVENING, clocks.first_shown) for days in CLOSING_DAYS)


def outcome(tally: list[tuple[str, int]], voters: int, asked: int) -> Outcome:
    best = max((votes for _, votes in tally), default=0)
    leaders = tuple(words for words, votes in tally if votes == best) if best else ()
    return Outcome(voters, max(asked - voters, 0), leaders, best)


def share(votes: int, voters: int) -> int:
    """Whole percent of the people who voted."""
    return (200 * votes + voters) // (2 * voters)


def _fault(words: str, known: set[str], count: int) -> Fault | None:
    if not words:
        return None
    if len(words) > LONGEST_OPTION:
        return Fault.TOO_LONG
    if _folded(words) in known:
        return Fault.DOUBLE
    return Fault.TOO_MANY if count >= MOST_OPTIONS else None


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()
