"""(2) How long a press waits while 10,000 people are being told something, with Telegram's limits on."""

import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import nestbox
from tests.bench.contestants import nestbox_bot
from tests.bench.programs import Fake, fake_telegram

FIRST_RECIPIENT = 100_000
FIRST_TAPPER = 1_000
TAPPERS = 10
GRACE = 10.0  # seconds for the last press to be answered


@dataclass(frozen=True)
class Presses:
    """Seconds from the tap. `unanswered` and `unshown` are counted apart and not in the percentiles."""

    count: int
    answered_p50: float
    answered_p95: float
    answered_max: float
    shown_p50: float
    shown_p95: float
    shown_max: float
    unanswered: int
    unshown: int
    told_per_second: float
    given_429: int
    inside_closed: int


def measure(folder: Path, people: int, seconds: int) -> Presses:
    """The people and the broadcast are seeded while the bot is down; it begins when the bot is up again."""
    nestbox.seed_people(folder, FIRST_RECIPIENT, people)
    nestbox.seed_people(folder, FIRST_TAPPER, TAPPERS)
    with fake_telegram() as fake:
        fake.does("people", first_id=FIRST_RECIPIENT, count=people)
        with nestbox_bot(fake, folder):
            nestbox.open_home(fake, FIRST_TAPPER, TAPPERS)
        nestbox.seed_broadcast(folder, FIRST_RECIPIENT, people)
        fake.does("forget")
        fake.does("limits", on=True)
        before = fake.does("stats")["sent"]
        with nestbox_bot(fake, folder):
            begun = fake.does("replies", count=before + 50, within=nestbox.SETTLE)
            start = time.monotonic()
            _tap(fake, seconds)
            after = fake.does("stats")
            told = (after["sent"] - begun["sent"]) / (time.monotonic() - start)
            time.sleep(GRACE)
            return _summary(fake.does("taps"), told, fake.does("stats"))


def _tap(fake: Fake, seconds: int) -> None:
    """One tap a second, the people in turn."""
    start = time.monotonic()
    for number in range(seconds):
        time.sleep(max(0.0, start + number - time.monotonic()))
        user_id = FIRST_TAPPER + number % TAPPERS
        for seen in reversed(fake.does("transcript", id=user_id)):
            data = [button["data"] for row in seen["buttons"] for button in row if button["data"]]
            if data:
                fake.does("tap", id=user_id, message_id=seen["id"], data=data[number // TAPPERS % len(data)])
                break


def _summary(taps: list[dict[str, Any]], told: float, stats: dict[str, Any]) -> Presses:
    answered = [tap["answered_at"] - tap["at"] for tap in taps if tap["answered_at"] is not None]
    shown = [tap["shown_at"] - tap["at"] for tap in taps if tap["shown_at"] is not None]
    return Presses(
        len(taps),
        *_percentiles(answered),
        *_percentiles(shown),
        len(taps) - len(answered),
        len(taps) - len(shown),
        told,
        stats["given_429"],
        stats["inside_closed"],
    )


def _percentiles(values: list[float]) -> tuple[float, float, float]:
    """p50, p95 and the longest; not a number when there are too few."""
    if len(values) < 2:
        return float("nan"), float("nan"), float("nan")
    cut = statistics.quantiles(values, n=20, method="inclusive")
    return cut[9], cut[18], max(values)
