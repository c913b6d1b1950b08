"""What waits: for a speaker what a neighbour understood of her voice note, for the team what newcomers translated."""

from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from handlers.today.source import MOST, Waiting
from handlers.translations import rules, store
from handlers.translations.versions import look_below
from handlers.translations.words import language_name, t
from handlers.translations.writing_down import understood


async def waiting(context: Context) -> tuple[Waiting, ...]:
    found = await store.transcripts.asked_of(context.tx, context.place.id, context.person.id, MOST)
    hers = tuple(
        Waiting(
            f"translations.transcript:{one.idea_id}",
            t.today_understood(number=one.number),
            one.made_at,
            understood.button(t.today_understood(number=one.number), one.idea_id),
        )
        for one in found
    )
    return (*hers, *await _for_the_team(context))


async def _for_the_team(context: Context) -> tuple[Waiting, ...]:
    """It stands in the place of an author's words: whether it says the same, somebody of the team should see once."""
    if not context.may(TEAM):
        return ()
    since = context.now_ms - int(rules.LOOKED_AT_WITHIN.total_seconds() * 1000)
    found = await store.said.unlooked(context.tx, context.place.id, since, MOST)
    return tuple(
        Waiting(
            f"translations.said:{one.id}",
            text := t.today_said(number=one.number, language=language_name(one.language)),
            one.said_at,
            look_below.button(text, one.idea_id),
        )
        for one in found
    )
