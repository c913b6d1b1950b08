"""Wakes what is due. Due times are columns; this only asks, often enough, with the time in its hand."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import places
from bot.clock import Clock
from bot.context import Links, Notices
from bot.db import Database, NotSaved
from bot.feature import Job, Town

log = logging.getLogger(__name__)


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
        wake: Callable[[], None],
        chores: Sequence[Chore],
    ) -> None:
        self._database = database
        self._clock = clock
        self._town = town
        self._links = links
        self._wake = wake
        self._chores = chores
        self._clockwork: AsyncIOScheduler | None = None

    def start(self) -> None:
        # Its default silently skips a run that is a second late, and would hold runs up behind one another.
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        self._clockwork = AsyncIOScheduler(timezone="UTC", job_defaults=defaults)
        for job in self._jobs():
            self._clockwork.add_job(self._run, "interval", seconds=job.seconds, args=[job], name=job.name)
        for chore in self._chores:
            self._clockwork.add_job(chore.run, "interval", seconds=chore.seconds, name=chore.name)
        self._clockwork.start()

    def stop(self) -> None:
        if self._clockwork is not None:
            self._clockwork.shutdown(wait=False)

    async def tick(self) -> None:
        for job in self._jobs():
            await self._run(job)

    async def keep_house(self) -> None:
        """The machine's chores once, as `tick` does the jobs."""
        for chore in self._chores:
            await chore.run()

    async def _run(self, job: Job) -> None:
        """In every place, each in a transaction of its own; one place's trouble is not another's."""
        async with self._database.read() as tx:
            if job.anything_due is not None and not await job.anything_due(tx):
                return
            everywhere = await places.all_places(tx)
        for place in everywhere:
            try:
                async with self._database.write() as tx:
                    tx.after_commit.append(self._wake)
                    await tx.lock(f"job {job.name} {place.id}")
                    await job.run(Notices(tx, self._clock.now(), place, self._town, self._links))
            except NotSaved:
                log.warning("job %s: not saved, it will be done later", job.name)
            except Exception:
                log.exception("job %s broke", job.name)

    def _jobs(self) -> list[Job]:
        return [job for feature in self._town.features for job in feature.jobs]
