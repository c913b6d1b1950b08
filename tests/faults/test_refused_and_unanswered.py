"""T4 to T7: told to wait, nobody there, accepted and not answered, blocked. In virtual time."""

import random
import statistics
from datetime import timedelta

import httpx
import pytest

from bot.dialogue import mailing
from bot.dialogue.notices import Notices
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import literal
from bot.identity.roles import Role
from bot.outbox import campaigns
from bot.outbox.loop import Outbox
from bot.outbox.message import Address, Lane, Message
from bot.outbox.packing import Packing
from bot.outbox.queue import queue_album
from bot.outbox.rate_limits import NoPace, Pace
from tests.lengths import length
from tests.machine.outbox.test_outbox import FIRST, call, fault, lose_answers, queue, send, state, tries
from tests.pictures import photograph
from tests.street import Street
from tests.telegram_server import Kind, LimitSettings, Person, person
from tests.telegram_server.world import BLOCKED
from tests.town.telling.test_broadcasts import crowd

OUTAGE = 900  # seconds
PEOPLE, CROWD = length(400, 2_000), 900_000


@pytest.fixture
def aygul(street: Street) -> Person:
    return person(street.telegram, FIRST, started=True)


def restarted(street: Street) -> Outbox:
    """What a new process begins with: nothing but the database, and Telegram's limits to keep."""
    bot = street.bot
    paces: dict[str, Pace] = {WEB: NoPace(street.clock), TELEGRAM: Pace(street.clock)}
    packing = Packing(bot.site, {})
    return Outbox(bot.database, bot.presence, street.clock, bot.doors, paces, packing, random.Random(2))


# --- T4


@pytest.mark.parametrize("seconds", [2, 35, 10_072])
async def test_nobody_is_called_before_the_time_he_named_also_after_a_restart(street: Street, seconds: int) -> None:
    """Meanwhile everybody else hears within two seconds, and nobody gives us a second 429."""
    street.telegram.limits.settings = LimitSettings(slack=0.0)
    people = [person(street.telegram, FIRST + number, started=True) for number in range(10)]
    fault(street, Kind.FLOOD, method="sendMessage", chat=FIRST, seconds=seconds)
    await queue(street, FIRST, "a")
    await queue(street, FIRST, "b")
    step = max(1.0, seconds / 40)
    delays: list[float] = []
    outbox = restarted(street)
    for second in range(50):
        asked = street.clock.monotonic()
        other = people[1 + second % 9]
        await queue(street, other.id, f"to others {second}")
        while other.copies(f"to others {second}") == 0:
            await outbox.send_due()
            street.clock.advance(timedelta(seconds=0.1))
        delays.append(street.clock.monotonic() - asked)
        street.clock.advance(timedelta(seconds=step))
        if second % 7 == 0:
            outbox = restarted(street)
            await outbox.recover()
    assert people[0].heard() == ("a", "b")
    assert street.telegram.limits.given == 1
    assert street.telegram.limits.inside_closed == 0
    assert statistics.quantiles(delays, n=20)[18] <= 2.0


# --- T5


async def test_a_door_that_is_away_for_a_quarter_of_an_hour_gets_few_calls_and_then_everything_in_order(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    neighbour = await street.arrives("Resident", WEB, "en")
    people = [person(street.telegram, FIRST + number, started=True) for number in range(12)]
    lanes = (Lane.ANSWER, Lane.NOTICE, Lane.BROADCAST)
    refused: list[float] = []

    async def refuse(*_: object, **__: object) -> tuple[int, bytes]:
        refused.append(street.clock.monotonic())
        raise httpx.ConnectError("nobody there")

    with monkeypatch.context() as away:
        away.setattr(street.bot.doors[TELEGRAM].bot.request, "do_request", refuse)
        for number in range(4):
            for one in people:
                await queue(street, one.id, str(number), lanes[one.id % 3])
        for second in range(OUTAGE):
            await send(street, 1)
            if second == OUTAGE // 2:
                await neighbour_is_answered(street, neighbour.user_id)
    print(f"{len(refused)} calls in {OUTAGE} s, {len(people)} queues")
    assert len(refused) / len(people) <= 40
    for _ in range(80):
        await send(street, 1)
    assert {one.heard() for one in people} == {("0", "1", "2", "3")}


async def neighbour_is_answered(street: Street, user_id: int) -> None:
    row = await queue(street, user_id, "the web chat goes on", door=WEB)
    await street.bot.outbox.send_due()
    assert await state(street, row) == "sent"


# --- T6


METHODS = {"message": "sendmessage", "photo": "sendphoto", "album": "sendmediagroup"}
CARD = {"card": {"title": "Wall", "lines": ["Paint"]}, "language": "en"}


@pytest.mark.parametrize("what", ["message", "photo", "album"])
async def test_what_arrived_unanswered_is_there_once_and_listed(street: Street, aygul: Person, what: str) -> None:
    to = Address(TELEGRAM, FIRST, "en")
    if what == "album":
        resident = await street.arrives("Resident", WEB, "en")
        await resident.sends_album([photograph(seed=seed, width=64, height=64) for seed in range(10)])
        async with street.bot.database.write() as tx:
            ids = await tx.all(int, "SELECT id FROM media WHERE state = 'ready' ORDER BY id")
            row = await queue_album(tx, to, ids, Lane.BROADCAST, street.clock.now())
    elif what == "photo":
        row = await call(street, FIRST, "sendPhoto", {"photo": CARD, "caption": "x"}, Lane.BROADCAST)
    else:
        row = await call(street, FIRST, "sendMessage", {"text": "x"}, Lane.BROADCAST)
    lost = lose_answers(street, TELEGRAM, 1)
    for _ in range(5):
        await send(street, 100)
    assert len(lost) == 1
    assert len(aygul.transcript()) == (10 if what == "album" else 1)
    assert await state(street, row) == "uncertain"
    assert tries(street, METHODS[what]) == 1


async def test_an_edit_that_arrived_unanswered_ends_as_it_should(street: Street, aygul: Person) -> None:
    await queue(street, FIRST, "one")
    await send(street)
    message = aygul.transcript()[-1].id
    lose_answers(street, TELEGRAM, 2)
    edits = [
        await call(street, FIRST, "editMessageText", {"text": t, "message_id": message}) for t in ("two", "three")
    ]
    for _ in range(6):
        await send(street, 30)
    assert [await state(street, edit) for edit in edits] == ["sent", "sent"]
    assert aygul.heard() == ("three",)


# --- T7


async def test_whoever_blocked_us_is_called_once_and_the_report_adds_up(street: Street) -> None:
    await crowd(street, PEOPLE)
    people = [person(street.telegram, CROWD + number, started=True) for number in range(PEOPLE)]
    blocked = people[5::10]  # not the first ones, whose answers are lost
    for one in blocked:
        one.chat.closed = BLOCKED
    lose_answers(street, TELEGRAM, 3)
    first = await to_everyone(street, "first")
    await street.bot.outbox.send_due()
    assert await report(street, first) == (PEOPLE, PEOPLE - len(blocked) - 3, len(blocked), 3, 0)
    called = [one.chat for one in street.telegram.calls if one.status == 403]
    assert sorted(called, key=str) == [one.id for one in blocked]
    assert all(one.copies("first") == (one not in blocked) for one in people)
    assert await state_of_waiting(street) == 0
    second = await to_everyone(street, "second")
    blocked[0].unblocks()
    blocked[0].says("/start")
    assert await report(street, second) == (PEOPLE, 0, len(blocked), 0, PEOPLE - len(blocked))
    await street.settle()
    assert len([one for one in street.telegram.calls if one.status == 403]) == len(blocked)
    assert await report(street, second) == (PEOPLE, PEOPLE - len(blocked), len(blocked), 0, 0)
    third = await to_everyone(street, "third")
    await street.bot.outbox.send_due()
    assert await report(street, third) == (PEOPLE, PEOPLE - len(blocked) + 1, len(blocked) - 1, 0, 0)
    assert blocked[0].copies("third") == 1


async def state_of_waiting(street: Street) -> int:
    async with street.bot.database.read() as tx:
        return await tx.one(int, "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')") or 0


async def to_everyone(street: Street, words: str) -> int:
    bot, now = street.bot, street.clock.now()
    async with bot.database.write() as tx:
        campaign = await campaigns.new_campaign(tx, street.place.id, now)
        await campaigns.add_role(tx, campaign, street.place.id, Role.RESIDENT)
        await mailing.queue_campaign(
            Notices(tx, now, street.place, bot.town, bot.links), campaign, Message(literal(words))
        )
    return campaign


async def report(street: Street, campaign: int) -> tuple[int, int, int, int, int]:
    async with street.bot.database.read() as tx:
        one = await campaigns.report(tx, campaign)
    assert one.stopped == 0
    return one.total, one.reached, one.blocked, one.unsure, one.waiting
