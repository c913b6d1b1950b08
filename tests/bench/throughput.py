"""(1) Updates handled and answered per second: interleaved rounds of the echo bot and Nestbox."""

import statistics
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import nestbox
from tests.bench.contestants import ECHO, NESTBOX, echo_bot, nestbox_bot
from tests.bench.programs import Fake, Program, fake_telegram

FIRST_PERSON = 1_000
CHATS = 300

Start = Callable[[Fake, Path], AbstractContextManager[Program]]


@dataclass(frozen=True)
class Round:
    """`bot_cpu` and `fake_cpu` are microseconds of processor time for each update."""

    name: str
    per_second: float
    bot_cpu: float
    fake_cpu: float
    idle_mb: float
    loaded_mb: float
    extra_replies: int


STARTS: dict[str, Start] = {ECHO: echo_bot, NESTBOX: nestbox_bot}


def measure(name: str, folder: Path, updates: int) -> Round:
    """One round with a fresh fake, a fresh bot and fresh data, and without Telegram's limits.

    Nestbox keeps its own: at most 20 answers in a burst to one chat, so updates / CHATS stays well below.
    """
    if name == NESTBOX:
        nestbox.seed_people(folder, FIRST_PERSON, CHATS)
    with fake_telegram() as fake, STARTS[name](fake, folder) as program:
        nestbox.warm_up(fake, FIRST_PERSON, CHATS)
        idle = program.megabytes()
        cpu, fake_cpu = program.cpu(), fake.cpu()
        before = fake.does("burst", texts=[nestbox.TEXT], count=updates, chats=CHATS, first_id=FIRST_PERSON)
        took = fake.does("replies", count=before + updates, within=600.0)["seconds"]
        fake.does("quiet", for_seconds=0.5, within=60.0)
        sent = fake.does("stats")["sent"] - before
        return Round(
            name,
            updates / took,
            (program.cpu() - cpu) / updates * 1e6,
            (fake.cpu() - fake_cpu) / updates * 1e6,
            idle,
            program.megabytes(),
            sent - updates,
        )


def middle(values: Iterable[float]) -> float:
    return statistics.median(values)


def interleaved(names: list[str], folder: Path, rounds: int, updates: int) -> dict[str, list[Round]]:
    """A B A B …, so that a busy minute of the machine falls on both."""
    done: dict[str, list[Round]] = {name: [] for name in names}
    for number in range(rounds):
        for name in names:
            stamp = f"{name.split()[0]}-{number}-{time.monotonic_ns()}"
            done[name].append(measure(name, folder / stamp, updates))
    return done


def median(rounds: list[Round], what: Callable[[Round], float]) -> float:
    return statistics.median(what(each) for each in rounds)
