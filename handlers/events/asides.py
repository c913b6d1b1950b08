"""What other features say beneath a card, and where they lead to from it."""

from bot.dialogue.context import Context
from bot.dialogue.feature import town_of
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.events.source import EventAside
from handlers.events.store.events import Event


async def lines(context: Context, event: Event) -> list[Text]:
    found: list[Text] = []
    for _, aside in town_of(context.notices).offered(EventAside):
        if aside.lines is not None:
            found += await aside.lines(context, event)
    return found


async def ways(context: Context, event: Event) -> list[Button]:
    found: list[Button] = []
    for _, aside in town_of(context.notices).offered(EventAside):
        if aside.ways is not None:
            found += await aside.ways(context, event)
    return found
