"""What an event looks like to people: its card, its picture, its address in a calendar."""

from bot.clock import moment
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, literal
from bot.identity.places import Place
from bot.outbox.message import Stored
from handlers.events import rules
from handlers.events.rules import Answer
from handlers.events.store.answers import Given
from handlers.events.store.events import Event
from handlers.events.words import party, t, when


def card(event: Event, place: Place, mine: Given | None = None, came: int | None = None) -> Text:
    """The whole event; `mine` is the reader's own answer, `came` how many were there once it has begun."""
    lines = [
        t.card_title(title=event.title),
        t.card_when(when=when(event, place)),
        t.card_where(where=event.whereabouts or ""),
    ]
    if event.words:
        lines.append(literal(event.words))
    if event.status == "cancelled":
        return join(*lines, t.card_cancelled(reason=event.cancel_reason or ""))
    if (weekly := _weekly_line(event, place)) is not None:
        lines.append(weekly)
    if came is not None:
        return join(*lines, t.card_came(people=came), *([_own_line(mine)] if mine else []))
    if event.capacity:
        lines.append(t.card_seats(taken=event.taken, capacity=event.capacity))
    if event.coming:
        with_them = party(event.guests, event.children)
        coming = t.card_coming_with(party=with_them) if with_them else t.card_coming
        lines.append(coming(people=event.coming))
    if event.waiting:
        lines.append(t.card_waiting(people=event.waiting))
    if event.apart:
        lines.append(t.card_apart(people=event.apart))
    return join(*lines, *([_own_line(mine)] if mine else []))


def picture(event: Event) -> Stored | None:
    """None until it was fetched and cleaned."""
    ready = event.media_id is not None and event.picture_state == "ready"
    return Stored(event.media_id) if event.media_id is not None and ready else None


def calendar_path(event: Event, language: str) -> str:
    """Of the file that puts this one event into a calendar."""
    return f"/calendar/event/{event.id}-{event.calendar_key}.ics?language={language}"


def feed_path(place: Place, language: str) -> str:
    return f"/calendar/{place.code}.ics?language={language}"


def personal_path(secret: str, language: str) -> str:
    return f"/calendar/mine/{secret}.ics?language={language}"


def _own_line(mine: Given) -> Text:
    with_me = party(mine.guests, mine.children)
    if mine.asked_again:
        return t.own_asked_again
    if mine.answer is Answer.COMING:
        return t.own_coming_with(party=with_me) if with_me else t.own_coming
    if mine.apart:
        return t.own_apart
    if mine.answer is Answer.WAITING:
        waiting = t.own_waiting_with(party=with_me) if with_me else t.own_waiting
        return waiting(position=mine.place_in_line)
    return t.own_maybe if mine.answer is Answer.MAYBE else t.own_cant


def _weekly_line(event: Event, place: Place) -> Text | None:
    """How often it is still on after this date; of a draft, how often it will be."""
    if event.status == "draft" and event.repeats > 1 and event.starts_at is not None:
        last = rules.weekly(event.start, event.repeats, place.clocks)[-1]
        return t.card_weekly(later=event.repeats - 1, until=When(last, place.clocks, "day"))
    if event.later and event.last_at is not None:
        return t.card_weekly(later=event.later, until=When(moment(event.last_at), place.clocks, "day"))
    return None
