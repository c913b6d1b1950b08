"""At what people arrive: hand a CheckInSource over in `Feature.offers`, and its door has a code."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices


class Arrived(StrEnum):
    """What became of somebody who scanned the code. `ADULTS`: nobody asked her yet whether she is one."""

    NOTED = "noted"
    ALREADY = "already"
    FULL = "full"
    ADULTS = "adults"


@dataclass(frozen=True)
class Door:
    """An event, or a date of a task. `there` of `expected` people have come."""

    id: int
    title: str
    start: datetime
    end: datetime
    is_on: bool
    there: int
    expected: int


@dataclass(frozen=True)
class CheckInSource:
    """One source a kind; its first letter stands in the code."""

    kind: str
    # The actions that show it, in the place of a screen and below a message that stays, and tick by hand.
    shows: str
    shows_below: str
    ticks: str
    # None where it is not here.
    find: Callable[[Notices, int], Awaitable[Door | None]]
    # Those that begin before a moment and end after another.
    between: Callable[[Notices, datetime, datetime], Awaitable[list[Door]]]
    arrive: Callable[[Notices, int, int], Awaitable[Arrived]]


def sources(notices: Notices) -> list[CheckInSource]:
    return [one for _, one in town_of(notices).offered(CheckInSource)]


def find_source(notices: Notices, kind: str) -> CheckInSource | None:
    """By its kind, or by the first letter of it."""
    return next((one for one in sources(notices) if kind in (one.kind, one.kind[0])), None)
