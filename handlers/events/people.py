"""What becomes of events when a guest leaves, or two become one. What is over stays as it was counted."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.events import store
from handlers.events.attending import seats


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Her seat is free, her drafts go."""
    await store.people.drop_drafts(notices.tx, notices.place.id, leaving.person_id)
    for event_id in await store.people.coming_to(notices.tx, notices.place.id, leaving.person_id, notices.now_ms):
        await notices.tx.lock(f"event {event_id}")
        await store.people.drop_answer(notices.tx, event_id, leaving.person_id)
        await seats.fill(notices, event_id, leaving.person_id)


async def seat_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    """A seat that became free goes to whoever waits."""
    one, other = person_ids[:2]
    for event_id in await store.people.with_answers_of(notices.tx, notices.place.id, one, other, notices.now_ms):
        await notices.tx.lock(f"event {event_id}")
        event = await store.events.find_event(notices.tx, event_id)
        if event is not None and event.capacity and event.taken > event.capacity:
            # They parted, and her seat has gone to somebody else meanwhile: nobody loses one for that.
            await store.people.back_to_waiting(notices.tx, event_id, other)
        await seats.fill(notices, event_id)


PEOPLE = People(
    columns=(
        PersonColumn(
            "event_answers",
            fate=Fate.NAMELESS,
            together=("event", "event_id"),
            once_per=("event_id",),
            newest="answered_at",
            stays="event_id IN (SELECT id FROM events WHERE starts_at <= {now})",
        ),
        PersonColumn("event_on_behalf", "noted_by", Fate.CLEAR, export=False),
        PersonColumn("event_photos"),
        PersonColumn("event_photos", "decided_by", Fate.CLEAR),
        PersonColumn("event_feeds", export=False, once_per=(), newest="made_at"),
        PersonColumn(
            "events",
            "maker_id",
            Fate.NAMELESS,
            # A second draft would not be found: it waits aside.
            stays="status = 'draft' AND EXISTS (SELECT 1 FROM events d WHERE d.status = 'draft'"
            " AND d.place_id = events.place_id AND d.maker_id = {keeper})",
        ),
    ),
    pictures=(PictureColumn("event_photos"), PictureColumn("events", keeps_row=True)),
    forgets=forgets,
    changed=seat_anew,
)
