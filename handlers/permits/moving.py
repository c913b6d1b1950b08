"""A permit goes on: what comes next is pressed; a refusal and conditions first want their words."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from handlers.permits import cards, details, rules, store, telling
from handlers.permits.rules import DESK, Day, Status
from handlers.permits.store.permits import Permit
from handlers.permits.words import called, status_name, t

HOTLINE = "12345"


@action(DESK)
async def move_along(context: Context, permit_id: int, page: int) -> None:
    permit = await cards.known(context, permit_id)
    choices = [step_to.button(status_name(to), permit.id, to) for to in rules.NEXT[permit.status]]
    rows = paged(choices, page, move_along.button(t.more, permit.id, max(page, 0) + 1))
    text = t.where_to(what=called(permit), status=status_name(permit.status))
    await context.show(text, rows, back=cards.back_to_card(permit))


@action(DESK)
async def step_to(context: Context, permit_id: int, to: Status) -> None:
    permit = await cards.held(context, permit_id)
    if permit.status is to:
        await cards.look(context, permit.id)  # pressed twice
        return
    _check(permit, to)
    match to:
        case Status.REFUSED:
            rows = [[refused_by_office.button(t.by_office, permit.id)]] if permit.office else []
            back = move_along.button(t.back, permit.id, 0)
            await context.ask(t.who_refused(what=called(permit)), hear_who_refused, permit.id, rows=rows, back=back)
        case Status.CONDITIONS:
            back = move_along.button(t.back, permit.id, 0)
            await context.ask(t.which_conditions(what=called(permit)), hear_conditions, permit.id, back=back)
        case _:
            await _move(context, permit, to)
            await _what_follows(context, permit, to)


@action(DESK)
async def hear_conditions(context: Context, permit_id: int, words: str) -> None:
    permit = await cards.held(context, permit_id)
    said = cards.kept_short(words, rules.WORDS)
    await store.permits.write(context.tx, permit.id, "conditions", said)
    if permit.status is not Status.CONDITIONS:
        _check(permit, Status.CONDITIONS)
        await _move(context, permit, Status.CONDITIONS)
    await details.ask_day(context, permit.id, Day.EXPIRES)


@action(DESK)
async def refused_by_office(context: Context, permit_id: int) -> None:
    permit = await cards.known(context, permit_id)
    await hear_who_refused(context, permit_id, permit.office)


@action(DESK)
async def hear_who_refused(context: Context, permit_id: int, words: str) -> None:
    permit = await cards.held(context, permit_id)
    _check(permit, Status.REFUSED)
    await store.permits.write(context.tx, permit.id, "refused_by", cards.kept_short(words, rules.LINE))
    rows = [[ask_hotline.button(t.ask_hotline, permit.id)]]
    back = move_along.button(t.back, permit.id, 0)
    await context.ask(t.whom_else, hear_whom_else, permit.id, rows=rows, back=back)


@action(DESK)
async def ask_hotline(context: Context, permit_id: int) -> None:
    await hear_whom_else(context, permit_id, HOTLINE)


@action(DESK)
async def hear_whom_else(context: Context, permit_id: int, words: str) -> None:
    permit = await cards.held(context, permit_id)
    if permit.status is Status.REFUSED:
        await cards.look(context, permit.id)
        return
    _check(permit, Status.REFUSED)
    if not permit.refused_by:
        raise Refusal(t.who_refused(what=called(permit)))
    await store.permits.write(context.tx, permit.id, "ask_else", cards.kept_short(words, rules.LINE))
    await _move(context, permit, Status.REFUSED)
    await cards.look(context, permit.id)


async def _move(context: Context, permit: Permit, to: Status) -> None:
    """With the days that belong to it, and told to whoever follows the idea."""
    now, tx = context.now_ms, context.tx
    anew = to is Status.HANDED_IN and permit.status is not Status.QUESTIONS
    if anew:
        await store.permits.set_day(tx, permit.id, "applied_at", now)
    if to in rules.VALID and permit.status not in rules.VALID:
        await store.permits.set_day(tx, permit.id, "applied_at", permit.applied_at or now)
        await store.permits.set_day(tx, permit.id, "issued_at", now)
    if to is Status.EXPIRED and permit.expires_at is None:
        await store.permits.set_day(tx, permit.id, "expires_at", now)
    await store.permits.move(tx, permit.id, permit.status, to, context.person.id, now)
    if anew:
        # What came of it before is over; the state it was in needed these days until now.
        for column in ("expected_at", "issued_at", "expires_at", "completed_at"):
            await store.permits.set_day(tx, permit.id, column, None)
        for column in ("refused_by", "ask_else"):
            await store.permits.write(tx, permit.id, column, "")
    moved = await cards.known(context, permit.id)
    await telling.moved(context.notices, moved, context.person.id)


async def _what_follows(context: Context, permit: Permit, to: Status) -> None:
    """The one question that a step brings along; it may stay open."""
    if to is Status.HANDED_IN:
        await details.ask_day(context, permit.id, Day.EXPECTED)
    elif to is Status.GRANTED:
        await details.ask_day(context, permit.id, Day.EXPIRES)
    elif to is Status.QUESTIONS:
        await details.write(context, permit.id, rules.Written.OFFICE_WORDS)
    else:
        await cards.look(context, permit.id)


def _check(permit: Permit, to: Status) -> None:
    if not rules.may_follow(permit.status, to):
        raise Refusal(t.stands_elsewhere(status=status_name(permit.status)))
