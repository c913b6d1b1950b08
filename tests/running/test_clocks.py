"""Clocks that jump: what was done once is not done again, and nothing waits for a day that has been."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.running.test_down import digests, suggests
from tests.running.town import MORNING, Town, town
from tests.town.telling.test_broadcasts import drafts
from tests.town.telling.test_news import fair

# Noon of the day before, when it is 03:30 there, and when it is 09:30 there, as the world counts.
NIGHTS = [
    pytest.param(("2026-10-24T10:00", "2026-10-25T02:30", "2026-10-25T08:30"), id="two o'clock comes twice"),
    pytest.param(
        ("2027-03-27T11:00", "2027-03-28T01:30", "2027-03-28T07:30"),
        id="two o'clock never comes",
        marks=pytest.mark.whole,
    ),
]


def nights(here: Town) -> list[str]:
    """The local dates whose backup was made."""
    rows = here.ask("SELECT occurrence FROM occurrences WHERE job = 'backup' ORDER BY happened_at")
    return [str(occurrence)[-10:] for (occurrence,) in rows]


async def test_a_clock_a_day_ahead_and_set_right_again_repeats_nothing_and_stops_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        li, vera = await here.arrives("Li", "en"), await here.joins("Vera", "volunteer", "en")
        await here.joins("Rena", "shopkeeper", "en")
        await here.turn(minutes=2)
        await here.until(lambda: len(here.ask("SELECT 1 FROM digest_readers")) == 2)

        await suggests(li, vera, "A bench in the sun")
        await here.turn(hours=22)
        await here.until(lambda: len(digests(here)) == 1)
        await suggests(li, vera, "A shelf for books")
        await here.turn(days=1)
        await here.until(lambda: len(digests(here)) == 2)
        await here.turn(days=-1)
        # Whoever speaks is answered, and what is done every few seconds is done again.
        await li.says("/help")
        await li.hears("/suggest")
        await suggests(li, vera, "A lamp at the door")
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
        print(f"a day ahead and back: digests of {', '.join(digests(here))}, the broadcast once")


@pytest.mark.parametrize("night", NIGHTS)
async def test_when_berlin_changes_its_clocks_each_date_has_one_backup_and_one_digest(
    tmp_path: Path, night: tuple[str, str, str]
) -> None:
    begins, backup, digest = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in night)
    async with town(tmp_path, begins=begins, PLACE_TIMEZONE="Europe/Berlin") as here:
        li, vera = await here.arrives("Li", "en"), await here.joins("Vera", "volunteer", "en")
        await here.joins("Rena", "shopkeeper", "en")
        await here.turn(minutes=2)
        await here.until(lambda: len(here.ask("SELECT 1 FROM digest_readers")) == 2)
        await suggests(li, vera, "A bench in the sun")
        for half_hours in range(5, 0, -1):  # both two o'clocks, or none
            await here.turn_to(backup - half_hours * timedelta(minutes=30))
        await here.turn(minutes=29)
        assert f"{backup:%F}" not in nights(here)
        await here.turn_to(backup + timedelta(minutes=2))
        await here.until(lambda: f"{backup:%F}" in nights(here))
        await here.turn_to(digest - timedelta(minutes=2))
        assert digests(here) == []
        await here.turn_to(digest + timedelta(minutes=2))
        await here.until(lambda: digests(here) == [f"{digest:%F}"])
        await suggests(li, vera, "A shelf for books")
        await here.turn(hours=23, minutes=50)
        assert len(digests(here)) == 1
        await here.turn(minutes=12)
        await here.until(lambda: len(digests(here)) == 2)
        print(f"backups of {', '.join(nights(here))}, digests of {', '.join(digests(here))}")
        assert sorted(set(nights(here))) == nights(here)


async def test_between_midnight_in_beijing_and_midnight_in_urumqi_a_day_is_named_not_guessed(tmp_path: Path) -> None:
    """The night's work goes by the clock of the place, two hours later; people read both."""
    async with town(tmp_path) as here:
        vera = await here.joins("Vera", "volunteer", "en")
        await here.turn_to(MORNING.replace(hour=16, minute=30))  # 00:30 on Tuesday, 22:30 on Monday
        await fair(vera, "Tea", "tomorrow 19:00 Beijing time")
        await vera.hears("📅 Tea", "Wed, Nov 25, 19:00 Beijing time (17:00 Xinjiang time)")
        before = nights(here)
        await here.turn_to(MORNING.replace(hour=21, minute=20))  # 05:20, 03:20
        assert nights(here) == before
        await here.turn(minutes=12)
        await here.until(lambda: nights(here) == [*before, "2026-11-24"])
        print(f"at 00:30 and 22:30 “tomorrow” of Beijing is Nov 25; backups of {', '.join(nights(here))}")
