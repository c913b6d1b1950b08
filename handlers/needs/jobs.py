"""By the clock: givers are reminded, loans asked for, and what nobody comes back to ends by itself."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.identity import roles
from handlers.needs import rules, store, telling
from handlers.needs.rules import State
from handlers.needs.store.pledges import Pledge
from handlers.needs.words import called, pledge_called, t


async def run(notices: Notices) -> None:
    tomorrow = milliseconds(notices.now + rules.BEFORE)
    for one in await store.pledges.promised(notices.tx, notices.place.id):
        await _promised(notices, one, tomorrow)
    for one in await store.pledges.loans(notices.tx, notices.place.id):
        await _lent(notices, one, tomorrow)
    await _over(notices)
    before = milliseconds(notices.now - rules.HALF_DONE_KEPT)
    await store.needs.forget_drafts(notices.tx, notices.place.id, before)


async def _promised(notices: Notices, pledge: Pledge, tomorrow: int) -> None:
    at = pledge.deliver_at or pledge.promised_at
    if at < milliseconds(notices.now - rules.LAPSES):
        if await store.pledges.withdraw(notices.tx, pledge.id, notices.now_ms):
            await notices.answer(pledge.person_id, t.promise_lapsed(what=pledge_called(pledge)))
    elif at <= tomorrow and pledge.reminded_of != at:
        await store.pledges.note_reminded(notices.tx, pledge.id, at)
        if at > notices.now_ms and pledge.promised_at < milliseconds(notices.now - rules.BEFORE):
            await telling.remind(notices, pledge, at)


async def _lent(notices: Notices, pledge: Pledge, tomorrow: int) -> None:
    """Each day once: a reminder of a loan that came back is never sent, since it is here no more."""
    at = pledge.goes_back_at
    if at <= tomorrow and pledge.reminded_of != at:
        await store.pledges.note_reminded(notices.tx, pledge.id, at)
        await telling.remind_of_loan(notices, pledge, await roles.team(notices.tx, notices.place.id))
    if at < milliseconds(notices.now - rules.BACK_PATIENCE) and pledge.asked_back_at is None:
        await store.pledges.note_asked_back(notices.tx, pledge.id, notices.now_ms)
        await telling.ask_back(notices, pledge)


async def _over(notices: Notices) -> None:
    by = milliseconds(notices.now - rules.LAPSES)
    begun = milliseconds(notices.now - 6 * rules.LAPSES)
    for need in await store.needs.over(notices.tx, notices.place.id, by, begun):
        await notices.tx.lock(f"need {need.id}")
        # Somebody may have moved its day just now.
        still = await store.needs.over(notices.tx, notices.place.id, by, begun)
        if need.id not in {one.id for one in still}:
            continue
        await store.needs.set_state(notices.tx, need.id, State.DROPPED, notices.now_ms)
        await telling.release(notices, need.id, t.not_needed_any_more(what=called(need)))


JOBS = (Job("needs", run, seconds=60),)
