"""What other features say beneath a card, and where they lead to from it."""

from bot.dialogue.context import Context
from bot.dialogue.feature import town_of
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.ideas.source import IdeaAside, Reading
from handlers.ideas.store.ideas import Idea


async def lines(context: Context, idea: Idea) -> list[Text]:
    found: list[Text] = []
    for _, aside in town_of(context.notices).offered(IdeaAside):
        if aside.lines is not None:
            found += await aside.lines(context, idea)
    return found


async def ways(context: Context, idea: Idea) -> list[Button]:
    found: list[Button] = []
    for _, aside in town_of(context.notices).offered(IdeaAside):
        if aside.ways is not None:
            found += await aside.ways(context, idea)
    return found


async def upfront(context: Context, idea: Idea) -> Button | None:
    """The first of those that other features have for the card of what is done."""
    for _, aside in town_of(context.notices).offered(IdeaAside):
        if aside.upfront is not None and (button := await aside.upfront(context, idea)) is not None:
            return button
    return None


async def reading(context: Context, idea: Idea) -> Reading | None:
    """Its words in the language of whoever reads it, where another feature has them."""
    for _, aside in town_of(context.notices).offered(IdeaAside):
        if aside.reading is not None and (found := await aside.reading(context, idea)) is not None:
            return found
    return None
