"""What is looked after as it looks: its card, its first photo beside how it is now, and the plan behind an idea."""

from bot.clock import moment
from bot.database.db import Tx
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import names, people
from bot.identity.places import Place
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Collage, Rows, Stored
from handlers.care import rules, store
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan
from handlers.care.words import ON_CARD, called, day, found_line, good_line, t
from handlers.ideas.store import ideas, pictures
from handlers.made.store import things


async def hold(notices: Notices, idea_id: int) -> None:
    """Two who press at once come one after the other, and the second sees what the first one did."""
    await notices.tx.lock(f"care {idea_id}")


async def adopted(notices: Notices, idea_id: int) -> Plan | None:
    """The plan of what is done; made now where nobody has thought of it yet."""
    tx, place_id = notices.tx, notices.place.id
    if (done := await store.plans.newly_done(tx, place_id, idea_id)) is not None:
        await hold(notices, idea_id)
        if (done := await store.plans.newly_done(tx, place_id, idea_id)) is not None:
            await begin(notices, done)
    return await store.plans.find(tx, place_id, idea_id)


async def begin(notices: Notices, done: store.plans.Done) -> None:
    """Whoever looks after what was made of it looks after it: one thing, one steward."""
    tx, place_id = notices.tx, notices.place.id
    await store.plans.begin(tx, done, rules.first_due(done.done_at, notices.now_ms))
    plan = await store.plans.find(tx, place_id, done.idea_id)
    thing = await things.of_idea(tx, place_id, done.idea_id)
    if plan is None or thing is None:
        return
    steward_id = await things.own_steward(tx, thing.id)
    if steward_id is not None:
        await things.set_steward(tx, thing.id, None)
        if plan.steward_id is None:
            await store.plans.set_people(tx, plan.id, steward_id, plan.deputy_id)


async def known(context: Context, idea_id: int) -> Plan:
    """Of this place, and looked after still; refuses what is not done, or over."""
    plan = await adopted(context.notices, idea_id)
    if plan is None:
        raise Refusal(t.not_done)
    if plan.ended_at is not None:
        raise Refusal(t[f"over-{plan.outcome}"](what=called(plan)))
    return plan


async def to_show(context: Context, idea_id: int) -> Plan:
    """The same, and what is over too."""
    plan = await adopted(context.notices, idea_id)
    if plan is None:
        raise Refusal(t.not_done)
    return plan


async def held(context: Context, idea_id: int) -> Plan:
    """Refuses whoever neither looks after it nor is of the team."""
    plan = await known(context, idea_id)
    if not plan.held_by(context.person.id) and not context.may(TEAM):
        raise Refusal(t.only_stewards)
    return plan


async def described(context: Context, idea_id: int) -> Plan:
    """What good means and which tools: everybody sees that, so the team says it, or whoever's space it is."""
    plan = await known(context, idea_id)
    if not describes(context, plan):
        raise Refusal(t.only_team_says)
    return plan


def describes(context: Context, plan: Plan) -> bool:
    return context.may(rules.may_answer(plan.space))


def answers(context: Context, plan: Plan) -> bool:
    return plan.held_by(context.person.id) or context.may(rules.may_answer(plan.space))


async def card(context: Context, plan: Plan) -> Text:
    tx, place = context.tx, context.place
    lines = [t.card(what=called(plan, ON_CARD)), t.card_done(when=day(place, plan.done_at))]
    if plan.outcome is not None:
        return join(*lines, t[f"over-{plan.outcome}"](what=called(plan)))
    lines += [await stewards_line(tx, plan), good_line(plan)]
    if plan.tools:
        lines.append(t.tools_are(tools=plan.tools))
    if (last := await last_look(context, plan)) is not None:
        lines.append(found_line(place, last))
        if last.why and (last.for_all or answers(context, plan)):
            lines.append(t.last_why(why=last.why))
    if plan.care_at is not None:
        lines.append(t.card_care_day(when=day(place, plan.care_at), weeks=plan.care_weeks or 1))
    if await store.checks.open_of(tx, place.id, plan.id) is not None:
        lines.append(t.card_open)
    elif plan.next_at is not None:
        lines.append(t.card_next(when=day(place, plan.next_at)))
    return join(*lines)


async def last_look(context: Context, plan: Plan) -> Check | None:
    """What a neighbour found, and nobody of the team has seen, is between them."""
    find = store.checks.newest if answers(context, plan) else store.checks.newest_shown
    return await find(context.tx, context.place.id, plan.id)


async def stewards_line(tx: Tx, plan: Plan) -> Text:
    if plan.steward_id is None:
        return t.card_alone
    name = names.called((await people.person(tx, plan.steward_id)).name, 30)
    if plan.deputy_id is None:
        return t.card_steward(name=name)
    return t.card_both(name=name, deputy=names.called((await people.person(tx, plan.deputy_id)).name, 30))


async def first_photo(tx: Tx, plan: Plan) -> int | None:
    """How it was; of what is hidden nothing is shown."""
    idea = await ideas.find(tx, plan.place_id, plan.idea_id)
    return await pictures.ready_photo(tx, plan.idea_id) if idea is not None and idea.public else None


async def picture(tx: Tx, plan: Plan) -> Stored | None:
    photo = await first_photo(tx, plan)
    return Stored(photo) if photo is not None else None


async def beside(tx: Tx, place: Place, plan: Plan, check: Check) -> Collage | Stored | None:
    """The first photo and that of this look, each with its month; where there is only one, that."""
    first = await first_photo(tx, plan)
    shown = check.media_id is not None and not check.kept_back
    now = check.media_id if shown and await store.checks.is_ready(tx, check.media_id or 0) else None
    if first is None or now is None:
        one = now or first
        return Stored(one) if one is not None else None
    idea = await ideas.idea(tx, plan.place_id, plan.idea_id)
    before = _month(place, idea.sent_at or plan.done_at)
    return Collage(((first, before), (now, _month(place, check.answered_at or check.due_at))))


def see_rows(plan: Plan) -> Rows:
    """Below a notice or a receipt. By address, since the list stands above this module."""
    return [[Button(t.see, f"care.see:{plan.idea_id}")]]


def back_to_card(plan: Plan) -> Button:
    return Button(t.back, f"care.look:{plan.idea_id}")


def _month(place: Place, at: int) -> str:
    """In figures, so that it needs no language."""
    return f"{moment(at).astimezone(place.clocks.first_shown):%Y-%m}"
