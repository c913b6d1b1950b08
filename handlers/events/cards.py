"""What an event looks like to people: its card, its picture, its address in a calendar."""

from pathlib import Path

from bot.outgoing import Stored
from bot.places import Place
from bot.texts import Text, Texts, join, literal
from bot.times import When
from handlers.events.answer_store import Given
from handlers.events.rules import Answer
from handlers.events.store import Event

t = Texts("events", Path(__file__).parent / "texts")


def when(event: Event, place: Place) -> When:
    """On both clocks, where the place has two."""
    return When(event.start, place.clocks)


def card(event: Event, place: Place, mine: Given | None = None) -> Text:
    """The whole event; `mine` is the reader's own answer."""
    lines = [
        t.card_title(title=event.title),
        t.card_when(when=when(event, place)),
        t.card_where(where=event.whereabouts or ""),
    ]
    if event.words:
        lines.append(literal(event.words))
    if event.status == "cancelled":
        return join(*lines, t.card_cancelled(reason=event.cancel_reason or ""))
    if event.capacity:
        lines.append(t.card_seats(taken=event.taken, capacity=event.capacity))
    if event.coming:
        lines.append(t.card_coming(people=event.coming, guests=event.guests))
    if event.waiting:
        lines.append(t.card_waiting(people=event.waiting))
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


def _own_line(mine: Given) -> Text:
    if mine.asked_again:
        return t.own_asked_again
    if mine.answer is Answer.COMING:
        return t.own_coming(guests=mine.guests)
    if mine.answer is Answer.WAITING:
        return t.own_waiting(position=mine.place_in_line)
    return t.own_maybe if mine.answer is Answer.MAYBE else t.own_cant
