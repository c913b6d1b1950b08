"""What digests say of tasks: to the team what lacks somebody soon, to the liaison two totals."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.digests.source import DigestPart, Total
from handlers.tasks import cards, rules, store
from handlers.tasks.words import t, when

MOST = 3
SOON_MS = 7 * 86_400_000


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    """What came within two days of its date since then is news; what lacks somebody this week stands beneath."""
    tx, place = notices.tx, notices.place
    near = int(rules.SHORT_BEFORE.total_seconds() * 1000)
    lines: list[Text] = []
    asides: list[Text] = []
    for one in await store.dates.open_(tx, place.id, notices.now_ms, MOST * 4):
        if one.starts_at > notices.now_ms + SOON_MS:
            continue
        line = t.digest_short(
            task=cards.title(one), when=when(one, place.clocks), taken=one.taken - one.stand_ins, needed=one.needed
        )
        fresh = milliseconds(since) <= one.starts_at - near <= notices.now_ms
        (lines if fresh else asides).append(line)
    waiting = await store.tasks.proposed(tx, place.id, rules.MOST_PROPOSED)
    if any(one.made_at >= milliseconds(since) for one in waiting):
        lines.append(t.digest_proposed(count=len(waiting)))
    elif waiting:
        asides.append(t.digest_proposed(count=len(waiting)))
    return DigestPart(lines=tuple(lines[:MOST]), asides=tuple(asides[:MOST]))


async def for_liaison(notices: Notices, since: datetime, until: datetime) -> tuple[Total, ...]:
    tasks, hours = await store.hours.in_place(notices.tx, notices.place.id, milliseconds(since), milliseconds(until))
    return (Total(t.total_tasks, tasks), Total(t.total_hours, hours))
