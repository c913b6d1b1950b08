"""The money of a budget poll: what each option costs, and how much there is; copied, so that it stays as asked."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas.rules import TOP
from handlers.ideas.store import costs as bands
from handlers.polls import store
from handlers.polls.making import drafting
from handlers.polls.making.drafting import draft_of
from handlers.polls.rules import Kind, budgets
from handlers.polls.store.drafts import Draft
from handlers.polls.store.polls import Option
from handlers.polls.words import t

SHOWN = 100
OFTEN = (100, 500, 2_000)  # yuan, ready to press


async def ask_what_is_missing(context: Context, draft: Draft, options: list[Option]) -> bool:
    """Whether something was asked: a cost, or how much money there is."""
    for one in options:
        if one.cost is None:
            await _ask_cost(context, draft, one)
            return True
    if budgets.is_whole([one.cost for one in options], draft.total):
        return False
    await _ask_total(context, draft, options)
    return True


@action(TEAM)
async def change_costs(context: Context, draft_id: int) -> None:
    """All of them are asked once more, and how much there is."""
    draft = await _budget_poll(context, draft_id)
    await store.drafts.forget_costs(context.tx, draft.id)
    await drafting.go_on(context, draft.id)


@action(TEAM)
async def choose_cost(context: Context, draft_id: int, option_id: int, cost: int) -> None:
    await _keep_cost(context, draft_id, option_id, cost)


@action(TEAM)
async def hear_cost(context: Context, draft_id: int, option_id: int, words: str) -> None:
    cost = budgets.read_amount(words)
    if cost is None:
        raise Refusal(t.amount_not_understood)
    await _keep_cost(context, draft_id, option_id, cost)


@action(TEAM)
async def hear_total(context: Context, draft_id: int, words: str) -> None:
    """Refuses what is not enough for the dearest option, which nobody could choose, or enough for everything."""
    draft = await _budget_poll(context, draft_id)
    total = budgets.read_amount(words)
    if total is None:
        raise Refusal(t.amount_not_understood)
    costs = [one.cost or 0 for one in await store.polls.options(context.tx, draft.id)]
    if total < max(costs, default=0):
        raise Refusal(t.total_too_small(dearest=budgets.shown(max(costs))))
    if total >= sum(costs):
        raise Refusal(t.total_too_large(together=budgets.shown(sum(costs))))
    await store.drafts.set_total(context.tx, draft.id, total)
    await drafting.go_on(context, draft.id)


async def _keep_cost(context: Context, draft_id: int, option_id: int, cost: int) -> None:
    draft = await _budget_poll(context, draft_id)
    if not 0 < cost <= budgets.MOST:
        raise Refusal(t.amount_not_understood)
    await store.drafts.set_cost(context.tx, draft.id, option_id, cost)
    await drafting.go_on(context, draft.id)


async def _ask_cost(context: Context, draft: Draft, option: Option) -> None:
    """What the team estimated for the idea comes first, at its upper end: nothing may cost more than was voted on."""
    band = await bands.find(context.tx, option.idea_id) if option.idea_id else None
    top = TOP[band] if band else None
    # Of what has no upper end nothing small is offered.
    ready = (top,) if top else () if band else OFTEN
    rows: list[list[Button]] = [
        [choose_cost.button(t.up_to(cost=budgets.shown(cost)), draft.id, option.id, cost)] for cost in ready
    ]
    asked = t.ask_cost(words=short(option.words, SHOWN))
    back = drafting.again.button(t.back, draft.id)
    await context.ask(asked, hear_cost, draft.id, option.id, rows=rows, back=back)


async def _ask_total(context: Context, draft: Draft, options: list[Option]) -> None:
    costs = [one.cost or 0 for one in options]
    asked = t.ask_total(together=budgets.shown(sum(costs)), dearest=budgets.shown(max(costs)))
    await context.ask(asked, hear_total, draft.id, back=drafting.again.button(t.back, draft.id))


async def _budget_poll(context: Context, draft_id: int) -> Draft:
    draft = await draft_of(context, draft_id)
    if draft.kind is not Kind.BUDGET:
        raise Refusal(t.draft_gone)
    return draft
