"""The web chat through several processes: handled where it arrived, seen everywhere at once, and nothing twice."""

import asyncio
import statistics
import time
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bench import phones
from tests.bench.phones import Phone
from tests.bench.programs import fake_telegram
from tests.faults.killing import kill, until
from tests.faults.several import Several, ask, count, do, several
from tests.lengths import length

TIMES = length(10, 60)
# Remembers what goes through the queue of updates, and in which order it was handled.
WATCHED = """
CREATE TABLE said (id BIGINT, chat BIGINT);
CREATE FUNCTION note_said() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO said VALUES (NEW.id, NEW.chat); RETURN NULL; END $$;
CREATE TRIGGER note_said AFTER INSERT ON gateway_updates FOR EACH ROW EXECUTE FUNCTION note_said();
CREATE TABLE handled (turn BIGINT GENERATED ALWAYS AS IDENTITY, id BIGINT);
CREATE FUNCTION note_handled() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO handled (id) VALUES (NEW.update_id); RETURN NULL; END $$;
CREATE TRIGGER note_handled AFTER INSERT ON receipts FOR EACH ROW EXECUTE FUNCTION note_handled();
"""
LATER = length(0.15, 0.05)  # seconds until another process knows, too; beside other programs everything takes longer


@pytest.fixture(scope="module")
def here(postgres_server: Any, ready_postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Several]:
    """Two processes for all of this file, since to start them takes longest; the last test kills one."""
    name = f"t{uuid.uuid4().hex}"
    postgres_server.psql(f"CREATE DATABASE {name} TEMPLATE {ready_postgres} STRATEGY file_copy;")
    url = str(postgres_server.get_uri(name))
    do(url, WATCHED)
    with (
        fake_telegram() as fake,
        several(fake, url, tmp_path_factory.mktemp("several"), 2, talkative=True) as running,
    ):
        yield running
    postgres_server.psql(f"DROP DATABASE {name} WITH (FORCE);")


def test_a_phone_at_another_process_hears_it_at_once(here: Several) -> None:
    who = asyncio.run(phones.seed(here.url, 1))[0]
    here_too, there = asyncio.run(_both_hear(here, who))
    later = [other - one for one, other in zip(here_too, there, strict=True)]
    print(f"median {statistics.median(later) * 1000:.0f} ms later, longest {max(later) * 1000:.0f} ms")
    assert len(later) == TIMES
    assert statistics.median(later) < LATER


async def _both_hear(here: Several, who: phones.Cookie) -> tuple[list[float], list[float]]:
    near, far = Phone(who, here.address(0)), Phone(who, here.address(1))
    await near.open()
    await far.open()
    for number in range(1, TIMES + 1):
        await near.says("/help")
        await near.until(lambda number=number: len(near.answers()) >= number)
        await far.until(lambda number=number: len(far.answers()) >= number)
        await asyncio.sleep(0.5)  # as fast as one person may speak
    await near.close()
    await far.close()
    return near.answers(), far.answers()


def test_each_update_is_handled_by_one_process_and_in_the_order_it_was_said(here: Several) -> None:
    """Four people speak through two processes in turn, faster than they are answered."""
    url, people = here.url, asyncio.run(phones.seed(here.url, 4))
    asyncio.run(_in_turn(here, people, 10))
    until(lambda: count(url, "gateway_updates") == 0)
    assert not [number for number in (0, 1) if "seen before" in here.said(number)]
    assert all("update web/" in here.said(number) for number in (0, 1)), "both had something to do"
    for who in people:
        said = [number for (number,) in ask(url, "SELECT id FROM said WHERE chat = ? ORDER BY id", who.user_id)]
        sql = "SELECT h.id FROM handled h JOIN said s ON s.id = h.id WHERE s.chat = ? ORDER BY h.turn"
        assert [number for (number,) in ask(url, sql, who.user_id)] == said
        assert len(said) == 10


async def _in_turn(here: Several, people: list[phones.Cookie], times: int) -> None:
    async def one(who: phones.Cookie) -> None:
        two = [Phone(who, here.address(number)) for number in (0, 1)]
        for number in range(times):
            await two[number % 2].says("/help")
        for phone in two:
            await phone.close()

    await asyncio.gather(*map(one, people))


def test_no_reader_passes_an_event_that_becomes_visible_later(here: Several) -> None:
    """A page that resumes from its last event, again and again at any process, misses none and hears none twice."""
    who = asyncio.run(phones.seed(here.url, 1))[0]
    seen = asyncio.run(_resuming(here, who, TIMES))
    told = [
        number for (number,) in ask(here.url, "SELECT id FROM gateway_events WHERE chat = ? ORDER BY id", who.user_id)
    ]
    assert seen == [number for number in told if number >= seen[0]]


async def _resuming(here: Several, who: phones.Cookie, times: int) -> list[int]:
    """Ids as they came, over streams that last a moment each."""
    saying = [Phone(who, here.address(number)) for number in (0, 1)]
    seen: list[int] = []
    after, answers = 0, 0

    async def speak() -> None:
        for number in range(times):
            await saying[number % 2].says("/help")
            await asyncio.sleep(0.5)

    speaking = asyncio.create_task(speak())
    number = 0
    while answers < times:
        number += 1
        phone = Phone(who, here.address(number % 2))
        await phone.open(after)
        await asyncio.sleep(0.1)
        await phone.close()
        seen += phone.ids
        answers += len(phone.answers())
        after = max([after, *phone.ids])
    await speaking
    for phone in saying:
        await phone.close()
    return seen


def test_what_a_dead_process_left_is_answered_by_another(here: Several) -> None:
    people = asyncio.run(phones.seed(here.url, 30))
    took = asyncio.run(_left_behind(here, people))
    until(lambda: count(here.url, "gateway_updates") == 0)
    print(f"the last answer came {took:.2f} s after the death")
    answered = f"gateway_messages WHERE by_bot = 1 AND chat >= {people[0].user_id}"
    assert count(here.url, answered) == len(people)
    assert took < 6.0


async def _left_behind(here: Several, people: list[phones.Cookie]) -> float:
    """All of them speak to the first process, which is killed before it has answered; they hear by the second."""
    hearing = [Phone(who, here.address(1)) for who in people]
    saying = [Phone(who, here.address(0)) for who in people]
    for phone in hearing:
        await phone.open()
    await asyncio.gather(*(phone.says("/help") for phone in saying))
    kill(here.programs[0])
    died = time.monotonic()
    for phone in hearing:
        await phone.until(phone.answers)
    for phone in (*hearing, *saying):
        await phone.close()
    return time.monotonic() - died
