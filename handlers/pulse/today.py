"""Stories that nobody of the team has read."""

from bot.dialogue.context import Context
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.pulse import store
from handlers.pulse.store.stories import Story
from handlers.pulse.words import t
from handlers.today.source import MOST, Waiting

SHOWN = 40  # letters


async def waiting(context: Context) -> tuple[Waiting, ...]:
    if not context.may(TEAM):
        return ()
    found = await store.stories.unread(context.tx, context.place.id, MOST)
    return tuple(_waits(one) for one in found)


def _waits(one: Story) -> Waiting:
    text = t.today_story(words=short(one.words, SHOWN) if one.words else t.a_voice)
    return Waiting(f"pulse.story:{one.id}", text, one.told_at, Button(text, f"pulse.story:{one.id}"))
