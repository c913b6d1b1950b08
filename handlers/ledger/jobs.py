"""By the clock: a month that is over is written down; when owner and team alone decided twice, both hear it."""

from bot.clock import moment
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.identity import roles
from bot.identity.roles import SHOPKEEPERS, TEAM
from bot.outbox.message import Button
from handlers.ledger import rules, store, writing
from handlers.ledger.words import t


async def run(notices: Notices) -> None:
    """Each month once; at first the last year of it."""
    tx, place = notices.tx, notices.place
    this = rules.month_of(notices.now, place.clocks)
    begun = await store.record.since(tx, place.id)
    if begun is None:
        return
    last = await store.months.last(tx, place.id)
    first = rules.month_of(moment(begun), place.clocks) if last is None else last + 1
    for month in range(max(first, this - rules.LOOKS_BACK), this):
        await writing.write(notices, month)
        if month == this - 1:
            await _warn(notices, month)


async def _warn(notices: Notices, month: int) -> None:
    """Privately, and not again in the month after."""
    tx, place_id = notices.tx, notices.place.id
    two = [await store.months.find(tx, place_id, each) for each in (month - 1, month)]
    there = [one for one in two if one is not None]
    if not rules.slides([one.counts for one in there]) or await store.months.warned(tx, place_id, month - 1):
        return
    newest = there[-1].counts
    await store.months.note_warned(tx, there[-1].id, notices.now_ms)
    text = t.slide(alone=newest.by_owner + newest.by_team, decided=newest.decided)
    rows = [[Button(t.see, "ledger.see")]]
    heard = await roles.holders(tx, place_id, *sorted((SHOPKEEPERS | TEAM).roles))
    await notices.tell_all(heard, text, rows)


JOBS = (Job("ledger", run, seconds=3600),)
