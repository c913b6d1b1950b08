"""Support from a crowd of new visitors at one address: kept, counted apart, and counted once the team has looked."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.identity import roles
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from bot.workers.crowds import Thing, judge
from handlers.ideas import cards, guards, store
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t, words_of

EXCERPT = 120


async def support(context: Context, idea: Idea) -> bool:
    """Expects the rules to be checked; whether the voice stands apart. A voice that is there stays what it is."""
    if not await store.support.supports(context.tx, idea.id, context.person.id):
        judged = await judge(context, Thing("idea", idea.id, await store.steps.published_at(context.tx, idea.id)))
        await store.support.support(context.tx, idea.id, context.person.id, context.now_ms, int(judged.apart))
        if judged.alarm:
            await _alarm(context, idea, judged.alarm)
    return await store.support.is_apart(context.tx, idea.id, context.person.id)


@action(TEAM)
async def count_them(context: Context, idea_id: int, wished: int) -> None:
    """These are neighbours, such as guests of a fair who share one Wi-Fi; or, undone, they are not."""
    idea = await guards.check_kept(context, idea_id)
    move = store.support.let_in if wished else store.support.set_apart_again
    await move(context.tx, idea.id)
    now = await cards.seen(context, idea.id)
    rows = [[count_them.button(t.undo, idea.id, 0)]] if wished else []
    text = t.counted_in if wished else t.counted_apart_again
    await context.say(text(number=now.number, voices=now.voices), [*rows, *cards.see_rows(idea)])


async def ways_in(context: Context, idea: Idea) -> list[Button]:
    """For the desk, where anybody stands apart."""
    count = await store.support.apart(context.tx, idea.id)
    return [count_them.button(t.count_them(count=count), idea.id, 1)] if count else []


async def _alarm(context: Context, idea: Idea, count: int) -> None:
    text = t.many_voices(number=idea.number, words=words_of(idea, EXCERPT), count=count)
    rows = [*[[one] for one in await ways_in(context, idea)], *cards.see_rows(idea)]
    await context.tell_all(await roles.team(context.tx, idea.place_id), text, rows)
