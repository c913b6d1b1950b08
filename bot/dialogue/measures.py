"""A number that only a feature knows and an operator wants to see: handed over in `Feature.offers`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.notices import Notices


@dataclass(frozen=True)
class Measure:
    """`name` as Prometheus has it, without `nestbox_`; `read` is asked in each place, and the largest is told.

    It only reads, and never says anything about a person or of which place the number is.
    """

    name: str
    sentence: str
    read: Callable[[Notices], Awaitable[float]]
