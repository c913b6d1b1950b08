"""The gateway as a whole: its two sides, and the two tasks that run beside them."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable

import httpx
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.clock import Clock
from bot.database.db import Database, NotSaved, Tx
from bot.database.presence import Presence
from bot.gateway import numbers, pruning, queues, store
from bot.gateway.bot_api.server import BotApi
from bot.gateway.bot_api.webhooks import Courier
from bot.gateway.core import Core
from bot.gateway.files import Shelf
from bot.gateway.notifier import heard
from bot.gateway.phone.limits import Limits, Standing
from bot.gateway.phone.routes import Phone
from bot.media.cleaning import Cleaner

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0
PRUNE = 600.0  # seconds between two prunings
SWEEP = 2.0  # seconds between two looks for what dead processes left, when nobody has died


class Gateway:
    """A chat server: `bot_api` for one bot, `phone_routes` for the people."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        shelf: Shelf,
        token: str,
        secret: bytes,
        limits: Limits | None = None,
        webhook_transport: httpx.AsyncBaseTransport | None = None,
        cleaner: Cleaner | None = None,
        plain_page: str = "",
        standing: Callable[[Tx, int], Awaitable[Standing]] | None = None,
        others: Presence | None = None,
    ) -> None:
        """Whoever gives a cleaner closes it. `plain_page` is the address of a page that needs no scripts; phones
        without any are led there. `standing` is how well the bot knows a person; without it everybody is new.
        `others` are the processes on this database; with them `keep_house` is for one of them to run."""
        self._cleaner = cleaner or Cleaner()
        self._cleaner_is_ours = cleaner is None
        self._core = Core(
            database,
            clock,
            shelf,
            self._cleaner,
            token,
            secret,
            limits or Limits(),
            standing or _everybody_is_new,
            plain_page,
            others,
        )
        api = BotApi(self._core)
        self._phone = Phone(self._core)
        self._courier = Courier(self._core, api.execute, webhook_transport)
        self._tasks: list[asyncio.Task[None]] = []
        self._files_to_drop = False
        self.bot_api: Starlette = api.app
        self.phone_routes: list[BaseRoute] = self._phone.routes()

    async def start(self) -> None:
        await self._core.learn_name()
        self._tasks = [asyncio.create_task(self._courier.run())]
        beside = self._look_around if self._core.sharing.alone else self._sweep
        self._tasks.append(asyncio.create_task(beside()))

    async def stop(self) -> None:
        """Long polls and streams end at once; call it before the web server waits for its connections."""
        self._core.bell.close()
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._tasks = []
        if self._cleaner_is_ours:
            await self._cleaner.close()

    def open_streams(self) -> int:
        return len(self._core.streams)

    async def prune(self) -> None:
        """Forgets what is old. Runs by itself every ten minutes once started."""
        await pruning.prune(self._core)
        self._phone.sweep()

    async def forget(self, tx: Tx, person: int) -> None:
        """Erases a person, their chat and their files, together with whatever else this transaction does."""
        await self._drop_soon(tx, await pruning.forget(tx, person))
        bell = self._core.bell
        tx.after_commit.append(lambda: bell.ring(person))

    async def drop_file(self, tx: Tx, file_id: str) -> None:
        """A picture in all its sizes, together with whatever else this transaction does."""
        await self._drop_soon(tx, await store.drop_family(tx, file_id))

    async def drop_due(self) -> None:
        """The files of what was erased. What a crash left, or a bucket refused, comes with the next pruning."""
        self._files_to_drop = False
        await pruning.drop_due(self._core)

    async def _drop_soon(self, tx: Tx, names: list[str]) -> None:
        def wake() -> None:
            self._files_to_drop = True

        await store.note_dropped(tx, names)
        tx.after_commit.append(wake)

    def ring(self, chats: Iterable[str]) -> None:
        """There is news of these chats."""
        for chat in chats:
            self._core.bell.ring(int(chat))

    async def keep_house(self) -> None:
        """For one of several processes, until cancelled: what dead ones left is taken over, what is old forgotten."""
        died, pruned_at = self._core.sharing.died, float("-inf")
        while True:
            died.clear()
            try:
                await self._core.sharing.take_over()
                pruned_at = await self._prune_now_and_then(pruned_at)
            except NotSaved:
                log.warning("gateway: the database does not save, what is to be done there waits")
            except Exception:
                # It is nobody's fault who waits for an answer.
                log.exception("gateway: keeping house failed")
            await heard(died, SWEEP)

    async def _look_around(self) -> None:
        """Rings here for what another program wrote, and prunes now and then."""
        last, pruned_at = 0, float("-inf")
        while True:
            try:
                last = await self._ring_after(last)
                pruned_at = await self._prune_now_and_then(pruned_at)
                if self._files_to_drop:
                    await self.drop_due()
            except Exception:
                # Nobody waits for this task: it must outlive a database that is away for a while.
                log.exception("gateway: looking around failed")
            await asyncio.sleep(LOOK_AGAIN)

    async def _sweep(self) -> None:
        """Of several processes each its own memory, and the files it was told to drop."""
        swept_at = self._core.clock.monotonic()
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            if self._core.clock.monotonic() - swept_at >= PRUNE:
                swept_at = self._core.clock.monotonic()
                self._phone.sweep()
            if not self._files_to_drop:
                continue
            try:
                await self.drop_due()
            except Exception:
                log.exception("gateway: dropping files failed")  # they come with the next pruning

    async def _prune_now_and_then(self, pruned_at: float) -> float:
        now = self._core.clock.monotonic()
        if now - pruned_at < PRUNE:
            return pruned_at
        await self.prune()
        return now

    async def _ring_after(self, last: int) -> int:
        async with self._core.database.read() as tx:
            newest = await numbers.newest(tx)
            chats = await queues.chats_with_news(tx, last) if last and newest > last else []
        for chat in chats:
            self._core.bell.ring(chat)
        return newest


async def _everybody_is_new(_: Tx, __: int) -> Standing:
    return Standing.NEW
