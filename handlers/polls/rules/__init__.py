"""What makes a poll a poll, when it may close, and what follows from the votes. Moments and baskets beside it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import IntEnum, StrEnum

from bot.i18n.clocks import Clocks

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


DOTS = (3, 5, 10)  # each
SCORES = (1, 2, 3, 4, 5)
BEST_SCORE = 10 * max(SCORES)  # in tenths, as averages are
QUORUMS = (20, 40)  # percent, ready to press; any other can be written
ACTIVE = timedelta(days=60)
LONGEST_REASON = 300  # letters
NEWCOMERS_EACH = 5  # of one address, for one poll and day
MANY_NEWCOMERS, AT_ONCE = 10, timedelta(minutes=10)
ALARM_AGAIN = timedelta(hours=6)


class Kind(StrEnum):
    """How one may vote."""

    SINGLE = "single"
    SEVERAL = "several"
    DOTS = "dots"
    SCORE = "score"
    CONSENT = "consent"
    TIME = "time"
    BUDGET = "budget"


class Stance(StrEnum):
    """The three answers of a consent round; all but the first come with words."""

    FINE = "fine"
    CONCERN = "concern"
    OBJECTION = "objection"


class Why(StrEnum):
    """Reasons that are ready to press."""

    FEW = "few"
    ASKED = "asked"
    ALL_VOTED = "all-voted"
    OVERTAKEN = "overtaken"


class Apart(IntEnum):
    """Whether somebody's vote stands among the others."""

    NO = 0
    CAME_LATER = 1
    CROWD = 2


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
class Entry:
    """How one option stands: people who chose it, and what they gave together (dots, or points of a score).

    `at`, in ms, is the moment it asks about; `cost` is in yuan.
    """

    words: str
    votes: int
    points: int
    at: int | None = None
    cost: int | None = None


@dataclass(frozen=True)
class Outcome:
    """`leaders` are the best options; none when nobody voted, several when it is a tie. `best` is what they have:
    votes, dots, or tenths of a score."""

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


def outcome(kind: Kind, entries: list[Entry], voters: int, asked: int) -> Outcome:
    worth = {entry.words: worth_of(kind, entry) for entry in entries if _may_lead(kind, entry, voters)}
    best = max(worth.values(), default=0)
    leaders = tuple(words for words, value in worth.items() if value == best) if best else ()
    return Outcome(voters, max(asked - voters, 0), leaders, best)


def worth_of(kind: Kind, entry: Entry) -> int:
    """What options are compared by; for a score its average, in tenths."""
    match kind:
        case Kind.DOTS:
            return entry.points
        case Kind.SCORE:
            return tenths(entry.points, entry.votes)
    return entry.votes


def passes(entries: list[Entry], voters: int) -> bool:
    """A consent round: somebody answered, and no objection stands."""
    return voters > 0 and not any(entry.votes for entry in entries if entry.words == Stance.OBJECTION)


def needed(active: int, percent: int) -> int:
    """How many must vote; a half person is a whole one."""
    return -(-active * percent // 100)


def is_newcomer(created_at: int, known_otherwise: bool, opened_at: int) -> bool:
    """Younger than the poll, and nobody vouches for her: no role was given to her, no Telegram account is hers."""
    return created_at > opened_at and not known_otherwise


def whole_kind(kind: str, consent: int, form: str | None) -> Kind:
    """How it stands in the table: some kinds are another one with something more."""
    return Kind(form) if form else Kind.CONSENT if consent else Kind(kind)


def tenths(points: int, votes: int) -> int:
    return (20 * points + votes) // (2 * votes) if votes else 0


def score_words(in_tenths: int) -> str:
    return f"{in_tenths // 10}.{in_tenths % 10}"


def share(votes: int, voters: int) -> int:
    """Whole percent of the people who voted."""
    return (200 * votes + voters) // (2 * voters)


def _may_lead(kind: Kind, entry: Entry, voters: int) -> bool:
    # One friend's 5 must not beat the 4.8 of a whole street.
    return kind is not Kind.SCORE or entry.votes * 2 >= voters


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
