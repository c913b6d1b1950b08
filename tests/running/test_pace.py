"""How long somebody waits for her answer while others arrive, and while everybody is being told something.

The figures are printed; what is asserted holds on a busy machine, too.
"""

import asyncio
import statistics
from collections.abc import Awaitable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import nestbox as seeds
from tests.bench.programs import Fake
from tests.running.town import Town, town

FIRST_SAVER, FIRST_NEWCOMER = 1_000, 50_000
# Seconds at which somebody arrives: for a while now and then, then ten a second.
ARRIVALS = (*(0.5 * number for number in range(10)), *(5 + 0.1 * number for number in range(40)))
IDEAS = (
    "A bench", "More light", "Warm soup", "Fix the gate", "A swing", "Mend bicycles", "Plant roses", "Free water",
    "Paint the wall", "A notice board", "Sell stamps", "Open on Sunday", "A dog bowl", "Clean windows", "Old books",
    "A chess table", "Softer music", "Umbrellas", "Charge phones", "Fewer bags",
)  # fmt: skip
FIRST_TOLD, TOLD, TAPPERS, TAPS = 100_000, 360, 10, 20
PATIENCE = 30.0  # seconds


async def test_nobody_is_slowed_down_by_those_who_arrive(tmp_path: Path) -> None:
    await asyncio.to_thread(seeds.seed_people, tmp_path / "data", FIRST_SAVER, len(IDEAS))
    async with town(tmp_path, telegram=True, begins=datetime.now(UTC), dev=False) as here:
        assert here.fake is not None
        await asyncio.gather(
            *(_at(moment, _arrives(here.fake, number)) for number, moment in enumerate(ARRIVALS)),
            *(_at(0.45 * number, _saves(here.fake, number)) for number in range(len(IDEAS))),
        )
        await here.until(here.quiet)
        waits = _waits(here.fake, range(FIRST_SAVER, FIRST_SAVER + len(IDEAS)))
        print(f"Saved ✓ while up to ten people a second arrive: {_figures(waits)}")
        assert here.ask("SELECT count(*) FROM ideas WHERE status <> 'draft'")[0][0] == len(IDEAS)
        # Whatever this machine is busy with: not one of the answers was told to wait for its turn.
        assert here.ask("SELECT count(*) FROM outbox WHERE attempts > 1")[0][0] == 0
        assert max(waits) < 3.0


async def test_a_broadcast_takes_what_nobody_else_needs_and_gives_way(tmp_path: Path) -> None:
    data = tmp_path / "data"
    await asyncio.to_thread(seeds.seed_people, data, FIRST_TOLD, TOLD)
    await asyncio.to_thread(seeds.seed_people, data, FIRST_SAVER, TAPPERS)
    async with town(tmp_path, telegram=True, begins=datetime.now(UTC), dev=False) as here:
        fake = here.fake
        assert fake is not None
        fake.does("people", first_id=FIRST_TOLD, count=TOLD)
        for number in range(TAPPERS):
            await _does(fake, "says", id=FIRST_SAVER + number, text="/help")
        await here.until(lambda: fake.does("stats")["sent"] >= TAPPERS)
        await here.stop()
        await asyncio.to_thread(seeds.seed_broadcast, data, FIRST_TOLD, TOLD)
        fake.does("limits", on=True)
        await here.start()
        alone = await _told_a_second(here, TOLD // 2)
        for number in range(TAPS):
            await _presses(fake, FIRST_SAVER + number % TAPPERS, ("🏠", "⋯")[number // TAPPERS])
            await asyncio.sleep(0.2)
        await here.until(lambda: not here.ask("SELECT 1 FROM outbox WHERE state = 'waiting'"), 60.0)
        waits, stats = _waits(fake, range(FIRST_SAVER, FIRST_SAVER + TAPPERS)), fake.does("stats")
        print(f"{alone:.1f} told a second while nobody speaks; five taps a second meanwhile: {_figures(waits)}")
        assert len(waits) == TAPS
        assert (stats["given_429"], stats["inside_closed"]) == (0, 0)
        assert max(waits) < 2.0
        assert alone > 12


async def _told_a_second(here: Town, until: int) -> float:
    """From the twentieth message on."""
    moments = {}
    for so_many in (20, until):
        await here.until(lambda so_many=so_many: _sent(here) >= so_many, 60.0)
        moments[so_many] = (asyncio.get_running_loop().time(), _sent(here))
    (began, first), (ended, last) = moments.values()
    return (last - first) / (ended - began)


def _sent(here: Town) -> int:
    return int(here.ask("SELECT count(*) FROM outbox WHERE state = 'sent' AND lane = 3")[0][0])


async def _at(moment: float, what: Awaitable[None]) -> None:
    await asyncio.sleep(moment)
    await what


async def _arrives(fake: Fake, number: int) -> None:
    one = FIRST_NEWCOMER + number
    await _does(fake, "person", id=one, name=f"N{number}", language_code="en")
    await _does(fake, "says", id=one, text="/start")
    await _presses(fake, one, "English")
    await _presses(fake, one, "I agree ✓")


async def _saves(fake: Fake, number: int) -> None:
    """In one go, as somebody does who knows the way."""
    one = FIRST_SAVER + number
    for words in ("/help", "/suggest", IDEAS[number]):
        await _does(fake, "says", id=one, text=words)
    await _presses(fake, one, "ideas.at_spot")


async def _does(fake: Fake, verb: str, **values: Any) -> Any:
    return await asyncio.to_thread(fake.does, verb, **values)


async def _presses(fake: Fake, one: int, what: str) -> None:
    """The first button of her last message whose words or address begin so, as soon as it is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            last = (await _does(fake, "transcript", id=one))[-1]
            for button in (each for row in last["buttons"] for each in row):
                if button["text"].startswith(what) or button["data"].startswith(what):
                    await _does(fake, "tap", id=one, message_id=last["id"], data=button["data"])
                    return
            await asyncio.sleep(0.05)


def _waits(fake: Fake, people: range) -> list[float]:
    """Seconds from a press of these people until what follows it is on the screen."""
    return [one["shown_at"] - one["at"] for one in fake.does("taps") if one["chat_id"] in people]


def _figures(waits: list[float]) -> str:
    cut = statistics.quantiles(waits, n=20, method="inclusive")
    return f"p50 {cut[9] * 1000:.0f} ms, p95 {cut[18] * 1000:.0f} ms, longest {max(waits) * 1000:.0f} ms"
