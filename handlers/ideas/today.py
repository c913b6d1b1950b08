"""What waits for the speaker among the ideas: the team's queue, and what she decides about."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text, short
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.digests.source import Decision
from handlers.ideas import digest, store
from handlers.ideas.desk.queue import look_after
from handlers.ideas.life import decisions
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t
from handlers.today.source import MOST, Waiting

IN_LINE = 60


async def waiting(context: Context) -> tuple[Waiting, ...]:
    found: list[Waiting] = []
    if context.may(TEAM):
        queue = await store.ideas.queue(context.tx, context.place.id, context.now, MOST)
        found += [_queued(idea) for idea in queue]
    if context.may(SHOPKEEPERS):
        found += [_to_decide(one) for one in (await digest.for_shopkeeper(context.notices, context.now)).decisions]
    if context.may(LIAISONS):
        found += [_to_decide(one) for one in await digest.for_liaison_to_decide(context.notices)]
    if context.may(PROPERTY_MANAGERS):
        yard = await digest.for_property_manager(context.notices, context.now)
        found += [_to_decide(one) for one in yard.decisions]
    return tuple(found)


def _queued(idea: Idea) -> Waiting:
    text = t.today_idea(number=idea.number, words=short(idea.words, IN_LINE) or t.without_words)
    button = look_after.button(t.today_open(number=idea.number), idea.id)
    return Waiting(f"ideas.queue:{idea.id}", text, idea.sent_at or 0, button)


def _to_decide(one: Decision) -> Waiting:
    text: Text = t.today_idea(number=one.label, words=one.text)
    button: Button = decisions.answer.button(t.today_decide(number=one.label), one.subject)
    return Waiting(f"ideas.decide:{one.subject}", text, one.asked_at, button)
