"""Cleans what people send: one picture at a time, each person in her turn, decoded by picture_process.py."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager

from bot.media.images import CleanPicture
from bot.media.picture_process import PictureProcess

Read = Callable[[], Awaitable[bytes]]


class Cleaner:
    """`whose` is whoever the picture is from, and `read` gives it: called when it is its turn, so that those who
    wait need no memory. Whoever gives a process ends it."""

    def __init__(self, process: PictureProcess | None = None) -> None:
        self._process = process or PictureProcess()
        self._process_is_ours = process is None
        self._turns = Turns()

    async def clean(self, whose: Hashable, read: Read) -> CleanPicture:
        """Like media.clean. Raises BadPicture, Closed when the program ends, and what `read` raises."""
        return await self._with(self._process.clean, whose, read)

    async def redraw(self, whose: Hashable, read: Read) -> CleanPicture:
        """Like media.redraw."""
        return await self._with(self._process.redraw, whose, read)

    async def look_at(self, whose: Hashable, read: Read) -> CleanPicture:
        """Like media.look_at."""
        return await self._with(self._process.look_at, whose, read)

    async def close(self) -> None:
        if self._process_is_ours:
            await asyncio.to_thread(self._process.close)

    async def _with(self, work: Callable[[bytes], CleanPicture], whose: Hashable, read: Read) -> CleanPicture:
        async with self._turns.turn(whose):
            return await asyncio.to_thread(work, await read())


class Turns:
    """One at a time. Among those who wait the turn goes round: one picture does not wait for ten of another."""

    def __init__(self) -> None:
        self._busy = False
        self._waiting: OrderedDict[Hashable, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, whose: Hashable) -> AsyncIterator[None]:
        await self._take(whose)
        try:
            yield
        finally:
            self._pass_on()

    async def _take(self, whose: Hashable) -> None:
        if not self._busy:
            self._busy = True
            return
        mine = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(whose, deque()).append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                # Her turn came in the moment in which she left.
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            whose, line = self._waiting.popitem(last=False)
            first = line.popleft()
            if line:
                self._waiting[whose] = line  # at the end of the round
            if not first.done():
                first.set_result(None)
                return
        self._busy = False
