"""\"This should not be here\": a neighbour says so, nothing is held back by it, and the team looks at it first."""

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text
from bot.identity.people import TEAM
from bot.workers.crowds import Thing, judge
from handlers.ideas import cards, flag_store, rules, store
from handlers.ideas.cards import t
from handlers.ideas.store import Idea


@action()
async def flag(context: Context, idea_id: int, wished: int = 1) -> None:
    idea = await cards.talked_about(context, await cards.seen(context, idea_id))
    me = context.person.id
    if not wished:
        await flag_store.take_back(context.tx, idea.id, me)
        await context.show(t.flag_taken_back(number=idea.number), cards.see_rows(idea))
        return
    if await store.is_author(context.tx, idea.id, me):
        raise Refusal(t.own_idea)
    if not await flag_store.has_flagged(context.tx, idea.id, me):
        await _check_enough(context)
        # Of a crowd at one address the first few are heard; more of them say nothing new.
        if not (await judge(context, Thing("flag", idea.id, context.now_ms))).apart:
            await flag_store.flag(context.tx, idea.id, me, context.now_ms)
    await context.show(t.flagged(number=idea.number), [[flag.button(t.undo, idea.id, 0)], *cards.see_rows(idea)])


async def ways(context: Context, idea: Idea) -> list[Button]:
    """For whoever may say so: the team has its desk, and an author takes hers back."""
    if context.may(TEAM) or not idea.public or await store.is_author(context.tx, idea.id, context.person.id):
        return []
    if await flag_store.has_flagged(context.tx, idea.id, context.person.id):
        return []
    return [flag.button(t.flag, idea.id)]


async def lines(tx: Tx, idea: Idea) -> list[Text]:
    """For the team's card."""
    count = len(await flag_store.open_flags(tx, idea.id))
    return [t.card_flags(count=count)] if count else []


async def let_stand(context: Context, idea: Idea) -> None:
    """The team has looked; whoever had said so hears it."""
    waiting = await flag_store.open_flags(context.tx, idea.id)
    await flag_store.looked_at(context.tx, idea.id, context.now_ms)
    for person_id in waiting:
        await context.notices.tell_news(person_id, t.flag_answered(number=idea.number), cards.see_rows(idea))


async def _check_enough(context: Context) -> None:
    since = milliseconds(context.now) - 24 * 3_600_000
    if await flag_store.flags_since(context.tx, context.person.id, since) >= rules.MOST_FLAGS:
        raise Refusal(t.enough_flags(limit=rules.MOST_FLAGS))
