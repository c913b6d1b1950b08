"""T2: the process is killed while many people are being told something; and T18: it is asked to end."""

import asyncio
import random
import signal
import time
from pathlib import Path

from bot.clock import SystemClock, milliseconds
from bot.doors.door import WEB
from bot.identity import roles
from bot.identity.roles import Role
from bot.outbox.loop import SLOTS
from bot.outbox.message import Address, Lane
from bot.outbox.queue import queue_call
from tests.bench import nestbox as seeds
from tests.bench.programs import Fake, fake_telegram
from tests.faults.killing import after_a_while, ask, count, kill, nestbox, sane, until
from tests.lengths import length

KILLS = length(5, 20)
ON_TELEGRAM, ON_THE_WEB = length((170, 350), (650, 1_350))  # Telegram's own pace is 29 a second, our server has none
FIRST, FIRST_WEB = 10_000, 1_000_000
WAITING = "outbox WHERE state IN ('waiting', 'sending')"


def test_everybody_hears_once_or_is_listed_as_uncertain(tmp_path: Path) -> None:
    chance = random.Random(4712)
    with fake_telegram() as fake:
        _seed(fake, tmp_path, ON_TELEGRAM, ON_THE_WEB)
        slowest = 0.0
        for number in range(KILLS):
            before = count(tmp_path, WAITING)
            with nestbox(fake, tmp_path, webhook=False) as program:
                if before > 50:
                    slowest = max(slowest, _until_fewer(tmp_path, before))
                after_a_while(chance, 0.6)
                kill(program)
            assert sane(tmp_path), number
        with nestbox(fake, tmp_path, webhook=False):
            until(lambda: count(tmp_path, WAITING) == 0, 120.0)
        copies = fake.does("copies")
        heard = [sum(copies.get(str(FIRST + n), {}).values()) for n in range(ON_TELEGRAM)]
        states = dict(ask(tmp_path, "SELECT chat_id, state FROM outbox WHERE campaign = 'bench'"))
        uncertain = [chat for chat, state in states.items() if state == "uncertain"]
        print(f"{KILLS} kills, {len(uncertain)} uncertain, first message after {slowest:.2f} s at the latest")
        assert max(heard) == 1
        assert all(one or FIRST + number in uncertain for number, one in enumerate(heard))
        assert len(uncertain) <= KILLS * SLOTS[Lane.BROADCAST]
        web = dict(ask(tmp_path, "SELECT chat, count(*) FROM gateway_messages WHERE by_bot = 1 GROUP BY chat"))
        assert web == dict.fromkeys(range(FIRST_WEB, FIRST_WEB + ON_THE_WEB), 1)
        assert count(tmp_path, "outbox WHERE door = 'web' AND state <> 'sent'") == 0


def test_asked_to_end_it_finishes_what_is_under_way(tmp_path: Path) -> None:
    with fake_telegram() as fake:
        _seed(fake, tmp_path, 200, 400)
        for _ in range(3):
            with nestbox(fake, tmp_path, webhook=False) as program:
                until(lambda: count(tmp_path, "outbox WHERE state = 'sent'") > 0)
                began = time.monotonic()
                program.process.send_signal(signal.SIGTERM)
                assert program.process.wait(10) == 0
                print(f"ended after {time.monotonic() - began:.2f} s")
            rows = dict(ask(tmp_path, "SELECT state, count(*) FROM outbox WHERE door = 'telegram' GROUP BY state"))
            assert set(rows) <= {"sent", "waiting"}
            delivered = sum(sum(texts.values()) for texts in fake.does("copies").values())
            assert delivered == rows.get("sent", 0)


def test_planned_it_leaves_once_and_paused_it_stays_paused_however_often_we_die(tmp_path: Path) -> None:
    chance = random.Random(4713)
    with fake_telegram() as fake:
        fake.does("people", first_id=FIRST, count=60)
        seeds.seed_people(tmp_path, FIRST, 60)
        asyncio.run(_plan(tmp_path))
        for number in range(5):
            with nestbox(fake, tmp_path, webhook=False) as program:
                after_a_while(chance, 2.5)
                kill(program)
            assert sane(tmp_path), number
        with nestbox(fake, tmp_path, webhook=False):
            until(lambda: count(tmp_path, "broadcasts WHERE id = 1 AND state = 'done'") == 1, 60.0)
        # The second one was paused before: its people wait, and nobody was sent it.
        assert count(tmp_path, "outbox WHERE campaign = '2'") == 0
        assert count(tmp_path, "campaign_people WHERE campaign_id = 2 AND held_until = 0") == 60
        copies = fake.does("copies")
        heard = {FIRST + n: list(copies.get(str(FIRST + n), {}).items()) for n in range(1, 60)}
        uncertain = {chat for (chat,) in ask(tmp_path, "SELECT chat_id FROM outbox WHERE state = 'uncertain'")}
        for chat, texts in heard.items():
            assert all("Planned" in text for text, _ in texts), texts
            assert sum(times for _, times in texts) == (1 if texts else 0)
            assert texts or chat in uncertain, chat


def _until_fewer(folder: Path, before: int) -> float:
    return until(lambda: count(folder, WAITING) < before, 5.0)


def _seed(fake: Fake, folder: Path, on_telegram: int, on_the_web: int) -> None:
    fake.does("people", first_id=FIRST, count=on_telegram)
    seeds.seed_people(folder, FIRST, on_telegram)
    seeds.seed_broadcast(folder, FIRST, on_telegram)
    asyncio.run(_seed_web(folder, on_the_web))


async def _plan(folder: Path) -> None:
    """One that is due and one that somebody paused, both by the first of the people."""
    database, now = await seeds.open_database(folder), milliseconds(SystemClock().now())
    async with database.write() as tx:
        maker = await tx.one(int, "SELECT min(id) FROM people")
        place = await tx.one(int, "SELECT min(id) FROM places")
        await roles.give(tx, maker or 0, place or 0, Role.VOLUNTEER, 1)
        await tx.run("INSERT INTO campaigns (id, place_id, made_at, paused_at) VALUES (2, ?, ?, ?)", place, now, now)
        await tx.run("INSERT INTO campaign_people (campaign_id, person_id, held_until) SELECT 2, id, 0 FROM people")
        # Quiet hours would make the test depend on the hour it runs at.
        await tx.run("UPDATE people SET quiet_from = 0, quiet_to = 0")
        for number, state, campaign in ((1, "asked", None), (2, "sending", 2)):
            await tx.run(
                "INSERT INTO broadcasts (id, place_id, made_by, made_at, words, language, whom, state, waits_for,"
                " campaign_id, send_at) VALUES (?, ?, ?, ?, 'Planned', 'en', 'everyone', ?, 'time', ?, ?)",
                number,
                place,
                maker,
                now,
                state,
                campaign,
                now,
            )
    await database.close()


async def _seed_web(folder: Path, people: int) -> None:
    database, now = await seeds.open_database(folder), SystemClock().now()
    async with database.write() as tx:
        await tx.many(
            # Created now: a page that was opened long ago, and through which nobody spoke, is forgotten.
            "INSERT INTO gateway_people (id, name, language, created) VALUES (?, 'P', 'en', ?)",
            [(FIRST_WEB + number, milliseconds(now)) for number in range(people)],
        )
        for number in range(people):
            to = Address(WEB, FIRST_WEB + number, "en")
            await queue_call(tx, to, "sendMessage", {"text": seeds.NEWS}, Lane.BROADCAST, now, campaign="bench")
    await database.close()
