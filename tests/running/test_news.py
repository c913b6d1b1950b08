"""News in the running program: what is said before it leaves is what happens, while nobody touches anything."""

from datetime import timedelta
from pathlib import Path

import httpx

from tests.neighbour import Neighbour
from tests.running.town import MORNING, town
from tests.town.polls.test_polls import makes_poll
from tests.town.telling.test_broadcasts import drafts
from tests.town.telling.test_broadcasts_whom_and_when import sends
from tests.town.telling.test_news import fair


async def count(one: Neighbour, words: str) -> int:
    return sum(words in message.words and not message.mine for message in await one.screen())


async def test_a_full_week_is_said_before_kept_and_ends_in_one_message(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        li = await here.arrives("Li", "en")
        vera = await here.joins("Vera", "volunteer", "en")
        for words in ("One of many", "Two of many"):
            await sends(vera, words)
            await here.turn(minutes=1)
            await li.hears(words)
        new = await here.arrives("New", "en")
        # The third event of the week, a poll that is over before there is room, and a third broadcast.
        await fair(vera, "Tea tomorrow", "tomorrow 19:00 Beijing time")
        await vera.hears("1 hears it now · 1 not in time")
        await vera.presses("📣 Announce")
        await new.hears("Tea tomorrow")
        await fair(vera, "Winter fair", "8 December 19:00 Beijing time")
        await vera.presses("📣 Announce")
        await vera.hears("is announced ✓", "1 hears it now · 1 on Mon, Nov 30")
        await new.hears("Winter fair")
        await makes_poll(vera, "Which lamp?")
        await sends(vera, "The lamp is mended")
        await vera.hears("2 on Mon, Nov 30")
        await here.turn(days=4)
        await vera.hears("🏁", "Which lamp?")
        assert not await count(li, "Which lamp?")
        await here.turn_to(MORNING + timedelta(days=7, minutes=30))
        await li.hears("also this week", "Winter fair", "The lamp is mended")
        assert not await count(li, "Tea tomorrow")
        assert not await count(li, "Which lamp?")
        await here.turn(hours=2)
        assert await count(li, "also this week") == 1
        await li.presses("Winter fair")
        await li.presses("Coming")
        await li.hears("You are coming")


async def test_what_cannot_wait_is_released_and_rings_at_night(tmp_path: Path) -> None:
    async with town(tmp_path, telegram=True) as here:
        li = await here.on_telegram("Li", "en")
        await li.agrees()
        colleague = await here.joins("Colleague", "volunteer", "en")
        vera = await here.joins("Vera", "lead", "en")
        await here.turn_to(MORNING + timedelta(hours=14))  # two in the morning in Beijing
        await drafts(vera, "No water tomorrow")
        await vera.hears("1 hears it now · 1 at 09:30 Beijing time")
        await vera.presses("It cannot wait")
        await vera.presses("Ask a second person")
        await colleague.presses("Release it now")
        await here.turn(minutes=1)
        await li.hears("🚨", "released by", "No water tomorrow")
        await vera.hears("the report", "It could not wait")


async def test_what_waits_comes_again_and_what_has_been_stays(tmp_path: Path) -> None:
    """A question that nobody answers, a decision that waits through three quiet weeks, and a fair that is over."""
    async with town(tmp_path) as here:
        li = await here.arrives("Li", "en")
        rena = await here.joins("Rena", "shopkeeper", "en")
        vera = await here.joins("Vera", "volunteer", "en")
        lead = await here.joins("Lead", "lead", "en")
        await li.says("/suggest")
        await li.says("A bird's nest in the old hole")
        await li.presses("Inside the shop")
        await li.hears("Saved ✓", "A volunteer looks at it")
        await vera.says("/desk")
        await vera.presses("Put it on the board")
        await li.says("/human")
        await li.says("When is the shop open?")
        await fair(vera)
        await vera.presses("📣 Announce")
        await li.presses("Coming")
        await here.turn(hours=25)
        await vera.hears("has waited for an answer since yesterday", "When is the shop open?")
        await here.turn(hours=25)
        await lead.hears("has waited for two days", "When is the shop open?")
        await li.hears("Your question is not forgotten")

        def digests() -> int:
            return int(here.ask("SELECT count(*) FROM digests WHERE kind = 'shop'")[0][0])

        # It was asked, came back after three days, and then there were quiet weeks.
        await here.until(lambda: digests() >= 1)
        await here.turn(days=4)
        await here.until(lambda: digests() >= 2)
        await here.turn(days=14)
        await rena.hears("1 more waits", "How was the week")
        await rena.presses("What waits")
        await rena.presses("1 later")
        await rena.says("The plaster is wet")
        await li.hears("Not now", "Said by: shopkeeper", "The plaster is wet")
        await li.says("/events")
        await li.presses("Past")
        await li.hears("What has been", "Autumn fair", "👥 1")
        async with httpx.AsyncClient(base_url=here.url) as reader:
            page = here.ask("SELECT code FROM places")[0][0]
            assert "Autumn fair" in (await reader.get(f"/p/{page}?lang=en")).text
