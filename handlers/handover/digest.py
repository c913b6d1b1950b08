"""What the digests say: what nobody looks after, and that the place rests."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from bot.identity import roles
from handlers.digests.source import DigestPart
from handlers.handover import source, store
from handlers.handover.words import t

MOST = 3


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """New ones are news; those that wait longer stand beneath it."""
    lines: list[Text] = []
    asides: list[Text] = []
    for offer in (await store.offers.of_team(notices.tx, notices.place.id))[:MOST]:
        one = await source.of_nobody(notices, offer)
        if one is not None:
            line = t.digest_nobody(what=one.text)
            (lines if offer.offered_at >= milliseconds(since) else asides).append(line)
    return DigestPart(lines=tuple(lines), asides=tuple(asides))


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    """Without a team she hears what waits, once a week, and how to wake the place."""
    if notices.place.rests_since is None and await roles.team(notices.tx, notices.place.id):
        return DigestPart()
    return DigestPart(asides=(t.digest_rests(place=notices.place.name),))
