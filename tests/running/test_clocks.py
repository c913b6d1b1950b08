"""Clocks that jump: what was done once is not done again, and nothing waits for a day that has been."""

from pathlib import Path

from tests.running.town import Town, town
from tests.town.telling.test_broadcasts import drafts


def digests(here: Town) -> list[str]:
    """The local dates for which the shopkeeper had one."""
    return [day for (day,) in here.ask("SELECT day FROM digests WHERE kind = 'shop' ORDER BY id")]


async def test_a_clock_a_day_ahead_and_set_right_again_repeats_nothing_and_stops_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        li, vera = await here.arrives("Li", "en"), await here.joins("Vera", "volunteer", "en")
        await here.joins("Rena", "shopkeeper", "en")
        await here.turn(minutes=2)
        await here.until(lambda: len(here.ask("SELECT 1 FROM digest_readers")) == 2)

        async def suggests(words: str) -> None:
            await li.says("/suggest")
            await li.says(words)
            await li.presses("Inside the shop")
            await vera.says("/desk")
            await vera.presses("Put it on the board")

        await suggests("A bench in the sun")
        await here.turn(hours=22)
        await here.until(lambda: len(digests(here)) == 1)
        await suggests("A shelf for books")
        await here.turn(days=1)
        await here.until(lambda: len(digests(here)) == 2)
        await here.turn(days=-1)
        # Whoever speaks is answered, and what is done every few seconds is done again.
        await li.says("/help")
        await li.hears("/suggest")
        await suggests("A lamp at the door")
        await drafts(vera, "The bench is here")
        await vera.presses("Send to…")
        await here.turn(seconds=31)
        await li.hears("The bench is here")
        assert len(digests(here)) == 2
        await here.joins("Mei", "volunteer", "en")
        await here.turn(minutes=2)
        await here.until(lambda: len(here.ask("SELECT 1 FROM digest_readers")) == 3)
        # The day that was in the clock comes once more; its digest has been.
        await here.turn(days=1)
        await li.hears("The bench is here")
        assert len(digests(here)) == 2
        await here.turn(days=1)
        await here.until(lambda: len(digests(here)) == 3)
        assert len(set(digests(here))) == 3
