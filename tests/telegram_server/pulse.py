"""Waiting without sleeping: whoever waits looks again each time something has happened."""

import asyncio
from collections.abc import Callable


class Pulse:
    def __init__(self) -> None:
        self._touches = 0
        self._next: asyncio.Event | None = None

    def touch(self) -> None:
        """Something happened. Costs next to nothing while nobody waits."""
        self._touches += 1
        if self._next is not None:
            self._next.set()
            self._next = None

    async def until(self, true: Callable[[], bool], within: float) -> None:
        async with asyncio.timeout(within):
            while not true():
                await self._wait()

    async def quiet(self, idle: Callable[[], bool], for_seconds: float, within: float) -> None:
        """Returns when `idle` holds and nothing has happened for so long."""
        async with asyncio.timeout(within):
            while True:
                seen = self._touches
                try:
                    async with asyncio.timeout(for_seconds):
                        await self._wait()
                except TimeoutError:
                    if seen == self._touches and idle():
                        return

    async def _wait(self) -> None:
        if self._next is None:
            self._next = asyncio.Event()
        await self._next.wait()
