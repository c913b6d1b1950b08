"""What the digests say about what people made: terms that run, and what nobody stands with."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from bot.i18n.texts import Text
from bot.identity.roles import SHOPKEEPERS
from handlers.digests.source import DigestPart
from handlers.made import cards, rules, store
from handlers.made.words import called, t

MOST = 3


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    """What is on her walls."""
    return await _part(notices, since, hers=True)


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    part = await _part(notices, since, hers=False)
    lonely = await store.things.lonely(notices.tx, notices.place.id)
    asides = (*part.asides, t.digest_lonely(count=lonely)) if lonely else part.asides
    return DigestPart(lines=part.lines, asides=asides)


async def _part(notices: Notices, since: datetime, hers: bool) -> DigestPart:
    """New ones are news; those that run only stand beneath it."""
    lines: list[Text] = []
    asides: list[Text] = []
    for one in await store.changes.open_in(notices.tx, notices.place.id):
        thing = await cards.thing_of(notices, one)
        surface = await store.things.find_surface(notices.tx, one.surface_id)
        if thing is None or surface is None:
            continue
        if hers and not rules.owner(surface.space).roles & SHOPKEEPERS.roles:
            continue
        until = When(moment(one.may_at), notices.place.clocks, "date")
        over = rules.may_go(one.may_at, one.urgent, notices.now_ms)
        line = t.digest_over(what=called(thing, 40)) if over else t.digest_open(what=called(thing, 40), until=until)
        (lines if one.begun_at >= milliseconds(since) else asides).append(line)
    return DigestPart(lines=tuple(lines[:MOST]), asides=tuple(asides[:MOST]))
