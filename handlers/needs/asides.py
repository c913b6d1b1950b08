"""Beneath the card of a change: how much it needs, and the way there."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.ideas.store.ideas import Idea
from handlers.needs import rules, store
from handlers.needs.rules import State
from handlers.needs.words import t


async def lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    if idea.status not in rules.NEEDY:
        return ()
    found = await store.needs.of_idea(context.tx, context.place.id, idea.id)
    unmet = sum(one.state is State.OPEN for one in found)
    return (t.aside(unmet=unmet, met=len(found) - unmet),) if found else ()


async def ways(context: Context, idea: Idea) -> tuple[Button, ...]:
    if idea.status in rules.NEEDY or await store.lines.of_idea(context.tx, context.place.id, idea.id):
        return (Button(t.of_this_change, f"needs.of_idea:{idea.id}:0"),)
    return ()
