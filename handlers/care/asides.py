"""What after-care says elsewhere: beneath the card of an idea, and on the list of what waits today."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.care import cards, store
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan
from handlers.care.words import called, found_line, t
from handlers.ideas.rules import FINISHED
from handlers.ideas.store.ideas import Idea
from handlers.today.source import MOST, Waiting


async def lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    """Who looks after it, and how it was found last."""
    plan = await _plan(context, idea)
    if plan is None or plan.outcome is not None:
        return (t[f"over-{plan.outcome}"](what=called(plan)),) if plan and plan.outcome else ()
    last = await store.checks.newest_shown(context.tx, context.place.id, plan.id)
    found = (found_line(context.place, last),) if last is not None else ()
    return (await cards.stewards_line(context.tx, plan), *found)


async def upfront(context: Context, idea: Idea) -> Button | None:
    """On the card of what is done: it wants hands rather than voices."""
    plan = await _plan(context, idea)
    if plan is None:
        # The job makes its plan within a minute; whoever is quicker makes it herself.
        return Button(t.i_look_after_it, f"care.look_after:{idea.id}") if idea.status in FINISHED else None
    if plan.outcome is not None:
        return None
    if plan.steward_id is None and not plan.held_by(context.person.id):
        return Button(t.i_look_after_it, f"care.look_after:{idea.id}")
    return Button(t.how_it_goes_on, f"care.look:{idea.id}")


async def ways(context: Context, idea: Idea) -> tuple[Button, ...]:
    """What is over does not stand on the card itself."""
    plan = await _plan(context, idea)
    return (Button(t.how_it_goes_on, f"care.look:{idea.id}"),) if plan is not None and plan.outcome else ()


async def _plan(context: Context, idea: Idea) -> Plan | None:
    if idea.status not in FINISHED:
        return None
    return await store.plans.find(context.tx, context.place.id, idea.id)


async def waiting(context: Context) -> tuple[Waiting, ...]:
    """For whoever was asked to look; for the team also what is to be done, and what neighbours found."""
    tx, place_id = context.tx, context.place.id
    found = [
        await _waiting(context, one, "look", one.asked_at, "look_again")
        for one in await store.waiting.open_for(tx, place_id, context.person.id)
    ]
    if context.may(TEAM):
        found += [
            await _waiting(context, one, "to-do", one.answered_at or 0, "see")
            for one in await store.waiting.unmended(tx, place_id)
            # What is a task waits there.
            if await store.waiting.task_of(tx, one.id) is None
        ]
        found += [
            await _waiting(context, one, "show", one.answered_at or 0, "found")
            for one in await store.waiting.not_shown(tx, place_id)
        ]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.since)[:MOST])


async def _waiting(context: Context, check: Check, kind: str, since: int, opens: str) -> Waiting | None:
    plan = await store.plans.by_id(context.tx, context.place.id, check.plan_id)
    if plan is None:
        return None
    about = check.id if opens == "found" else plan.idea_id
    text = t[f"today-{kind}"](what=called(plan, 40))
    return Waiting(f"care.{kind}:{check.id}", text, since, Button(text, f"care.{opens}:{about}"))
