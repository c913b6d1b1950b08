"""What stands beneath a card of an idea or an event: how many tasks of it need somebody, and the ways there."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events.store.events import Event
from handlers.ideas.rules import FINISHED
from handlers.ideas.store.ideas import Idea
from handlers.tasks import store
from handlers.tasks.chat import see
from handlers.tasks.making.beginning import for_event, for_idea
from handlers.tasks.words import t


async def idea_lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    found = await store.dates.about(context.tx, context.place.id, context.now_ms, idea_id=idea.id)
    return (t.aside(count=len(found)),) if found else ()


async def idea_ways(context: Context, idea: Idea) -> tuple[Button, ...]:
    found = await store.dates.about(context.tx, context.place.id, context.now_ms, idea_id=idea.id)
    ways = [see.button(t.lend_a_hand, found[0].id)] if found else []
    if context.may(TEAM) and idea.public and idea.status not in FINISHED:
        ways.append(for_idea.button(t.new_button, idea.id))
    return tuple(ways)


async def event_lines(context: Context, event: Event) -> tuple[Text, ...]:
    found = await store.dates.about(context.tx, context.place.id, context.now_ms, event_id=event.id)
    return (t.aside(count=len(found)),) if found else ()


async def event_ways(context: Context, event: Event) -> tuple[Button, ...]:
    """To whoever may come what needs a hand; the team makes a task, too."""
    found = await store.dates.about(context.tx, context.place.id, context.now_ms, event_id=event.id)
    ways = [see.button(t.lend_a_hand, found[0].id)] if found else []
    if context.may(TEAM) and event.status == "announced" and event.start > context.now:
        ways.append(for_event.button(t.new_button, event.id))
    return tuple(ways)
