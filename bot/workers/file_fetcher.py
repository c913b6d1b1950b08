"""Fetches files that a feature asked for and has it read them; nothing of them is kept here."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import PurePosixPath

import telegram.error

from bot.clock import Clock, milliseconds
from bot.database.db import Database, NotSaved, Tx
from bot.database.turns import again
from bot.dialogue.feature import Town
from bot.dialogue.notices import Notices
from bot.doors.door import Door
from bot.identity import places
from bot.services import Links

log = logging.getLogger(__name__)

AT_ONCE = 2
LARGEST_FILE = 20 * 1024 * 1024  # bytes, https://core.telegram.org/bots/api#getfile
RETRY = timedelta(seconds=30)
GIVE_UP = 10  # attempts
LONGEST = 60.0  # seconds that one may take: the pictures of everybody else wait meanwhile


@dataclass(frozen=True)
class SentFile:
    person_id: int
    place_id: int
    door: str
    file_id: str
    feature: str
    attempts: int


class FileFetcher:
    """`fetch_due` fetches what is due now, and returns how much came of it that is on disk."""

    def __init__(self, database: Database, clock: Clock, doors: Mapping[str, Door], town: Town, links: Links) -> None:
        self._database = database
        self._clock = clock
        self._doors = doors
        self._town = town
        self._links = links
        self.after_commit: Callable[[Tx], None] = lambda _: None

    async def fetch_due(self) -> int:
        async with self._database.read() as tx:
            due = await tx.all(
                SentFile,
                "SELECT person_id, place_id, door, file_id, feature, attempts FROM sent_files"
                " WHERE not_before <= ? ORDER BY not_before, person_id LIMIT ?",
                milliseconds(self._clock.now()),
                AT_ONCE,
            )
        return sum([await self._try(one) for one in due])

    async def _try(self, one: SentFile) -> bool:
        try:
            # Counted before it is read: what ends the program must not be read again for ever.
            if not await self._count(one):
                return True
            try:
                if one.attempts >= GIVE_UP:
                    await self._hand_over(one, None)
                else:
                    await self._fetch(one)
            except NotSaved:
                raise
            except Exception as error:
                # The network, or a feature that stumbles over what somebody sent: tried again, and then given up.
                log.warning("a file was not fetched: %s", type(error).__name__)
                if one.attempts + 1 >= GIVE_UP:
                    await self._give_up(one)
        except NotSaved:
            log.warning("a file waits: the database does not save")
            return False
        return True

    async def _give_up(self, one: SentFile) -> None:
        try:
            await self._hand_over(one, None)
        except NotSaved:
            raise
        except Exception:
            # Nothing may stop the files of others.
            log.exception("a file is given up, and nobody could be told")
            await self._forget(one)

    async def _fetch(self, one: SentFile) -> None:
        reader = next((found.file_reader for found in self._town.features if found.name == one.feature), None)
        if reader is None:
            await self._forget(one)
            return
        async with asyncio.timeout(LONGEST):
            data = await self._download(one)
        read = None if data is None else await asyncio.to_thread(reader.read, data)
        await self._hand_over(one, read)

    async def _download(self, one: SentFile) -> bytes | None:
        """None for what the door will never hand out."""
        door = self._doors.get(one.door)
        if door is None:
            raise OSError(f"the door {one.door} is closed")
        try:
            file = await door.bot.get_file(one.file_id)
            if (file.file_size or 0) > LARGEST_FILE:
                return None
            if door.files is None:
                data: bytes | None = bytes(await file.download_as_bytearray())
            else:
                data = await door.files.read(PurePosixPath(file.file_path or "").name)
        except telegram.error.BadRequest:
            return None
        if data is not None and file.file_size is not None and len(data) != file.file_size:
            raise OSError("half a file, or the page of something on the way to it")
        return data

    async def _hand_over(self, one: SentFile, read: object | None) -> None:
        async def work(tx: Tx) -> None:
            tx.after_commit.append(partial(self.after_commit, tx))
            await places.wait_for_turn(tx, one.place_id)
            if await self._take(tx, one):
                await self._tell(tx, one, read)

        await again(self._database, work)

    async def _tell(self, tx: Tx, one: SentFile, read: object | None) -> None:
        notices = Notices(tx, self._clock.now(), await places.place(tx, one.place_id), self._town, self._links)
        for feature in self._town.features:
            if feature.file_reader and feature.name == one.feature:
                await feature.file_reader.came(notices, one.person_id, read)

    async def _forget(self, one: SentFile) -> None:
        async with self._database.write() as tx:
            await self._take(tx, one)

    async def _take(self, tx: Tx, one: SentFile) -> bool:
        """False where its sender left meanwhile, or sent another one."""
        sql = "DELETE FROM sent_files WHERE person_id = ? AND file_id = ? AND place_id = ?"
        return bool(await tx.run(sql, one.person_id, one.file_id, one.place_id))

    async def _count(self, one: SentFile) -> bool:
        """One try more, and the next in a while. False as in `_take`, and where another process has begun with it."""
        async with self._database.write() as tx:
            counted = await tx.run(
                "UPDATE sent_files SET attempts = attempts + 1, not_before = ?"
                " WHERE person_id = ? AND file_id = ? AND place_id = ? AND attempts = ?",
                milliseconds(self._clock.now() + RETRY),
                one.person_id,
                one.file_id,
                one.place_id,
                one.attempts,
            )
        return bool(counted)
