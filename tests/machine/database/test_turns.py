"""What lost a race is done once more; what changes a place does so in its turn; others do not wait."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.database import connecting, turns
from bot.database.db import Database, NotSaved, OutOfTurn, Raced, Tx
from bot.doors.door import TELEGRAM
from bot.i18n.texts import machine as m
from bot.i18n.texts import render_plain
from handlers import FEATURES
from tests.neighbour import OnTelegram
from tests.street import Street, open_street

LOST = "DO $$ BEGIN RAISE EXCEPTION 'somebody was first' USING ERRCODE = '40001'; END $$"


@pytest.fixture
async def street(tmp_path: Path, ready_postgres: str, new_postgres: Callable[..., str]) -> AsyncIterator[Street]:
    """Several write at a time only there."""
    async with open_street(tmp_path, FEATURES, new_postgres(ready_postgres)) as opened:
        yield opened


@pytest.fixture
async def database(new_postgres: Callable[..., str]) -> AsyncIterator[Database]:
    opened = connecting.connect(new_postgres())
    await opened.open()
    async with opened.write() as tx:
        await tx.run("CREATE TABLE said (words TEXT NOT NULL)")
        await tx.run("CREATE TABLE own (words TEXT NOT NULL)")
        await tx.run("INSERT INTO said (words) VALUES ('one'), ('two')")
    yield opened
    await opened.close()


async def on_telegram(street: Street) -> OnTelegram:
    one = await street.arrives("Aygul", TELEGRAM, "en")
    assert isinstance(one, OnTelegram)
    return one


def loses(street: Street, monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    """So often /help loses a race after it has said and changed something; a number for each try."""
    action, tries = street.bot.town.commands["help"], list[int]()

    async def handler(context: Any, *args: Any) -> None:
        tries.append(1)
        await context.say(m.home)
        context.tx.after_commit.append(lambda: tries.append(100))
        await context.tx.run("UPDATE people SET name = name || '!' WHERE id = ?", context.person.id)
        if sum(one == 1 for one in tries) <= times:
            async with context.tx.savepoint():
                await context.tx.run(LOST)

    monkeypatch.setitem(street.bot.town.commands, "help", type(action)(handler, action.who, action.command))
    street.bot.dispatch._turns.changing.add("/help")
    return tries


async def name_of(street: Street, one: OnTelegram) -> str | None:
    async with street.bot.database.read() as tx:
        return await tx.one(str, "SELECT name FROM people WHERE id = ?", await street.person_id(one))


async def test_what_lost_a_race_twice_happens_once_and_is_said_once(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await on_telegram(street)
    before, heard = await name_of(street, one), len(one.person.heard())
    tries = loses(street, monkeypatch, 2)
    await one.says("/help")
    assert tries == [1, 1, 1, 100]  # tried three times, and only what was kept wakes anybody
    assert await name_of(street, one) == f"{before}!"
    assert len(one.person.heard()) == heard + 1
    assert not street.telegram.updates.pending


async def test_what_lost_three_times_is_said_not_to_be_saved_and_comes_again(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await on_telegram(street)
    before, heard = await name_of(street, one), len(one.person.heard())
    tries = loses(street, monkeypatch, 3)
    one.person.says("/help")
    with pytest.raises(NotSaved):
        await street.bot.pollings[TELEGRAM].poll(0)
    assert tries == [1, 1, 1]
    assert await name_of(street, one) == before
    assert list(one.person.heard()[heard:]) == [render_plain(m.not_saved, "en")]
    await street.settle()  # it comes again, and this time nobody is in its way
    assert await name_of(street, one) == f"{before}!"
    assert len(one.person.heard()) == heard + 2


async def test_of_two_in_each_others_way_both_are_done(database: Database) -> None:
    """A deadlock, of which PostgreSQL ends one after a second: 40P01."""
    met, tries = asyncio.Barrier(2), 0

    async def work(tx: Tx, first: str, second: str) -> None:
        nonlocal tries
        tries += 1
        async with tx.savepoint():
            await tx.run("UPDATE said SET words = words || '+' WHERE words LIKE ?", f"{first}%")
            if tries <= 2:
                await met.wait()
            await tx.run("UPDATE said SET words = words || '+' WHERE words LIKE ?", f"{second}%")

    both = (("one", "two"), ("two", "one"))
    await asyncio.gather(*(turns.again(database, lambda tx, way=way: work(tx, *way)) for way in both))  # type: ignore[misc]
    assert tries == 3
    async with database.read() as tx:
        assert sorted(await tx.all(str, "SELECT words FROM said")) == ["one++", "two++"]


async def test_a_race_lost_for_good_is_not_saved(database: Database) -> None:
    tries = 0

    async def work(tx: Tx) -> None:
        nonlocal tries
        tries += 1
        await tx.run(LOST)

    with pytest.raises(Raced):
        await turns.again(database, work)
    assert tries == turns.TRIES


async def test_what_changes_something_out_of_turn_is_begun_anew_in_its_turn_and_later_at_once(
    database: Database,
) -> None:
    there, held = turns.Turns(database, frozenset({"own"})), list[bool]()

    async def work(tx: Tx) -> None:
        held.append(tx.only is None)
        await tx.run("INSERT INTO own (words) VALUES ('mine')")
        async with tx.savepoint():
            await tx.run("INSERT INTO said (words) VALUES ('three')")

    await there.run("says", work)
    assert held == [False, True]
    await there.run("says", work)
    assert held == [False, True, True]
    async with database.read() as tx:
        assert await tx.all(str, "SELECT words FROM own") == ["mine", "mine"]


async def test_who_only_looks_waits_for_nobody(database: Database) -> None:
    there = turns.Turns(database, frozenset({"own"}))

    async def look(tx: Tx) -> int | None:
        await tx.run("INSERT INTO own (words) VALUES ('mine')")
        return await tx.one(int, "SELECT count(*) FROM said")

    async with database.write() as tx:
        await tx.lock("place 1")
        assert await asyncio.wait_for(there.run("looks", look), 5) == 2


async def test_names_that_are_found_are_locked_like_those_that_are_said(database: Database) -> None:
    entered = asyncio.Event()

    async def other() -> None:
        async with database.write() as tx:
            await tx.lock("place two")
            entered.set()

    async with database.write() as tx:
        await tx.lock_found("SELECT 'place ' || words FROM said ORDER BY words")
        waiting = asyncio.create_task(other())
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(entered.wait()), 0.2)
    await waiting


async def test_somebody_else_who_breaks_the_rule_is_found(database: Database) -> None:
    async with database.write() as tx:
        tx.only = frozenset({"own"})
        with pytest.raises(OutOfTurn):
            await tx.one(str, "WITH gone AS (DELETE FROM said RETURNING words) SELECT words FROM gone")
    async with database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM said") == 2
