"""What an event looks like to people: its card, its picture, its address in a calendar."""

from pathlib import Path

from bot.clock import moment
from bot.i18n.texts import Text, Texts, join, literal
from bot.i18n.times import When
from bot.identity.places import Place
from bot.outbox.outgoing import Stored
from handlers.events import rules
from handlers.events.answer_store import Given
from handlers.events.rules import Answer
from handlers.events.store import Event

t = Texts("events", Path(__file__).parent / "texts")


def when(event: Event, place: Place) -> When:
    """On both clocks, where the place has two."""
    return When(event.start, place.clocks, until=event.end)


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


def party(guests: int, children: int) -> Text | None:
    """Whom somebody brings, grown-ups and children apart; None for nobody."""
    if guests and children:
        return t.party_both(guests=t.party_guests(guests=guests), children=t.party_children(children=children))
    if guests:
        return t.party_guests(guests=guests)
    return t.party_children(children=children) if children else None


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
