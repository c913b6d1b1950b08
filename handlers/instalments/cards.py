"""Who may look at what, and how it looks: whoever is neither of the two finds nothing, as if nothing were there."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity import names
from bot.outbox.message import Button, Rows
from handlers.instalments import rules, store
from handlers.instalments.store.dates import Due
from handlers.instalments.store.plans import Plan
from handlers.instalments.words import Said, called, day, opened, t

NEXT = 3  # dates on a card
NAME = 30  # letters


async def her_plan(context: Context, plan_id: int) -> Plan:
    plan = await store.plans.find(context.tx, context.place.id, context.person.id, plan_id)
    if plan is None:
        raise Refusal(t.nothing_here)
    return plan


async def seen_plan(context: Context, plan_id: int) -> Plan:
    """Hers, or that of somebody whose helper she is."""
    me, place_id = context.person.id, context.place.id
    plan = await store.plans.find(context.tx, place_id, me, plan_id)
    plan = plan or await store.plans.find_helped(context.tx, place_id, me, plan_id)
    if plan is None:
        raise Refusal(t.nothing_here)
    return plan


async def her_date(context: Context, date_id: int) -> tuple[Due, Said | None]:
    """With what it is for."""
    due = await store.dates.find(context.tx, context.place.id, context.person.id, date_id)
    if due is None:
        raise Refusal(t.nothing_here)
    plan = await her_plan(context, due.plan_id)
    return due, opened(context.seal, plan.sealed)


async def hold(context: Context) -> None:
    """One who presses at two doors at once is heard one after the other."""
    await context.tx.lock(f"private {context.place.id} {context.person.id}")


async def card(context: Context, plan: Plan) -> Text:
    said = opened(context.seal, plan.sealed)
    dues = await store.dates.of(context.tx, plan.id)
    lines = [t.card(number=plan.number, what=called(said, rules.LONGEST))]
    if said is not None and said.supplier:
        lines.append(t.card_supplier(supplier=short(said.supplier, rules.LONGEST)))
    if said is not None and said.amount:
        lines.append(t.card_amount(amount=short(said.amount, rules.LONGEST)))
    paid = sum(one.paid_at is not None for one in dues)
    lines.append(t.card_paid(paid=paid, dates=len(dues)))
    ahead = [one for one in dues if one.paid_at is None]
    lines += [t.card_next(day=day(context.place, one.due_at)) for one in ahead[:NEXT]]
    return join(*lines)


async def who_sees(context: Context) -> Text:
    helper = await store.helpers.of(context.tx, context.place.id, context.person.id)
    if helper is None:
        return t.only_you
    return (t.you_and if helper.accepted else t.you_and_asked)(name=names.called(helper.name, NAME))


def back_to_all() -> Button:
    """By address: the list stands above this module."""
    return Button(t.back, "instalments.instalments")


def see_all() -> Rows:
    """Below what stays; that there is such a button is why our own copy of it is emptied, too (jobs.py)."""
    return [[Button(t.see, "instalments.instalments")]]


def back_to_card(plan_id: int) -> Button:
    return Button(t.back, f"instalments.card:{plan_id}")
