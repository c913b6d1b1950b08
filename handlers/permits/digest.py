"""What the digests say about permits: to the liaison all that have a day, to the team what is late."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.digests.source import DigestPart
from handlers.permits import store
from handlers.permits.words import called, state, t

MOST = 4
IN_DIGEST = 36  # letters


async def for_liaison(notices: Notices) -> tuple[Text, ...]:
    """Her work list, by date."""
    found = await store.permits.with_dates(notices.tx, notices.place.id, MOST + 1)
    clocks, now = notices.place.clocks, notices.now_ms
    lines = [
        t.digest_line(what=called(one, IN_DIGEST), state=state(one, clocks, now, IN_DIGEST)) for one in found[:MOST]
    ]
    return (*lines, t.digest_all) if found else ()


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """What somebody was reminded of is a reason to write; that more is open stands beneath it."""
    lines: list[Text] = []
    for permit_id in await store.reminders.told_since(notices.tx, notices.place.id, milliseconds(since)):
        permit = await store.permits.find(notices.tx, notices.place.id, permit_id)
        if permit is not None:
            said = state(permit, notices.place.clocks, notices.now_ms, IN_DIGEST)
            lines.append(t.digest_line(what=called(permit, IN_DIGEST), state=said))
    open_ = await store.permits.count_open(notices.tx, notices.place.id)
    return DigestPart(lines=tuple(lines[:MOST]), asides=(t.digest_open(count=open_),) if open_ else ())
