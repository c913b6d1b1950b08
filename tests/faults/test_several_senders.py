"""Several processes and one token: together they keep Telegram's limits as one does, also when the sender dies."""

from collections.abc import Callable
from pathlib import Path

from tests.bench import nestbox as seeds
from tests.bench.programs import fake_telegram
from tests.faults.killing import until
from tests.faults.several import count, several
from tests.lengths import length

FIRST = 10_000
PEOPLE = length(150, 600)
PROCESSES = length(3, 4)
WAITING = "outbox WHERE state IN ('waiting', 'sending')"


def test_together_they_send_no_faster_than_one_may(
    tmp_path: Path, new_postgres: Callable[..., str], ready_postgres: str
) -> None:
    url = new_postgres(ready_postgres)
    with fake_telegram() as fake:
        fake.does("people", first_id=FIRST, count=PEOPLE)
        seeds.seed_people(url, FIRST, PEOPLE)
        with several(fake, url, tmp_path, PROCESSES):
            fake.does("limits", on=True)
            seeds.seed_broadcast(url, FIRST, PEOPLE)
            until(lambda: count(url, WAITING) == 0, 90.0)
            stats = fake.does("stats")
            print(stats)
            assert (stats["given_429"], stats["inside_closed"]) == (0, 0)
        copies = fake.does("copies")
        assert [sum(copies[str(FIRST + n)].values()) for n in range(PEOPLE)] == [1] * PEOPLE
