"""T19: a program that runs for weeks needs no more than at first, and what grows is what people wrote."""

from dataclasses import dataclass
from pathlib import Path

from tests.lengths import length
from tests.running.test_pace import IDEAS
from tests.running.town import Town, town

DAYS, A_DAY = length((6, 6), (30, 60))
MORE = length(25, 12)  # megabytes; in the short form the memory of the first five days still fills
WARM = length(2, 6)  # days after which everything has run once; for the first five its memory fills


@dataclass(frozen=True)
class Needs:
    megabytes: float
    files: int
    wal: int
    database: int


def needs(here: Town) -> Needs:
    wal = here.data / "nestbox.db-wal"
    return Needs(
        here.megabytes(),
        len(list(Path(f"/proc/{here.pid}/fd").iterdir())),
        wal.stat().st_size if wal.exists() else 0,
        (here.data / "nestbox.db").stat().st_size,
    )


def rows(here: Town) -> dict[str, int]:
    tables = [name for (name,) in here.ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: here.ask(f"SELECT count(*) FROM {name}")[0][0] for name in tables if "fts" not in name}  # noqa: S608


async def test_day_after_day_it_needs_no_more_than_at_first(tmp_path: Path) -> None:
    async with town(tmp_path, dev=False) as here:
        li = await here.arrives("Li", "en")
        await here.joins("Vera", "volunteer", "en")
        await here.joins("Rena", "shopkeeper", "en")
        seen, counted = [], []
        for day in range(DAYS):
            if day < len(IDEAS):
                await li.says("/suggest")
                await li.says(IDEAS[day])
                await li.presses("Inside the shop")
            for number in range(A_DAY):
                await li.says("/help" if number % 2 else f"/{day + 1}")
            await here.turn(days=1)
            await here.turn(minutes=2)
            seen.append(needs(here))
            counted.append(rows(here))
        first, last = seen[WARM - 1], seen[-1]
        grown = {name: now - counted[WARM - 1].get(name, 0) for name, now in counted[-1].items()}
        print(
            f"{DAYS} days of {A_DAY + 3} updates: {first.megabytes:.0f} → {last.megabytes:.0f} MB,"
            f" {first.files} → {last.files} files open, log of changes at most"
            f" {max(one.wal for one in seen) >> 10} kB, database {first.database >> 10} → {last.database >> 10} kB"
        )
        print({name: more for name, more in sorted(grown.items(), key=lambda one: -one[1]) if more})
        assert last.files <= first.files + 4
        assert last.megabytes < first.megabytes + MORE
        assert max(one.wal for one in seen) < 64 << 20
