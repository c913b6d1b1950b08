"""A date has come: paid, another date, or somebody to talk to; and the end of it."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity import names
from bot.outbox.message import Button
from handlers.instalments import adding, cards, rules, store
from handlers.instalments.words import called, day, opened, t

card = Ahead[[int]]("instalments.card")
more = Ahead[[int]]("instalments.more")


@action(private=True)
async def paid(context: Context, date_id: int, wished: int) -> None:
    await cards.hold(context)
    due, said = await cards.her_date(context, date_id)
    if not wished:
        await store.dates.set_paid(context.tx, due.id, None)
        await card(context, due.plan_id)
        return
    await store.dates.set_paid(context.tx, due.id, due.paid_at or context.now_ms)
    rows = [[paid.button(t.undo, due.id, 0)], [card.button(t.see, due.plan_id)]]
    await context.show(t.paid_noted(what=called(said), day=day(context.place, due.due_at)), rows)


@action(private=True)
async def another_date(context: Context, date_id: int) -> None:
    due, said = await cards.her_date(context, date_id)
    text = t.ask_another_date(what=called(said), day=day(context.place, due.due_at))
    await context.ask(text, hear_another_date, due.id, back=cards.back_to_card(due.plan_id))


@action(private=True)
async def hear_another_date(context: Context, date_id: int, words: str) -> None:
    """Only this one moves."""
    await cards.hold(context)
    due, _ = await cards.her_date(context, date_id)
    at = adding.at_ten(context, adding.read_day(context, words))
    await store.dates.move(context.tx, due.id, milliseconds(at), rules.stage(at, context.now))
    await card(context, due.plan_id)


@action(private=True)
async def talk(context: Context, date_id: int) -> None:
    """The helper, who knows what it is about; or a human being, who knows only what she writes."""
    due, said = await cards.her_date(context, date_id)
    helper = await store.helpers.of(context.tx, context.place.id, context.person.id)
    rows: list[list[Button]] = []
    if helper is not None and helper.accepted:
        name = names.called(helper.name, cards.NAME)
        rows.append([talk_with_helper.button(t.talk_with(name=name), due.id)])
    rows.append([context.go(t.talk_with_a_human, "human")])
    await context.show(t.whom_to_talk_to(what=called(said)), rows, back=cards.back_to_card(due.plan_id))


@action(private=True)
async def talk_with_helper(context: Context, date_id: int) -> None:
    await cards.hold(context)
    due, _ = await cards.her_date(context, date_id)
    helper = await store.helpers.of(context.tx, context.place.id, context.person.id)
    if helper is None or not helper.accepted:
        raise Refusal(t.no_helper)
    name = names.called(helper.name, cards.NAME)
    before = timedelta(milliseconds=context.now_ms - due.talked_at) if due.talked_at is not None else rules.AGAIN
    if before >= rules.AGAIN:
        rows = [[card.button(t.see_what_about, due.plan_id)]]
        if await context.answer(helper.helper_id, t.wants_to_talk(name=context.called), rows) is None:
            raise Refusal(t.helper_out_of_reach(name=name))
        await store.dates.note_talked(context.tx, due.id, context.now_ms)
    await context.show(t.helper_hears(name=name), [[card.button(t.see, due.plan_id)]])


@action(private=True)
async def ask_erase(context: Context, plan_id: int) -> None:
    plan = await cards.her_plan(context, plan_id)
    rows = [[erase.button(t.erase_now, plan.id)]]
    what = called(opened(context.seal, plan.sealed))
    await context.show(t.really_erase(what=what), rows, back=more.button(t.back, plan.id))


@action(private=True)
async def erase(context: Context, plan_id: int) -> None:
    await cards.hold(context)
    plan = await cards.her_plan(context, plan_id)
    await store.plans.erase(context.tx, plan.id)
    await context.show(t.erased, back=cards.back_to_all())
