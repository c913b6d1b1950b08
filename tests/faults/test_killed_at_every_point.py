"""The process is killed at each COMMIT, each call to a door and each file it names, one after the other, and started
again. Whoever was in the middle of something sees no difference but an apology, and nothing is lost or done twice."""

import asyncio
import contextlib
import json
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.outbox.loop import SLOTS
from bot.outbox.message import Lane
from tests.bench.programs import Fake, fake_telegram
from tests.faults.dying import KINDS
from tests.lengths import WHOLE
from tests.running.town import PATIENCE, Town, opened
from tests.town.ideas.test_ideas import photo

SIDES = ("before", "after")
MOMENTS = [f"{side} {kind}" for kind in KINDS for side in SIDES]
# In the short form one of each, not all at the same part of the story.
SHORT = dict(zip(MOMENTS, (0.15, 0.8, 0.35, 0.6, 0.5, 0.9), strict=True))
TRIES = 200
START = 40.0  # seconds that a start may take where other programs want both cores


class Mortal(Town):
    """Killed at one moment; then it starts again by itself, as systemd would have it, and lives."""

    def __init__(self, folder: Path, fake: Fake, **settings: str) -> None:
        super().__init__(folder, fake, settings, (), dev=False)
        self._afterwards, self._command = self._command, ("-W", "default", "-m", "tests.faults.dying")
        self.deaths = 0

    async def revives(self) -> None:
        """For ever."""
        while True:
            if self._process is not None and self._process.returncode == -signal.SIGKILL:
                self.deaths += 1
                self._command = self._afterwards
                self._process = await self._begin(*self._command)
            await asyncio.sleep(0.02)

    async def until(self, true: Callable[[], Any], within: float = PATIENCE) -> Any:
        """A whole start may come between."""
        return await super().until(true, within + START)

    def _has_ended(self) -> bool:
        return super()._has_ended() and not self._was_killed()

    def _was_killed(self) -> bool:
        return self._process is not None and self._process.returncode == -signal.SIGKILL

    def _client(self) -> httpx.AsyncClient:
        client = super()._client()
        client._transport = _Patient(client._transport)
        return client


class _Patient(httpx.AsyncBaseTransport):
    """The page sends again what was not answered, with the same `txn`."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        for _ in range(TRIES):
            with contextlib.suppress(httpx.TransportError):
                answer = await self._inner.handle_async_request(request)
                await answer.aread()
                return answer
            await asyncio.sleep((PATIENCE + START) / TRIES)
        raise httpx.ConnectError("it does not come back")

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextlib.asynccontextmanager
async def _mortal(folder: Path, **settings: str) -> AsyncIterator[Mortal]:
    with fake_telegram() as fake:
        here = Mortal(folder, fake, **settings)
        here.expects("nobody answered, somebody waits for it")
        reviving = asyncio.create_task(here.revives())
        try:
            async with opened(here):
                yield here
        finally:
            reviving.cancel()


async def _lives(here: Mortal) -> None:
    """An idea with a photo is sent by Telegram, published and supported through the page, and everybody hears."""
    aygul, volunteer = await here.on_telegram("Aygul"), await here.joins("Volunteer", "volunteer")
    await aygul.agrees()
    bahar = await here.arrives("Bahar")
    await aygul.says("/suggest")
    await aygul.sends_photo(photo(3), "把洞口筑成鸟巢的形状")
    await aygul.presses("店里")
    await aygul.hears("已保存", "1 号")
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    await bahar.says("/1")
    await bahar.presses("支持")
    await bahar.hears("1 号 · ", "👍 1")
    await here.until(here.quiet)
    await aygul.hears("📣 1 号", "公开讨论")


async def _is_whole(here: Mortal) -> None:
    assert here.ask("SELECT status, voices FROM ideas") == [("open", 1)]
    assert here.ask("PRAGMA integrity_check") == [("ok",)]
    assert here.ask("SELECT count(*) FROM media WHERE state <> 'ready'") == [(0,)]
    assert here.ask("SELECT count(*) FROM idea_media") == [(1,)]
    states = dict(here.ask("SELECT state, count(*) FROM outbox GROUP BY state"))
    assert set(states) <= {"sent", "uncertain"}, states
    assert states.get("uncertain", 0) <= here.deaths * SLOTS[Lane.ANSWER], states
    assert not here.ask("SELECT * FROM kept_aside")
    folders = [here.data / "media", here.data / "gateway"]
    assert not [path for folder in folders for path in folder.rglob("*") if path.suffix in {".part", ".tmp"}]


@pytest.fixture(scope="module")
def counted() -> dict[str, int]:
    """How many moments of each kind there are where nobody dies."""
    return {}


async def _count(folder: Path) -> dict[str, int]:
    written = folder / "moments"
    async with _mortal(folder, DIES_COUNT=str(written)) as here:
        await _lives(here)
        await _is_whole(here)
    return dict(json.loads(written.read_text()))


@pytest.mark.parametrize("moment", MOMENTS)
async def test_killed_there_and_nobody_sees_it(tmp_path: Path, counted: dict[str, int], moment: str) -> None:
    if not counted:
        (tmp_path / "counting").mkdir()
        counted |= await _count(tmp_path / "counting")
        print(counted)
    many = counted[moment]
    numbers = range(1, many + 1) if WHOLE else [max(1, round(many * SHORT[moment]))]
    for number in numbers:
        folder = tmp_path / str(number)
        folder.mkdir()
        async with _mortal(folder, DIES_AT=f"{moment} {number}") as here:
            await _lives(here)
            await _is_whole(here)
            print(f"{moment} {number} of {many}: died {here.deaths} times")
            assert here.deaths == 1 or number > many * 0.9, "it lived"
