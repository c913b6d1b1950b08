"""One question at a time: what, from whom, how much, when, how often. Half done, it is found again in the list."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.dates import understand_day
from bot.i18n.texts import Text, clean, fits, join
from bot.i18n.texts import machine as m
from bot.identity.roles import SHOPKEEPERS
from handlers.instalments import cards, rules, store
from handlers.instalments.rules import Rhythm
from handlers.instalments.store.plans import Plan
from handlers.instalments.words import Said, called, closed, day, opened, t

card = Ahead[[int]]("instalments.card")
COUNTS = (3, 6, 12)


@action(SHOPKEEPERS, private=True)
async def add(context: Context) -> None:
    await cards.hold(context)
    plans = await store.plans.of(context.tx, context.place.id, context.person.id)
    half = [one for one in plans if not await store.dates.of(context.tx, one.id)]
    if half:
        await go_on(context, half[-1])
        return
    if len(plans) >= rules.MOST_PLANS:
        raise Refusal(t.enough(most=rules.MOST_PLANS))
    nothing = closed(context.seal, Said())
    plan_id = await store.plans.add(context.tx, context.place.id, context.person.id, nothing, context.now_ms)
    await go_on(context, await cards.her_plan(context, plan_id))


async def go_on(context: Context, plan: Plan, *first: Text) -> None:
    """With the question that is open; `first` is what has to be said of the last answer."""
    said = opened(context.seal, plan.sealed)
    if said is None or said.what is None:
        await context.ask(join(*first, t.ask_what), hear_what, plan.id, back=cards.back_to_all())
    elif said.supplier is None:
        rows = [[leave_out.button(t.leave_out, plan.id)]]
        await context.ask(join(*first, t.ask_supplier), hear_supplier, plan.id, rows=rows, back=cards.back_to_all())
    elif said.amount is None:
        rows = [[leave_out.button(t.leave_out, plan.id)]]
        await context.ask(join(*first, t.ask_amount), hear_amount, plan.id, rows=rows, back=cards.back_to_all())
    else:
        asked = join(*first, t.ask_first(what=called(said)))
        await context.ask(asked, hear_first, plan.id, back=cards.back_to_all())


@action(private=True)
async def hear_what(context: Context, plan_id: int, words: str) -> None:
    await _hear(context, plan_id, "what", words)


@action(private=True)
async def hear_supplier(context: Context, plan_id: int, words: str) -> None:
    await _hear(context, plan_id, "supplier", words)


@action(private=True)
async def hear_amount(context: Context, plan_id: int, words: str) -> None:
    await _hear(context, plan_id, "amount", words)


@action(private=True)
async def leave_out(context: Context, plan_id: int) -> None:
    """From whom, or how much: whichever is asked."""
    plan, said = await _half_done(context, plan_id)
    if said.what is None:
        await go_on(context, plan)
    elif said.supplier is None:
        await _keep(context, plan, replace(said, supplier=""))
    else:
        await _keep(context, plan, replace(said, amount=said.amount or ""))


@action(private=True)
async def hear_first(context: Context, plan_id: int, words: str) -> None:
    plan, _ = await _half_done(context, plan_id)
    first = milliseconds(at_ten(context, read_day(context, words)))
    rows = [
        [set_rhythm.button(t.once, plan.id, first, Rhythm.ONCE)],
        [set_rhythm.button(t.monthly, plan.id, first, Rhythm.MONTHLY)],
        [set_rhythm.button(t.quarterly, plan.id, first, Rhythm.QUARTERLY)],
    ]
    back = card.button(t.back, plan.id)
    await context.show(t.ask_rhythm(day=day(context.place, first)), rows, back=back)


@action(private=True)
async def set_rhythm(context: Context, plan_id: int, first: int, rhythm: Rhythm) -> None:
    plan, _ = await _half_done(context, plan_id)
    if rhythm is Rhythm.ONCE:
        await set_count(context, plan.id, first, rhythm, 1)
        return
    rows = [[set_count.button(t.times(count=one), plan.id, first, rhythm, one)] for one in COUNTS]
    back = card.button(t.back, plan.id)
    await context.ask(t.ask_count, hear_count, plan.id, first, rhythm, rows=rows, back=back)


@action(private=True)
async def hear_count(context: Context, plan_id: int, first: int, rhythm: Rhythm, words: str) -> None:
    count = words.strip()
    if not (count.isdecimal() and len(count) <= 3 and 0 < int(count) <= rules.MOST_DATES):
        raise Refusal(t.count_needed(most=rules.MOST_DATES))
    await set_count(context, plan_id, first, rhythm, int(count))


@action(private=True)
async def set_count(context: Context, plan_id: int, first: int, rhythm: Rhythm, count: int) -> None:
    """Pressed twice, the second finds that the dates are there."""
    await cards.hold(context)
    plan = await cards.her_plan(context, plan_id)
    if not await store.dates.of(context.tx, plan.id):
        begins = moment(first).astimezone(context.place.clocks.first_shown).date()
        check_day(context, begins)
        dues = [at_ten(context, one) for one in rules.days(begins, rhythm, count)]
        known = [(milliseconds(one), rules.stage(one, context.now)) for one in dues]
        await store.dates.add(context.tx, context.place.id, plan.id, context.person.id, known)
    await card(context, plan.id)


# --- what is typed


def read_day(context: Context, words: str) -> date:
    """Today or later; refuses what is no day."""
    found = understand_day(words, context.now, context.place.clocks, context.language)
    if found is None:
        raise Refusal(t.no_day)
    return check_day(context, found)


def check_day(context: Context, found: date) -> date:
    today = context.now.astimezone(context.place.clocks.first_shown).date()
    if not today <= found <= today + rules.FURTHEST:
        raise Refusal(t.no_day)
    return found


def at_ten(context: Context, found: date) -> datetime:
    return datetime.combine(found, rules.DUE_AT, context.place.clocks.first_shown).astimezone(UTC)


async def _hear(context: Context, plan_id: int, which: str, words: str) -> None:
    """What she typed goes out of the chat again, too long as well: it stands on the card, for her eyes."""
    plan, said = await _half_done(context, plan_id)
    found = " ".join(clean(words).split())
    if not found:
        raise Refusal(t.words_needed)
    await context.take_away_heard()
    if not fits(found, rules.LONGEST):
        await go_on(context, plan, m.too_long(limit=rules.LONGEST))
        return
    await _keep(context, plan, replace(said, **{which: found}))


async def _half_done(context: Context, plan_id: int) -> tuple[Plan, Said]:
    await cards.hold(context)
    plan = await cards.her_plan(context, plan_id)
    if await store.dates.of(context.tx, plan.id):
        raise Refusal(t.written_already)
    return plan, opened(context.seal, plan.sealed) or Said()


async def _keep(context: Context, plan: Plan, said: Said) -> None:
    sealed = closed(context.seal, said)
    await store.plans.reseal(context.tx, plan.id, sealed)
    await go_on(context, replace(plan, sealed=sealed))
