"""How much one phone, or one address, may ask of the gateway."""

import contextlib
import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.clock import Clock
from bot.gateway.errors import PhoneError

MEGABYTE = 1 << 20


class Standing(Enum):
    """How well the bot knows somebody."""

    STRANGER = "stranger"  # has not agreed to anything
    NEW = "new"  # may be one of the many cookies of a script
    TRUSTED = "trusted"


@dataclass(frozen=True)
class Limits:
    """`sends` within `sends_seconds` for one person; `sessions` an hour begin to speak from one address. It may open
    the page `openings` times at once, and so many times a second from then on, whether anybody speaks or not.

    At a fair two hundred phones share the shop's Wi-Fi, and mobile carriers put thousands behind one address.
    """

    sends: int = 20
    sends_seconds: int = 10
    sessions: int = 1000
    openings: int = 300
    openings_a_second: float = 10.0
    streams: int = 8
    streams_from_one: int = 400  # of one address; the rest of its connections is for asking and saying things
    waiting: int = 20  # updates of one person that the bot has not taken yet; then she waits a little
    file_bytes: int = 20 * MEGABYTE
    body_bytes: int = 210 * MEGABYTE
    json_bytes: int = 256 * 1024
    files: int = 50
    text_units: int = 40_960
    # Requests with files that are read at once: of one person, and of all strangers at one address.
    uploads: int = 4
    uploads_of_strangers: int = 16
    # Files, a day. The page shrinks photos to 0.4 MB: 250 of them, or ten as they come from the camera.
    day_bytes: int = 100 * MEGABYTE
    # Of all new people at one address: a street festival on the shop's Wi-Fi.
    address_bytes: int = 500 * MEGABYTE
    # Before she agreed: an album, or one photo as it comes from the camera; and of an address the first photos of a
    # hundred newcomers; and of all strangers what the disk can bear: three days of it, and a month in backups.
    stranger_bytes: int = 12 * MEGABYTE
    strangers_of_address_bytes: int = 60 * MEGABYTE
    strangers_bytes: int = 200 * MEGABYTE
    # Words and presses, a day, in bytes: eight thousand presses. Of a stranger two of the longest messages; the bot
    # itself holds 50 kB of what she says.
    day_words: int = 4_000_000
    stranger_words: int = 250_000
    address_words: int = 20_000_000
    # Of free space, below which only words are taken: a day of words, the nightly backup, and time to come and look.
    reserve: int = 500 * MEGABYTE


class Openings:
    """How often each address opens the page: a bucket that fills again, so that nobody is shut out for long."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self._left: dict[str, tuple[float, float]] = {}  # how many, and when that was so

    def check(self, where: str) -> None:
        left = self._filled(where)
        if left < 1:
            raise PhoneError(429, "slow_down", 2)
        self._left[where] = (left - 1, self._clock.monotonic())

    def sweep(self) -> None:
        self._left = {
            where: left for where, left in self._left.items() if self._filled(where) < self._limits.openings
        }

    def _filled(self, where: str) -> float:
        now, most = self._clock.monotonic(), self._limits.openings
        left, then = self._left.get(where, (most, now))
        return min(most, left + (now - then) * self._limits.openings_a_second)


class Streams:
    """How many open streams and long polls there are of each address. It forgets an address with its last one."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.streams_from_one
        self._open: dict[str, int] = {}

    def check(self, where: str) -> None:
        if self._open.get(where, 0) >= self._most:
            raise PhoneError(429, "slow_down", 5)

    def __len__(self) -> int:
        return sum(self._open.values())

    @contextlib.contextmanager
    def one_of(self, where: str) -> Iterator[None]:
        self._open[where] = self._open.get(where, 0) + 1
        try:
            yield
        finally:
            self._open[where] -= 1
            if not self._open[where]:
                del self._open[where]


class Pace:
    """Counts the sends of each person in a sliding window, on the monotonic clock."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self._sends: dict[int, deque[float]] = {}

    def check_send(self, person: int) -> None:
        now = self._clock.monotonic()
        sends = self._sends.setdefault(person, deque())
        while sends and sends[0] <= now - self._limits.sends_seconds:
            sends.popleft()
        if len(sends) >= self._limits.sends:
            wait = sends[0] + self._limits.sends_seconds - now
            raise PhoneError(429, "slow_down", max(1, math.ceil(wait)))
        sends.append(now)

    def sweep(self) -> None:
        """Forgets people who have been quiet, so that the memory does not grow with the town."""
        old = self._clock.monotonic() - self._limits.sends_seconds
        self._sends = {person: sends for person, sends in self._sends.items() if sends and sends[-1] > old}
