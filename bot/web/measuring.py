"""What `/metrics` says besides what this process counts: the database, the disk, backups, and what is open now."""

import asyncio
import platform
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily

from bot import program
from bot.backup import copies, make
from bot.backup.second_place import place_of
from bot.clock import milliseconds
from bot.config import Settings
from bot.database import disk
from bot.database.db import NotSaved, Tx
from bot.dialogue.feature import Town
from bot.dialogue.measures import Measure
from bot.dialogue.notices import Notices
from bot.gateway import store as gateway_store
from bot.identity import places
from bot.metrics import Metrics, gauge
from bot.outbox.message import Lane
from bot.outbox.store import counts
from bot.services import Site
from bot.web.health import Readiness

FRESH = 5.0  # seconds; whoever asks more often hears the same of the database
# What takes long to find out, in a town of many places, is asked for at most a fiftieth of the time.
REST = 50
# Seconds; a copy is made once a night, and a bucket takes money or time for each question.
FRESH_ELSEWHERE, PATIENCE_ELSEWHERE = 600.0, 3.0
DOOR_LANE = ("door", "lane")


@dataclass(frozen=True)
class Measuring:
    """`text` is asked by `/metrics`. Of several processes on one database each says the same about it, and speaks
    for itself in all else."""

    site: Site
    town: Town
    settings: Settings
    metrics: Metrics
    readiness: Readiness
    doors: Sequence[str]
    streams: Callable[[], int]
    _kept: "_Kept"

    async def text(self) -> bytes:
        """Several who ask at once wait for one answer."""
        async with self._kept.one_at_a_time:
            now = self.site.clock.monotonic()
            if now - self._kept.at >= FRESH:
                self._kept.families, self._kept.at = await self._database(now), now
            if now - self._kept.elsewhere_at >= FRESH_ELSEWHERE:
                self._kept.elsewhere, self._kept.elsewhere_at = await self._elsewhere(), now
        of_disk = await asyncio.to_thread(self._disk)
        return self.metrics.text([*self._here(), *of_disk, *self._kept.families])

    def _here(self) -> list[GaugeMetricFamily]:
        build = gauge("build_info", "What runs here", ("version", "python", "database"))
        build.add_metric([program.VERSION, platform.python_version(), self.site.database.dialect], 1)
        draining = gauge("draining", "1 from SIGTERM on")
        draining.add_metric([], float(self.readiness.draining))
        silent = gauge("door_silent", "1 while the last call to a door had no answer", ("door",))
        for door in self.doors:
            silent.add_metric([door], float(door in self.readiness.silent_doors))
        streams = gauge("web_streams", "Streams and long polls that are open here")
        streams.add_metric([], self.streams())
        return [build, draining, silent, streams]

    def _disk(self) -> list[GaugeMetricFamily]:
        free = gauge("disk_free_bytes", "Free space where this folder is", ("folder",))
        free.add_metric(["data"], disk.room(self.settings.data_dir))
        kept = gauge(
            "backup_timestamp_seconds", "When the newest backup was made; none where there is none", ("copy",)
        )
        if self.settings.backup_dir is not None:
            free.add_metric(["backups"], disk.room(self.settings.backup_dir))
            for folder in make.listed(self.settings.backup_dir)[:1]:
                kept.add_metric(["first"], make.made_at(folder).timestamp())
        if self._kept.elsewhere is not None:
            kept.add_metric(["second"], self._kept.elsewhere.timestamp())
        return [free, kept]

    async def _elsewhere(self) -> datetime | None:
        """When the newest copy was made; while the second place does not answer, what was known of it."""
        place = place_of(self.settings)
        if place is None:
            return None
        try:
            async with asyncio.timeout(PATIENCE_ELSEWHERE):
                there = await asyncio.to_thread(copies.listed, place)
        except (TimeoutError, OSError):
            return self._kept.elsewhere
        return copies.made_at(there[0]) if there else None

    async def _database(self, now: float) -> list[GaugeMetricFamily]:
        """Nothing but that it is away, while it is."""
        up = gauge("database_up", "1 when the database answers")
        try:
            async with self.site.database.read() as tx:
                found = await self._outbox(tx)
                if now >= self._kept.counted_until:
                    self._kept.counted = [*await _people(tx), *await self._features(tx)]
                    took = self.site.clock.monotonic() - now
                    self._kept.counted_until = now + REST * took
                found += self._kept.counted
        except (NotSaved, OSError, sqlite3.Error):
            up.add_metric([], 0)
            return [up]
        up.add_metric([], 1)
        return [up, *found]

    async def _outbox(self, tx: Tx) -> list[GaugeMetricFamily]:
        now = milliseconds(self.site.clock.now())
        rows = gauge("outbox_rows", "Rows that have not left, or of which nobody knows", (*DOOR_LANE, "state"))
        for one in await counts.not_sent(tx):
            rows.add_metric([one.door, lane_name(one.lane), one.state], one.count)
        oldest = gauge("outbox_oldest_due_seconds", "For how long the first row that may leave has waited", DOOR_LANE)
        due = {(one.door, one.lane): one.since for one in await counts.oldest_due(tx, now)}
        for door in self.doors:
            for lane in Lane:
                since = due.get((door, lane), now)
                oldest.add_metric([door, lane_name(lane)], (now - since) / 1000)
        return [rows, oldest]

    async def _features(self, tx: Tx) -> list[GaugeMetricFamily]:
        everywhere = await places.all_places(tx)
        found = []
        for _, measure in self.town.offered(Measure):
            family = gauge(measure.name, measure.sentence)
            each = [
                await measure.read(Notices(tx, self.site.clock.now(), place, self.town, self.site.links))
                for place in everywhere
            ]
            family.add_metric([], max(each, default=0.0))
            found.append(family)
        return found


@dataclass
class _Kept:
    """What was read of the database last, and when."""

    at: float = float("-inf")
    families: Sequence[GaugeMetricFamily] = ()
    counted_until: float = float("-inf")
    counted: Sequence[GaugeMetricFamily] = ()
    elsewhere_at: float = float("-inf")
    elsewhere: datetime | None = None
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)


def measuring(
    site: Site, town: Town, settings: Settings, metrics: Metrics, readiness: Readiness, doors: Sequence[str],
    streams: Callable[[], int],
) -> Measuring:  # fmt: skip
    return Measuring(site, town, settings, metrics, readiness, tuple(doors), streams, _Kept())


async def _people(tx: Tx) -> list[GaugeMetricFamily]:
    sessions = gauge("web_sessions", "Phones that are signed in to the web chat")
    sessions.add_metric([], await gateway_store.sessions(tx))
    aside = gauge("updates_kept_aside", "Updates that could not be read, or broke a handler")
    aside.add_metric([], await tx.one(int, "SELECT count(*) FROM kept_aside") or 0)
    return [sessions, aside]


def lane_name(lane: int) -> str:
    return Lane(lane).name.lower()
