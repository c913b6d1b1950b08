"""Numbers of the web chat on PostgreSQL: in order within a chat, and chats do not wait for one another."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.database.postgres import PostgresDatabase
from bot.gateway import numbers

A_MOMENT = 0.2  # seconds; whoever waits has not come by then
SOON = 10.0


@pytest.fixture
async def database(new_postgres: Callable[..., str], ready_postgres: str) -> AsyncIterator[PostgresDatabase]:
    made = PostgresDatabase(new_postgres(ready_postgres))
    await made.open()
    yield made
    await made.close()


async def take(database: PostgresDatabase, chat: int, count: int) -> list[int]:
    async with database.write() as tx:
        return await numbers.take(tx, chat, count)


async def test_who_writes_into_another_chat_does_not_wait(database: PostgresDatabase) -> None:
    async with database.write() as tx, asyncio.timeout(SOON):
        first = await numbers.take(tx, 5, 3)
        assert first == sorted(set(first))
        assert min(await take(database, 6, 2)) > max(first)
        assert await numbers.cursor(database, 6) >= max(first)


async def test_in_one_chat_a_higher_number_never_becomes_visible_first(database: PostgresDatabase) -> None:
    async with database.write() as tx, asyncio.timeout(SOON):
        (first,) = await numbers.take(tx, 5, 1)
        later = asyncio.create_task(take(database, 5, 1))
        cursor = asyncio.create_task(numbers.cursor(database, 5))
        await asyncio.sleep(A_MOMENT)
        assert not later.done()
        assert not cursor.done(), "a page that begins here has seen what this transaction writes, or begins before it"
    async with asyncio.timeout(SOON):
        assert (await later)[0] > first
        assert await cursor >= first


async def test_numbers_of_many_at_once_are_given_once(database: PostgresDatabase) -> None:
    async with asyncio.timeout(SOON):
        taken = await asyncio.gather(*(take(database, chat % 3, 3) for chat in range(60)))
    given = [number for some in taken for number in some]
    assert len(given) == len(set(given)) == 180
    assert all(some == sorted(some) for some in taken)
