"""Support from a crowd of new visitors at one address: kept, counted apart, and counted once the team has looked."""

from bot.dialogue.actions import Button, action
from bot.dialogue.context import Context
from bot.identity import people
from bot.identity.people import TEAM
from bot.workers.crowds import Thing, judge
from handlers.ideas import asking, cards, step_store, voice_store
from handlers.ideas.cards import t
from handlers.ideas.store import Idea

EXCERPT = 120


async def support(context: Context, idea: Idea) -> bool:
    """Expects the rules to be checked; whether the voice stands apart. A voice that is there stays what it is."""
    if not await voice_store.supports(context.tx, idea.id, context.person.id):
        judged = await judge(context, Thing("idea", idea.id, await step_store.published_at(context.tx, idea.id)))
        await voice_store.support(context.tx, idea.id, context.person.id, context.now_ms, int(judged.apart))
        if judged.alarm:
            await _alarm(context, idea, judged.alarm)
    return await voice_store.is_apart(context.tx, idea.id, context.person.id)


@action(TEAM)
async def count_them(context: Context, idea_id: int, wished: int) -> None:
    """These are neighbours, such as guests of a fair who share one Wi-Fi; or, undone, they are not."""
    idea = await asking.check_kept(context, idea_id)
    move = voice_store.let_in if wished else voice_store.set_apart_again
    await move(context.tx, idea.id)
    now = await cards.seen(context, idea.id)
    rows = [[count_them.button(t.undo, idea.id, 0)]] if wished else []
    text = t.counted_in if wished else t.counted_apart_again
    await context.say(text(number=now.number, voices=now.voices), [*rows, *cards.see_rows(idea)])


async def ways_in(context: Context, idea: Idea) -> list[Button]:
    """For the desk, where anybody stands apart."""
    count = await voice_store.apart(context.tx, idea.id)
    return [count_them.button(t.count_them(count=count), idea.id, 1)] if count else []


async def _alarm(context: Context, idea: Idea, count: int) -> None:
    text = t.many_voices(number=idea.number, words=cards.words_of(idea, EXCERPT), count=count)
    rows = [*[[one] for one in await ways_in(context, idea)], *cards.see_rows(idea)]
    await context.notices.tell_all(await people.team(context.tx, idea.place_id), text, rows)
