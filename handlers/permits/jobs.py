"""By the clock: reminders, what is valid no more, and what the city said to what was handed over."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.permits import rules, store, telling
from handlers.permits.rules import Status

LONG_ENOUGH = timedelta(days=365)  # without a word of the city
LOST = timedelta(days=30)  # nobody said whether it arrived
KEPT = timedelta(days=90)  # what did not go in the end


async def run(notices: Notices) -> None:
    await _remind(notices)
    await _expire(notices)


async def tell_news(notices: Notices) -> None:
    for one in await store.requests.with_news(notices.tx, notices.place.id):
        await store.requests.note_told(notices.tx, one.id, one.news)
        await telling.city(notices, one)


async def forget(notices: Notices) -> None:
    """No report stands for ever in the way of the next one, and none is kept that went nowhere."""
    tx, place_id, now = notices.tx, notices.place.id, notices.now
    await store.forgetting.end_silent(tx, place_id, milliseconds(now - LONG_ENOUGH), notices.now_ms)
    await store.forgetting.drop_lost(tx, place_id, milliseconds(now - LOST))
    await store.forgetting.forget(tx, place_id, milliseconds(now - KEPT))


async def _remind(notices: Notices) -> None:
    """What was missed while the program was off is said once, by its last."""
    tx, now = notices.tx, notices.now_ms
    for permit in await store.permits.to_remind(tx, notices.place.id, now):
        all_ = rules.reminders(permit.status, permit.expected_at, permit.expires_at)
        due = rules.due(all_, await store.reminders.noted(tx, permit.id), now)
        for one in due[:-1]:
            await store.reminders.note(tx, permit.id, one, now, None)
        if due and await store.reminders.note(tx, permit.id, due[-1], now, now):
            await telling.remind(notices, permit, due[-1].kind)


async def _expire(notices: Notices) -> None:
    for permit in await store.permits.ended(notices.tx, notices.place.id, notices.now_ms):
        if await store.permits.move(notices.tx, permit.id, permit.status, Status.EXPIRED, None, notices.now_ms):
            await telling.ended(notices, permit)


JOBS = (
    Job("permits", run, seconds=60),
    Job("permits: forget", forget, seconds=3600),
    Job("news of the city", tell_news, seconds=2, anything_due=store.requests.anything_to_tell),
)
