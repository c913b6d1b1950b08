"""By the clock: changes that were held, reminders, and thanks afterwards."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.events import rules, store, telling
from handlers.events.rules import Reminder
from handlers.events.store.events import Event


async def run(notices: Notices) -> None:
    """Changes first, so that nobody is reminded of what is not so any more."""
    now, place_id = notices.now_ms, notices.place.id
    for dates in _together(await store.events.changed_by(notices.tx, place_id, now)):
        await _settle_change(notices, dates)
    nearest = milliseconds(notices.now + rules.LONG_BEFORE)
    for event in await store.events.upcoming_until(notices.tx, place_id, now, nearest):
        await _remind(notices, event)
    since = milliseconds(notices.now - rules.THANKS_IN_TIME)
    usual = rules.LASTS // timedelta(milliseconds=1)
    for event in await store.events.over_since(notices.tx, place_id, since, now, usual):
        await telling.thank(notices, event)
        await store.events.note_thanked(notices.tx, event.id, now)
    if await notices.first_time("names on behalf", f"{notices.now.date()}"):
        await store.on_behalf.forget_names(notices.tx, place_id, milliseconds(notices.now - rules.NAMES_KEPT))


def _together(events: list[Event]) -> list[list[Event]]:
    """The dates of one weekly event are told as one change."""
    found: dict[tuple[str, int], list[Event]] = {}
    for event in events:
        key = ("date", event.id) if event.series_id is None else ("series", event.series_id)
        found.setdefault(key, []).append(event)
    return list(found.values())


async def _settle_change(notices: Notices, dates: list[Event]) -> None:
    due: list[Event] = []
    for date in dates:
        # Somebody may be changing it or taking a seat just now; what she does is read again afterwards.
        await notices.tx.lock(f"event {date.id}")
        event = await store.events.find_event(notices.tx, date.id) or date
        if event.status == "announced" and event.change_due_at is not None and event.change_due_at <= notices.now_ms:
            due.append(event)
    await telling.tell_change(notices, sorted((one for one in due if one.start > notices.now), key=_start))
    for event in due:
        await store.events.settle_change(notices.tx, event.id)


def _start(event: Event) -> int:
    return event.starts_at or 0


async def _remind(notices: Notices, event: Event) -> None:
    day_at, hours_at = event.day_reminded_at, event.hours_reminded_at
    due = rules.due_reminder(event.start, notices.now, day_at is not None, hours_at is not None)
    if due is None or event.change_due_at is not None:
        return
    if rules.still_useful(event.start, notices.now, notices.place.clocks):
        await telling.remind(notices, event, due)
    now = notices.now_ms
    await store.events.set_reminders(notices.tx, event.id, day_at or now, now if due is Reminder.HOURS else None)


JOBS = (Job("events", run),)
