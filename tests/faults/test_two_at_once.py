"""T17: two programs with one token. On one database they share the work; on two, one of them stands by."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from handlers import FEATURES
from tests.street import FakeClock, open_street
from tests.telegram_server import FakeTelegram, person

PEOPLE = 30


async def test_two_programs_on_one_database_do_everything_once(
    tmp_path: Path, new_postgres: Callable[[], str]
) -> None:
    url, clock = new_postgres(), FakeClock()
    telegram = FakeTelegram(wall=lambda: clock.now().timestamp(), monotonic=clock.monotonic)
    async with (
        open_street(tmp_path, FEATURES, url, clock, telegram) as one,
        open_street(tmp_path, FEATURES, url, clock, telegram) as other,
    ):
        people = [person(telegram, 100 + number, language_code="en") for number in range(PEOPLE)]
        for _ in range(3):
            for somebody in people:
                somebody.says("/start")
            ids = list(telegram.updates.pending)
            await asyncio.gather(one.settle(), other.settle())
            for update_id in ids[::5]:
                telegram.updates.repeat(update_id)
            await asyncio.gather(other.settle(), one.settle())
        assert {len(somebody.heard()) for somebody in people} == {3}
        async with one.bot.database.read() as tx:
            states = Counter(await tx.all(str, "SELECT state FROM outbox"))
        assert set(states) == {"sent"}


async def test_on_two_databases_the_second_says_that_it_stands_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The one that asks last is answered; the other is told 409 and waits."""
    telegram, slept = FakeTelegram(), []
    standing_by = asyncio.Event()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        standing_by.set()
        await asyncio.Event().wait()

    monkeypatch.setattr("bot.updates.receiving.asyncio.sleep", sleep)
    async with (
        open_street(tmp_path / "one", FEATURES, telegram=telegram) as one,
        open_street(tmp_path / "other", FEATURES, telegram=telegram) as other,
    ):
        running = [asyncio.create_task(street.bot.pollings["telegram"].run()) for street in (one, other)]
        async with asyncio.timeout(10):
            await standing_by.wait()
        person(telegram, 7).says("/start")
        await telegram.until(lambda: bool(telegram.updates.confirmed), within=10)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        counts = []
        for street in (one, other):
            async with street.bot.database.read() as tx:
                counts.append(await tx.one(int, "SELECT count(*) FROM receipts"))
    assert slept == [5.0]
    assert counts == [0, 1]
    assert "another program receives with the same token; standing by" in caplog.text
