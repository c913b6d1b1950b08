"""Whoever waits for an answer is never left in silence: what nobody knows to have arrived is said once more."""

import asyncio
from datetime import timedelta

import pytest

from bot.doors.door import TELEGRAM
from bot.i18n.texts import literal, render_plain
from bot.i18n.texts import machine as m
from bot.outbox import renewing
from bot.outbox.message import Address, Lane, Message
from bot.outbox.queue import queue_album, queue_edit_of_row
from bot.outbox.settling import Settled, Settling
from bot.outbox.store import claims
from bot.outbox.store.claims import Row
from bot.outbox.verdicts import Answer, Verdict
from tests.machine.outbox.test_outbox import FIRST, call, fault, lose_answers, queue, send, state, tries
from tests.neighbour import OnTelegram
from tests.pictures import photograph
from tests.street import Street
from tests.telegram_server import Kind, Person, group, person

SORRY = render_plain(m.interrupted, "en")


@pytest.fixture
def aygul(any_street: Street) -> Person:
    return person(any_street.telegram, FIRST, started=True)


async def _wait(street: Street) -> None:
    for _ in range(5):
        await send(street, 3)


@pytest.mark.parametrize("kind", [Kind.ERROR, Kind.ERROR_AFTER, Kind.CLOSE_AFTER])
@pytest.mark.parametrize("code", [500, 502, 504])
async def test_an_answer_that_was_refused_or_not_answered_comes_once_more_with_an_apology(
    any_street: Street, aygul: Person, kind: Kind, code: int
) -> None:
    fault(any_street, kind, method="sendMessage", code=code)
    row = await queue(any_street, FIRST, "the screen")
    await _wait(any_street)
    again = f"{SORRY}\nthe screen"
    assert aygul.heard() == ((again,) if kind is Kind.ERROR else ("the screen", again))
    assert await state(any_street, row) == "sent"


async def test_nobody_hears_it_a_third_time(any_street: Street, aygul: Person) -> None:
    lost = lose_answers(any_street, TELEGRAM, 1)
    fault(any_street, Kind.ERROR_AFTER, method="sendMessage", nth=2, times=None, code=504)
    row = await queue(any_street, FIRST, "the screen")
    await _wait(any_street)
    assert len(lost) == 1
    assert len(aygul.heard()) == 2
    assert await state(any_street, row) == "uncertain"


async def test_while_the_door_is_in_trouble_it_waits_and_is_not_wasted(any_street: Street, aygul: Person) -> None:
    """Ten minutes in which every call fails, and only then the words that would be the last try."""
    fault(any_street, Kind.ERROR, times=None, code=502)
    row = await queue(any_street, FIRST, "the screen")
    for _ in range(60):
        await send(any_street, 10)
    assert (tries(any_street), await state(any_street, row)) == (1, "waiting")
    assert tries(any_street, "sendchataction") < 30
    any_street.telegram.faults.clear()
    await send(any_street, 80)
    assert aygul.heard() == (f"{SORRY}\nthe screen",)


async def test_everything_stays_in_order_and_no_later_answer_overtakes_it(any_street: Street, aygul: Person) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", code=502)
    for words in ("one", "two"):
        await queue(any_street, FIRST, words)
    await queue(any_street, FIRST, "news", Lane.BROADCAST)
    await _wait(any_street)
    assert aygul.heard() == (f"{SORRY}\none", "two", "news")


async def test_a_change_finds_the_message_that_came_the_second_time(any_street: Street, aygul: Person) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", code=502)
    row = await queue(any_street, FIRST, "progress")
    await _wait(any_street)
    to = Address(TELEGRAM, FIRST, "en")
    async with any_street.bot.database.write() as tx:
        await queue_edit_of_row(tx, to, row, Message(literal("done")), Lane.NOTICE, any_street.clock.now())
    await _wait(any_street)
    assert aygul.heard() == ("done",)


async def test_a_group_is_not_told_twice(any_street: Street, aygul: Person) -> None:
    group(any_street.telegram, -77, "Team", aygul)
    fault(any_street, Kind.ERROR_AFTER, method="sendMessage", code=504)
    row = await queue(any_street, -77, "answer")
    await _wait(any_street)
    assert any_street.telegram.world.delivered[-77] == {"answer": 1}
    assert await state(any_street, row) == "uncertain"


async def test_what_was_on_its_way_when_the_process_died_comes_at_the_next_start(
    any_street: Street, aygul: Person
) -> None:
    """Also when it dies again meanwhile; but what would kill it every time is given up."""
    row = await queue(any_street, FIRST, "the screen")
    for _ in range(3):
        await _dies(any_street)
        assert await state(any_street, row) == "waiting"
    await _wait(any_street)
    assert aygul.heard() == (f"{SORRY}\nthe screen",)
    bad = await queue(any_street, FIRST, "kills")
    for _ in range(4):
        await _dies(any_street)
    assert await state(any_street, bad) == "uncertain"


async def test_what_already_waits_is_not_renewed_for_the_same_death_again(any_street: Street, aygul: Person) -> None:
    """Two processes looked for what a third one left behind, and both found it."""
    row = await queue(any_street, FIRST, "the screen")
    async with any_street.bot.database.write() as tx:
        assert not await claims.renew(tx, row, "the process died", any_street.clock.now(), renewing.KILLED)
    await _wait(any_street)
    assert aygul.heard() == ("the screen",)


async def test_two_processes_do_not_look_after_the_same_row(any_street: Street, aygul: Person) -> None:
    street = any_street
    if street.bot.database.dialect != "postgres":
        pytest.skip("one process owns an SQLite file")
    row = await queue(street, FIRST, "the screen")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'sending', claimed_at = ? WHERE id = ?", street.now_ms(), row)
    street.clock.advance(timedelta(minutes=3))
    async with street.bot.database.write() as tx:  # the other process, about to say it again
        assert await claims.renew(tx, row, "the process died", street.clock.now(), renewing.KILLED)
        async with asyncio.timeout(10):
            await street.bot.outbox.recover()
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT renewals FROM outbox WHERE id = ?", row) == 1
    await _wait(street)
    assert aygul.heard() == (f"{SORRY}\nthe screen",)


async def test_an_answer_that_never_came_does_not_end_what_another_process_says_again(
    any_street: Street, aygul: Person
) -> None:
    """We waited for it so long that the other took us for dead."""
    street = any_street
    row = await queue(street, FIRST, "the screen")
    ours = Row(row, TELEGRAM, str(FIRST), FIRST, "sendMessage", "{}", int(Lane.ANSWER), 1, None, None, None, 0)
    await Settling(street.bot.database, street.clock, street.bot.doors).settle(
        Settled(ours, Answer(Verdict.UNCERTAIN, error="nobody answered"))
    )
    assert await state(street, row) == "waiting"
    await _wait(street)
    assert aygul.heard() == ("the screen",)


async def _dies(street: Street) -> None:
    """While everything that waits is under way."""
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'sending', claimed_at = ? WHERE state = 'waiting'", street.now_ms())
    street.clock.advance(timedelta(minutes=3))
    await street.bot.outbox.recover()


async def test_pictures_albums_and_voice_say_so_too(street: Street) -> None:
    one = person(street.telegram, FIRST, started=True)
    card = {"card": {"title": "Wall", "lines": []}, "language": "en"}
    resident = await street.arrives("Resident")
    await resident.sends_album([photograph(seed=seed, width=64, height=64) for seed in range(2)])
    async with street.bot.database.read() as tx:
        ids = await tx.all(int, "SELECT id FROM media WHERE state = 'ready' ORDER BY id")
    fault(street, Kind.ERROR, method="sendPhoto", code=502)
    fault(street, Kind.ERROR, method="sendMediaGroup", code=502)
    await call(street, FIRST, "sendPhoto", {"photo": card, "caption": "<b>Wall</b>", "parse_mode": "HTML"})
    async with street.bot.database.write() as tx:
        await queue_album(tx, Address(TELEGRAM, FIRST, "en"), ids, Lane.ANSWER, street.clock.now())
    await _wait(street)
    assert [seen.text for seen in one.transcript()] == [f"{SORRY}\nWall", SORRY, ""]


async def test_what_fills_a_message_comes_without_the_apology_rather_than_not_at_all(
    any_street: Street, aygul: Person
) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", code=502)
    await queue(any_street, FIRST, "x" * 4096)
    await _wait(any_street)
    assert aygul.heard() == ("x" * 4096,)


@pytest.mark.parametrize("language", ["zh", "ug", "en"])
async def test_an_open_question_is_asked_again_in_her_language_and_her_answer_counts(
    any_street: Street, language: str
) -> None:
    one = await any_street.arrives("Aygul", TELEGRAM, language)
    assert isinstance(one, OnTelegram)
    fault(any_street, Kind.ERROR, method="sendMessage", code=500)
    await one.says("/suggest")
    await any_street.later(seconds=3)
    asked = (await one.last()).words
    assert asked.startswith(render_plain(m.interrupted, language).rstrip("：:"))
    await one.says("A bench under the tree")
    assert (await one.last()).words != asked
