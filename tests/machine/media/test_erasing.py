"""Gone from the disk too: the bytes of database, log and folder are searched while the bot still runs."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.database import disk, sqlite
from bot.database.db import Database, NoRoom, Tx
from bot.database.presence import OnlyProcess
from bot.database.sqlite import SqliteDatabase
from bot.gateway.files import Shelf
from bot.identity.roles import Role
from bot.media.images import clean
from bot.media.pictures import Pictures
from bot.privacy.erasing import REST, WITHOUT_ROOM, Erasing
from bot.storage.folder import Folder
from handlers import FEATURES
from tests.neighbour import Neighbour, leaves_for_good
from tests.pictures import photograph
from tests.street import FakeClock, Street, open_street
from tests.tools import remains

DOORS = ("web", "telegram")
NAME = "Aygul-of-the-third-floor"
WORDS = "A swing for the mulberry tree"
TALK = ("Where does the swing belong", "Nobody has ever read this draft", "Is the roof garden open")
PICTURE = photograph(800, 600, seed=11)
HERS = [*remains.of_words(NAME, WORDS, *TALK), *remains.of_picture(clean(PICTURE).jpeg), *remains.of_picture(PICTURE)]


async def lives_here(one: Neighbour) -> None:
    """An idea with a picture, a question to the team, and a draft."""
    await one.says("/suggest")
    await one.sends_photo(PICTURE, WORDS)
    await one.presses("Inside the shop")
    await one.says("/human")
    await one.says(TALK[2])
    await one.says("/suggest")
    await one.says(TALK[1])
    await one.says(TALK[0])


@pytest.mark.parametrize("door", DOORS)
async def test_no_byte_of_her_is_left_in_the_folder(street: Street, tmp_path: Path, door: str) -> None:
    volunteer = await street.arrives("Volunteer", "telegram", "en", Role.VOLUNTEER)
    aygul = await street.arrives(NAME, door, "en")
    await lives_here(aygul)
    await volunteer.hears("asks", TALK[2])
    for one in (WORDS, *TALK):
        assert remains.found(tmp_path, remains.of_words(one)), one
    (tmp_path / "before-7.db").write_text(f"a copy from before an upgrade, with {NAME} in it")
    await leaves_for_good(aygul)
    await aygul.hears("You are deleted ✓")
    assert remains.found(tmp_path, HERS) == []


async def test_while_somebody_still_looks_at_before_it_is_tried_again_until_it_is_done(
    street: Street, tmp_path: Path
) -> None:
    """As a backup does, or whoever examines the file from outside."""
    aygul = await street.arrives(NAME, "telegram", "en")
    await lives_here(aygul)
    with closing(sqlite3.connect(tmp_path / "nestbox.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people").fetchall()
        await leaves_for_good(aygul)
        await aygul.hears("You are deleted ✓")  # nobody waits for it
        assert remains.found(tmp_path, HERS)
    await street.settle()
    assert remains.found(tmp_path, HERS) == []


async def test_what_a_crash_left_is_wiped_by_the_next_start(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES) as street:
        aygul = await street.arrives(NAME, "telegram", "en")
        await lives_here(aygul)
        with closing(sqlite3.connect(tmp_path / "nestbox.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchall()
            await leaves_for_good(aygul)
        clock, telegram = street.clock, street.telegram
    async with open_street(tmp_path, FEATURES, clock=clock, telegram=telegram) as street:
        await street.settle()
        assert remains.found(tmp_path, HERS) == []
        async with street.bot.database.read() as tx:
            assert await tx.one(int, "SELECT count(*) FROM wipes") == 0


def erasing_in(folder: Path, database: "_Large", clock: FakeClock) -> Erasing:
    files = Folder(folder)
    return Erasing(database, clock, folder, Pictures(files), Shelf(files, folder), OnlyProcess(1))


async def test_whoever_leaves_again_and_again_keeps_nobody_waiting(tmp_path: Path) -> None:
    """Rewriting a large database takes a while, in which nothing is saved: it happens a fiftieth of the time."""
    clock = FakeClock()
    database = _Large(clock)
    erasing = erasing_in(tmp_path, database, clock)
    for _ in range(200):
        database.wishes += 1
        await erasing.erase_due()
        clock.advance(timedelta(seconds=1))
    assert database.rewritten == 2  # at once, and a hundred seconds later
    assert database.emptied >= 200  # the log is emptied at once all the same
    clock.advance(timedelta(seconds=REST * _Large.TAKES))
    await erasing.erase_due()
    assert (database.rewritten, database.wishes) == (3, 0)


async def test_where_room_is_missing_it_is_said_once_and_tried_every_hour(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = FakeClock()
    database = _Large(clock)
    database.room = False
    erasing = erasing_in(tmp_path, database, clock)
    database.wishes = 1
    for _ in range(150):
        await erasing.erase_due()
        clock.advance(timedelta(minutes=1))
    assert database.tried == 3  # at once, and after an hour, and another
    assert [record.levelname for record in caplog.records if "make room" in record.getMessage()] == ["WARNING"]
    assert database.wishes == 1
    database.room = True
    clock.advance(timedelta(seconds=WITHOUT_ROOM))
    await erasing.erase_due()
    assert (database.rewritten, database.wishes) == (1, 0)


class _Large:
    """A database that needs two seconds to be rewritten."""

    TAKES = 2
    dialect = "sqlite"

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.wishes = self.emptied = self.tried = self.rewritten = 0
        self.room = True

    @asynccontextmanager
    async def read(self) -> AsyncIterator["_Large"]:
        yield self

    write = read

    async def one(self, shape: type, sql: str, *_: object) -> object:
        return shape(self.wishes, 0) if "wipes" in sql else (0, 0)

    async def all(self, *_: object) -> list[object]:
        return []

    async def run(self, sql: str, number: int) -> None:
        assert "DELETE FROM wipes" in sql
        assert number == self.wishes
        self.wishes = 0

    async def empty_log(self) -> bool:
        self.emptied += 1
        return True

    async def rewrite(self) -> None:
        self.tried += 1
        if not self.room:
            raise NoRoom("none")
        self.rewritten += 1
        self._clock.advance(timedelta(seconds=self.TAKES))


# --- the database by itself


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[SqliteDatabase]:
    database = SqliteDatabase(path)
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def test_rows_that_moved_within_their_pages_leave_nothing_either(tmp_path: Path) -> None:
    """Of four thousand rows some lie, for SQLite, where nothing is any more."""
    chance = random.Random(1)
    async with opened(tmp_path / "moved.db") as database:
        await database.script(["CREATE TABLE said (id INTEGER PRIMARY KEY, who TEXT, words TEXT)"])
        await database.script(["CREATE TABLE named (name TEXT PRIMARY KEY, words TEXT)"])
        for _ in range(40):
            async with database.write() as tx:
                for _ in range(100):
                    who = "hers" if chance.random() < 0.1 else "theirs"
                    words = f"{who.upper()}:" + "x" * int(chance.expovariate(1 / 300))
                    await tx.run("INSERT INTO said (who, words) VALUES (?, ?)", who, words)
                    await tx.run("INSERT INTO named VALUES (?, ?)", f"{who}{chance.random()}", words)
        async with database.write() as tx:
            await tx.run("DELETE FROM said WHERE who = 'hers'")
            await tx.run("DELETE FROM named WHERE name LIKE 'hers%'")
        assert remains.found(tmp_path, [b"HERS:"])
        await database.rewrite()
        assert await database.empty_log()
        assert remains.found(tmp_path, [b"HERS:"]) == []
        assert remains.found(tmp_path, [b"THEIRS:"])


async def test_the_file_is_not_rewritten_where_there_is_no_room_for_twice_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size, besides = 8 * 1024**2, 64 * 1024**2
    async with opened(tmp_path / "full.db") as database:
        await database.script(["CREATE TABLE said (words TEXT)", "CREATE TABLE gone (words TEXT)"])
        async with database.write() as tx:
            await tx.run("INSERT INTO said VALUES (?)", "x" * size)
            await tx.run("INSERT INTO gone VALUES (?)", "y" * size)
            await tx.run("DELETE FROM gone")
        monkeypatch.setattr(disk, "room", lambda _: 2 * size + besides)
        with pytest.raises(NoRoom, match="80 MB are needed"):
            await database.rewrite()
        async with database.write() as tx:  # and everybody goes on
            await tx.run("INSERT INTO said VALUES ('on')")
        monkeypatch.setattr(disk, "room", lambda _: 2 * size + besides + 1024**2)
        await database.rewrite()  # what is deleted takes no room in the copy


async def test_a_copy_that_does_not_fit_is_missing_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may lie where temporary files do, on another disk."""
    async with opened(tmp_path / "fills.db") as database:
        await database.script(["CREATE TABLE said (words TEXT)"])

        async def refuses(*_: object) -> object:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

        asked = sqlite.rows
        monkeypatch.setattr(
            sqlite, "rows", lambda connection, sql: refuses() if sql == "VACUUM" else asked(connection, sql)
        )
        with pytest.raises(NoRoom):
            await database.rewrite()


async def test_writers_that_share_a_commit_lose_nothing_when_the_disk_is_wiped_between_them(tmp_path: Path) -> None:
    async with opened(tmp_path / "busy.db") as database:
        await database.script(["CREATE TABLE kept (id INTEGER PRIMARY KEY)"])

        async def keeps(number: int) -> None:
            async with database.write() as tx:
                await tx.run("INSERT INTO kept (id) VALUES (?)", number)
            await _sees(database, number)

        async def wipes() -> None:
            await database.empty_log()
            await database.rewrite()

        async with asyncio.TaskGroup() as group:
            for number in range(200):
                group.create_task(keeps(number))
                if number % 50 == 25:
                    group.create_task(wipes())
        async with database.read() as tx:
            assert await tx.one(int, "SELECT count(*) FROM kept") == 200


async def _sees(database: Database, number: int) -> None:
    async with database.read() as tx:
        assert await _has(tx, number)


async def _has(tx: Tx, number: int) -> bool:
    return bool(await tx.one(int, "SELECT count(*) FROM kept WHERE id = ?", number))


async def test_the_log_is_not_emptied_under_a_reader_and_nobody_waits_long_for_it(tmp_path: Path) -> None:
    async with opened(tmp_path / "read.db") as database:
        await database.script(["CREATE TABLE kept (id INTEGER PRIMARY KEY)"])
        async with database.read() as tx:
            assert not await _has(tx, 1)
            assert not await database.empty_log()
        assert await database.empty_log()
        async with database.read() as tx:
            assert not await _has(tx, 1)


async def test_both_databases_know_how_to_wipe(any_street: Street) -> None:
    aygul = await any_street.arrives(NAME, "telegram", "en")
    await lives_here(aygul)
    await leaves_for_good(aygul)
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM wipes") == 0
