"""The database keeps what it promised: alone, in company, interrupted, and on a full disk. On both engines."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from bot.database import connecting, sqlite_tx
from bot.database.db import Database, NotSaved, Short
from bot.database.migrations import migrate
from bot.database.sqlite import SqliteDatabase
from bot.database.sqlite_thread import Threaded

BIG = "x" * 100_000
Said = Callable[[str], str]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = connecting.connect(database_url)
    await opened.open()
    await opened.script(["CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)"])
    yield opened
    await opened.close()


@pytest.fixture(params=[str, Short], ids=["a statement", "a short one"])
def said(request: pytest.FixtureRequest) -> Said:
    """What is short may be done where the event loop runs."""
    how: Said = request.param
    return how


async def note(database: Database, words: str, said: Said = str) -> None:
    async with database.write() as tx:
        await tx.run(said("INSERT INTO notes (words) VALUES (?)"), words)


async def noted(database: Database) -> set[str]:
    async with database.read() as tx:
        return set(await tx.all(str, "SELECT words FROM notes"))


async def test_what_was_written_is_there(database: Database) -> None:
    async with database.write() as tx:
        first = await tx.one(int, "INSERT INTO notes (words) VALUES (?) RETURNING id", "a")
        assert first is not None
        assert await tx.run("UPDATE notes SET words = ? WHERE id = ?", "b", first) == 1
        assert await tx.run("UPDATE notes SET words = ? WHERE id = ?", "c", first + 99) == 0
        await tx.many("INSERT INTO notes (words) VALUES (?)", [("d",), ("e",)])
        assert await tx.one(str, "SELECT words FROM notes WHERE id = ?", first + 99) is None
    assert await noted(database) == {"b", "d", "e"}


async def test_a_failing_neighbour_takes_nobody_along(database: Database, said: Said) -> None:
    async def unit(number: int) -> None:
        async with database.write() as tx:
            await tx.run(said("INSERT INTO notes (words) VALUES (?)"), f"note {number}")
            if number % 3 == 0:
                raise ZeroDivisionError

    outcomes = await asyncio.gather(*map(unit, range(100)), return_exceptions=True)
    assert [type(one) for one in outcomes] == [
        ZeroDivisionError if number % 3 == 0 else type(None) for number in range(100)
    ]
    assert await noted(database) == {f"note {number}" for number in range(100) if number % 3}


async def test_a_savepoint_undoes_only_what_is_inside(database: Database, said: Said) -> None:
    async with database.write() as tx:
        await tx.run(said("INSERT INTO notes (words) VALUES ('before')"))
        with suppress(ZeroDivisionError):
            async with tx.savepoint():
                await tx.run(said("INSERT INTO notes (words) VALUES ('outer')"))
                async with tx.savepoint():
                    await tx.run(said("INSERT INTO notes (words) VALUES ('inner')"))
                with suppress(KeyError):
                    async with tx.savepoint():
                        await tx.run(said("INSERT INTO notes (words) VALUES ('innermost')"))
                        raise KeyError
                assert await tx.one(int, said("SELECT count(*) FROM notes")) == 3
                raise ZeroDivisionError
        async with tx.savepoint():
            await tx.run(said("INSERT INTO notes (words) VALUES ('after')"))
    assert await noted(database) == {"before", "after"}


async def test_an_error_inside_a_savepoint_leaves_a_usable_transaction(database: Database) -> None:
    await note(database, "taken")
    async with database.write() as tx:
        with suppress(Exception):
            async with tx.savepoint():
                await tx.run("INSERT INTO notes (words) VALUES ('taken')")
        await tx.run("INSERT INTO notes (words) VALUES ('free')")
    assert await noted(database) == {"taken", "free"}


async def test_a_swallowed_error_is_never_a_silent_rollback(new_postgres: object) -> None:
    assert callable(new_postgres)
    database = connecting.connect(new_postgres())
    await database.open()
    await database.script(["CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)"])
    await note(database, "taken")

    async def careless() -> None:
        async with database.write() as tx:
            with suppress(Exception):
                await tx.run("INSERT INTO notes (words) VALUES ('taken')")

    with pytest.raises(Exception, match="duplicate key"):
        await careless()
    await database.close()


async def test_callbacks_run_after_the_commit_in_order_and_never_without_it(database: Database, said: Said) -> None:
    called: list[int] = []

    async def unit(number: int) -> None:
        async with database.write() as tx:
            tx.after_commit.append(lambda: called.append(number))
            await tx.run(said("INSERT INTO notes (words) VALUES (?)"), str(number))
            assert number not in called
            if number == 2:
                raise ZeroDivisionError

    for number in range(3):
        await asyncio.gather(unit(number), return_exceptions=True)
    await asyncio.gather(*map(unit, range(10, 15)))
    assert called[:2] == [0, 1]
    assert sorted(called[2:]) == list(range(10, 15))


async def test_a_reader_sees_one_moment_and_never_waits(database: Database) -> None:
    await note(database, "old")
    async with database.write() as writing:
        await writing.run("INSERT INTO notes (words) VALUES ('new')")
        async with asyncio.timeout(2), database.read() as reading:
            assert await reading.all(str, "SELECT words FROM notes") == ["old"]
    async with database.read() as reading:
        before = await reading.one(int, "SELECT count(*) FROM notes")
        await note(database, "newer")
        assert await reading.one(int, "SELECT count(*) FROM notes") == before == 2


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        async with database.read() as tx:
            await tx.run("INSERT INTO notes (words) VALUES ('x')")
    assert await noted(database) == set()


async def test_cancelled_anywhere_the_writer_goes_on(database: Database, said: Said) -> None:
    """At every await of a unit: waiting for the turn, BEGIN, the body, COMMIT."""
    kept: set[str] = set()

    async def unit(words: str) -> None:
        async with database.write() as tx:
            await tx.run(said("INSERT INTO notes (words) VALUES (?)"), words)
            async with tx.savepoint():
                await tx.run(said("UPDATE notes SET words = words WHERE words = ?"), words)
        kept.add(words)

    for steps in range(60):
        victim = asyncio.create_task(unit(f"victim {steps}"))
        neighbours = [asyncio.create_task(unit(f"neighbour {steps}.{n}")) for n in range(2)]
        for _ in range(steps):
            await asyncio.sleep(0)
        victim.cancel()
        async with asyncio.timeout(5):
            outcomes = await asyncio.gather(victim, *neighbours, return_exceptions=True)
        assert outcomes[1:] == [None, None]
    async with asyncio.timeout(5):
        await unit("after all")
    found = await noted(database)
    assert kept <= found
    assert {words for words in found if "victim" not in words} == {words for words in kept if "victim" not in words}


async def test_the_one_that_was_to_commit_for_all_is_cancelled_while_waiting(database: Database, said: Said) -> None:
    inside, go = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with database.write() as tx:
            await tx.run(said("INSERT INTO notes (words) VALUES ('first')"))
            inside.set()
            await go.wait()

    one = asyncio.create_task(first())
    await inside.wait()
    waiting = [asyncio.create_task(note(database, f"waiting {number}", said)) for number in range(3)]
    await asyncio.sleep(0)
    go.set()
    for task in waiting:
        task.cancel()
    async with asyncio.timeout(5):
        await one
        await asyncio.gather(*waiting, return_exceptions=True)
    assert "first" in await noted(database)


async def test_a_cancelled_reader_gives_its_place_back(database: Database) -> None:
    for steps in range(30):
        reading = asyncio.create_task(noted(database))
        for _ in range(steps):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
    async with asyncio.timeout(5):
        await asyncio.gather(*(noted(database) for _ in range(20)))


# --- one connection, and two threads that may use it


async def test_only_what_is_short_is_done_where_the_event_loop_runs(small: SqliteDatabase) -> None:
    """Only after the BEGIN, which may wait for another process."""
    where = "SELECT whereabouts()"
    await small._writer.do(lambda opened: opened.create_function("whereabouts", 0, threading.get_ident))
    here = threading.get_ident()
    async with small.write() as tx:
        assert await tx.one(int, Short(where)) != here
        assert await tx.one(int, Short(where)) == here
        assert await tx.one(int, where) != here
        async with tx.savepoint():
            assert await tx.one(int, Short(where)) == here
        assert await tx.one(int, where) != here


async def test_whoever_has_many_short_things_to_do_gives_way_now_and_then(small: SqliteDatabase) -> None:
    turns = 0

    async def neighbour() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    beside = asyncio.create_task(neighbour())
    async with small.write() as tx:
        await tx.run("INSERT INTO notes (words) VALUES ('first')")
        before = turns
        for number in range(3 * sqlite_tx.AT_ONCE):
            await tx.run(Short("INSERT INTO notes (words) VALUES (?)"), str(number))
        assert turns - before >= 2
    beside.cancel()


async def test_what_is_short_never_comes_upon_a_connection_that_is_in_use(tmp_path: Path) -> None:
    connection = await Threaded.to(tmp_path / "one.db")
    begun, go = threading.Event(), threading.Event()

    def slow(_: object) -> None:
        begun.set()
        go.wait(5)

    assert connection.free()
    under_way, behind = connection.do(slow), connection.do(lambda _: "done")
    await asyncio.to_thread(begun.wait, 5)
    under_way.cancel()
    await asyncio.sleep(0)
    assert not connection.free()
    go.set()
    assert await behind == "done"
    assert connection.free()
    await connection.close()


# --- a full disk: SQLite can be told that its file must not grow


@pytest.fixture
async def small(tmp_path: object) -> AsyncIterator[SqliteDatabase]:
    opened = SqliteDatabase(tmp_path / "small.db")  # type: ignore[operator]
    await opened.open()
    await opened.script(["CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)"])
    yield opened
    await opened.close()


async def fill(database: SqliteDatabase, pages: int) -> None:
    async with database.write() as tx:
        await tx.one(int, f"PRAGMA max_page_count = {pages}")


async def test_a_full_disk_is_not_saved_and_later_it_is(small: SqliteDatabase, said: Said) -> None:
    await fill(small, 20)
    with pytest.raises(NotSaved):
        await note(small, BIG, said)
    await note(small, "little", said)
    await fill(small, 1000)
    await note(small, BIG, said)
    assert await noted(small) == {"little", BIG}


async def test_nobody_who_was_told_yes_is_lost_when_the_disk_is_full(small: SqliteDatabase, said: Said) -> None:
    await fill(small, 30)
    outcomes = await asyncio.gather(
        *(note(small, f"{number} " + "y" * 3000, said) for number in range(60)), return_exceptions=True
    )
    saved = {f"{number} " + "y" * 3000 for number, outcome in enumerate(outcomes) if outcome is None}
    assert {type(one) for one in outcomes} == {type(None), NotSaved}
    assert await noted(small) == saved


async def test_after_a_full_disk_nothing_more_of_that_unit_is_kept(small: SqliteDatabase, said: Said) -> None:
    await fill(small, 20)

    async def stubborn() -> None:
        async with small.write() as tx:
            with suppress(NotSaved):
                async with tx.savepoint():
                    await tx.run(said("INSERT INTO notes (words) VALUES (?)"), BIG)
            with suppress(NotSaved):
                await tx.run(said("INSERT INTO notes (words) VALUES ('on its own')"))

    with pytest.raises(NotSaved):
        await stubborn()
    assert await noted(small) == set()


async def test_a_commit_that_fails_is_not_saved_for_all_of_its_batch(small: SqliteDatabase, said: Said) -> None:
    # A constraint that is only looked at when the transaction commits.
    await small.script(["CREATE TABLE owners (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)"])

    async def orphan() -> None:
        async with small.write() as tx:
            await tx.run(said("INSERT INTO owners (note) VALUES (4711)"))

    outcomes = await asyncio.gather(orphan(), *(note(small, str(n), said) for n in range(5)), return_exceptions=True)
    assert {type(one) for one in outcomes} == {NotSaved}
    assert await noted(small) == set()
    await note(small, "fine again")


async def test_all_migrations_run_on_both_engines(database_url: str) -> None:
    database = connecting.connect(database_url)
    await database.open()
    assert await migrate(database)
    assert await migrate(database) == []
    await database.close()
