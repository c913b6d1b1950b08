"""What the machine does at night, once each local date, at 03:30 where the first place is: it wipes, and backs up."""

import asyncio
import logging
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.backup import copies, make, restore
from bot.backup.make import Backup, BackupFailed, NoTools
from bot.backup.second_place import place_of
from bot.clock import Clock, milliseconds
from bot.config import Settings
from bot.database.db import Database, NotSaved
from bot.identity import places

log = logging.getLogger(__name__)

AT = time(3, 30)
SECONDS = 60
MADE, FAILED = "backup", "backup failed"  # jobs among the occurrences; a town without backups has its nights too


class Nightly:
    """`run` is a chore. What the night missed, with the machine off, is made up when it is on again."""

    def __init__(self, database: Database, clock: Clock, settings: Settings) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings

    async def run(self) -> None:
        """A failure is logged and noted, for the leads to hear of; it is not tried again before the next date."""
        folder, now = self._settings.backup_dir, self._clock.now()
        try:
            day = await self._turn(now)
            if day is None:
                return
            await self._wish_for_a_wiped_disk()
            if folder is None:
                return
            try:
                source = restore.source(self._settings)
                made = await asyncio.to_thread(make.make, source, self._settings.data_dir, folder, now)
            except NoTools as error:
                # Not for the leads, night after night: only the operator can do something, and doctor says what.
                log.warning("no backup was made: %s", error)
                return
            except BackupFailed as error:
                log.error("no backup was made: %s", error)
                await self._note(FAILED, day, now)
                return
            log.info("backup %s: %s rows, %s files", made.folder.name, made.rows, made.pictures)
            await asyncio.to_thread(make.prune, folder, now)
            await self._copy_away(made, day, now)
            await asyncio.to_thread(make.prune_copies, self._settings.data_dir, now)
        except (NotSaved, OSError) as error:
            log.error("backup: %s", error)

    async def _copy_away(self, made: Backup, day: str, now: datetime) -> None:
        """A second place that cannot be had is as good as no backup to the leads; the first one stays."""
        place = place_of(self._settings)
        if place is None:
            return
        try:
            name = await asyncio.to_thread(copies.keep, made.folder, place, self._settings.backup_recipients)
            await asyncio.to_thread(copies.prune, place, now)
        except (BackupFailed, OSError) as error:
            log.error("no copy of the backup was made: %s", error)
            await self._note(FAILED, day, now)
            return
        log.info("backup copied and encrypted: %s", name)

    async def _wish_for_a_wiped_disk(self) -> None:
        """What was pruned during the day may have left something where rows moved (bot/privacy/erasing.py)."""
        async with self._database.write() as tx:
            await tx.run("INSERT INTO wipes (forgotten) VALUES (0)")

    async def _turn(self, now: datetime) -> str | None:
        """The local date whose backup is now to be made by us; None when it is not time, or it was made."""
        async with self._database.read() as tx:
            there = await places.all_places(tx)
        local = now.astimezone(ZoneInfo(there[0].timezone if there else self._settings.place_timezone))
        day = local.date().isoformat()
        if local.time() < AT or await self._is_noted(day):
            return None
        return day if await self._note(MADE, day, now) else None

    async def _is_noted(self, day: str) -> bool:
        async with self._database.read() as tx:
            found = await tx.one(int, "SELECT 1 FROM occurrences WHERE job = ? AND occurrence = ?", MADE, day)
        return found is not None

    async def _note(self, job: str, day: str, now: datetime) -> bool:
        """Whether it had not been noted before."""
        async with self._database.write() as tx:
            return bool(
                await tx.run(
                    "INSERT INTO occurrences (job, occurrence, happened_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    job,
                    day,
                    milliseconds(now),
                )
            )
