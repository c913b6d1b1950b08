"""Beneath the card of an idea: that an expert answered, and the ways to read it and to ask one."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.experts import asking, cards, chat, store
from handlers.experts.howto import chat as howto
from handlers.experts.words import answer_words, signed, t
from handlers.ideas.source import IdeaAside
from handlers.ideas.store.ideas import Idea
from handlers.tasks.source import ClaimAside

IN_ASIDE = 90  # letters


async def lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    """The newest."""
    if not idea.public:
        return ()
    found = await store.looks.beneath(context.tx, context.place.id, idea.id, 1)
    return tuple(t.aside(who=signed(one), words=answer_words(one, IN_ASIDE)) for one in found)


async def ways(context: Context, idea: Idea) -> tuple[Button, ...]:
    found: list[Button] = []
    if idea.public and await store.looks.beneath(context.tx, context.place.id, idea.id, 1):
        found.append(chat.of_idea.button(t.of_idea_button, idea.id, 0))
    if idea.public and await cards.may_ask(context, idea):
        found.append(asking.choose_field.button(t.ask_about_idea, idea.id, 0))
    return tuple(found)


OF_IDEA = IdeaAside(lines, ways)
OF_TASK = ClaimAside(howto.on_claim, howto.way)
