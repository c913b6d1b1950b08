"""What she pays in instalments: all of it, one of them, and what anybody else is shown instead."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.i18n.texts import Text, join
from bot.identity import names
from bot.identity.roles import LIAISONS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.instalments import adding, cards, helping, paying, rules, store
from handlers.instalments.rules import Sign
from handlers.instalments.store.plans import Plan
from handlers.instalments.words import called, day, opened, t

LISTED = 5


@action(command="instalments", private=True)
async def instalments(context: Context) -> None:
    me, place_id = context.person.id, context.place.id
    plans = await store.plans.of(context.tx, place_id, me)
    helped = await store.plans.helped(context.tx, place_id, me)
    seen = await store.signs.of(context.tx, place_id, me) is not Sign.NOTHING
    if not (plans or seen or context.may(SHOPKEEPERS)):
        await (_show_helped(context, helped, 0) if helped else _show_signs(context))
        return
    rows: list[list[Button]] = []
    if context.may(SHOPKEEPERS):
        rows.append([adding.add.button(t.add)])
    if plans or helped:
        rows.append([choose.button(t.look_at_one, 0)])
    rows.append([helping.who_sees.button(t.who_sees_button)])
    lines = await _lines(context, plans) if plans else [t.nothing_yet]
    await context.show(join(t.title, *lines, await cards.who_sees(context)), rows)


@action(private=True)
async def choose(context: Context, page: int) -> None:
    """Hers, and then those of somebody whose helper she is."""
    me, place_id = context.person.id, context.place.id
    plans = await store.plans.of(context.tx, place_id, me)
    helped = await store.plans.helped(context.tx, place_id, me)
    if not plans:
        await _show_helped(context, helped, page)
        return
    rows = paged(_buttons(context, [*plans, *helped]), page, choose.button(t.more, max(page, 0) + 1))
    await context.show(t.which_one, rows, back=instalments.button(t.back))


@action(private=True)
async def card(context: Context, plan_id: int) -> None:
    plan = await cards.seen_plan(context, plan_id)
    if plan.person_id != context.person.id:
        await _show_to_helper(context, plan)
        return
    dues = await store.dates.of(context.tx, plan.id)
    if not dues:
        await adding.go_on(context, plan)
        return
    rows: list[list[Button]] = []
    ahead = [one for one in dues if one.paid_at is None]
    if ahead:
        rows.append([paying.paid.button(t.paid(day=day(context.place, ahead[0].due_at)), ahead[0].id, 1)])
        rows.append([paying.another_date.button(t.another_date, ahead[0].id)])
    rows.append([more.button(t.more, plan.id)])
    await context.show(await cards.card(context, plan), rows, back=instalments.button(t.back))


@action(private=True)
async def more(context: Context, plan_id: int) -> None:
    plan = await cards.her_plan(context, plan_id)
    ahead = [one for one in await store.dates.of(context.tx, plan.id) if one.paid_at is None]
    rows = [[paying.talk.button(t.need_to_talk, ahead[0].id)]] if ahead else []
    rows.append([paying.ask_erase.button(t.erase, plan.id)])
    await context.show(await cards.card(context, plan), rows, back=card.button(t.back, plan.id))


async def _show_to_helper(context: Context, plan: Plan) -> None:
    text = join(await cards.card(context, plan), t.for_the_two_of_you)
    helper = await store.helpers.of(context.tx, context.place.id, plan.person_id)
    rows = [[helping.end.button(t.help_no_more, helper.id)]] if helper is not None else []
    await context.show(text, rows, back=instalments.button(t.back))


async def _show_helped(context: Context, helped: list[Plan], page: int) -> None:
    rows = paged(_buttons(context, helped), page, choose.button(t.more, max(page, 0) + 1))
    await context.show(t.you_help if helped else t.nothing_here, rows)


async def _show_signs(context: Context) -> None:
    """The same words whether there is something to see or not, unless she wishes to be seen."""
    if not context.may(TEAM | LIAISONS):
        await context.show(t.for_shopkeepers)
        return
    since = milliseconds(context.now - rules.SIGN_KEPT)
    shown = await store.signs.shown(context.tx, context.place.id, since)
    lines = [t[f"shown-{one.sign.value.replace('_', '-')}"](name=names.called(one.name)) for one in shown]
    await context.show(join(t.for_shopkeepers, *lines))


def _buttons(context: Context, plans: list[Plan]) -> list[Button]:
    return [
        card.button(t.one(number=one.number, what=called(opened(context.seal, one.sealed))), one.id) for one in plans
    ]


async def _lines(context: Context, plans: list[Plan]) -> list[Text]:
    """What is due next of each, the earliest first; then what is half done."""
    lines: dict[int, Text] = {}
    known = {one.id: one for one in plans}
    for due in await store.dates.next_of(context.tx, context.place.id, context.person.id):
        if due.plan_id in known:
            what = called(opened(context.seal, known.pop(due.plan_id).sealed))
            lines[due.id] = t.line(number=due.number, what=what, day=day(context.place, due.due_at))
    return list(lines.values())[:LISTED] or [t.nothing_due]
