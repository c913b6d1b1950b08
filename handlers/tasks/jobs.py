"""By the clock: events that changed, next dates, reminders, what nobody does, how it went, and what is forgotten."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.tasks import cards, rules, store, telling
from handlers.tasks.rules import HOLDS, Reminder, State
from handlers.tasks.store.tasks import Task


async def run(notices: Notices) -> None:
    """What changed comes first, so that nobody is reminded of what is not so any more."""
    await _with_events(notices)
    await _next_dates(notices)
    await _reminders(notices)
    await _nobody_found(notices)
    await _how_it_went(notices)
    await _forgotten(notices)


async def _with_events(notices: Notices) -> None:
    """A cancelled event takes its tasks along; a moved one asks their people again."""
    for one in await store.dates.changed_with_event(notices.tx, notices.place.id, notices.now_ms):
        await cards.hold(notices, one.task_id)
        date = await store.dates.find(notices.tx, notices.place.id, one.date_id)
        if date is None:
            continue
        if one.off:
            if await store.dates.cancel(notices.tx, date.id, one.reason, notices.now_ms):
                await telling.called_off(notices, date, one.reason)
            continue
        await store.dates.follow_event(notices.tx, date.id)
        lasts = date.ends_at - date.starts_at
        if not await store.dates.taken_by_another(notices.tx, date, date.starts_at + one.moved_by):
            near = milliseconds(notices.now + rules.SHORT_BEFORE)
            await store.dates.move(notices.tx, date.id, date.starts_at + one.moved_by, lasts, near)
        moved = await store.dates.find(notices.tx, notices.place.id, date.id)
        if moved is not None:
            await telling.moved(notices, moved)


async def _next_dates(notices: Notices) -> None:
    for found in await store.tasks.standing(notices.tx, notices.place.id):
        if not _dates_to_add(notices, found) and moment(found.until_at or 0) - rules.ASKED_ON_BEFORE > notices.now:
            continue
        # Somebody may end it, or say that it goes on, meanwhile.
        await cards.hold(notices, found.id)
        task = await store.tasks.find(notices.tx, notices.place.id, found.id)
        if task is not None and task.state is State.OPEN:
            await _go_on(notices, task)


async def _go_on(notices: Notices, task: Task) -> None:
    until = moment(task.until_at or 0)
    for at in _dates_to_add(notices, task):
        await store.dates.add(notices.tx, task.id, milliseconds(at), task.lasts)
    if task.asked_on_at is None and until - rules.ASKED_ON_BEFORE <= notices.now:
        await store.tasks.note_asked_on(notices.tx, task.id, notices.now_ms)
        await telling.ask_on(notices, task, until)
        return
    ahead = await store.dates.of_task(notices.tx, notices.place.id, task.id, notices.now_ms)
    if until <= notices.now and not ahead:
        await store.tasks.end(notices.tx, task.id)


def _dates_to_add(notices: Notices, task: Task) -> list[datetime]:
    if task.every is None or task.starts_at is None:
        return []
    until = min(notices.now + rules.AHEAD, moment(task.until_at or 0))
    after = max(moment(task.planned_at or 0), notices.now)
    return rules.dates(moment(task.starts_at), task.every, after, until, notices.place.clocks)


async def _reminders(notices: Notices) -> None:
    until = milliseconds(notices.now + rules.DAY_BEFORE)
    due_claims = await store.claims.to_remind(notices.tx, notices.place.id, notices.now_ms, until)
    told = {one.id for one in telling.one_each(due_claims)}
    for claim in due_claims:
        date = await store.dates.find(notices.tx, notices.place.id, claim.date_id)
        if date is None:
            continue
        done = claim.day_reminded_at is not None
        due = rules.due_reminder(date.start, notices.now, moment(claim.claimed_at), done, hours_done=False)
        if due is not None:
            hours = notices.now_ms if due is Reminder.HOURS else None
            await store.claims.note_reminded(notices.tx, claim.id, notices.now_ms, hours)
            if claim.id in told and rules.still_useful(date.start, notices.now, notices.place.clocks):
                await telling.remind(notices, claim, date, due)


async def _nobody_found(notices: Notices) -> None:
    until = milliseconds(notices.now + rules.SHORT_BEFORE)
    opened = milliseconds(notices.now - rules.SHORT_AFTER)
    for date in await store.dates.short(notices.tx, notices.place.id, notices.now_ms, until, opened):
        await store.dates.note_short(notices.tx, date.id, notices.now_ms)
        await telling.short(notices, date)


async def _how_it_went(notices: Notices) -> None:
    since = milliseconds(notices.now - rules.ASKS_FOR)
    over = await store.claims.to_ask(notices.tx, notices.place.id, notices.now_ms, since)
    told = {one.id for one in telling.one_each(over)}
    for claim in over:
        date = await store.dates.find(notices.tx, notices.place.id, claim.date_id)
        await store.claims.note_asked(notices.tx, claim.id, notices.now_ms)
        if claim.id in told and date is not None and claim.state in HOLDS:
            await telling.ask_how_it_went(notices, claim, date)


async def _forgotten(notices: Notices) -> None:
    """Nothing waits for ever."""
    if await notices.first_time("tasks forget", f"{notices.now.date()}"):
        await store.tasks.forget_old(notices.tx, notices.place.id, milliseconds(notices.now - rules.DRAFT_KEPT))
        await store.claims.forget_listed(notices.tx, notices.place.id, milliseconds(notices.now - rules.NAMES_KEPT))
        await store.dates.forget_untaken(notices.tx, notices.place.id, milliseconds(notices.now - rules.UNTAKEN_KEPT))


JOBS = (Job("tasks", run, seconds=60),)
