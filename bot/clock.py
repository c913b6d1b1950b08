"""Time, passed in: the wall clock for what people see, the monotonic one for what must not jump."""

import time
from datetime import UTC, datetime
from typing import Protocol


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


def milliseconds(moment: datetime) -> int:
    """How times are stored: whole milliseconds since 1970, UTC."""
    return round(moment.timestamp() * 1000)


def moment(stored: int) -> datetime:
    return datetime.fromtimestamp(stored / 1000, UTC)
