"""Which processes live on one database, who of them leads, and what they call to one another.

A process has a number, as long as its session with the database lives: a claim that carries the number of nobody
alive was left by a dead one. SQLite has one process; PostgreSQL any number of them (postgres_presence.py).
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol

SELDOM = 30.0  # seconds
# What was heard on a channel: words of the one who called, "" when there were too many of them.
Heard = Callable[[str], None]


class Lead:
    """One thing that this process alone does, until `lost` is set."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.begun = asyncio.Event()
        self.lost = asyncio.Event()

    async def holds(self, work: Coroutine[Any, Any, None]) -> None:
        """Works until it is done or the lead is lost, and has ended then; what it raises goes on."""
        working = asyncio.ensure_future(work)
        losing = asyncio.ensure_future(self.lost.wait())
        try:
            await asyncio.wait({working, losing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (working, losing):
                task.cancel()
            await asyncio.gather(working, losing, return_exceptions=True)
        if not working.cancelled():
            working.result()


class Presence(Protocol):
    """This process among those on the same database. `open` before anything else; `run` lets it lead and hear."""

    @property
    def identity(self) -> int:
        """What claims carry, 64 bits with a sign. Another one after the session was lost and found again.

        Raises NotSaved while there is no session: whoever has none may be taken for dead.
        """

    async def open(self) -> None:
        """Raises NotSaved and OSError."""

    async def close(self) -> None: ...

    async def run(self, version: int) -> None:
        """Until cancelled. Raises NewerDatabase when somebody brought the database beyond this version."""

    async def dead(self, identities: Collection[int]) -> set[int]:
        """Those of them who live no more, and never again. Read them from claims first, then ask. Raises NotSaved."""

    async def others(self) -> int:
        """How many other processes live. Raises NotSaved."""

    async def dead_or_ours(self, identities: Collection[int]) -> set[int]:
        """And of those who this process is, or was: whose work nobody has in hand while this process has none."""

    def when_somebody_died(self, told: Callable[[], None]) -> None:
        """`told` is called soon after a process on this database ended, however it ended."""

    def lead(self, name: str) -> contextlib.AbstractAsyncContextManager[Lead]:
        """Waits until nobody else leads what has this name; inside the block this process does, until it is lost.

        Once a process and name. Whoever leads leaves the block as soon as `lost` is set, and may come again.
        """

    def alone(self, name: str) -> contextlib.AbstractAsyncContextManager[None]:
        """The same for a short while, also before `run`. Raises NotSaved."""

    def listen(self, channel: str, heard: Heard) -> None:
        """`heard` is called soon after another process committed a transaction with `tx.notify(channel, words)`; with
        "" also when something may have been missed. Expects to be called before `run`."""

    def call(self, calls: dict[str, set[str]]) -> None:
        """Lets the others hear this, by channel, without a transaction."""


async def while_leading(presence: Presence, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """For ever: does it as often and as long as this process leads."""
    while True:
        async with presence.lead(name) as lead:
            await lead.holds(work())


def rest(dialect: str, alone: float) -> float:
    """Seconds after which a loop that was not woken looks by itself: `alone`, or seldom where one looks for all."""
    return alone if dialect == "sqlite" else SELDOM


class OnlyProcess:
    """On SQLite, where the folder is locked: everybody else is dead, and nobody calls."""

    def __init__(self, identity: int) -> None:
        self.identity = identity

    async def open(self) -> None:
        """Nothing is needed."""

    async def close(self) -> None:
        """Nothing was needed."""

    async def run(self, version: int) -> None:
        await asyncio.Event().wait()

    async def dead(self, identities: Collection[int]) -> set[int]:
        return set(identities) - {self.identity}

    async def others(self) -> int:
        return 0

    async def dead_or_ours(self, identities: Collection[int]) -> set[int]:
        return set(identities)

    def when_somebody_died(self, told: Callable[[], None]) -> None:
        """There is nobody else."""

    @asynccontextmanager
    async def lead(self, name: str) -> AsyncIterator[Lead]:
        lead = Lead(name)
        lead.begun.set()
        yield lead

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        yield

    def listen(self, channel: str, heard: Heard) -> None:
        """Nobody calls."""

    def call(self, calls: dict[str, set[str]]) -> None:
        """Nobody hears it."""
