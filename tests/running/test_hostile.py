"""A hostile neighbour at the door of the running program: what she may do, nobody else notices."""

import asyncio
import time
import uuid
from pathlib import Path

from tests.neighbour import AGREE
from tests.running.town import OnTheWire, Town, town

ROUNDS = 6  # ten seconds each: a minute of sending as fast as one phone may
LONG = "长" * 40_000  # ten messages of the gateway's in one sending


async def seconds_for_help(one: OnTheWire) -> float:
    """From pressing send to the answer on her screen, as her phone would see it."""
    began = time.monotonic()
    said = await one.client.post("/chat/send", json={"txn": uuid.uuid4().hex, "text": "/help"})
    number = said.json()["messages"][0]["id"]
    while True:
        page = (await one.client.get("/chat/history?limit=100")).json()["messages"]
        if any(message["id"] > number and message["from"] == "bot" for message in page):
            return time.monotonic() - began
        await asyncio.sleep(0.01)


async def usual(one: OnTheWire) -> float:
    """The middle one of some."""
    return sorted([await seconds_for_help(one) for _ in range(7)])[3]


async def floods(here: Town, one: OnTheWire) -> tuple[int, int]:
    """A minute as fast as one phone may send, and faster. How often she was let in, and how often told to wait."""
    taken = refused = 0
    for _ in range(ROUNDS):
        for _ in range(25):
            answer = await one.client.post("/chat/send", json={"txn": uuid.uuid4().hex, "text": LONG})
            assert answer.status_code in (200, 429)
            taken, refused = taken + (answer.status_code == 200), refused + (answer.status_code == 429)
        await here.turn(seconds=10)
    return taken, refused


async def test_one_phone_that_never_agrees_slows_nobody(tmp_path: Path) -> None:
    async with town(tmp_path, dev=False) as here:
        aygul = await here.arrives("Aygul", "en")
        before = await usual(aygul)
        stranger = await here.phone("Stranger")
        flooding = asyncio.create_task(floods(here, stranger))
        while_flooding = []
        while not flooding.done():
            while_flooding.append(await seconds_for_help(aygul))
            await asyncio.sleep(0.3)
        taken, refused = await flooding
        await here.until(here.quiet)
        after = await usual(aygul)
        worst, times = max(while_flooding) * 1000, after / before
        print(f"\n/help: {before * 1000:.0f} ms before, at most {worst:.0f} ms while the stranger sends,", end=" ")
        print(f"{after * 1000:.0f} ms ({times:.1f} times) after; {taken} sendings of ten were taken, {refused} not")
        assert taken == 2  # then she has said enough for a day
        assert refused == 25 * ROUNDS - 2
        assert max(while_flooding) < 5.0  # it was 114 s
        assert after < 5 * before + 0.5
        assert here.ask("SELECT count(*), sum(length(raw)) < 50000 FROM held_updates") == [(3, 1)]
        # She gets in all the same, and what she does not take up is forgotten.
        await stranger.hears("同意")
        await here.turn(days=3, hours=2)
        await here.until(lambda: not here.ask("SELECT 1 FROM held_updates"))


async def test_a_newcomer_whose_first_message_holds_half_an_emoji_gets_in(tmp_path: Path) -> None:
    async with town(tmp_path, telegram=True) as here:
        bo = await here.on_telegram("Bo", "en")
        await bo.says("A bench \ud83d please")
        await bo.presses("English")
        await bo.presses(*AGREE)
        await bo.hears("What would you like to do?")
        await bo.hears("it is kept safe")
        assert not here.ask("SELECT 1 FROM kept_aside")
