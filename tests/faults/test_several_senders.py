"""Several processes and one token: together they keep Telegram's limits as one does, also when the sender dies."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import nestbox as seeds
from tests.bench.programs import Fake, fake_telegram
from tests.faults.killing import kill, until
from tests.faults.several import count, several
from tests.lengths import length

FIRST = 10_000
PEOPLE = length(90, 600)
PROCESSES = length(2, 4)
SOON = length(3.0, 1.0)  # seconds for a successor; beside other programs everything takes its time
CLOSED = 4  # seconds
WAITING = "outbox WHERE state IN ('waiting', 'sending')"


@pytest.fixture
def url(new_postgres: Callable[..., str], ready_postgres: str) -> str:
    made = new_postgres(ready_postgres)
    seeds.seed_people(made, FIRST, PEOPLE)
    return made


def test_they_keep_the_limits_as_one_does_also_when_the_sender_dies(tmp_path: Path, url: str) -> None:
    """Somebody is told to wait, everybody is told something, and in the middle of it the sender is killed."""
    with fake_telegram() as fake:
        fake.does("people", first_id=FIRST, count=PEOPLE)
        with several(fake, url, tmp_path, 1) as here:  # who is first is the sender
            for _ in range(PROCESSES - 1):
                here.bring()
            fake.does("limits", on=True)
            fake.does("fault", kind="flood", method="sendmessage", chat=FIRST, seconds=CLOSED, times=1)
            fake.does("says", id=FIRST, text="/help")
            until(lambda: count(url, f"closed_until WHERE queue = '{FIRST}'") == 1)
            closed = time.monotonic()
            seeds.seed_broadcast(url, FIRST, PEOPLE)
            until(lambda: fake.does("stats")["sent"] > PEOPLE // 4)
            kill(here.programs[0])
            died, sent = time.monotonic(), fake.does("stats")["sent"]
            until(lambda: fake.does("stats")["sent"] > sent, 20.0)
            took = time.monotonic() - died
            until(lambda: count(url, WAITING) == 0, 120.0)
            assert time.monotonic() - closed > CLOSED
            stats = fake.does("stats")
            print(f"the successor sent after {took:.2f} s; {stats}")
            assert (stats["given_429"], stats["inside_closed"]) == (1, 0)
            assert took < SOON
        _heard_once(fake, url)


def _heard_once(fake: Fake, url: str) -> None:
    copies = fake.does("copies")
    heard = [copies.get(str(FIRST + n), {}).get(seeds.NEWS, 0) for n in range(PEOPLE)]
    assert max(heard) == 1
    assert heard.count(0) <= count(url, "outbox WHERE state = 'uncertain'")


def test_whoever_takes_in_an_update_wakes_the_sender(tmp_path: Path, url: str) -> None:
    """By webhook an update comes to any process, and the answer leaves from one of them, without a timer between."""
    with fake_telegram() as fake:
        fake.does("people", first_id=FIRST, count=PEOPLE)
        with several(fake, url, tmp_path, 2, webhook=True):
            took = []
            for number in range(20):
                before = fake.does("stats")["sent"]
                began = time.monotonic()
                fake.does("says", id=FIRST + number, text="/help")
                fake.does("replies", count=before + 1, within=20.0)
                took.append(time.monotonic() - began)
            posts = fake.does("stats")["posts"]
            print(f"{posts} posts, answers after {', '.join(f'{one * 1000:.0f}' for one in sorted(took))} ms")
            assert sorted(took)[len(took) // 2] < 0.3
            assert sorted(took)[-4] < 0.6  # by a timer, every second one would wait up to a second
