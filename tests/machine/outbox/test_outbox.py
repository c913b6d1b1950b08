"""What leaves: each thing a door can answer, the lanes and their order, limits, edits, and what a crash leaves."""

import asyncio
import itertools
from datetime import timedelta

import httpx
import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import machine as m
from bot.outbox.message import Address, Lane, Message
from bot.outbox.queue import queue_call, queue_edit_of_row
from tests.street import Street
from tests.telegram_server import Fault, Kind, Person, group, person
from tests.telegram_server.world import Chat

FIRST = 501


@pytest.fixture
def aygul(any_street: Street) -> Person:
    return person(any_street.telegram, FIRST, started=True)


async def queue(street: Street, chat: int, words: str, lane: Lane = Lane.ANSWER, door: str = TELEGRAM) -> int:
    return await call(street, chat, "sendMessage", {"text": words}, lane, door)


async def call(
    street: Street, chat: int, method: str, params: dict[str, object], lane: Lane = Lane.ANSWER, door: str = TELEGRAM
) -> int:
    async with street.bot.database.write() as tx:
        to = Address(door, chat, "en")
        return await queue_call(tx, to, method, params, lane, street.clock.now())


async def state(street: Street, row: int) -> str:
    async with street.bot.database.read() as tx:
        return await tx.one(str, "SELECT state FROM outbox WHERE id = ?", row) or "gone"


async def send(street: Street, seconds: float = 0.0) -> int:
    """What is due after so many seconds, without letting anything else happen."""
    street.clock.advance(timedelta(seconds=seconds))
    return await street.bot.outbox.send_due()


def tries(street: Street, method: str = "sendmessage") -> int:
    return sum(1 for one in street.telegram.calls if one.method == method)


def fault(street: Street, kind: Kind, **how: object) -> None:
    street.telegram.faults.add(Fault(kind, **how))  # type: ignore[arg-type]


def lose_answers(street: Street, door: str, times: int) -> list[int]:
    """What is sent arrives, its answer does not; the list grows with each. Through ASGI nothing times out."""
    request = street.bot.doors[door].bot.request
    really = request.do_request
    lost: list[int] = []

    async def lose(*args: object, **more: object) -> tuple[int, bytes]:
        answer = await really(*args, **more)  # type: ignore[arg-type]
        if len(lost) < times:
            lost.append(answer[0])
            raise httpx.ReadTimeout("nobody answered")
        return answer

    request.do_request = lose  # type: ignore[method-assign]
    return lost


# --- what the door answers


async def test_connection_refused_is_tried_again_ever_more_slowly(any_street: Street, aygul: Person) -> None:
    request = any_street.bot.doors[TELEGRAM].bot.request
    really = request.do_request
    refusals: list[float] = []

    async def refuse(*args: object, **more: object) -> tuple[int, bytes]:
        refusals.append(any_street.clock.monotonic())
        raise httpx.ConnectError("refused")

    request.do_request = refuse  # type: ignore[method-assign]
    row = await queue(any_street, FIRST, "hello")
    for _ in range(300):
        await send(any_street, 1)
    gaps = [later - earlier for earlier, later in itertools.pairwise(refusals)]
    assert 1 <= gaps[0] <= 3
    assert all(40 <= gap <= 77 for gap in gaps[7:])
    assert len(set(gaps[6:])) > 1 or len(gaps) < 9
    request.do_request = really  # type: ignore[method-assign]
    await send(any_street, 80)
    assert await state(any_street, row) == "sent"
    assert aygul.copies("hello") == 1


async def test_429_keeps_the_chat_closed_also_over_a_restart(any_street: Street, aygul: Person) -> None:
    fault(any_street, Kind.FLOOD, method="sendMessage", seconds=10_072)
    await queue(any_street, FIRST, "a")
    await queue(any_street, FIRST, "b")
    other = person(any_street.telegram, FIRST + 1, started=True)
    await send(any_street)
    await queue(any_street, FIRST + 1, "c")
    await any_street.bot.outbox.recover()
    assert await send(any_street, 10_000) == 1
    assert other.copies("c") == 1
    assert any_street.telegram.limits.inside_closed == 0
    await send(any_street, 80)
    assert aygul.heard() == ("a", "b")


async def test_429_in_three_chats_closes_the_whole_door(any_street: Street) -> None:
    for number in range(5):
        person(any_street.telegram, FIRST + number, started=True)
    for number in range(3):
        fault(any_street, Kind.FLOOD, method="sendMessage", chat=FIRST + number, seconds=30)
        await queue(any_street, FIRST + number, "x")
        await send(any_street)
    await queue(any_street, FIRST + 4, "y")
    assert await send(any_street, 20) == 0
    assert await send(any_street, 11) == 4


@pytest.mark.parametrize("lane", [Lane.NOTICE, Lane.BROADCAST])
@pytest.mark.parametrize("kind", [None, Kind.CLOSE_AFTER, Kind.ERROR_AFTER])
async def test_what_nobody_waits_for_and_nobody_answers_is_uncertain_and_never_repeated(
    any_street: Street, aygul: Person, kind: Kind | None, lane: Lane
) -> None:
    if kind is None:
        lose_answers(any_street, TELEGRAM, 1)
    else:
        fault(any_street, kind, method="sendMessage", code=504)
    row = await queue(any_street, FIRST, "once", lane)
    await send(any_street)
    for _ in range(5):
        await send(any_street, 100)
    assert await state(any_street, row) == "uncertain"
    assert aygul.copies("once") == 1
    assert tries(any_street) == 1


@pytest.mark.parametrize("code", [500, 502, 504])
async def test_an_edit_that_nobody_answers_is_repeated(any_street: Street, aygul: Person, code: int) -> None:
    row = await queue(any_street, FIRST, "one")
    await send(any_street)
    fault(any_street, Kind.ERROR, method="editMessageText", times=2, code=code)
    message = aygul.transcript()[-1].id
    edit = await call(any_street, FIRST, "editMessageText", {"text": "two", "message_id": message})
    for _ in range(6):
        await send(any_street, 10)
    assert [await state(any_street, one) for one in (row, edit)] == ["sent", "sent"]
    assert aygul.heard() == ("two",)


async def test_what_cannot_be_parsed_is_sent_once_more_as_plain_words(any_street: Street, aygul: Person) -> None:
    row = await call(any_street, FIRST, "sendMessage", {"text": "1 &lt; 2 <b>and</b> </i>", "parse_mode": "HTML"})
    await send(any_street)
    assert aygul.heard() == ("1 < 2 and ",) or aygul.heard() == ("1 < 2 and",)
    assert await state(any_street, row) == "sent"
    assert tries(any_street) == 2


async def test_words_that_no_mode_can_parse_are_tried_twice_and_no_more(any_street: Street, aygul: Person) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", times=None, code=400,
          description="Bad Request: can't parse entities: x")  # fmt: skip
    row = await call(any_street, FIRST, "sendMessage", {"text": "x", "parse_mode": "HTML"})
    await send(any_street)
    await send(any_street, 100)
    assert await state(any_street, row) == "refused"
    assert tries(any_street) == 2


async def test_a_group_that_moved_gets_everything_at_its_new_address(any_street: Street, aygul: Person) -> None:
    chat = group(any_street.telegram, -77, "Team", aygul)
    first = await queue(any_street, -77, "a")
    await queue(any_street, -77, "b")
    new = "-1000000000077"
    chat.migrated_to = int(new)
    any_street.telegram.world.chats[int(new)] = Chat(
        int(new), {"id": int(new), "type": "supergroup", "title": "Team"}
    )
    await send(any_street)
    await send(any_street, 5)
    delivered = any_street.telegram.world.delivered[int(new)]
    assert delivered == {"a": 1, "b": 1}
    assert await state(any_street, first) == "sent"


async def test_whoever_blocked_us_is_called_once_and_not_again(any_street: Street) -> None:
    one = await any_street.arrives("Aygul", TELEGRAM)
    assert hasattr(one, "person")
    one.person.chat.closed = "Forbidden: bot was blocked by the user"
    rows = [await queue(any_street, one.user_id, words) for words in "abc"]
    before = tries(any_street)
    await send(any_street)
    await send(any_street, 1000)
    assert tries(any_street) == before + 1
    assert [await state(any_street, row) for row in rows] == ["refused"] * 3
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM identities WHERE unreachable_at IS NOT NULL") == 1
    one.person.chat.closed = None
    await one.says("/help")
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM identities WHERE unreachable_at IS NOT NULL") == 0


@pytest.mark.parametrize("code", [401, 409])
async def test_a_door_that_refuses_our_token_keeps_what_waits(any_street: Street, aygul: Person, code: int) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", times=3, code=code)
    row = await queue(any_street, FIRST, "patience")
    for _ in range(10):
        await send(any_street, 60)
    assert await state(any_street, row) == "sent"
    assert aygul.copies("patience") == 1


async def test_a_method_nobody_knows_shuts_no_door(any_street: Street, aygul: Person) -> None:
    row = await call(any_street, FIRST, "sendSmell", {"text": "rose"})
    await queue(any_street, FIRST, "words")
    await send(any_street)
    assert await state(any_street, row) == "refused"
    assert aygul.heard() == ("words",)


async def test_through_the_web_door_even_silence_is_safe(any_street: Street) -> None:
    """Its server knows the row's key: the message is there once, however often it is sent."""
    resident = await any_street.arrives("Resident", WEB, "en")
    lost = lose_answers(any_street, WEB, 3)
    row = await queue(any_street, resident.user_id, "exactly once", door=WEB)
    for _ in range(6):
        await send(any_street, 30)
    assert len(lost) == 3
    assert await state(any_street, row) == "sent"
    assert [one.words for one in await resident.screen()].count("exactly once") == 1


# --- order, lanes, edits


async def test_one_chat_hears_in_order_and_a_retry_is_not_overtaken(any_street: Street, aygul: Person) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", code=409)
    for words in "abcd":
        await queue(any_street, FIRST, words)
    for _ in range(5):
        await send(any_street, 3)
    assert aygul.heard() == ("a", "b", "c", "d")


async def test_an_answer_goes_before_what_waited_longer(any_street: Street, aygul: Person) -> None:
    for number in range(3):
        person(any_street.telegram, FIRST + 1 + number, started=True)
        await queue(any_street, FIRST + 1 + number, "news", Lane.BROADCAST)
    person(any_street.telegram, FIRST + 9, started=True)
    await queue(any_street, FIRST + 9, "notice", Lane.NOTICE)
    await queue(any_street, FIRST, "answer", Lane.ANSWER)
    await send(any_street)
    order = [one.values["text"] for one in any_street.telegram.calls if one.method == "sendmessage"]
    assert order == ["answer", "notice", "news", "news", "news"]


async def test_edits_that_wait_become_one(any_street: Street, aygul: Person) -> None:
    row = await queue(any_street, FIRST, "0")
    await send(any_street)
    to = Address(TELEGRAM, FIRST, "en")
    async with any_street.bot.database.write() as tx:
        for text in (m.not_allowed, m.something_broke, m.home):
            await queue_edit_of_row(tx, to, row, Message(text), Lane.NOTICE, any_street.clock.now())
    await send(any_street)
    assert tries(any_street, "editmessagetext") == 1
    assert len(aygul.heard()) == 1


async def test_what_has_not_left_yet_leaves_as_it_should_be_now(any_street: Street, aygul: Person) -> None:
    row = await queue(any_street, FIRST, "old")
    to = Address(TELEGRAM, FIRST, "en")
    async with any_street.bot.database.write() as tx:
        edited = await queue_edit_of_row(tx, to, row, Message(m.home), Lane.NOTICE, any_street.clock.now())
    await send(any_street)
    assert edited == row
    assert tries(any_street) == 1
    assert tries(any_street, "editmessagetext") == 0
    assert aygul.heard() != ("old",)


async def test_an_edit_of_a_message_that_was_never_sent_is_forgotten(any_street: Street, aygul: Person) -> None:
    lose_answers(any_street, TELEGRAM, 1)
    row = await queue(any_street, FIRST, "perhaps", Lane.NOTICE)
    await send(any_street)
    to = Address(TELEGRAM, FIRST, "en")
    async with any_street.bot.database.write() as tx:
        edit = await queue_edit_of_row(tx, to, row, Message(m.home), Lane.NOTICE, any_street.clock.now())
    await send(any_street)
    assert await state(any_street, edit) == "refused"
    assert tries(any_street, "editmessagetext") == 0


async def test_a_deleted_message_is_written_anew_and_later_edits_find_it(any_street: Street, aygul: Person) -> None:
    row = await queue(any_street, FIRST, "progress")
    await send(any_street)
    aygul.chat.messages.clear()
    to = Address(TELEGRAM, FIRST, "en")
    for text in (m.not_allowed, m.something_broke):
        async with any_street.bot.database.write() as tx:
            await queue_edit_of_row(tx, to, row, Message(text), Lane.NOTICE, any_street.clock.now())
        await send(any_street, 2)
    assert len(aygul.heard()) == 1
    assert tries(any_street) == 2


# --- after a crash, and with time


async def test_after_a_crash_only_what_is_safe_is_sent_again(any_street: Street, aygul: Person) -> None:
    await queue(any_street, FIRST, "first")
    await send(any_street)
    message = aygul.transcript()[-1].id
    rows = {
        "send": await queue(any_street, FIRST, "second", Lane.NOTICE),
        "edit": await call(any_street, FIRST, "editMessageText", {"text": "edited", "message_id": message}),
        "web": await queue(any_street, 1, "third", door=WEB),
    }
    async with any_street.bot.database.write() as tx:
        now = any_street.now_ms()
        await tx.run("UPDATE outbox SET state = 'sending', claimed_at = ? WHERE state = 'waiting'", now)
    any_street.clock.advance(timedelta(minutes=3))
    await any_street.bot.outbox.recover()
    assert {name: await state(any_street, row) for name, row in rows.items()} == {
        "send": "uncertain",
        "edit": "waiting",
        "web": "waiting",
    }
    await send(any_street)
    assert aygul.heard() == ("edited",)


async def test_a_claim_of_a_living_process_is_left_alone_on_postgres(any_street: Street) -> None:
    row = await queue(any_street, FIRST, "mine", Lane.NOTICE)
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'sending', claimed_at = ?", any_street.now_ms())
    await any_street.bot.outbox.recover()
    alone = any_street.bot.database.dialect == "sqlite"
    assert await state(any_street, row) == ("uncertain" if alone else "sending")


async def test_what_was_sent_is_forgotten_after_a_week_and_trouble_after_a_month(
    any_street: Street, aygul: Person
) -> None:
    good = await queue(any_street, FIRST, "good")
    bad = await call(any_street, FIRST, "sendSmell", {})
    waiting = await call(any_street, FIRST, "sendMessage", {"text": "later"})
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET not_before = ? WHERE id = ?", any_street.now_ms() * 2, waiting)
    await send(any_street)
    any_street.clock.advance(timedelta(days=8))
    await any_street.bot.outbox.prune()
    assert [await state(any_street, row) for row in (good, bad, waiting)] == ["gone", "refused", "waiting"]
    any_street.clock.advance(timedelta(days=30))
    await any_street.bot.outbox.prune()
    assert [await state(any_street, row) for row in (good, bad, waiting)] == ["gone", "gone", "waiting"]


async def test_an_outage_of_a_quarter_of_an_hour_costs_few_calls_and_loses_nothing(
    any_street: Street, aygul: Person
) -> None:
    fault(any_street, Kind.ERROR, method="sendMessage", times=None, code=409)
    for number in range(5):
        await queue(any_street, FIRST, str(number))
    for _ in range(900):
        await send(any_street, 1)
    assert tries(any_street) <= 40
    any_street.telegram.faults.clear()
    for _ in range(70):
        await send(any_street, 1)
    assert aygul.heard() == ("0", "1", "2", "3", "4")


async def test_as_soon_as_the_door_is_heard_again_what_waits_for_it_leaves(any_street: Street, aygul: Person) -> None:
    """Not a minute later: whoever is heard now waits for an answer now."""
    door = any_street.bot.doors[TELEGRAM]
    fault(any_street, Kind.ERROR, method="sendMessage", times=None, code=409)
    await queue(any_street, FIRST, "answer")
    tomorrow = await queue(any_street, FIRST, "for the morning", Lane.NOTICE)
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET not_before = not_before + 36000000 WHERE id = ?", tomorrow)
    for _ in range(300):
        await send(any_street, 1)
    any_street.telegram.faults.clear()
    await any_street.bot.outbox.let_go(door)
    await send(any_street)
    assert aygul.heard() == ("answer",)


async def test_the_loops_send_what_is_queued_and_end_without_leaving_anything_uncertain(
    any_street: Street,
) -> None:
    """The one test that lets the lanes run by themselves."""
    outbox = any_street.bot.outbox
    for number in range(30):
        person(any_street.telegram, FIRST + number, started=True)
    running = asyncio.create_task(outbox.run())
    rows = [await queue(any_street, FIRST + number, "x", Lane(1 + number % 3)) for number in range(30)]
    outbox.wake()
    await any_street.telegram.until(lambda: any_street.telegram.world.sent >= 20, within=20)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    states = [await state(any_street, row) for row in rows]
    assert set(states) <= {"sent", "waiting"}
    assert states.count("sent") == any_street.telegram.world.sent


async def test_a_change_of_what_nobody_knows_to_have_arrived_is_no_error(
    any_street: Street, aygul: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A live message whose sending nobody answered would fill the log with errors as long as it lives."""
    lose_answers(any_street, TELEGRAM, 1)
    first = await queue(any_street, FIRST, "counting", Lane.NOTICE)
    await send(any_street)
    assert await state(any_street, first) == "uncertain"
    change = await call(any_street, FIRST, "editMessageText", {"text": "counted", "message_of": first})
    await send(any_street, 30)
    assert await state(any_street, change) == "refused"
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_whoever_was_reached_is_counted_as_long_as_somebody_waits_for_the_morning(any_street: Street) -> None:
    """Else the report of a message that took longer than the outbox remembers would call them blocked."""
    async with any_street.bot.database.write() as tx:
        for state_, settled in (("sent", any_street.now_ms()), ("waiting", None)):
            await tx.run(
                "INSERT INTO outbox (door, queue, chat_id, method, params, lane, not_before, state, campaign,"
                " queued_at, settled_at) VALUES ('telegram', '7', 7, 'sendMessage', '{}', 3, ?, ?, '12', 0, ?)",
                any_street.now_ms() + 9 * 24 * 3_600_000,
                state_,
                settled,
            )
    any_street.clock.advance(timedelta(days=8))
    await any_street.bot.outbox.prune()
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE campaign = '12'") == 2
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'sent', settled_at = ? WHERE state = 'waiting'", any_street.now_ms())
    await any_street.bot.outbox.prune()
    async with any_street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM outbox WHERE campaign = '12'") == 1


async def test_after_a_quiet_week_the_first_message_is_heard(any_street: Street) -> None:
    """Its row is not taken for one that was forgotten: the web chat knows what it has shown by the ids of rows."""
    aygul = await any_street.arrives("Aygul", language="en")
    await any_street.settle()
    async with any_street.bot.database.read() as tx:
        last = await tx.one(int, "SELECT max(id) FROM outbox") or 0
    any_street.clock.advance(timedelta(days=8))
    await any_street.bot.outbox.prune()
    async with any_street.bot.database.read() as tx:
        assert not await tx.one(int, "SELECT count(*) FROM outbox")
    await aygul.says("Good morning")
    await any_street.settle()
    async with any_street.bot.database.read() as tx:
        assert (await tx.one(int, "SELECT min(id) FROM outbox") or 0) > last
    await aygul.hears("👋 Hello!")
