"""Who looks after it, what good means, which tools it needs, and when nobody need look any more."""

from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.care import cards, rules, store, telling, turns
from handlers.care.rules import Outcome
from handlers.care.store.plans import Plan
from handlers.care.words import called, day, good_line, t

look = Ahead[[int]]("care.look")
around = Ahead[[int, int]]("care.around")


@action()
async def look_after(context: Context, idea_id: int) -> None:
    """One tap: the first one is its steward, the second one her deputy."""
    plan = await cards.known(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    plan = await cards.known(context, idea_id)
    me = context.person.id
    if plan.held_by(me):
        await look(context, plan.idea_id)
        return
    if plan.steward_id is not None and plan.deputy_id is not None:
        raise Refusal(t.two_already)
    await _check_not_too_many(context)
    as_deputy = plan.steward_id is not None
    steward_id, deputy_id = (plan.steward_id, me) if as_deputy else (me, plan.deputy_id)
    await store.plans.set_people(context.tx, plan.id, steward_id, deputy_id)
    await _welcome(context, plan, as_deputy)


async def _welcome(context: Context, plan: Plan, as_deputy: bool) -> None:
    """Thanks, what to do, what not to do, where to report, which tools."""
    thanks = t.thanks_deputy if as_deputy else t.thanks_steward
    lines: list[Text] = [thanks(what=called(plan)), t.to_do_then, t.not_to_do, t.where_to_report]
    lines.append(t.tools_are(tools=plan.tools) if plan.tools else t.tools_not_said)
    if plan.next_at is not None:
        lines.append(t.next_look(when=day(context.place, plan.next_at)))
    first = (
        [ask_good.button(t.say_what_good_means, plan.idea_id)]
        if not plan.good and cards.describes(context, plan)
        else []
    )
    rows = [row for row in (first, *cards.see_rows(plan)) if row]
    # Her name stands on the card, so this is where she is asked for it.
    text, below = await naming.asked_with(context, join(*lines), rows)
    await context.say(text, below)


async def _check_not_too_many(context: Context) -> None:
    """Whoever takes on everything looks after nothing; the team may."""
    held = await store.plans.held(context.tx, context.place.id, context.person.id)
    if len(held) >= rules.MOST_HELD and not context.may(TEAM):
        raise Refusal(t.too_many(most=rules.MOST_HELD))


@action()
async def let_go(context: Context, idea_id: int) -> None:
    """Pressed twice, or from an old message: once."""
    plan = await cards.known(context, idea_id)
    if not plan.held_by(context.person.id):
        raise Refusal(t.not_yours)
    await turns.step_down(context.notices, plan, context.person.id)
    again = [[look_after.button(t.i_look_after_it, plan.idea_id)], *cards.see_rows(plan)]
    await context.say(t.let_go(what=called(plan)), again)


# --- what is said of it


@action()
async def ask_good(context: Context, idea_id: int) -> None:
    plan = await cards.described(context, idea_id)
    text = join(t.what_is_good(what=called(plan)), *([good_line(plan)] if plan.good else []))
    await context.ask(text, hear_good, plan.idea_id, back=around.button(t.back, plan.idea_id, 0))


@action()
async def hear_good(context: Context, idea_id: int, words: str) -> None:
    plan = await cards.described(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    plan = await cards.described(context, idea_id)
    await store.plans.set_good(context.tx, plan.id, _said(words))
    await look(context, plan.idea_id)


@action()
async def ask_tools(context: Context, idea_id: int) -> None:
    plan = await cards.described(context, idea_id)
    await context.ask(
        t.which_tools(what=called(plan)), hear_tools, plan.idea_id, back=around.button(t.back, plan.idea_id, 0)
    )


@action()
async def hear_tools(context: Context, idea_id: int, words: str) -> None:
    plan = await cards.described(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    plan = await cards.described(context, idea_id)
    await store.plans.set_tools(context.tx, plan.id, _said(words))
    await look(context, plan.idea_id)


def _said(words: str) -> str:
    found = rules.read_words(words)
    if not found:
        raise Refusal(t.words_needed)
    return found


# --- enough


@action()
async def enough(context: Context, idea_id: int) -> None:
    """After half a year; whoever finds it again on its card begins anew."""
    plan = await cards.held(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    plan = await cards.held(context, idea_id)
    if not rules.asks_whether_enough(plan.done_at, plan.next_at):
        raise Refusal(t.too_early_for_enough)
    if await store.checks.open_of(context.tx, context.place.id, plan.id) is not None:
        raise Refusal(t.look_first)
    if not await store.plans.end(context.tx, plan.id, Outcome.ENOUGH, context.now_ms):
        raise Refusal(t.over_enough(what=called(plan)))
    others = [one for one in (plan.steward_id, plan.deputy_id) if one not in (None, context.person.id)]
    await telling.over(context.notices, [one for one in others if one is not None], t.told_enough(what=called(plan)))
    rows = [[go_on.button(t.go_on_yearly, plan.idea_id)], *cards.see_rows(plan)]
    await context.say(t.enough_noted(what=called(plan)), rows)


@action()
async def go_on(context: Context, idea_id: int) -> None:
    """What nobody looked at any more is looked at again, every year."""
    plan = await cards.to_show(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    plan = await cards.to_show(context, idea_id)
    if not plan.held_by(context.person.id) and not context.may(TEAM):
        raise Refusal(t.only_stewards)
    if plan.outcome in (Outcome.ENOUGH, Outcome.LAPSED):
        await store.plans.go_on(context.tx, plan.id, rules.next_due(plan.done_at, context.now_ms))
        context.toast(t.toast_goes_on)
    await look(context, plan.idea_id)


def ways(context: Context, plan: Plan) -> list[Button]:
    """Of this module, for whoever may."""
    mine = plan.held_by(context.person.id)
    if plan.outcome in (Outcome.ENOUGH, Outcome.LAPSED):
        return [go_on.button(t.go_on_yearly, plan.idea_id)] if mine or context.may(TEAM) else []
    if plan.outcome is not None or not (mine or cards.describes(context, plan)):
        return []
    found: list[Button] = []
    if cards.describes(context, plan):
        found.append(ask_good.button(t.say_what_good_means, plan.idea_id))
        found.append(ask_tools.button(t.say_which_tools, plan.idea_id))
    if mine:
        found.append(let_go.button(t.i_cannot, plan.idea_id))
    if (mine or context.may(TEAM)) and rules.asks_whether_enough(plan.done_at, plan.next_at):
        found.append(enough.button(t.that_is_enough, plan.idea_id))
    return found
