"""\"This should not be here\": a neighbour says so, nothing is held back by it, and the team looks at it first."""

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from bot.workers.crowds import Thing, judge
from handlers.ideas import cards, rules, store
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t


@action()
async def flag(context: Context, idea_id: int, wished: int = 1) -> None:
    idea = await cards.talked_about(context, await cards.seen(context, idea_id))
    me = context.person.id
    if not wished:
        await store.flags.take_back(context.tx, idea.id, me)
        await context.show(t.flag_taken_back(number=idea.number), cards.see_rows(idea))
        return
    if await store.ideas.is_author(context.tx, idea.id, me):
        raise Refusal(t.own_idea)
    if not await store.flags.has_flagged(context.tx, idea.id, me):
        await _check_enough(context)
        # Of a crowd at one address the first few are heard; more of them say nothing new.
        if not (await judge(context, Thing("flag", idea.id, context.now_ms))).apart:
            await store.flags.flag(context.tx, idea.id, me, context.now_ms)
    await context.show(t.flagged(number=idea.number), [[flag.button(t.undo, idea.id, 0)], *cards.see_rows(idea)])


async def ways(context: Context, idea: Idea) -> list[Button]:
    """For whoever may say so: the team has its desk, and an author takes hers back."""
    if context.may(TEAM) or not idea.public or await store.ideas.is_author(context.tx, idea.id, context.person.id):
        return []
    if await store.flags.has_flagged(context.tx, idea.id, context.person.id):
        return []
    return [flag.button(t.flag, idea.id)]


async def lines(tx: Tx, idea: Idea) -> list[Text]:
    """For the team's card."""
    count = len(await store.flags.open_flags(tx, idea.id))
    return [t.card_flags(count=count)] if count else []


async def let_stand(context: Context, idea: Idea) -> None:
    """The team has looked; whoever had said so hears it."""
    waiting = await store.flags.open_flags(context.tx, idea.id)
    await store.flags.looked_at(context.tx, idea.id, context.now_ms)
    for person_id in waiting:
        await context.tell_news(person_id, t.flag_answered(number=idea.number), cards.see_rows(idea))


async def _check_enough(context: Context) -> None:
    since = milliseconds(context.now) - 24 * 3_600_000
    if await store.flags.flags_since(context.tx, context.person.id, since) >= rules.MOST_FLAGS:
        raise Refusal(t.enough_flags(limit=rules.MOST_FLAGS))
