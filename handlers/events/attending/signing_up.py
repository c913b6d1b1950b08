"""Whoever signs up by a group's list comes without an account: what an event answers to that list."""

from bot.dialogue.notices import Notices
from handlers.events import rules, store
from handlers.events.attending import seats
from handlers.events.rules import Answer
from handlers.events.store.events import Event
from handlers.events.words import when
from handlers.sign_up_list.rules import Noted
from handlers.sign_up_list.source import Booked, Gathering, SignUpSource


async def find(notices: Notices, event_id: int) -> Gathering | None:
    event = await _event(notices, event_id)
    return await _gathering(notices, event) if event is not None else None


async def hold(notices: Notices, event_id: int) -> None:
    await notices.tx.lock(f"event {event_id}")


async def ahead(notices: Notices, most: int) -> list[Gathering]:
    found = await store.events.upcoming(notices.tx, notices.place.id, notices.now_ms, most)
    return [await _gathering(notices, one) for one in found]


async def noted(notices: Notices, event_id: int) -> list[Noted]:
    return [
        Noted(one.id, one.name, one.guests, one.children, one.answer is Answer.WAITING, one.noted_at)
        for one in await store.on_behalf.of_event(notices.tx, event_id)
    ]


async def themselves(notices: Notices, event_id: int) -> list[str]:
    return await store.on_behalf.answered_by_themselves(notices.tx, event_id)


async def add(notices: Notices, event_id: int, by: int, name: str, guests: int, children: int) -> Booked | None:
    """Expects the event to be held and ahead. Behind everybody who asked before; None where she is noted already."""
    event = await _event(notices, event_id)
    if event is None:
        return None
    party = 1 + guests + children
    free = rules.has_room(event.capacity or 0, event.taken, party) and not event.waiting
    if not free and not rules.has_room(event.capacity or 0, 0, party):
        return None  # as for everybody: no family waits for seats that would never be enough
    answer = Answer.COMING if free else Answer.WAITING
    tx, now = notices.tx, notices.now_ms
    noted_id = await store.on_behalf.add(tx, event_id, name, answer, guests, children, by, now)
    return Booked(noted_id, waiting=not free) if noted_id is not None else None


async def change(notices: Notices, event_id: int, noted_id: int, guests: int, children: int) -> bool:
    """The rule of everybody's guests: more of them only where there are seats."""
    event, had = await _event(notices, event_id), await store.on_behalf.find(notices.tx, noted_id)
    if event is None or had is None or had.event_id != event_id:
        return False
    more = guests + children - had.guests - had.children
    taken = event.taken if had.answer is Answer.COMING else 1 + had.guests + had.children
    if more > 0 and not rules.has_room(event.capacity or 0, taken, more):
        return False
    await store.on_behalf.set_party(notices.tx, noted_id, guests, children)
    await seats.fill(notices, event_id)
    return True


async def drop(notices: Notices, event_id: int, noted_id: int) -> bool:
    gone = await store.on_behalf.drop(notices.tx, event_id, noted_id)
    if gone:
        await seats.fill(notices, event_id)
    return gone


async def _event(notices: Notices, event_id: int) -> Event | None:
    event = await store.events.find_event(notices.tx, event_id)
    return event if event is not None and event.place_id == notices.place.id and event.status != "draft" else None


async def _gathering(notices: Notices, event: Event) -> Gathering:
    noted_here = await store.on_behalf.of_event(notices.tx, event.id)
    on_behalf = sum(1 + one.guests + one.children for one in noted_here if one.answer is Answer.COMING)
    return Gathering(
        id=event.id,
        title=event.title,
        when=when(event, notices.place),
        where=event.whereabouts or "",
        start=event.starts_at or 0,
        free=max(event.capacity - event.taken, 0) if event.capacity else None,
        answered=event.taken - on_behalf,
        code=f"event-{notices.place.code}-{event.id}",
        is_open=event.status == "announced" and event.start > notices.now,
    )


SOURCE = SignUpSource(
    kind="event",
    parties=True,
    shows="events.show_event",
    shows_below="events.open_below",
    find=find,
    hold=hold,
    ahead=ahead,
    noted=noted,
    themselves=themselves,
    add=add,
    change=change,
    drop=drop,
)
