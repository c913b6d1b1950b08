"""How much is taken from one person and one address a day, and that the disk never becomes full of it.

Counted before it is read: whoever sends at once from twenty connections has no more than from one. What did not
arrive, or was there already, is given back.
"""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from starlette.requests import Request

from bot.database import disk
from bot.database.db import Tx
from bot.gateway import store
from bot.gateway.core import Core
from bot.gateway.errors import PhoneError
from bot.gateway.phone import sessions
from bot.gateway.phone.limits import Limits, Standing
from bot.gateway.store import Person
from bot.media.images import CleanPicture
from bot.media.pixels import MOST_PIXELS

# A file of a hundred kilobytes may be forty megapixels and seconds of work: it counts by what it is opened.
BYTES_PER_PIXEL = 0.1
# A word costs a row, its receipt, and an answer that is longer than itself.
LEAST = 500
STRANGERS = "strangers"  # all of them together


@dataclass
class Reserved:
    """What one request may bring. `more` grows with what turned out to be larger than it looked."""

    person: Person
    stranger: bool
    whose: str
    """In whose turn its pictures are cleaned: strangers of one address share one."""
    keys: tuple[tuple[str, int], ...]
    announced: int
    day: int
    more: int = field(default=0)
    taken: bool = field(default=False)
    """Its files are here; until then it has cost nothing but the line."""

    def weigh_broken(self) -> None:
        """Nobody knows how much work it was, so it counts like the largest."""
        self.more += round(MOST_PIXELS * BYTES_PER_PIXEL)

    def weigh(self, picture: CleanPicture, size: int) -> None:
        width, height = picture.came_as
        weight = max(len(picture.jpeg) + len(picture.thumbnail), round(width * height * BYTES_PER_PIXEL))
        self.more += max(0, weight - size)


async def reserve(core: Core, person: Person, request: Request) -> Reserved:
    """For the files that a request announces. Raises PhoneError."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise PhoneError(411, "bad_form")
    announced = int(length)
    if announced > core.limits.body_bytes:
        raise PhoneError(413, "too_large")
    check_room(core, announced)
    async with core.database.write() as tx:
        reserved = await _reserved(core, tx, person, request, announced)
        # In the order of `keys`, which is everybody's: nobody waits for two who wait for one another.
        for key, most in reserved.keys:
            if (await store.add_usage(tx, key, reserved.day, announced, 0)).bytes > most:
                raise _too_much(core, reserved)
    return reserved


@asynccontextmanager
async def given_back_unless_taken(core: Core, reserved: Reserved) -> AsyncIterator[None]:
    """A bad line that breaks four times must not cost a day. At once there are never more than `under_way` allows."""
    try:
        yield
    finally:
        if not reserved.taken:
            async with core.database.write() as tx:
                for key, _ in reserved.keys:
                    await store.give_usage_back(tx, key, reserved.day, reserved.announced)


def check_room(core: Core, announced: int = 0) -> None:
    """Below the reserve only words are taken: they are what a town lives by, and need little."""
    coming = core.bytes_under_way + announced
    # A form lies in the temporary folder while it is read: often another disk, and a small one in memory.
    if core.shelf.room() - coming < core.limits.reserve or disk.room(Path(tempfile.gettempdir())) < coming:
        raise PhoneError(507, "only_words")


@contextmanager
def under_way(core: Core, reserved: Reserved) -> Iterator[None]:
    """What is being read lies in memory or in the temporary folder meanwhile. Raises PhoneError."""
    most = core.limits.uploads_of_strangers if reserved.stranger else core.limits.uploads
    if core.under_way.get(reserved.whose, 0) >= most:
        raise PhoneError(429, "slow_down", 2)
    core.under_way[reserved.whose] = core.under_way.get(reserved.whose, 0) + 1
    core.bytes_under_way += reserved.announced
    try:
        yield
    finally:
        core.bytes_under_way -= reserved.announced
        core.under_way[reserved.whose] -= 1
        if not core.under_way[reserved.whose]:
            del core.under_way[reserved.whose]


async def check(core: Core, reserved: Reserved) -> None:
    """When its turn comes: others of the same person or address may have been larger than they looked."""
    async with core.database.read() as tx:
        await _check(core, tx, reserved, reserved.more)


async def settle(core: Core, reserved: Reserved) -> None:
    if not reserved.more:
        return
    async with core.database.write() as tx:
        for key, _ in reserved.keys:
            await store.add_usage(tx, key, _day(core), reserved.more, 0)
    reserved.more = 0


async def count_words(core: Core, tx: Tx, person: Person, request: Request, words: int) -> None:
    """Of a message, or 0 of a press. Raises PhoneError."""
    limits, standing = core.limits, await core.standing(tx, person.id)
    cost, day = max(words, LEAST), _day(core)
    # Whoever has not agreed must still be able to press the button that says so.
    stranger = standing is Standing.STRANGER and words
    keys = [(_of(person), limits.stranger_words if stranger else limits.day_words)]
    if standing is not Standing.TRUSTED:
        keys.append((f"words:{await sessions.origin(core, tx, request)}", limits.address_words))
    for key, most in keys:
        if (await store.add_usage(tx, key, day, 0, cost)).words > most:
            raise PhoneError(429, "agree_first" if stranger else "enough_today", _until_tomorrow(core))


def _of(person: Person) -> str:
    return f"person:{person.id}"


async def _reserved(core: Core, tx: Tx, person: Person, request: Request, announced: int) -> Reserved:
    limits, standing, day = core.limits, await core.standing(tx, person.id), _day(core)
    if standing is Standing.TRUSTED:
        return Reserved(person, False, _of(person), ((_of(person), limits.day_bytes),), announced, day)
    where = await sessions.origin(core, tx, request)
    if standing is Standing.NEW:
        keys = ((_of(person), limits.day_bytes), (f"address:{where}", limits.address_bytes))
        return Reserved(person, False, _of(person), keys, announced, day)
    return Reserved(person, True, f"strangers:{where}", _strangers(limits, person, where), announced, day)


def _strangers(limits: Limits, person: Person, where: str) -> tuple[tuple[str, int], ...]:
    return (
        (_of(person), limits.stranger_bytes),
        (f"strangers:{where}", limits.strangers_of_address_bytes),
        (f"address:{where}", limits.address_bytes),
        (STRANGERS, limits.strangers_bytes),
    )


async def _check(core: Core, tx: Tx, reserved: Reserved, more: int) -> None:
    for key, most in reserved.keys:
        if (await store.usage(tx, key, _day(core))).bytes + more > most:
            raise _too_much(core, reserved)


def _too_much(core: Core, reserved: Reserved) -> PhoneError:
    return PhoneError(429, "agree_first" if reserved.stranger else "enough_today", _until_tomorrow(core))


def _day(core: Core) -> int:
    """Since 1970, UTC: the word for an address changes with it."""
    return (core.clock.now().astimezone(UTC).date() - datetime(1970, 1, 1, tzinfo=UTC).date()).days


def _until_tomorrow(core: Core) -> int:
    now = core.clock.now().astimezone(UTC)
    return int((datetime.combine(now.date() + timedelta(days=1), time(), UTC) - now).total_seconds()) + 1
