"""Two people became one, or one two again: a seat that became free goes to whoever waits."""

from collections.abc import Sequence

from bot.dialogue.context import Notices
from handlers.events import joined_store, seats, store


async def seat_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    one, other = person_ids[:2]
    for event_id in await joined_store.with_answers_of(notices.tx, notices.place.id, one, other, notices.now_ms):
        await notices.tx.lock(f"event {event_id}")
        event = await store.find_event(notices.tx, event_id)
        if event is not None and event.capacity and event.taken > event.capacity:
            # They parted, and her seat has gone to somebody else meanwhile: nobody loses one for that.
            await joined_store.back_to_waiting(notices.tx, event_id, other)
        await seats.fill(notices, event_id)
