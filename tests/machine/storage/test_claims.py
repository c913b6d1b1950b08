"""Of several processes one fetches a picture and one removes a file, and what a dead one held is taken over."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.database import connecting
from bot.database.leases import LEASE, Claims
from bot.database.presence import OnlyProcess, Presence
from bot.doors.door import TELEGRAM, WEB
from bot.gateway.files import Shelf
from bot.media.images import clean
from bot.media.pictures import Pictures, name_of
from bot.privacy.erasing import Erasing
from bot.storage.folder import Folder
from bot.workers import media_claims
from handlers import FEATURES
from tests.pictures import photograph
from tests.street import Street, open_street

PICTURE = photograph(120, 90, seed=51)


class Somebody(OnlyProcess):
    """A process among others, of whom it knows who is dead."""

    def __init__(self, identity: int) -> None:
        super().__init__(identity)
        self.graves: set[int] = set()

    async def dead(self, identities: Collection[int]) -> set[int]:
        return self.graves & set(identities)


class SlowFolder(Folder):
    """Stops before it deletes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()
        self.deleted: list[str] = []

    async def delete(self, names: Sequence[str]) -> None:
        if names:
            self.begun.set()
            await self.go_on.wait()
        self.deleted += names
        await super().delete(names)


async def waiting(street: Street, count: int) -> None:
    aygul = await street.arrives("Aygul", TELEGRAM, "en")
    person = await street.person_id(aygul)
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO media (door, file_id, kind, person_id, not_before, created_at)"
            " VALUES ('x', ?, 'photo', ?, 0, 0)",
            [(f"f{number}", person) for number in range(count)],
        )


async def test_a_picture_is_in_one_process_hands_until_it_is_dead_or_long_silent(
    tmp_path: Path, street_url: str
) -> None:
    async with open_street(tmp_path, FEATURES, street_url) as street:
        await waiting(street, 6)
        database, now = street.bot.database, street.clock.now()
        one, other = Somebody(1), Somebody(-(2**63))
        here, there = Claims(database, one, "media"), Claims(database, other, "media")
        first, rest = await asyncio.gather(
            media_claims.claim(database, here, 4, now), media_claims.claim(database, there, 4, now)
        )
        assert len({claimed.id for claimed in (*first, *rest)}) == len(first) + len(rest) == 6
        assert await media_claims.claim(database, here, 4, now) == first  # what is mine I may take again
        assert await media_claims.claim(database, there, 9, now) == rest
        other.graves.add(1)
        assert {claimed.id for claimed in await media_claims.claim(database, there, 9, now)} >= {
            claimed.id for claimed in first
        }
        assert await media_claims.claim(database, here, 9, now) == []
        assert len(await media_claims.claim(database, here, 9, now + LEASE)) == 6


async def test_a_file_is_removed_once_and_what_comes_again_meanwhile_is_not_lost(
    tmp_path: Path, new_postgres: Callable[..., str], ready_postgres: str, caplog: pytest.LogCaptureFixture
) -> None:
    """She takes her picture away; while another process removes its file, a neighbour sends the very same one."""
    url = new_postgres(ready_postgres)
    async with open_street(tmp_path, FEATURES, url) as street, another(url) as neighbour:
        hash, bot = clean(PICTURE).hash, street.bot
        await bot.site.pictures.save(clean(PICTURE))
        async with bot.database.write() as tx:
            await tx.run("INSERT INTO erasures (kind, name) VALUES ('photo', ?)", hash)
        files = SlowFolder(tmp_path)
        elsewhere = Erasing(
            bot.database, street.clock, tmp_path / "other", Pictures(files), Shelf(files, tmp_path), neighbour
        )
        removing = asyncio.create_task(elsewhere.erase_due())
        await files.begun.wait()
        assert await bot.erasing.erase_due() == 0
        aygul = await street.arrives("Aygul", TELEGRAM, "en")
        await aygul.says("/suggest")
        await aygul.sends_photo(PICTURE, "A bench")
        assert await _states(street) == ["waiting"]
        files.go_on.set()
        assert await removing == 1
        assert name_of(hash) in files.deleted
        await street.later(seconds=30)
        assert await _states(street) == ["ready"]
        assert await bot.site.pictures.read(hash) == clean(PICTURE).jpeg
        assert await elsewhere.erase_due() == 0
    assert "not fetched: Wiped" in caplog.text


async def test_what_a_dead_process_was_removing_is_removed(tmp_path: Path, street_url: str) -> None:
    async with open_street(tmp_path, FEATURES, street_url) as street:
        await street.bot.site.pictures.save(clean(PICTURE))
        async with street.bot.database.write() as tx:
            sql = "INSERT INTO erasures (kind, name, claimed_by, claimed_until) VALUES ('photo', ?, 7, ?)"
            await tx.run(sql, clean(PICTURE).hash, 10**15)
        assert await street.bot.erasing.erase_due() == 1
        assert await street.bot.site.pictures.hashes() == set()


@asynccontextmanager
async def another(url: str) -> AsyncIterator[Presence]:
    """A process that lives: its session holds its number."""
    database = connecting.connect(url)
    presence = connecting.presence(database, url, "", random.Random(7))
    await presence.open()
    try:
        yield presence
    finally:
        await presence.close()


async def _states(street: Street) -> list[str]:
    async with street.bot.database.read() as tx:
        return await tx.all(str, "SELECT state FROM media ORDER BY id")


async def test_a_file_that_is_still_shown_stays_and_a_held_one_too(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        aygul = await street.arrives("Aygul", WEB, "en")
        await aygul.says("/suggest")
        await aygul.sends_photo(PICTURE, "A bench")
        (hash,) = await street.bot.site.pictures.hashes()
        async with street.bot.database.write() as tx:
            await tx.run("INSERT INTO erasures (kind, name) VALUES ('photo', ?)", hash)
        await street.bot.erasing.erase_due()
        assert await street.bot.site.pictures.read(hash)
        async with street.bot.database.write() as tx:
            await tx.run(
                "INSERT INTO held_pictures (media_id, place_id, hash, held_at) SELECT id, 1, hash, 0 FROM media"
            )
            await tx.run("UPDATE media SET state = 'refused', reason = 'held', hash = NULL")
            await tx.run("INSERT INTO erasures (kind, name) VALUES ('photo', ?)", hash)
        await street.bot.erasing.erase_due()
        assert await street.bot.site.pictures.read(hash)


async def test_of_several_processes_one_wipes(
    tmp_path: Path, new_postgres: Callable[..., str], ready_postgres: str
) -> None:
    url = new_postgres(ready_postgres)
    async with open_street(tmp_path, FEATURES, url) as street, another(url) as neighbour:
        async with street.bot.database.write() as tx:
            sql = "INSERT INTO wipes (forgotten, claimed_by, claimed_until) VALUES (1, ?, ?)"
            await tx.run(sql, neighbour.identity, 10**15)
        assert await street.bot.erasing.erase_due() == 0
        await neighbour.close()
        await street.later(minutes=2)  # a wipe is not tried again at once
        async with street.bot.database.read() as tx:
            assert await tx.one(int, "SELECT count(*) FROM wipes") == 0
