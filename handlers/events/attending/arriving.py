"""Whoever scans the code at the door came: where ticking by hand notes it, too."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from handlers.check_in.source import Arrived, CheckInSource, Door
from handlers.events import rules, store
from handlers.events.rules import Answer
from handlers.events.store.events import Event

USUAL_MS = int(rules.LASTS.total_seconds() * 1000)


async def find(notices: Notices, event_id: int) -> Door | None:
    event = await store.events.find_event(notices.tx, event_id)
    if event is None or event.place_id != notices.place.id or event.status == "draft":
        return None
    return await _door(notices, event)


async def between(notices: Notices, first: datetime, last: datetime) -> list[Door]:
    place_id = notices.place.id
    found = await store.events.under_way(notices.tx, place_id, milliseconds(first), milliseconds(last), USUAL_MS)
    return [await _door(notices, one) for one in found]


async def arrive(notices: Notices, event_id: int, person_id: int) -> Arrived:
    """Whoever had not said that she comes takes nobody's seat by it, and is there all the same."""
    await notices.tx.lock(f"event {event_id}")
    mine = await store.answers.find_answer(notices.tx, event_id, person_id)
    if mine is not None and mine.came:
        return Arrived.ALREADY
    if mine is None or mine.answer is Answer.CANT:
        await store.answers.set_answer(notices.tx, event_id, person_id, Answer.MAYBE, notices.now_ms)
    await store.answers.note_came(notices.tx, event_id, person_id, 1)
    return Arrived.NOTED


async def _door(notices: Notices, event: Event) -> Door:
    guests = await store.answers.guest_list(notices.tx, event.id)
    return Door(
        id=event.id,
        title=event.title,
        start=event.start,
        end=event.end or event.start + rules.LASTS,
        is_on=event.status == "announced",
        there=sum(one.came for one in guests) + event.walk_ins,
        expected=sum(one.answer is Answer.COMING for one in guests),
    )


SOURCE = CheckInSource(
    kind="event",
    shows="events.show_event",
    shows_below="events.open_below",
    ticks="events.ticks",
    find=find,
    between=between,
    arrive=arrive,
)
