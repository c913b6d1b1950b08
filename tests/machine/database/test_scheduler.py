"""The scheduler's end: whatever moment it comes in, what is under way ends and nothing is complained of."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.dialogue.feature import Town
from bot.workers.scheduler import Chore, Scheduler
from tests.street import Street

TURNS = 12  # of the event loop, from "due" to well after the end of a short run


@pytest.mark.parametrize("turns", range(TURNS))
@pytest.mark.parametrize("long", [0, 5])
async def test_it_ends_quietly_at_any_moment_of_a_run(
    street: Street, caplog: pytest.LogCaptureFixture, turns: int, long: int
) -> None:
    told: list[str] = []

    async def run() -> None:
        told.append("began")
        for _ in range(long):
            await asyncio.sleep(0)
        told.append("ended")

    app = street.bot
    chore = Chore("a short one", run, 3600)
    scheduler = Scheduler(app.database, app.clock, Town(()), app.links, lambda tx: None, [chore])
    scheduler.start()
    scheduler.turned(timedelta(hours=1))
    for _ in range(turns):
        await asyncio.sleep(0)
    await scheduler.stop()
    for _ in range(TURNS):
        await asyncio.sleep(0)
    assert told in ([], ["began", "ended"])
    assert told or turns < TURNS - 1, "it was due, and never began"
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []
