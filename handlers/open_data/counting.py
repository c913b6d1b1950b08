"""Once a day the numbers that still move are written down, as they are then."""

from datetime import datetime, time

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from handlers.open_data import store


async def count(notices: Notices) -> None:
    """Of a day that was counted already nothing: whoever closes and opens again hears no later number."""
    await notices.tx.lock(f"counts of {notices.place.id}")
    zone = notices.place.clocks.first_shown
    today = notices.now.astimezone(zone).date()
    counted = await store.counts.day_of(notices.tx, notices.place.id)
    if counted is not None and counted >= today.toordinal():
        return
    began = milliseconds(datetime.combine(today, time(), zone))
    await store.counts.count(notices.tx, notices.place.id, today.toordinal(), began)
