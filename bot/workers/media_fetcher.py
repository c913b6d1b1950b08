"""Slow work outside a transaction: fetches what people sent, cleans it, and tells the features what became of it."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import PurePosixPath

import telegram.error

from bot.clock import Clock, milliseconds, woken
from bot.database.db import Database, NotSaved, Tx
from bot.database.leases import Claims
from bot.database.presence import Presence, rest
from bot.database.turns import again
from bot.dialogue.feature import Town
from bot.dialogue.notices import Notices
from bot.doors.door import Door
from bot.i18n.texts import machine as m
from bot.identity import consents, places
from bot.identity.consents import Purpose
from bot.media.cleaning import Cleaner
from bot.media.images import BadPicture, CleanPicture
from bot.media.pictures import Pictures, thumbnail_of
from bot.media.pixels import REASONS, Reason
from bot.privacy.erasing import Erasing, is_being_erased
from bot.services import Links
from bot.storage.storage import Unavailable
from bot.workers import media_claims, purse
from bot.workers.file_fetcher import FileFetcher
from bot.workers.media_claims import Waiting
from bot.workers.purse import Purse

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0  # seconds
AT_ONCE = 4
FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=10)
GIVE_UP = 12  # attempts; with the waits above about an hour and a half
ROOM_AGAIN = timedelta(minutes=5)
STORAGE_AGAIN = timedelta(seconds=20)
NO_ROOM = "no_room"  # media.reason of what waits until the disk has room
LARGEST_FILE = 20 * 1024 * 1024  # bytes, https://core.telegram.org/bots/api#getfile


@dataclass(frozen=True)
class Fetched:
    """`stored` is what the storage calls it already, at a door whose files are ours; `clean` whether it was made so:
    the web chat cleans what comes in, and lays a thumbnail beside it."""

    data: bytes
    stored: str | None = None
    clean: bool = False


class Wiped(OSError):
    """The same file is removed just now, since nobody showed it before: it has to be kept once more."""


class Background:
    """`run` works for ever; `fetch_due` fetches what is due now and returns how much there was to do."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        doors: Mapping[str, Door],
        pictures: Pictures,
        cleaner: Cleaner,
        purse: Purse,
        town: Town,
        links: Links,
        erasing: Erasing,
        files: FileFetcher,
        presence: Presence,
    ) -> None:
        self._database = database
        self._clock = clock
        self._doors = doors
        self._pictures = pictures
        self._claims = Claims(database, presence, "media")
        self._cleaner = cleaner
        self._purse = purse
        self._town = town
        self._links = links
        self._erasing = erasing
        self._files = files
        self._woken = asyncio.Event()
        self.after_commit: Callable[[Tx], None] = lambda _: self.wake()
        files.after_commit = lambda tx: self.after_commit(tx)

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        while True:
            self._woken.clear()
            try:
                busy = await self._fetch_some()
            except Exception:
                # Nothing may stop the pictures of others.
                log.exception("pictures wait")
                busy = 0
            if not busy:
                await woken(self._woken, rest(self._database.dialect, LOOK_AGAIN))

    async def fetch_due(self) -> int:
        """And erases what is to be erased, which has a loop of its own in the running bot."""
        return await self._erasing.erase_due() + await self._fetch_some()

    async def _fetch_some(self) -> int:
        waiting = await media_claims.claim(self._database, self._claims, AT_ONCE, self._clock.now())
        async with asyncio.TaskGroup() as group:
            tries = [group.create_task(self._try(one)) for one in waiting]
        return sum(one.result() for one in tries) + await self._files.fetch_due()

    async def _try(self, one: Waiting) -> bool:
        """Whether anything came of it that is on disk; if not, it is not to be tried again at once."""
        try:
            await self._fetch(one)
        except NotSaved:
            # It stays claimed by this process, which may take it again.
            log.warning("media %s waits: the database does not save", one.id)
            return False
        return True

    async def _fetch(self, one: Waiting) -> None:
        if not await self._purse.has_room():
            await self._wait_for_room(one)
            return
        try:
            fetched = await self._download(one)
            if one.kind == "voice":
                await self._keep_voice(one, fetched.data)
            else:
                await self._keep_photo(one, fetched)
        except BadPicture as error:
            await self._refuse(one, error.reason)
        except Unavailable as error:
            # However long it takes, as with a full disk: it is no fault of the picture.
            log.warning("media %s is not kept: %s", one.id, error)
            await self._after_the_outage(one)
        except (telegram.error.TelegramError, OSError) as error:
            log.warning("media %s not fetched: %s", one.id, type(error).__name__)
            await self._later(one)
        except NotSaved:
            raise
        except Exception:
            # A feature that stumbles over its picture, or a picture that makes the drawing library stumble.
            log.exception("media %s broke", one.id)
            await self._later(one)

    async def _download(self, one: Waiting) -> Fetched:
        """Raises BadPicture for what the door will never hand out, TelegramError for what it may later."""
        door = self._doors.get(one.door)
        if door is None:
            raise OSError(f"the door {one.door} is closed")
        try:
            file = await door.bot.get_file(one.file_id)
        except telegram.error.BadRequest as error:
            raise BadPicture(_why(error.message)) from error
        if (file.file_size or 0) > LARGEST_FILE:
            raise BadPicture("too_large")
        if door.files is None:
            await self._check_purse(one, file.file_size or LARGEST_FILE)
            data = bytes(await file.download_as_bytearray())
            async with self._database.write() as tx:
                await purse.note_fetched(tx, one.id, len(data))
            return Fetched(data)
        name = PurePosixPath(file.file_path or "").name
        found = await door.files.read(name)
        if found is None:
            raise FileNotFoundError("the web chat has it no more")
        return Fetched(found, door.files.stored(name), await door.files.has(thumbnail_of(name)))

    async def _check_purse(self, one: Waiting, size: int) -> None:
        """The web chat has counted already what it took. Raises BadPicture."""
        async with self._database.read() as tx:
            if await purse.has_had_enough(tx, one.person_id, self._clock.now(), size):
                raise BadPicture("enough_today")

    async def _wait_for_room(self, one: Waiting) -> None:
        """However long it takes; she is told once, with the first of her pictures that has to wait."""
        now = self._clock.now()

        async def work(tx: Tx) -> None:
            await places.wait_for_turn(tx, one.place_id)
            told = await tx.one(
                int,
                "SELECT count(*) FROM media WHERE person_id = ? AND state = 'waiting' AND reason = ?",
                one.person_id,
                NO_ROOM,
            )
            await tx.run(
                "UPDATE media SET reason = ?, not_before = ?, claimed_by = NULL WHERE id = ? AND state = 'waiting'",
                NO_ROOM,
                milliseconds(now + ROOM_AGAIN),
                one.id,
            )
            if not told:
                tx.after_commit.append(partial(self.after_commit, tx))
                await (await self._notices(tx, one)).answer(one.person_id, m.picture_waits_for_room)

        await again(self._database, work)

    async def _keep_photo(self, one: Waiting, fetched: Fetched) -> None:
        picture = await self._cleaned(one, fetched)
        await self._pictures.save(picture, fetched.stored if fetched.clean else None)

        async def work(tx: Tx) -> None:
            tx.after_commit.append(partial(self.after_commit, tx))
            await places.wait_for_turn(tx, one.place_id)
            kept = await tx.run(
                "UPDATE media SET state = 'ready', reason = NULL, claimed_by = NULL, hash = ?, width = ?, height = ?,"
                " fingerprint = ? WHERE id = ? AND state = 'waiting'",
                picture.hash,
                picture.width,
                picture.height,
                picture.fingerprint,
                one.id,
            )
            if not kept:
                # Its sender left while it was fetched, or another process was quicker and shows the same file.
                await _erase(tx, "photo", picture.hash)
                return
            await _check_not_wiped(tx, "photo", picture.hash)
            await _keep_private(tx, one.id)
            notices = await self._notices(tx, one)
            for feature in self._town.features:
                if feature.picture_ready:
                    await feature.picture_ready(notices, one.id)

        await again(self._database, work)

    async def _cleaned(self, one: Waiting, fetched: Fetched) -> CleanPicture:
        async def read() -> bytes:
            return fetched.data

        if fetched.clean:
            return await self._cleaner.look_at(one.person_id, read)
        return await self._cleaner.clean(one.person_id, read)

    async def _keep_voice(self, one: Waiting, data: bytes) -> None:
        name = await self._pictures.save_voice(data)
        async with self._database.write() as tx:
            sql = "UPDATE media SET state = 'ready', reason = NULL, claimed_by = NULL, hash = ? WHERE id = ?"
            if not await tx.run(f"{sql} AND state = 'waiting'", name, one.id):
                await _erase(tx, "voice", name)
                return
            await _check_not_wiped(tx, "voice", name)

    async def _refuse(self, one: Waiting, reason: str) -> None:
        async def work(tx: Tx) -> None:
            tx.after_commit.append(partial(self.after_commit, tx))
            await places.wait_for_turn(tx, one.place_id)
            refused = await tx.run(
                "UPDATE media SET state = 'refused', claimed_by = NULL, reason = ?"
                " WHERE id = ? AND state = 'waiting'",
                reason,
                one.id,
            )
            if not refused:
                return
            notices = await self._notices(tx, one)
            for feature in self._town.features:
                if feature.picture_refused:
                    await feature.picture_refused(notices, one.id, reason)

        await again(self._database, work)

    async def _later(self, one: Waiting) -> None:
        if one.attempts + 1 >= GIVE_UP:
            await self._refuse(one, "broken")
            return
        pause = min(FIRST_RETRY * 2**one.attempts, LONGEST_RETRY)
        async with self._database.write() as tx:
            await tx.run(
                "UPDATE media SET attempts = attempts + 1, not_before = ?, claimed_by = NULL WHERE id = ?",
                milliseconds(self._clock.now() + pause),
                one.id,
            )

    async def _after_the_outage(self, one: Waiting) -> None:
        async with self._database.write() as tx:
            await tx.run(
                "UPDATE media SET not_before = ?, claimed_by = NULL WHERE id = ? AND state = 'waiting'",
                milliseconds(self._clock.now() + STORAGE_AGAIN),
                one.id,
            )

    async def _notices(self, tx: Tx, one: Waiting) -> Notices:
        place = await places.place(tx, one.place_id)
        return Notices(tx, self._clock.now(), place, self._town, self._links)


def _why(refusal: str) -> Reason:
    """https://core.telegram.org/bots/api#getfile; the web chat names the reason itself."""
    if "too big" in refusal.lower():
        return "too_large"
    return next((reason for reason in REASONS if refusal.endswith(reason)), "broken")


async def _check_not_wiped(tx: Tx, kind: str, hash: str) -> None:
    """Raises Wiped, which undoes the transaction: the file is kept once more, in a moment."""
    if await is_being_erased(tx, kind, hash):
        raise Wiped("it is being erased")


async def _erase(tx: Tx, kind: str, hash: str) -> None:
    await tx.run("INSERT INTO erasures (kind, name) VALUES (?, ?) ON CONFLICT DO NOTHING", kind, hash)


async def _keep_private(tx: Tx, media_id: int) -> None:
    """Of somebody who does not want her pictures shown."""
    sender = await tx.one(int, "SELECT person_id FROM media WHERE id = ?", media_id)
    if sender is not None and not await consents.gave(tx, sender, Purpose.PHOTOS):
        await consents.hide_photos(tx, sender)
