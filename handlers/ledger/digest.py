"""One line in the digests after a month is over; and what waits beyond the promise."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join, literal
from handlers.digests.source import DigestPart, Nearness, News
from handlers.ledger import rules, store
from handlers.ledger.store.months import Month
from handlers.ledger.words import in_a_line, t

NAMED = 5
DAY_MS = 24 * 3_600_000


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    return DigestPart(asides=(*await overdue_lines(notices), *await _lines(notices, since)))


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    return DigestPart(asides=(*await overdue_lines(notices), *await _lines(notices, since)))


async def for_resident(notices: Notices, since: datetime, person_id: int) -> tuple[News, ...]:
    """Also to somebody who took no part."""
    return tuple(News(Nearness.OTHERS, in_a_line(one), one.written_at) for one in await _written(notices, since))


async def overdue_lines(notices: Notices) -> list[Text]:
    days, voices = notices.place.answer_days, notices.place.answer_voices
    if not days:
        return []
    before = notices.now_ms - days * DAY_MS
    found = await store.promises.overdue(notices.tx, notices.place.id, voices, before, NAMED + 1)
    if not found:
        return []
    numbers = [literal(f"/{one.number}") for one in found[:NAMED]] + [literal("…")] * (len(found) > NAMED)
    return [t.digest_overdue(days=days, numbers=join(*numbers, separator=" "))]


async def _lines(notices: Notices, since: datetime) -> list[Text]:
    return [in_a_line(one) for one in await _written(notices, since)]


async def _written(notices: Notices, since: datetime) -> list[Month]:
    """The newest month, when it was written since then and may be told."""
    newest = await store.months.newest(notices.tx, notices.place.id, 1)
    return [one for one in newest if one.written_at >= milliseconds(since) and one.counts.decided >= rules.FEWEST]
