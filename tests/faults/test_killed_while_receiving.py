"""T1: the process is killed again and again while updates come in. Nothing is lost, nothing happens twice, and nobody
is left in silence."""

import random
from pathlib import Path

import pytest

from bot.outbox.loop import SLOTS
from bot.outbox.message import Lane
from tests.bench import nestbox as seeds
from tests.bench.programs import Fake, fake_telegram
from tests.faults.killing import after_a_while, ask, count, kill, nestbox, sane, until
from tests.lengths import length

KILLS = length(5, 20)
BURST, PEOPLE, FIRST = 60, 60, 1_000  # so few to each that our own pace does not count


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_what_was_acknowledged_is_never_lost_and_happens_once(tmp_path: Path, webhook: bool) -> None:
    chance = random.Random(4711 + webhook)
    seeds.seed_people(tmp_path, FIRST, PEOPLE)
    with fake_telegram("--retry-scale", "0.005") as fake:
        for _ in range(KILLS):
            with nestbox(fake, tmp_path, webhook) as program:
                _burst(fake)
                after_a_while(chance, 0.35)
                kill(program)
            assert sane(tmp_path)
        _burst(fake)
        with nestbox(fake, tmp_path, webhook):
            until(lambda: fake.does("stats")["pending"] == 0)
            until(lambda: count(tmp_path, "outbox WHERE state IN ('waiting', 'sending')") == 0)
        updates = (KILLS + 1) * BURST
        rows = dict(ask(tmp_path, "SELECT state, count(*) FROM outbox GROUP BY state"))
        delivered = sum(sum(texts.values()) for texts in fake.does("copies").values())
        again = dict(ask(tmp_path, "SELECT chat_id, sum(renewals) FROM outbox GROUP BY chat_id"))
        print(f"{KILLS} kills, {updates} updates, {rows}, {delivered} delivered, {sum(again.values())} said again")
        assert count(tmp_path, "receipts") == updates  # none lost
        assert sum(rows.values()) == updates  # one effect each
        assert rows.get("sent", 0) <= delivered <= updates + sum(again.values())  # at most one copy each
        assert rows.get("sent", 0) + rows.get("uncertain", 0) == updates
        assert rows.get("uncertain", 0) <= KILLS * SLOTS[Lane.ANSWER]
        for person in range(FIRST, FIRST + PEOPLE):
            copies = sum(fake.does("copies", chat=person)[str(person)].values())
            assert updates / PEOPLE <= copies <= updates / PEOPLE + again[person]  # every /help was answered


def _burst(fake: Fake) -> None:
    fake.does("burst", texts=[seeds.TEXT], count=BURST, chats=PEOPLE, first_id=FIRST)
