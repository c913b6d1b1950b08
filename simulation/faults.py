"""What goes wrong, and how often: the dice are thrown in one place, so that a seed repeats every fault."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

CALLS_TO_LIVE = 20  # at most so many calls before the process dies, once it shall
RETRY_AFTER = (2, 5, 30, 300)  # seconds


class Killed(BaseException):  # no handler of exceptions may survive it, as none survives kill -9
    """The process dies here."""


@dataclass(frozen=True)
class Rates:
    """How often, from 0 to 1; `restarts` and `downtimes` (a morning) a day."""

    too_many: float = 0.0
    lost: float = 0.0
    again: float = 0.0
    late: float = 0.0
    restarts: float = 0.0
    unsaid_blocks: float = 0.0
    downtimes: float = 0.0

    @property
    def words(self) -> str:
        return (
            f"429s {self.too_many:.1%} · lost answers {self.lost:.1%} · updates again {self.again:.1%}, late"
            f" {self.late:.1%} · restarts {self.restarts:.2f} and mornings down {self.downtimes:.2f} a day"
        )


NONE = Rates()
USUAL = Rates(too_many=0.003, lost=0.002, again=0.02, late=0.02, restarts=0.25, unsaid_blocks=0.3, downtimes=0.05)


class Faults:
    def __init__(self, rates: Rates, chance: random.Random) -> None:
        self.rates = rates
        self.at_rest = True  # while the town is founded and while it is examined, nothing goes wrong
        self._chance = chance
        self._calls_left: int | None = None

    def restart_today(self) -> None:
        if self._happens(self.rates.restarts):
            self._calls_left = self._chance.randint(1, CALLS_TO_LIVE)

    def is_down_today(self) -> bool:
        return self._happens(self.rates.downtimes)

    def too_many(self) -> int:
        """Seconds to wait, or nought."""
        return self._chance.choice(RETRY_AFTER) if self._happens(self.rates.too_many) else 0

    def loses_answer(self) -> bool:
        return self._happens(self.rates.lost)

    def comes_again(self) -> bool:
        return self._happens(self.rates.again)

    def comes_late(self) -> bool:
        return self._happens(self.rates.late)

    def sends_twice(self) -> bool:
        return self._happens(self.rates.again)

    def block_is_said(self) -> bool:
        return not self._happens(self.rates.unsaid_blocks)

    def shuffled(self, batch: list[T]) -> list[T]:
        if self._happens(self.rates.late):
            self._chance.shuffle(batch)
        return batch

    def kills_before(self) -> bool:
        """Before the call is made, or with `kills_after` once it is: both leave a row on its way."""
        return self._dies(lambda: self._chance.random() < 0.5)

    def kills_after(self) -> bool:
        return self._dies(lambda: True)

    def _dies(self, now: Callable[[], bool]) -> bool:
        if self._calls_left is None or self.at_rest:
            return False
        self._calls_left -= 1
        if self._calls_left > 0 or not now():
            return False
        self._calls_left = None
        return True

    def _happens(self, rate: float) -> bool:
        # Nothing is thrown for a rate of nought, so that a town without faults is the same whatever rates there are.
        return rate > 0 and not self.at_rest and self._chance.random() < rate
