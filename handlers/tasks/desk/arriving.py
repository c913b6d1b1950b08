"""Whoever scans the code at a shift is there; the team ticks by hand beside it. How long it took is said later."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.identity.roles import TEAM
from handlers.check_in import rules as doors
from handlers.check_in.source import Arrived, CheckInSource, Door
from handlers.tasks import cards, store, telling
from handlers.tasks.doing.claiming import take
from handlers.tasks.paging import paged
from handlers.tasks.rules import HOLDS, Claim, Kind
from handlers.tasks.store.dates import Date
from handlers.tasks.words import t

look_after = Ahead[[int, int]]("tasks.look_after")


async def find(notices: Notices, date_id: int) -> Door | None:
    date = await store.dates.find(notices.tx, notices.place.id, date_id)
    return await _door(notices, date) if date is not None and date.kind is not Kind.ONCE else None


async def between(notices: Notices, first: datetime, last: datetime) -> list[Door]:
    tx, place_id = notices.tx, notices.place.id
    found = await store.dates.under_way(tx, place_id, milliseconds(first), milliseconds(last))
    return [await _door(notices, one) for one in found]


async def arrive(notices: Notices, date_id: int, person_id: int) -> Arrived:
    """Whoever had not taken it on does so by being there, as long as somebody is wanted.

    What is for adults she says of herself that she is, before: a code asks nobody.
    """
    tx, place_id = notices.tx, notices.place.id
    date = await store.dates.find(tx, place_id, date_id)
    if date is None:
        return Arrived.FULL
    await cards.hold(notices, date.task_id)
    date = await store.dates.find(tx, place_id, date_id) or date
    mine = await store.claims.hers(tx, date_id, person_id)
    if mine is not None and (mine.there_at is not None or mine.state is Claim.DONE):
        return Arrived.ALREADY
    if mine is None or mine.state not in HOLDS:
        if not date.wanted:
            return Arrived.FULL
        if date.adults:
            return Arrived.ADULTS
        await take(notices, date, person_id, "")
        mine = await store.claims.hers(tx, date_id, person_id)
    if mine is not None:
        await store.claims.note_there(tx, date_id, mine.id, notices.now_ms)
    return Arrived.NOTED


def doors_are_open(date: Date, now: datetime) -> bool:
    """Where there are hours at which people arrive."""
    is_open = not doors.is_early(date.start, now) and not doors.is_late(date.end, now)
    return bool(date.stands) and date.kind is not Kind.ONCE and is_open


@action(TEAM)
async def ticks(context: Context, date_id: int, number: int) -> None:
    date = await _under_way(context, date_id)
    claims = [one for one in await store.claims.of_date(context.tx, date.id) if one.state in HOLDS]
    there = sum(one.there_at is not None for one in claims)
    buttons = [
        note_there.button(
            (t.not_there if one.there_at is None else t.is_there)(name=telling.who(one)),
            date.id,
            one.id,
            number,
            int(one.there_at is None),
        )
        for one in claims
    ]
    rows, _ = paged(buttons, number, ticks.button(t.more, date.id, max(number, 0) + 1))
    asked = t.tick_there(task=cards.title(date), there=there, taken=len(claims)) if claims else t.nobody_to_tick
    await context.show(asked, rows, back=look_after.button(t.back, date.id, 0))


@action(TEAM)
async def note_there(context: Context, date_id: int, claim_id: int, number: int, wished: int) -> None:
    """Carries what is wished, so that pressing twice is pressing once."""
    date = await _under_way(context, date_id)
    await cards.hold(context.notices, date.task_id)
    await store.claims.note_there(context.tx, date.id, claim_id, context.now_ms if wished else None)
    await ticks(context, date.id, number)


async def _under_way(context: Context, date_id: int) -> Date:
    date = await cards.known(context, date_id)
    if not date.stands:
        raise Refusal(t.is_off)
    if doors.is_early(date.start, context.now):
        raise Refusal(t.not_yet)
    if doors.is_late(date.end, context.now):
        raise Refusal(t.is_over)
    return date


async def _door(notices: Notices, date: Date) -> Door:
    claims = await store.claims.of_date(notices.tx, date.id)
    held = [one for one in claims if one.state in (*HOLDS, Claim.DONE)]
    return Door(
        id=date.id,
        title=date.title,
        start=date.start,
        end=date.end,
        is_on=bool(date.stands),
        there=sum(one.there_at is not None for one in held),
        expected=len(held),
    )


SOURCE = CheckInSource(
    kind="task",
    shows="tasks.look",
    shows_below="tasks.see",
    ticks="tasks.ticks",
    find=find,
    between=between,
    arrive=arrive,
)
