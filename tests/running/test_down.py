"""Down when something was due: what was missed comes once, as long as it is of use, and never at night."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.neighbour import Neighbour
from tests.running.town import Town, town
from tests.town.telling.test_broadcasts import drafts

BEIJING = timedelta(hours=8)  # the clock that is shown first; the digest comes there at 09:30
SIX = datetime(2026, 11, 24, 6, 0, tzinfo=UTC) - BEIJING


def digests(here: Town) -> list[str]:
    """The local dates for which the shopkeeper had one."""
    return [day for (day,) in here.ask("SELECT day FROM digests WHERE kind = 'shop' ORDER BY id")]


async def suggests(one: Neighbour, volunteer: Neighbour, words: str) -> None:
    await one.says("/suggest")
    await one.says(words)
    await one.presses("Inside the shop")
    await volunteer.says("/desk")
    await volunteer.presses("Put it on the board")


async def is_off_until(here: Town, moment: datetime) -> None:
    await here.stop()
    here.set_out(moment)
    await here.start()
    await here.turn(minutes=2)  # what is due every minute has been


async def test_down_over_the_hour_and_down_for_days_there_is_one_digest(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        li, vera = await here.arrives("Li", "en"), await here.joins("Vera", "volunteer", "en")
        rena = await here.joins("Rena", "shopkeeper", "en")
        await here.turn(minutes=2)
        await here.until(lambda: len(here.ask("SELECT 1 FROM digest_readers")) == 2)
        await suggests(li, vera, "A bench in the sun")
        await drafts(vera, "The bench is here")
        await vera.presses("Send to…")
        await here.turn(seconds=31)
        await here.turn_to(SIX)

        # From six until eleven: late, and said so.
        await is_off_until(here, SIX + timedelta(hours=5))
        await here.until(lambda: digests(here) == ["2026-11-24"])
        await rena.hears("bench in the sun")

        # Three days, until late in the evening: it waits for the morning, and then one tells of all of them.
        await suggests(li, vera, "A shelf for books")
        await is_off_until(here, SIX + timedelta(days=3, hours=17))
        assert len(digests(here)) == 1
        await here.turn(hours=10, minutes=35)
        await here.until(lambda: len(digests(here)) == 2)
        await rena.hears("shelf for books")

        heard = sum("The bench is here" in one.words and not one.mine for one in await li.screen())
        print(f"down from 06:00 to 11:00, then three days into the night: digests of {', '.join(digests(here))}")
        assert (heard, digests(here)) == (1, ["2026-11-24", "2026-11-28"])
