"""Time, passed in: the wall clock for what people see, the monotonic one for what must not jump."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")

LOOK_AGAIN = 0.05  # seconds between two looks at the file of a turned clock


class Clock(Protocol):
    def now(self) -> datetime:
        """The UTC time of day."""

    def monotonic(self) -> float:
        """Seconds that never go back, for limits and leases."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class TurnedClock:
    """The true time and some seconds: the number in a file, which a drill writes from outside while the program runs.

    It goes on as fast as the true clock, and jumps for everything at once when `follow` sees another number; the same
    number stands in a file beside it from then on (`clock.followed` beside `clock`), for whoever turned it. A smaller
    number sets it back, as a time server may do: the time of day then, and nothing that was waited for.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ahead = self._written()
        self._passed = self._ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._ahead)

    def monotonic(self) -> float:
        return time.monotonic() + self._passed

    async def follow(self, turned: Callable[[timedelta], None]) -> None:
        """For ever. `turned` is told by how much the clock went forward."""
        while True:
            written = await asyncio.to_thread(self._written)
            if written != self._ahead:
                by = timedelta(seconds=written - self._ahead)
                self._ahead = written
                self._passed += max(0.0, by.total_seconds())
                turned(by)
                await asyncio.to_thread(self._say_followed, written)
            await asyncio.sleep(LOOK_AGAIN)

    def _say_followed(self, written: float) -> None:
        self._file.with_suffix(".followed").write_text(repr(written), encoding="ascii")

    def _written(self) -> float:
        """What cannot be read, or is being written, changes nothing."""
        try:
            return float(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return getattr(self, "_ahead", 0.0)


def clock_of(file: Path | None) -> SystemClock | TurnedClock:
    """The program's one clock: the true one, unless a drill names a file."""
    return SystemClock() if file is None else TurnedClock(file)


async def woken(event: asyncio.Event, within: float | None) -> None:
    """Until somebody sets the event, at most so many true seconds; for ever with None."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(within):
            await event.wait()


async def to_its_end(work: Coroutine[None, None, T], within: float) -> T:
    """When the program ends, what is under way may still come to its end, if that takes no longer than `within`
    seconds; the cancellation follows."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=within)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise


def milliseconds(moment: datetime) -> int:
    """How times are stored: whole milliseconds since 1970, UTC."""
    return round(moment.timestamp() * 1000)


def moment(stored: int) -> datetime:
    return datetime.fromtimestamp(stored / 1000, UTC)
