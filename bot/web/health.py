"""Whether this process lives (`/healthz`) and whether it should be given more to do (`/readyz`)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.database.db import Database, NotSaved
from bot.gateway import store as gateway_store

HEALTH_SECONDS = 5.0  # whoever asks more often hears the same
HEALTH_PATIENCE = 2.0  # seconds


@dataclass(frozen=True)
class Sends:
    """`under_way`: somebody looks after what is to leave. `silent`: doors whose last call had no answer."""

    under_way: bool
    doors: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def possible(self) -> bool:
        """One door that is heard is enough: without Telegram the web chat still answers, and must go on."""
        return self.under_way and len(self.silent) < len(self.doors)


class Health:
    """Well is whoever can keep what she is given: something is written, now and then."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._asked = float("-inf")
        self._trying: asyncio.Task[bool] | None = None

    async def is_well(self) -> bool:
        """Whoever waits long in the line of those who want to write is not well either."""
        now = self._clock.monotonic()
        if self._trying is None or (self._trying.done() and now - self._asked >= HEALTH_SECONDS):
            self._asked = now
            self._trying = asyncio.create_task(self._can_save())
        done, _ = await asyncio.wait({self._trying}, timeout=HEALTH_PATIENCE)
        return bool(done) and self._trying.result()

    async def _can_save(self) -> bool:
        try:
            async with self._database.write() as tx:
                await gateway_store.touch(tx)
        except NotSaved:
            return False
        return True


class Readiness:
    """Whoever drains says so before anything else ends, so that a proxy sends people elsewhere."""

    def __init__(self, health: Health, sends: Callable[[], Sends]) -> None:
        self._health = health
        self._sends = sends
        self.draining = False

    def drain(self) -> None:
        self.draining = True

    async def reasons(self) -> list[str]:
        """Why not; none is ready. Words for programs, which docs/operating.md explains."""
        found = ["draining"] if self.draining else []
        if not await self._health.is_well():
            found.append("cannot_save")
        if not self._sends().possible:
            found.append("cannot_send")
        return found

    @property
    def silent_doors(self) -> list[str]:
        return list(self._sends().silent)
