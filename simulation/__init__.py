"""A town that lives by itself for `python -m bot simulate`: seeded people who use every feature.

They come through both doors of the real machine, in virtual time; see docs/simulation.md.
"""

import random
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.dialogue.feature import Feature
from simulation import people, report
from simulation.chronicle import Chronicle
from simulation.faults import NONE, Faults, Rates
from simulation.notes import Notes, listening
from simulation.one_thread import use_one_thread
from simulation.town import Town
from simulation.watching import Watch

PLACE, ZONE = "L 店", "Asia/Urumqi"
MONDAY = date(2026, 3, 2)  # the same for every run, so that weeks and seasons are too
MONTH = 30  # days between two looks at what it costs
TOKEN = "987654321:a_simulation_has_no_real_token_at_all"  # noqa: S105 nobody's


@dataclass(frozen=True)
class Wish:
    residents: int = 120
    days: int = 30
    seed: int = 1
    rates: Rates = NONE


@dataclass(frozen=True)
class Outcome:
    """`lines` are the same for the same wish; `cost` and `watched` never are."""

    lines: list[str]
    broken: int
    cost: str
    watched: list[str]
    errors: list[str]


def settings_in(folder: Path, settings: Settings) -> Settings:
    """A database of its own, both doors, and no address that leads out of this process."""
    return replace(
        settings,
        telegram_token=TOKEN,
        telegram_api_url="http://telegram.invalid",
        telegram_webhook_url="",
        telegram_webhook_secret="",
        data_dir=folder,
        database_url=f"sqlite:///{(folder / 'nestbox.db').absolute()}",
        bucket=None,
        place_name=PLACE,
        place_timezone=ZONE,
        place_languages=("zh", "ug", "en"),
        backup_dir=None,
    )


async def live(
    settings: Settings,
    features: Sequence[Feature],
    wish: Wish,
    folder: Path | None = None,
    told: Callable[[str], None] = lambda line: None,
) -> Outcome:
    """In `folder`, or in one that is gone afterwards. Takes the running loop for itself; `told` hears of months."""
    use_one_thread()
    with ExitStack() as stack:
        where = folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nestbox-")))
        notes = Notes([TOKEN.partition(":")[2]])
        stack.enter_context(listening(notes))
        return await _lived(settings_in(where, settings), features, wish, notes, told)


async def _lived(
    settings: Settings, features: Sequence[Feature], wish: Wish, notes: Notes, told: Callable[[str], None]
) -> Outcome:
    # Apart from one another, so that the same people live with and without faults.
    chance, trouble = random.Random(wish.seed), random.Random(wish.seed + 1_000_003)  # noqa: S311 repeatable
    start = datetime.combine(MONDAY, time(0), ZoneInfo(ZONE)).astimezone(UTC)
    end = start + timedelta(days=wish.days + 1)
    town = Town(settings, features, start, end, Faults(wish.rates, trouble), chance, notes)
    chronicle, watch = Chronicle(), Watch()
    await town.found()
    try:
        plans = people.roster(wish.residents, wish.days, chance)
        for today in range(wish.days):
            await town.live(MONDAY + timedelta(days=today), today, plans)
            await chronicle.look_at_broadcasts(town)
            await town.keep_house()
            await chronicle.end_of_day(town, today)
            if (today + 1) % MONTH == 0 or today + 1 == wish.days:
                await watch.look(town, today + 1)
                told(watch.lines[-1])
        lines = await report.write(town, chronicle, plans, wish.days)
    finally:
        await town.close()
    broken = sum(count > 0 for count in chronicle.findings.values())
    cost = watch.sentence(sum(notes.handled.values()))
    return Outcome([_head(wish), *lines], broken, cost, watch.table(), notes.errors)


def _head(wish: Wish) -> str:
    return f"{wish.residents} residents, {wish.days} days, seed {wish.seed}; {wish.rates.words}\n"
