"""What becomes of events when a guest leaves for good: her seat is free, her drafts go."""

from bot.dialogue.context import Notices
from bot.identity.personal import Leaving
from handlers.events import leaving_store, seats


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What is over stays as it was counted."""
    await leaving_store.drop_drafts(notices.tx, notices.place.id, leaving.person_id)
    for event_id in await leaving_store.coming_to(notices.tx, notices.place.id, leaving.person_id, notices.now_ms):
        await notices.tx.lock(f"event {event_id}")
        await leaving_store.drop_answer(notices.tx, event_id, leaving.person_id)
        await seats.fill(notices, event_id)
