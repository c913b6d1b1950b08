"""By the clock: what was done gets its plan, looks begin and go on to the next one, care days come, news is told."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.care import cards, days, rules, showing, store, telling, turns
from handlers.care.rules import Outcome
from handlers.care.words import called, t

AT_ONCE = 100  # plans made in one run


async def run(notices: Notices) -> None:
    await _plans_begin(notices)
    await _plans_end(notices)
    await _taken_back(notices)
    await _looks_go_on(notices)
    await _looks_begin(notices)
    await _care_days(notices)
    await _news(notices)


async def _plans_begin(notices: Notices) -> None:
    """Also of all that was done before there was after-care; nobody is asked about that at once."""
    for done in await store.plans.without_plan(notices.tx, notices.place.id, AT_ONCE):
        await cards.adopted(notices, done.idea_id)


async def _plans_end(notices: Notices) -> None:
    """What is not done any more, and what its owner let go by the register."""
    tx, place_id, now = notices.tx, notices.place.id, notices.now_ms
    for plan in await store.plans.gone_in_register(tx, place_id):
        await store.checks.drop_open(tx, plan.id, now)
        if await store.plans.end(tx, plan.id, Outcome.GONE, now):
            text = t.told_gone(what=called(plan))
            await telling.over(notices, await store.plans.holders(tx, plan.id), text, cards.see_rows(plan))
    for plan_id in await store.plans.no_longer_done(tx, place_id):
        await store.checks.drop_open(tx, plan_id, now)
        if await store.plans.end(tx, plan_id, Outcome.UNDONE, now):
            await telling.over(notices, await store.plans.holders(tx, plan_id), t.told_undone)


async def _taken_back(notices: Notices) -> None:
    """A step that somebody took back among those of the idea: what was found is taken back with it."""
    for check in await store.waiting.taken_back(notices.tx, notices.place.id):
        plan = await store.plans.by_id(notices.tx, notices.place.id, check.plan_id)
        if plan is not None and plan.ended_at is not None:
            await store.plans.go_on(notices.tx, plan.id, rules.next_due(plan.done_at, notices.now_ms))
        await showing.open_again(notices, check)


async def _looks_go_on(notices: Notices) -> None:
    for check in await store.waiting.waiting(notices.tx, notices.place.id, notices.now_ms):
        plan = await store.plans.by_id(notices.tx, notices.place.id, check.plan_id)
        if plan is None or plan.ended_at is not None:
            await store.checks.lapse(notices.tx, check.id, notices.now_ms)
            continue
        await cards.hold(notices, plan.idea_id)
        # Somebody may have answered or let go since.
        now = await store.checks.find(notices.tx, notices.place.id, check.id)
        plan = await store.plans.by_id(notices.tx, notices.place.id, check.plan_id)
        if now is None or plan is None or now.closed_at is not None or now.waits_until > notices.now_ms:
            continue
        await turns.had_her_time(notices, plan, now)


async def _looks_begin(notices: Notices) -> None:
    """Of what nobody looks after one a day: a team with much behind it is not asked about all of it at once."""
    tx, place_id = notices.tx, notices.place.id
    begun = await store.waiting.begun_alone(tx, place_id, notices.now_ms - rules.DAY)
    for one in await store.plans.due(tx, place_id, notices.now_ms, max(rules.MOST_A_DAY - begun, 0)):
        await cards.hold(notices, one.idea_id)
        # Somebody may have looked by herself since, or it is over.
        plan = await store.plans.by_id(tx, place_id, one.id)
        if plan is None or plan.ended_at is not None or plan.next_at is None or plan.next_at > notices.now_ms:
            continue
        if await store.checks.open_of(tx, place_id, plan.id) is None:
            await turns.begin(notices, plan)


async def _care_days(notices: Notices) -> None:
    for plan in await store.plans.care_days(notices.tx, notices.place.id, notices.now_ms):
        await days.remind(notices, plan)


async def _news(notices: Notices) -> None:
    """What waited for somebody of the team, or for its photo, does not wait for ever."""
    tx, place_id = notices.tx, notices.place.id
    before = milliseconds(notices.now - rules.SHOW_PATIENCE)
    for one in await store.waiting.unshown(tx, place_id, before):
        plan = await store.plans.by_id(tx, place_id, one.plan_id)
        if plan is None:
            continue
        await cards.hold(notices, plan.idea_id)
        await store.checks.keep_back(tx, one.id)
        check = await store.checks.find(tx, place_id, one.id)
        if check is not None and check.answer is not None:
            await showing.show(notices, plan, check)
    before = milliseconds(notices.now - rules.PHOTO_PATIENCE)
    for check in await store.waiting.untold(tx, place_id, before):
        plan = await store.plans.by_id(tx, place_id, check.plan_id)
        if plan is not None:
            await telling.found(notices, plan, check)


JOBS = (Job("care", run, seconds=60),)
