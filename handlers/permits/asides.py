"""How its permits stand, beneath the card of an idea; and the way to them for whoever looks after them."""

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.identity.places import Space
from bot.outbox.message import Button
from handlers.ideas.source import IdeaAside
from handlers.ideas.store.ideas import Idea
from handlers.permits import chat, city, store
from handlers.permits.rules import DESK
from handlers.permits.words import t, threads

TO_THE_CITY = frozenset({Space.STREET, Space.FRONT, Space.UNSURE})


async def lines(context: Context, idea: Idea) -> tuple[Text, ...]:
    return await threads(context.tx, idea.id, context.place.clocks, context.now_ms)


async def ways(context: Context, idea: Idea) -> tuple[Button, ...]:
    if not context.may(DESK) or not idea.public:
        return ()
    found: tuple[Button, ...] = (chat.of_idea.button(t.permits_button, idea.id, 0),)
    handed = await store.requests.shown(context.tx, idea.id)
    if idea.space in TO_THE_CITY or handed is not None:
        found = (*found, city.city.button(t.city_button, idea.id))
    return found


ASIDE = IdeaAside(lines, ways)
