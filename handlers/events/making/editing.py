"""Who may change which event when, and what becomes of the words people type for it."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import clean, fits
from bot.i18n.texts import machine as m
from handlers.events import store
from handlers.events.store.events import Event
from handlers.events.words import t


async def draft(context: Context, event_id: int) -> Event:
    """Its maker's own, and nobody else's."""
    event = await editable(context, event_id)
    if event.status != "draft":
        raise Refusal(t.announced_already)
    return event


async def editable(context: Context, event_id: int) -> Event:
    """A draft of the person herself, or anything announced that has not begun."""
    await context.tx.lock(f"event {event_id}")
    event = await store.events.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id:
        raise Refusal(t.event_gone)
    if event.status == "draft" and event.maker_id != context.person.id:
        raise Refusal(t.event_gone)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if event.status == "announced" and event.start <= context.now:
        raise Refusal(t.has_begun)
    return event


def words(heard: str, limit: int) -> str:
    """Refuses nothing at all, and what is too long."""
    kept = clean(heard).strip()
    if not kept:
        raise Refusal(m.expected_words)
    if not fits(kept, limit):
        raise Refusal(m.too_long(limit=limit))
    return kept
