"""Which processes are alive on one database, and who of them leads; each `Presence` here is one of them."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest

from bot.database import connecting
from bot.database.db import Database, NewerDatabase, NotSaved
from bot.database.migrations import latest
from bot.database.presence import Presence, while_leading
from tests.running.line import Line

SOON = 2.0  # seconds; a machine may be busy
CHANCE = random.Random(7)


class Process:
    def __init__(self, database: Database, presence: Presence) -> None:
        self.database = database
        self.presence = presence
        self.running: asyncio.Task[None] | None = None

    def begin(self, version: int | None = None) -> None:
        self.running = asyncio.create_task(self.presence.run(latest() if version is None else version))

    async def die(self) -> None:
        """As with kill -9: nobody says goodbye, the server sees that the line is dead."""
        await self.rest()
        await self.presence.close()

    async def rest(self) -> None:
        if self.running is not None:
            self.running.cancel()
            await asyncio.gather(self.running, return_exceptions=True)


@asynccontextmanager
async def processes(url: str, count: int) -> AsyncIterator[list[Process]]:
    made = []
    for _ in range(count):
        database = connecting.connect(url)
        await database.open()
        presence = connecting.presence(database, url, "", CHANCE)
        await presence.open()
        made.append(Process(database, presence))
    try:
        yield made
    finally:
        for one in made:
            await one.die()
            await one.database.close()


async def broken(database: Database) -> None:
    async with database.write() as tx:
        tx.notify("chat", "9")
        raise ZeroDivisionError


async def soon(true: Callable[[], object]) -> None:
    async with asyncio.timeout(SOON):
        while True:
            if true():
                return
            await asyncio.sleep(0.01)


@pytest.fixture
def on_postgres(new_postgres: Callable[..., str], ready_postgres: str) -> str:
    return new_postgres(ready_postgres)


async def test_on_both_engines_the_only_process_is_alive_and_leads(street_url: str) -> None:
    async with processes(street_url, 1) as (one,):
        one.begin()
        mine = one.presence.identity
        assert await one.presence.dead({mine, 7, -7}) == {7, -7}
        async with asyncio.timeout(SOON), one.presence.lead("clock") as lead:
            assert not lead.lost.is_set()
        async with one.presence.alone("starting"), one.database.write() as tx:
            tx.notify("chat", "1")


async def test_a_process_is_dead_as_soon_as_its_session_is(on_postgres: str) -> None:
    async with processes(on_postgres, 2) as (one, other):
        theirs, told = other.presence.identity, []
        one.presence.when_somebody_died(lambda: told.append("died"))
        one.begin()
        assert await one.presence.dead({theirs}) == set()
        await asyncio.sleep(0.1)
        assert not told
        await other.die()
        await soon(lambda: told)
        assert await one.presence.dead({theirs}) == {theirs}


async def test_one_leads_and_when_it_dies_another_does(on_postgres: str) -> None:
    led: list[int] = []

    async def work(number: int) -> None:
        led.append(number)
        await asyncio.Event().wait()

    async with processes(on_postgres, 3) as made:
        tasks = []
        for number, one in enumerate(made):
            one.begin()
            leading = while_leading(one.presence, "clock", partial(work, number))
            tasks.append(asyncio.create_task(leading))
        await soon(lambda: led)
        await asyncio.sleep(0.2)
        assert len(led) == 1
        await made[led[0]].die()
        await soon(lambda: len(led) == 2)
        assert led[0] != led[1]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_whoever_loses_the_session_leads_no_more_and_comes_back_as_another(on_postgres: str) -> None:
    async with processes(on_postgres, 1) as (one,):
        one.begin()
        before = one.presence.identity
        async with one.presence.lead("clock") as lead:
            async with one.database.write() as tx:
                await tx.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE application_name LIKE 'nestbox %' AND datname = current_database()"
                )
            async with asyncio.timeout(SOON):
                await lead.lost.wait()
        async with asyncio.timeout(SOON), one.presence.lead("clock"):
            assert one.presence.identity != before
        # What is in its own hands is nobody's to take, and others get a moment to come back too.
        assert await one.presence.dead({before, 7}) == set()


async def test_without_a_session_nothing_is_claimed(on_postgres: str) -> None:
    async with processes(on_postgres, 1) as (one,):
        await one.presence.close()
        with pytest.raises(NotSaved):
            _ = one.presence.identity
        with pytest.raises(NotSaved):
            await one.presence.dead({7})


async def test_a_commit_is_heard_once_by_every_other_process(on_postgres: str) -> None:
    async with processes(on_postgres, 2) as made:
        heard: list[tuple[int, str]] = []
        for number, one in enumerate(made):
            await one.presence.close()
            one.presence.listen("chat", lambda words, number=number: heard.append((number, words)))
            await one.presence.open()
        async with made[0].database.write() as tx:
            for words in ("12", "7", "12"):
                tx.notify("chat", words)
        await soon(lambda: heard)
        with pytest.raises(ZeroDivisionError):
            await broken(made[0].database)
        async with made[0].database.write() as tx:
            for number in range(3000):
                tx.notify("chat", str(number))
        await soon(lambda: len(heard) == 2)
        assert heard == [(1, "12,7"), (1, "")]


async def test_a_newer_schema_ends_the_run(on_postgres: str) -> None:
    async with processes(on_postgres, 1) as (one,):
        with pytest.raises(NewerDatabase):
            await one.presence.run(latest() - 1)


async def test_after_the_last_words_of_a_server_nothing_is_saved_and_whoever_runs_goes_on(on_postgres: str) -> None:
    """Its last words come a moment before it hangs up; whoever was stopped meanwhile, or is busy, asks in between."""
    async with Line(on_postgres) as line, processes(line.url, 1) as (only,):
        before = only.presence.identity
        await line.says_farewell()
        await asyncio.sleep(0.05)  # until it was read
        with pytest.raises(NotSaved):
            async with only.database.write() as tx:
                await tx.one(int, "SELECT 1")
        only.begin()
        await soon(lambda: not _has_number(only.presence))
        await line.cut()
        await line.lay()
        await soon(lambda: _has_number(only.presence))
        assert only.presence.identity != before
        assert only.running is not None
        assert not only.running.done()
        async with only.database.write() as tx:
            assert await tx.one(int, "SELECT 1") == 1


def _has_number(presence: Presence) -> bool:
    try:
        return bool(presence.identity)
    except NotSaved:
        return False
