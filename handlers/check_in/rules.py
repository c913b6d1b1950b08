"""When a code for arriving opens and closes, and which one counts now. Pure."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

BEFORE, AFTER = timedelta(hours=2), timedelta(hours=2)  # of its start and its end
WINDOW = timedelta(minutes=5)  # a code counts in its own window and in the next one
TO_PRESS = 3  # windows for a newcomer, who has a button to press as well
SECRETS_KEPT = timedelta(days=2)
SECRET_BYTES = 16
CODE_LETTERS = 32  # hexadecimal: 128 bits, beyond guessing
LONGEST_CODE = 64  # https://core.telegram.org/bots/features#deep-linking
THING = re.compile(r"([a-z])(\d{1,11})")
CODE = re.compile(rf"([0-9a-zA-Z]+)-([a-z])(\d{{1,11}})-([0-9a-f]{{{CODE_LETTERS}}})")


@dataclass(frozen=True)
class Scanned:
    """What a code says: the place's code, the first letter of a kind, which one, and the proof."""

    place: str
    letter: str
    thing_id: int
    proof: str


def window_of(now: datetime) -> int:
    return int(now.timestamp() // WINDOW.total_seconds())


def counts_until(window: int, clock: datetime) -> datetime:
    """The end of the next window."""
    return datetime.fromtimestamp((window + 2) * WINDOW.total_seconds(), clock.tzinfo)


def proof(secret: str, window: int) -> str:
    return hmac.new(bytes.fromhex(secret), str(window).encode(), hashlib.sha256).hexdigest()[:CODE_LETTERS]


def proves(secret: str, given: str, now: datetime, windows: int = 2) -> bool:
    """Whether it is of this window or of those just before it. Takes as long for a wrong one as for a right one."""
    window = window_of(now)
    found = [hmac.compare_digest(proof(secret, window - back).encode(), given.encode()) for back in range(windows)]
    return any(found)


def code(place: str, letter: str, thing_id: int, secret: str, window: int) -> str:
    """What `/start` must carry."""
    return f"in-{place}-{letter}{thing_id}-{proof(secret, window)}"


def thing(words: str) -> tuple[str, int] | None:
    """ "e12" is the event no. 12."""
    found = THING.fullmatch(words)
    return (found[1], int(found[2])) if found else None


def read(rest: str) -> Scanned | None:
    """What stands behind "in-"."""
    found = CODE.fullmatch(rest)
    return Scanned(found[1], found[2], int(found[3]), found[4]) if found else None


def is_early(start: datetime, now: datetime) -> bool:
    return now < start - BEFORE


def is_late(end: datetime, now: datetime) -> bool:
    return now > end + AFTER
