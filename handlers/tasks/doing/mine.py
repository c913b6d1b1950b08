"""What I took on: still yes, a stand-in, I cannot; afterwards done with its hours, or why not."""

from datetime import timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import clean, fits, join
from bot.i18n.texts import machine as m
from bot.outbox.message import Button
from handlers.tasks import cards, rules, store, telling
from handlers.tasks.doing.claiming import other_days
from handlers.tasks.paging import paged
from handlers.tasks.rules import HOLDS, Claim, Kind
from handlers.tasks.store.claims import Held
from handlers.tasks.store.dates import Date
from handlers.tasks.words import hours, line, short_label, t, when

tasks = Ahead[[]]("tasks.tasks")
MOST = 30


@action(command="mytasks", aliases=())
async def my_tasks(context: Context) -> None:
    await mine(context, 0)


@action()
async def mine(context: Context, page: int) -> None:
    since = milliseconds(context.now - rules.ASKS_FOR)
    held = await store.claims.of_person(context.tx, context.place.id, context.person.id, since, MOST, 0)
    clocks = context.place.clocks
    found = [(one, await cards.known(context, one.date_id)) for one in held]
    buttons = [open_claim.button(short_label(date, clocks), one.id) for one, date in found]
    rows, shown = paged(buttons, max(page, 0), mine.button(t.more, max(page, 0) + 1))
    lines = [line(found[number][1], clocks) for number in shown]
    await context.show(join(t.mine_head if found else t.mine_none, *lines), rows, back=tasks.button(t.back_to_all))


@action()
async def open_claim(context: Context, claim_id: int) -> None:
    claim, date = await cards.my_claim(context, claim_id)
    rows = [list(row) for row in _rows(context, claim, date)]
    said = [t.this_is_for(name=claim.for_name)] if claim.for_name else []
    text = join(cards.card(date, context.place.clocks, claim), *said)
    await context.show(text, rows, back=mine.button(t.back, 0))


def _rows(context: Context, claim: Held, date: Date) -> list[list[Button]]:
    if not date.stands or claim.state in (Claim.WITHDRAWN, Claim.MISSED):
        return [[other_days.button(t.another_day, date.id, 0)]]
    late = context.now > moment(date.ends_at) + rules.MAY_CORRECT
    if claim.state is Claim.DONE:
        settled = claim.settled_by not in (None, context.person.id)
        return [] if late or settled else [[how_long.button(t.other_hours, claim.id)]]
    if claim.state is Claim.EXCUSED:
        return [[other_days.button(t.another_day, date.id, 0)]]
    if cards.begun(date, context.now_ms):
        return [] if late else [list(row) for row in telling.done_rows(claim, date)]
    first = still.button(t.still_yes, claim.id) if claim.asked_again or claim.state is Claim.STAND_IN else None
    if first is None and date.kind is Kind.ONCE:
        first = how_long.button(t.done_already, claim.id)
    rows = [[first]] if first else []
    if claim.state is not Claim.STAND_IN:
        rows.append([stand_in.button(t.find_stand_in, claim.id)])
    return [*rows, [cant.button(t.cant, claim.id)]]


@action()
async def still(context: Context, claim_id: int) -> None:
    claim, _ = await cards.still_mine(context, claim_id)
    await store.claims.confirm(context.tx, claim.id, context.now_ms)
    context.toast(t.toast_still)
    await open_claim(context, claim.id)


@action()
async def stand_in(context: Context, claim_id: int) -> None:
    """It stays hers until somebody takes it; whoever asked to be told of such work hears it now, once."""
    claim, date = await cards.still_mine(context, claim_id)
    if cards.begun(date, context.now_ms):
        raise Refusal(t.has_begun)
    asked = False
    if claim.state is not Claim.STAND_IN:
        await store.claims.set_state(context.tx, claim.id, Claim.STAND_IN, context.now_ms)
        asked = await telling.call(
            context.notices, await cards.known(context, date.id), [context.person.id], since=claim.claimed_at
        )
    rows = [[still.button(t.still_yes, claim.id)], [cant.button(t.cant, claim.id)]]
    said = t.stand_in_sought if asked else t.stand_in_shown
    await context.say(said(task=cards.title(date), when=when(date, context.place.clocks)), rows)


@action()
async def cant(context: Context, claim_id: int) -> None:
    """Her place is free at once; she is offered another date."""
    claim, date = await cards.my_claim(context, claim_id)
    if claim.state in HOLDS and date.stands and cards.begun(date, context.now_ms):
        await excuse(context, claim.id)
        return
    if claim.state in HOLDS:
        await store.claims.set_state(context.tx, claim.id, Claim.WITHDRAWN, context.now_ms)
        freed = await cards.known(context, date.id)
        await telling.call(context.notices, freed, [context.person.id], since=claim.claimed_at)
    elif claim.state is not Claim.WITHDRAWN:
        raise Refusal(t.not_yours_any_more)
    said = t.given_back_for(name=claim.for_name) if claim.for_name else t.given_back
    rows = [[other_days.button(t.another_day, date.id, 0)]]
    await context.say(said(task=cards.title(date)), rows)


# --- afterwards


@action()
async def done(context: Context, claim_id: int, minutes: int) -> None:
    claim, date = await _to_tell(context, claim_id)
    if not 1 <= minutes <= rules.MOST_MINUTES:
        raise Refusal(t.hours_unclear)
    await _check_early(context, claim, date)
    await store.claims.done(context.tx, claim.id, minutes, context.now_ms)
    rows = [[how_long.button(t.other_hours, claim.id)], [other_days.button(t.another_day, date.id, 0)]]
    text = t.done_noted(task=cards.title(date), hours=hours(minutes))
    await context.say(join(text, t.done_for(name=claim.for_name)) if claim.for_name else text, rows)


@action()
async def all_there(context: Context, date_id: int, minutes: int) -> None:
    """Of a group's list: everybody of whom nobody said how it went."""
    date = await cards.held(context, date_id)
    if not date.stands:
        raise Refusal(t.is_off)
    if not cards.begun(date, context.now_ms):
        raise Refusal(t.not_yet)
    if context.now > moment(date.ends_at) + rules.MAY_CORRECT:
        raise Refusal(t.too_late_to_tell)
    if not 1 <= minutes <= rules.MOST_MINUTES:
        raise Refusal(t.hours_unclear)
    found = await store.claims.listed_of(context.tx, date.id, context.person.id)
    if not found:
        raise Refusal(t.not_yours_any_more)
    for one in found:
        await store.claims.done(context.tx, one.id, minutes, context.now_ms)
    await context.say(t.all_noted(task=cards.title(date), count=len(found), hours=hours(minutes)))


async def _check_early(context: Context, claim: Held, date: Date) -> None:
    """A stranger does not do every task of the place in one evening."""
    if cards.begun(date, context.now_ms) or claim.state is Claim.DONE:
        return
    tx, me = context.tx, context.person.id
    await tx.lock(f"hours of {me}")
    since = milliseconds(context.now - timedelta(days=1))
    if await store.claims.count_early(tx, context.place.id, me, since) >= rules.MOST_EARLY:
        raise Refusal(t.enough_hours(most=rules.MOST_EARLY))


@action()
async def how_long(context: Context, claim_id: int) -> None:
    claim, date = await _to_tell(context, claim_id)
    rows = [[done.button(t.done_hours(hours=hours(minutes)), claim.id, minutes)] for minutes in (30, 60, 120)]
    back = open_claim.button(t.back, claim.id)
    await context.ask(t.how_many_hours(task=cards.title(date)), hear_hours, claim.id, rows=rows, back=back)


@action()
async def hear_hours(context: Context, claim_id: int, words: str) -> None:
    minutes = rules.read_hours(words)
    if minutes is None:
        raise Refusal(t.hours_unclear)
    await done(context, claim_id, minutes)


@action()
async def excuse(context: Context, claim_id: int) -> None:
    """It happens to everybody: a few words, or none."""
    claim, date = await _to_excuse(context, claim_id)
    rows = [[no_reason.button(t.without_reason, claim.id)]]
    await context.ask(t.why_not(task=cards.title(date)), hear_excuse, claim.id, rows=rows)


@action()
async def no_reason(context: Context, claim_id: int) -> None:
    await _excused(context, claim_id, "")


@action()
async def hear_excuse(context: Context, claim_id: int, words: str) -> None:
    reason = clean(words).strip()
    if not fits(reason, rules.LONGEST_REASON):
        raise Refusal(m.too_long(limit=rules.LONGEST_REASON))
    await _excused(context, claim_id, reason)


async def _excused(context: Context, claim_id: int, reason: str) -> None:
    claim, date = await _to_excuse(context, claim_id)
    await store.claims.set_state(context.tx, claim.id, Claim.EXCUSED, context.now_ms, reason)
    await context.say(t.excused_noted(task=cards.title(date)), [[other_days.button(t.another_day, date.id, 0)]])


async def _to_excuse(context: Context, claim_id: int) -> tuple[Held, Date]:
    """What was moved since is ahead: "I can’t" frees that place, and calls."""
    claim, date = await cards.still_mine(context, claim_id)
    if not cards.begun(date, context.now_ms):
        raise Refusal(t.not_yet)
    return claim, date


async def _to_tell(context: Context, claim_id: int) -> tuple[Held, Date]:
    """Refuses what is still ahead, unless it is only due by a day, and what was told long ago."""
    claim, date = await cards.my_claim(context, claim_id)
    if not date.stands:
        raise Refusal(t.is_off)
    if claim.state not in (*HOLDS, Claim.DONE):
        raise Refusal(t.not_yours_any_more)
    if claim.settled_by not in (None, context.person.id):
        raise Refusal(t.lead_noted)
    if date.kind is not Kind.ONCE and not cards.begun(date, context.now_ms):
        raise Refusal(t.not_yet)
    if context.now > moment(date.ends_at) + rules.MAY_CORRECT:
        raise Refusal(t.too_late_to_tell)
    return claim, date
