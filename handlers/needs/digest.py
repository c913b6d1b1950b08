"""What the team hears of needs: new promises, what is late, what waits for a second person."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from handlers.digests.source import DigestPart
from handlers.needs import store
from handlers.needs.today import is_late
from handlers.needs.words import pledge_called, t

LINES = 3


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    new = await store.pledges.since(notices.tx, notices.place.id, milliseconds(since))
    lines = [t.digest_promised(what=pledge_called(one)) for one in new[:LINES]]
    asides = []
    late = [one for one in await store.pledges.promised(notices.tx, notices.place.id) if is_late(notices.now_ms, one)]
    if late:
        asides.append(t.digest_late(count=len(late)))
    if waiting := await store.lines.waiting(notices.tx, notices.place.id):
        asides.append(t.digest_money(count=len(waiting)))
    return DigestPart(lines=tuple(lines), asides=tuple(asides))
