"""Asks every feature what waits for somebody; one that breaks does not hide what the others know."""

import logging

from bot.database.db import NotSaved
from bot.dialogue.context import Context
from bot.dialogue.feature import town_of
from bot.identity.roles import TEAM
from handlers.today import rules, store
from handlers.today.source import MOST, TodaySource, Waiting
from handlers.today.store import Mark

log = logging.getLogger(__name__)


async def gather(context: Context) -> list[Waiting]:
    """Whatever waits longest comes first; without what she put off, and what is somebody else's for now."""
    later = frozenset(await store.later(context.tx, context.place.id, context.person.id, context.now_ms))
    return rules.seen(await _everything(context), await marks(context), later, context.person.id, context.now)


async def find(context: Context, subject: str) -> Waiting | None:
    """Also what she put off or somebody else has: whoever has its button may open it, if it waits for her role."""
    return next((one for one in await _everything(context) if one.subject == subject), None)


async def marks(context: Context) -> dict[str, Mark]:
    """What the team said about the things, for the team."""
    if not context.may(TEAM):
        return {}
    return {one.subject: one for one in await store.marks(context.tx, context.place.id)}


async def _everything(context: Context) -> list[Waiting]:
    found: list[Waiting] = []
    for name, source in town_of(context.notices).offered(TodaySource):
        found += (await _asked(context, name, source))[:MOST]
    return sorted(found, key=lambda one: (one.since, one.subject))


async def _asked(context: Context, feature: str, source: TodaySource) -> tuple[Waiting, ...]:
    try:
        async with context.tx.savepoint():
            return await source.waiting(context)
    except NotSaved:
        raise
    except Exception as error:  # whatever it is, it is not the other features' and costs nobody the list
        # The message of an exception may quote what people wrote; its type does not.
        log.error("today: %s has nothing to say: %s", feature, type(error).__name__)
        return ()
