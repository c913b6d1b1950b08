"""A town that lives by itself: with faults nothing that must be true is broken, and a seed repeats itself exactly."""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import simulation
from bot import logs
from bot.__main__ import main
from bot.cli.invariants import Invariant
from bot.clock import milliseconds
from bot.config import Settings, load
from bot.database import connecting
from handlers import FEATURES
from simulation import one_thread, people, promise_store
from simulation.chronicle import Chronicle
from simulation.faults import NONE, USUAL, Faults, Rates
from simulation.notes import Notes
from simulation.one_thread import use_one_thread
from simulation.town import Town
from tests.lengths import length
from tests.operating.test_commands import run

PATIENCE = 20.0  # seconds of the processor for the small town; measured 5
HARSH = Rates(too_many=0.03, lost=0.02, again=0.1, late=0.1, restarts=1.0, unsaid_blocks=1.0, downtimes=0.2)
TROUBLED = length(1, 3)  # seeds
ADD_UP = "recipients of a broadcast add up, every day"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load({"DATA_DIR": str(tmp_path)}, tmp_path / ".env")


def broken(outcome: simulation.Outcome) -> list[str]:
    return [line for line in outcome.lines if line.startswith("BROKEN")] + outcome.errors


async def test_a_small_town_lives_ten_days_with_faults_and_every_invariant_holds(settings: Settings) -> None:
    worked = time.process_time()
    outcome = await simulation.live(settings, FEATURES, simulation.Wish(20, 10, 1, USUAL))
    # Not the clock on the wall: other programs may share the machine.
    assert time.process_time() - worked < PATIENCE
    assert broken(outcome) == []
    assert outcome.broken == 0
    said = "\n".join(outcome.lines)
    assert "30 spoke" in said
    assert "Telegram 13, web chat 17" in said
    assert sum(line.startswith("ok") for line in outcome.lines) > 30


async def test_the_same_seed_prints_the_same_and_another_seed_does_not(settings: Settings) -> None:
    wish = simulation.Wish(12, 4, 5, USUAL)
    first, second = [await simulation.live(settings, FEATURES, wish) for _ in range(2)]
    assert first.lines == second.lines
    other = await simulation.live(settings, FEATURES, replace(wish, seed=6))
    assert first.lines[1:] != other.lines[1:]


async def test_random_seeds_of_harsh_faults_break_nothing(settings: Settings) -> None:
    restarts = 0
    for _ in range(TROUBLED):
        seed = random.SystemRandom().randrange(10**6)
        outcome = await simulation.live(settings, FEATURES, simulation.Wish(10, 4, seed, HARSH))
        assert broken(outcome) == [], f"python -m bot simulate has no such rates; here: Wish(10, 4, {seed}, HARSH)"
        restarts += int(next(line for line in outcome.lines if line.startswith("restarts")).split()[1])
    assert restarts, "the process never died, so this proves nothing"


NIGHT = datetime(2026, 3, 1, 20, tzinfo=UTC)  # two in the morning in Urumqi


def a_line(words: str) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": words, "levelno": logging.INFO})


BREAKING: dict[str, Callable[[Town], object]] = {
    "every update that was confirmed is stored": lambda town: town.telegram.confirmed.append(1),
    "one effect for each update": lambda town: town.notes.twice.append(("web", 1)),
    "nobody asleep hears a message ring": lambda town: town.rings.append((10_001, NIGHT)),
    "whoever blocked us is called once at most": lambda town: setattr(town.telegram.counts, "to_blocked_again", 1),
    "no call to a chat that said wait": lambda town: setattr(town.telegram.counts, "inside_closed", 1),
    "no message or button is longer than Telegram takes": lambda town: setattr(town.telegram.counts, "too_long", 1),
    "no token and nothing people wrote in any log line": lambda town: town.notes.emit(a_line("x 先量一下尺寸再说")),
    "no error in the log": lambda town: town.notes.errors.append("broke"),
    "the town becomes quiet": lambda town: town.counts.update({"queues that never emptied": 1}),
}


@pytest.mark.parametrize("name", BREAKING)
async def test_what_is_seen_from_outside_is_noticed_too(settings: Settings, tmp_path: Path, name: str) -> None:
    use_one_thread()
    start = datetime(2026, 3, 1, 18, tzinfo=UTC)
    inside = simulation.settings_in(tmp_path, settings)
    chance = random.Random(1)
    town = Town(inside, FEATURES, start, start + timedelta(days=2), Faults(NONE, chance), chance, Notes([]))
    await town.found()
    try:
        BREAKING[name](town)
        chronicle = Chronicle()
        await chronicle.end_of_day(town, 0)
    finally:
        await town.close()
    assert [one for one, count in chronicle.findings.items() if count] == [name]


async def test_messages_to_many_that_do_not_add_up_are_noticed(settings: Settings, tmp_path: Path) -> None:
    """Three were meant, and the report of the next day knows of four."""
    use_one_thread()
    start = datetime(2026, 3, 1, 18, tzinfo=UTC)
    inside, chance = simulation.settings_in(tmp_path, settings), random.Random(1)
    town = Town(inside, FEATURES, start, start + timedelta(days=2), Faults(NONE, chance), chance, Notes([]))
    await town.found()
    try:
        await town.live(date(2026, 3, 2), 0, people.roster(0, 2, chance))
        async with town.app.database.write() as tx:
            await tx.run("INSERT INTO campaigns (id, place_id, made_at) VALUES (99, 1, 0)")
            await tx.run("INSERT INTO campaign_people (campaign_id, person_id) VALUES (99, 1), (99, 2), (99, 3)")
            await tx.run(
                "INSERT INTO broadcasts (place_id, made_by, made_at, words, whom, state, campaign_id, send_at)"
                " VALUES (1, 1, 0, 'x', 'everyone', 'done', 99, ?)",
                milliseconds(town.clock.now()),
            )
        chronicle = Chronicle()
        await chronicle.look_at_broadcasts(town)
        assert not chronicle.findings[ADD_UP]
        async with town.app.database.write() as tx:
            await tx.run("INSERT INTO campaign_people (campaign_id, person_id) VALUES (99, 4)")
        await chronicle.look_at_broadcasts(town)
        assert chronicle.findings[ADD_UP]
    finally:
        await town.close()


# --- the command


def files_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))


async def test_the_command_prints_what_happened_and_leaves_nothing_behind(tmp_path: Path) -> None:
    status, output = await run(tmp_path, "simulate", "--residents", "2", "--days", "1", "--watch")
    assert status == 0, output
    for words in ("2 residents, 1 days, seed 1", "12 spoke", "ok      PRAGMA integrity_check", "WAL MB", "took"):
        assert words in output
    assert files_in(tmp_path) == []


async def test_a_town_is_kept_where_it_is_wished_and_never_in_another_one(tmp_path: Path) -> None:
    folder = tmp_path / "town"
    words = ("simulate", "--residents", "0", "--days", "1", "--data-dir", str(folder))
    assert (await run(tmp_path, *words))[0] == 0
    assert (folder / "nestbox.db").exists()
    status, output = await run(tmp_path, *words)
    assert status == 2
    assert "A town lives in" in output


async def test_numbers_that_make_no_town_are_refused_in_one_sentence(tmp_path: Path) -> None:
    status, output = await run(tmp_path, "simulate", "--days", "0")
    assert (status, output) == (2, "--residents must be 0 or more and --days 1 or more.\n")


def test_a_broken_invariant_is_an_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(promise_store, "TOWN", (Invariant("pigs do not fly", "SELECT 3"),))
    monkeypatch.setattr(logs, "set_up", lambda *_: None)
    assert main(["simulate", "--residents", "0", "--days", "1"]) == 1
    assert "BROKEN  pigs do not fly: 3" in capsys.readouterr().out


# --- the one thread


async def test_the_database_of_one_thread_answers_like_the_other(tmp_path: Path) -> None:
    for connect in (connecting.connect, one_thread.connect):
        database = connect(f"sqlite:///{tmp_path / connect.__module__}.db")
        await database.open()
        async with database.write() as tx:
            await tx.run("CREATE TABLE tools (id INTEGER PRIMARY KEY, name TEXT)")
            assert await tx.run("INSERT INTO tools (name) VALUES ('saw')") == 1
            await tx.many("INSERT INTO tools (name) VALUES (?)", [("drill",), ("rake",)])
        async with database.read() as tx:
            assert await tx.all(str, "SELECT name FROM tools ORDER BY id") == ["saw", "drill", "rake"]
            assert await tx.records("SELECT name FROM tools WHERE id = ?", 1) == [{"name": "saw"}]
        await database.close()
