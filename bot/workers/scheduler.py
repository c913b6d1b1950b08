"""Wakes what is due. Due times are columns; this only asks, often enough, with the time in its hand."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TypeVar

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.base import STATE_RUNNING

from bot.clock import Clock, SystemClock
from bot.database.db import Database, NotSaved, Tx
from bot.database.turns import again
from bot.dialogue.feature import Job, Town
from bot.dialogue.notices import Notices
from bot.identity import places
from bot.identity.places import Place
from bot.services import Links

log = logging.getLogger(__name__)

T = TypeVar("T", Job, "Chore")

FIRST_RUN = timedelta(minutes=1)
LAST_RUNS = 5.0  # seconds for the runs under way when the program ends
MIND = 2.0  # seconds between two looks whether the time of day was set back
APSCHEDULERS = SystemClock()  # it reads the time itself; nobody else here does


@dataclass(frozen=True)
class Chore:
    """Housekeeping of the machine itself."""

    name: str
    run: Callable[[], Awaitable[None]]
    seconds: int


class Scheduler:
    """`start` lets APScheduler wake every job; `tick` runs all of them once, for tests."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        town: Town,
        links: Links,
        wake: Callable[[Tx], None],
        chores: Sequence[Chore],
    ) -> None:
        self._database = database
        self._clock = clock
        self._town = town
        self._links = links
        self._wake = wake
        self._chores = chores
        self._clockwork: AsyncIOScheduler | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._busy: set[Job | Chore] = set()
        self._once_more: set[Job | Chore] = set()
        self._minding: asyncio.Task[None] | None = None

    def start(self) -> None:
        # Its default silently skips a run that is a second late, and would hold runs up behind one another.
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        self._clockwork = AsyncIOScheduler(timezone="UTC", job_defaults=defaults)
        for job in self._jobs():
            self._clockwork.add_job(self._held, "interval", seconds=job.seconds, args=[self._run, job], name=job.name)
        for chore in self._chores:
            # Soon for the first time: what is done every hour would not be done where somebody restarts it often.
            self._clockwork.add_job(
                self._held,
                "interval",
                seconds=chore.seconds,
                args=[self._keep, chore],
                name=chore.name,
                next_run_time=APSCHEDULERS.now() + min(timedelta(seconds=chore.seconds), FIRST_RUN),
            )
        self._clockwork.start()
        self._minding = asyncio.create_task(self._mind_the_clock(self._clockwork))

    async def _mind_the_clock(self, clockwork: AsyncIOScheduler) -> None:
        """For ever. APScheduler plans by the time of day: when a time server sets that back by a day, what is done
        every minute would be done tomorrow."""
        while True:
            await asyncio.sleep(MIND)
            now = APSCHEDULERS.now()
            for job in clockwork.get_jobs():
                if job.next_run_time - now > timedelta(seconds=job.args[1].seconds + MIND):
                    job.modify(next_run_time=now)

    async def run(self) -> None:
        """Until cancelled."""
        self.start()
        try:
            await asyncio.Event().wait()
        finally:
            await self.stop()

    async def stop(self) -> None:
        """Nothing begins any more; what is under way ends, or is cut off after a moment."""
        clockwork, self._clockwork = self._clockwork, None
        if clockwork is None:
            return
        if self._minding is not None:
            self._minding.cancel()
        clockwork.pause()
        self._once_more.clear()
        await asyncio.sleep(0)  # what APScheduler has begun just now comes as far as `_under_way`
        late = set(self._under_way)
        if late:
            _, late = await asyncio.wait(late, timeout=LAST_RUNS)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        clockwork.shutdown(wait=False)

    def turned(self, by: timedelta) -> None:
        """The program's clock was turned, and APScheduler knows only the true one: what is due by now is due.

        Set back, it is for APScheduler as if the true one had been.
        """
        if self._clockwork is None:
            return
        now = APSCHEDULERS.now()
        # A run that is under way began before: APScheduler would skip what is due meanwhile.
        self._once_more |= self._busy
        for job in self._clockwork.get_jobs():
            if job.args[1] in self._busy:
                continue
            # Never in the past: its trigger would count one by one the runs that were missed.
            job.modify(next_run_time=max(job.next_run_time - by, now))

    async def _held(self, run: Callable[[T], Awaitable[None]], what: T) -> None:
        """Known to `stop`: APScheduler would cancel it where it stands, and complain of that."""
        self._busy.add(what)
        try:
            while True:
                self._once_more.discard(what)
                task = asyncio.ensure_future(run(what))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
                await asyncio.wait([task])
                if what not in self._once_more:
                    return
        except asyncio.CancelledError:
            # What it had to do has ended; APScheduler has only not heard of it yet.
            if self._clockwork is not None and self._clockwork.state == STATE_RUNNING:
                raise
        finally:
            self._busy.discard(what)

    async def tick(self) -> None:
        for job in self._jobs():
            await self._run(job)

    async def keep_house(self) -> None:
        """The machine's chores once, as `tick` does the jobs."""
        for chore in self._chores:
            await self._keep(chore)

    async def _keep(self, chore: Chore) -> None:
        try:
            await chore.run()
        except NotSaved:
            log.warning("chore %s: not saved, it will be done later", chore.name)
        except Exception:
            log.exception("chore %s broke", chore.name)

    async def _run(self, job: Job) -> None:
        """In every place, each in a transaction of its own; one place's trouble is not another's."""
        async with self._database.glance() as tx:
            if job.anything_due is not None and not await job.anything_due(tx):
                return
            everywhere = await places.all_places(tx)
        for place in everywhere:
            try:
                await again(self._database, partial(self._run_in, job, place))
            except NotSaved:
                log.warning("job %s: not saved, it will be done later", job.name)
            except Exception:
                log.exception("job %s broke", job.name)

    async def _run_in(self, job: Job, place: Place, tx: Tx) -> None:
        tx.after_commit.append(partial(self._wake, tx))
        await tx.lock(f"job {job.name} {place.id}")
        await places.wait_for_turn(tx, place.id)
        await job.run(Notices(tx, self._clock.now(), place, self._town, self._links))

    def _jobs(self) -> list[Job]:
        return [job for feature in self._town.features for job in feature.jobs]
