"""What goes from the disk after a commit: files, and what is left of deleted rows in the database and its log.

And the marks of the forgotten, kept outside of the database.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.backup import make
from bot.clock import Clock, woken
from bot.database.db import Database, NoRoom, NotSaved, Tx, Value
from bot.database.leases import Claims
from bot.database.presence import Presence, rest
from bot.gateway.files import Shelf
from bot.media.pictures import Pictures
from bot.privacy.forgetting import KEY
from bot.privacy.marks import Mark, Marks
from bot.storage.storage import Unavailable

log = logging.getLogger(__name__)

AT_ONCE = 500  # files
LOOK_AGAIN = 1.0  # seconds
# Rewriting the database keeps all writers waiting: never more than a fiftieth of the time, whoever asks for it.
REST = 50
AFTER_A_FAILURE = 60.0  # seconds
WITHOUT_ROOM = 3600.0  # seconds; somebody has to make room first
WITHOUT_STORAGE = 10.0  # seconds
ERASING = "erasing"  # who claims a file to remove and who wants to keep it wait for one another


@dataclass(frozen=True)
class Erasure:
    kind: str
    name: str


@dataclass(frozen=True)
class _Wished:
    """The newest wish for a wiped disk, 0 when there is none, and whether one is about a person."""

    number: int
    forgotten: int


@dataclass(frozen=True)
class _Held:
    """Who works on it."""

    by: int | None


class Erasing:
    """`run` works for ever; `erase_due` removes what was noted for it. What a crash left is removed the next time.

    Of several processes one removes a file; the others learn nothing of it and need not.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        data_dir: Path,
        pictures: Pictures,
        shelf: Shelf,
        presence: Presence,
    ) -> None:
        self._database = database
        self._clock = clock
        self._data_dir = data_dir
        self._pictures = pictures
        self._shelf = shelf
        self._forgotten = Marks(pictures.storage, data_dir)
        self._claims = Claims(database, presence, "erasures")
        self._wiping = Claims(database, presence, "wipes")
        self._newest: tuple[int, int] | None = None
        self._woken = asyncio.Event()
        # Up to which wish the log was emptied once, and the database rewritten.
        self._emptied = self._rewritten = 0
        self._not_before = float("-inf")
        self._room_is_missed = False  # and that was written down

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        while True:
            self._woken.clear()
            try:
                await self.erase_due()
            except NotSaved as error:
                log.info("what was deleted is not wiped yet: %s", error)
            except Unavailable as error:
                log.warning("files that are to go are still there: %s", error)
                await asyncio.sleep(WITHOUT_STORAGE)
            except Exception:
                log.exception("erasing waits")
            await woken(self._woken, rest(self._database.dialect, LOOK_AGAIN))

    async def erase_due(self) -> int:
        """How much there was: files, and wishes for a wiped disk."""
        return await self._erase_files() + await self._wipe()

    async def _wipe(self) -> int:
        """At once from the log of changes, then from what rows that moved left in the pages. Whoever still looks at
        an older moment keeps the log alive, so it is tried again until it is empty."""
        async with self._database.read() as tx:
            wished = await tx.one(_Wished, "SELECT coalesce(max(id), 0), coalesce(max(forgotten), 0) FROM wipes")
        if wished is None or not wished.number:
            return 0
        if wished.forgotten:
            await asyncio.to_thread(make.drop_copies, self._data_dir)
        if wished.number > self._emptied and await self._database.empty_log():
            self._emptied = wished.number
        if wished.number > self._rewritten and not await self._rewrite(wished.number):
            return 0
        if not await self._database.empty_log():
            return 0
        async with self._database.write() as tx:
            await tx.run("DELETE FROM wipes WHERE id <= ?", wished.number)
        # Numbers may be given again.
        self._emptied = self._rewritten = 0
        return 1

    async def _rewrite(self, number: int) -> bool:
        """Whether it was done now."""
        began = self._clock.monotonic()
        if began < self._not_before or not await self._is_mine(number):
            return False
        self._not_before = began + AFTER_A_FAILURE
        try:
            await self._database.rewrite()
        except NoRoom as error:
            self._not_before = self._clock.monotonic() + WITHOUT_ROOM
            if not self._room_is_missed:
                log.warning("what was deleted is not wiped from the database's file, make room: %s", error)
            self._room_is_missed = True
            return False
        self._room_is_missed = False
        ended = self._clock.monotonic()
        self._not_before = ended + REST * (ended - began)
        self._rewritten = number
        return True

    async def _is_mine(self, number: int) -> bool:
        """Of several processes one rewrites; an SQLite file has one."""
        if self._database.dialect == "sqlite":
            return True
        async with self._database.read() as tx:
            holders = await tx.all(_Held, "SELECT DISTINCT claimed_by FROM wipes")
        await self._wiping.release_dead([one.by for one in holders])
        now = self._clock.now()
        async with self._database.write() as tx:
            claimed = await tx.run(
                f"UPDATE wipes SET claimed_by = ?, claimed_until = ? WHERE id <= ? AND {Claims.FREE}",  # noqa: S608
                *self._wiping.mine(now),
                number,
                *self._wiping.free(now),
            )
        return bool(claimed)

    async def _erase_files(self) -> int:
        await self._keep_marks()
        due = await self._claim()
        if due:
            await self._remove(due)
            async with self._database.write() as tx:
                rows: list[tuple[Value, ...]] = [(one.kind, one.name) for one in due]
                await tx.many("DELETE FROM erasures WHERE kind = ? AND name = ?", rows)
        return len(due)

    async def _keep_marks(self) -> None:
        async with self._database.read() as tx:
            newest = await tx.one(lambda *seen: seen, "SELECT count(*), coalesce(max(at), 0) FROM forgotten")
            marks = await _marks(tx) if newest != self._newest else []
        if marks:
            await self._forgotten.add(marks)
        self._newest = newest

    async def _claim(self) -> list[Erasure]:
        """Those whose file is to go, and that no other process removes. Where it is still shown the note goes."""
        async with self._database.read() as tx:
            sql = "SELECT DISTINCT claimed_by FROM (SELECT claimed_by FROM erasures LIMIT ?) AS due"
            holders = await tx.all(_Held, sql, AT_ONCE)
        if not holders:
            return []
        await self._claims.release_dead([one.by for one in holders])
        now = self._clock.now()
        async with self._database.write() as tx:
            await tx.lock(ERASING)
            due = await tx.all(
                Erasure,
                "UPDATE erasures SET claimed_by = ?, claimed_until = ? WHERE (kind, name) IN (SELECT kind, name"  # noqa: S608
                f" FROM erasures WHERE {Claims.FREE} LIMIT ?{self._claims.skip_locked}) RETURNING kind, name",
                *self._claims.mine(now),
                *self._claims.free(now),
                AT_ONCE,
            )
            kept = {one for one in due if one.kind != "shelf" and await _still_shown(tx, one)}
            rows: list[tuple[Value, ...]] = [(one.kind, one.name) for one in kept]
            await tx.many("DELETE FROM erasures WHERE kind = ? AND name = ?", rows)
        return [one for one in due if one not in kept]

    async def _remove(self, due: Sequence[Erasure]) -> None:
        await self._shelf.drop([PurePosixPath(one.name).name for one in due if one.kind == "shelf"])
        await self._pictures.remove([one.name for one in due if one.kind != "shelf"])


async def is_being_erased(tx: Tx, kind: str, hash: str) -> bool:
    """Whether just this file is being removed, here or by another process: to be kept it has to come again.

    Expects to be asked in the transaction that makes it wanted."""
    await tx.lock(ERASING)
    sql = "SELECT count(*) FROM erasures WHERE kind = ? AND name = ? AND claimed_by IS NOT NULL"
    return bool(await tx.one(int, sql, kind, hash))


async def remember_forgetting(database: Database, marks: Marks) -> None:
    """At every start, before anybody is served: the key and the marks outside and in the database are the same.

    Raises Unavailable where only the bucket knows the key.
    """
    async with database.read() as tx:
        inside = await tx.one(str, "SELECT value FROM secrets WHERE name = ?", KEY)
    key = await marks.key(inside)
    here = await asyncio.to_thread(marks.known_here)
    try:
        there = await marks.known_there()
    except Unavailable:
        there = {}
        log.warning("who was forgotten is read from this folder alone: the bucket does not answer")
    async with database.write() as tx:
        await tx.run(
            "INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            KEY,
            key,
        )
        for mark, at in (*here.items(), *there.items()):
            await tx.run(
                "INSERT INTO forgotten (mark, at) VALUES (?, ?) ON CONFLICT (mark) DO UPDATE SET at ="
                " CASE WHEN excluded.at > forgotten.at THEN excluded.at ELSE forgotten.at END",
                mark,
                at,
            )
        all_of_them = await _marks(tx)
    with contextlib.suppress(Unavailable):  # then it is Erasing's, as soon as it runs
        await marks.add(all_of_them)


async def _marks(tx: Tx) -> list[Mark]:
    return await tx.all(lambda mark, at: (mark, at), "SELECT mark, at FROM forgotten")


async def _still_shown(tx: Tx, one: Erasure) -> bool:
    """Somebody else sent the same picture, or it is kept back until somebody decided."""
    return bool(
        await tx.one(
            int,
            "SELECT (SELECT count(*) FROM media WHERE hash = ?) + (SELECT count(*) FROM held_pictures WHERE hash = ?"
            " AND erased_at IS NULL AND removed_at IS NULL AND media_id IN (SELECT id FROM media))",
            one.name,
            one.name,
        )
    )
