"""What the digests say about events: numbers, never names."""

from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.context import Notices
from bot.feature import DigestPart
from handlers.events import store
from handlers.events.cards import t, when

TEAM_LOOKS_AHEAD = timedelta(days=7)
SHOP_LOOKS_AHEAD = timedelta(days=3)


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    ahead = await _ahead(notices, TEAM_LOOKS_AHEAD)
    photos = [
        t.digest_photos(title=event.title, count=event.photos_waiting)
        for event in await store.with_photos_waiting(notices.tx, notices.place.id)
    ]
    return DigestPart(lines=(*ahead.lines, *photos))


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    return await _ahead(notices, SHOP_LOOKS_AHEAD)


async def _ahead(notices: Notices, far: timedelta) -> DigestPart:
    until = milliseconds(notices.now + far)
    events = await store.upcoming_until(notices.tx, notices.place.id, notices.now_ms, until)
    return DigestPart(
        lines=tuple(
            t.digest_line(
                title=event.title,
                when=when(event, notices.place),
                people=event.coming,
                guests=event.guests,
                children=event.children,
                maybe=event.maybe,
                waiting=event.waiting,
            )
            for event in events
        )
    )
