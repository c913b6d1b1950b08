"""What the digests say about events: numbers, never names."""

from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When
from handlers.digests.source import Decision, DigestPart, Nearness, News, Total
from handlers.events import store
from handlers.events.rules import Answer
from handlers.events.store.events import Event
from handlers.events.words import t, when

TEAM_LOOKS_AHEAD = timedelta(days=7)
SHOP_LOOKS_AHEAD = timedelta(days=3)


async def for_volunteers(notices: Notices, since: datetime) -> DigestPart:
    ahead = await _ahead(notices, TEAM_LOOKS_AHEAD)
    waiting = await store.events.with_photos_waiting(notices.tx, notices.place.id)
    return DigestPart(lines=ahead.lines, decisions=tuple([await _to_look_at(notices, event) for event in waiting]))


async def for_shopkeeper(notices: Notices, since: datetime) -> DigestPart:
    return await _ahead(notices, SHOP_LOOKS_AHEAD)


async def for_liaison(notices: Notices, since: datetime, until: datetime) -> tuple[Total, ...]:
    """Guests of all events together."""
    events = await _held(notices, since, until)
    return (Total(t.total_events, len(events)), Total(t.total_guests, sum(one.taken for one in events)))


async def for_residents(notices: Notices, since: datetime, person_id: int) -> tuple[News, ...]:
    """What took place; hers is what she said she would come to."""
    return tuple([await _news(notices, one, person_id) for one in await _held(notices, since, notices.now)])


async def _to_look_at(notices: Notices, event: Event) -> Decision:
    """New photos, with the way to them."""
    return Decision(
        "events",
        event.id,
        "📷",
        t.digest_photos(title=event.title, count=event.photos_waiting),
        await store.photos.newest_waiting(notices.tx, event.id),
        # By address, since the album stands above this module.
        f"events.photos_below:{event.id}",
        t.look_at_photos(count=event.photos_waiting),
    )


async def _news(notices: Notices, event: Event, person_id: int) -> News:
    mine = await store.answers.find_answer(notices.tx, event.id, person_id)
    came = mine is not None and mine.answer is Answer.COMING
    day = When(event.start, notices.place.clocks, "day")
    text = t.digest_held(title=event.title, when=day)
    photo = (event.media_id, "📅") if event.media_id is not None and event.picture_state == "ready" else None
    if (taken := await store.photos.shown(notices.tx, event.id, 0)) is not None:
        text, photo = t.digest_held_album(title=event.title, when=day, photos=event.photos), (taken.media_id, "📅")
    return News(Nearness.BACKED if came else Nearness.OTHERS, text, milliseconds(event.start), photo)


async def _held(notices: Notices, since: datetime, until: datetime) -> list[Event]:
    return await store.events.upcoming_until(notices.tx, notices.place.id, milliseconds(since), milliseconds(until))


async def _ahead(notices: Notices, far: timedelta) -> DigestPart:
    until = milliseconds(notices.now + far)
    events = await store.events.upcoming_until(notices.tx, notices.place.id, notices.now_ms, until)
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
