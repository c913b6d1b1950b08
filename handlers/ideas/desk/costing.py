"""The team says roughly what an idea costs: in a band, shown on its card, each change on record."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.identity.roles import TEAM
from handlers.ideas import cards, guards, store
from handlers.ideas.life import steps
from handlers.ideas.rules import Band
from handlers.ideas.words import band_name, t

look_after = Ahead[[int]]("ideas.look_after")
MOST_CHANGES = 30  # on the record of an idea


@action(TEAM)
async def cost(context: Context, idea_id: int, page: int) -> None:
    """What it is not already; a band can be taken back."""
    idea = await guards.check_kept(context, idea_id)
    now = await store.costs.find(context.tx, idea.id)
    choices = [set_cost.button(band_name(band), idea.id, band) for band in Band if band is not now]
    if now is not None:
        choices.append(no_cost.button(t.cost_unknown, idea.id))
    rows = paged(choices, max(0, page), cost.button(t.more, idea.id, page + 1))
    text = t.ask_cost_now(number=idea.number, cost=band_name(now)) if now else t.ask_cost(number=idea.number)
    await context.show(text, rows, back=cards.back_to_tools(idea))


@action(TEAM)
async def set_cost(context: Context, idea_id: int, band: Band) -> None:
    await _keep(context, idea_id, band)


@action(TEAM)
async def no_cost(context: Context, idea_id: int) -> None:
    await _keep(context, idea_id, None)


async def _keep(context: Context, idea_id: int, band: Band | None) -> None:
    """The same twice is on record once."""
    idea = await guards.check_kept(context, idea_id)
    await context.tx.lock(f"cost {idea.id}")
    if band is not await store.costs.find(context.tx, idea.id):
        if await store.costs.count(context.tx, idea.id) >= MOST_CHANGES:
            raise Refusal(t.cost_changed_often)
        role = steps.taken_as(context, TEAM)
        await store.costs.set_band(context.tx, idea.id, context.person.id, role, band, context.now_ms)
    context.toast(t.cost_kept(cost=band_name(band)) if band else t.cost_taken_back)
    await look_after(context, idea.id)
