"""Calendars: a feed of the place and of a person, and a file for one event. Nothing in them says who else comes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.clock import moment
from bot.database.db import Database
from bot.dialogue.feature import Page
from bot.i18n.texts import LANGUAGES, Text, render_plain
from bot.identity import places
from bot.identity.places import Place
from handlers.events import answer_store, feed_store, rules, store
from handlers.events.cards import t, when
from handlers.events.rules import Answer
from handlers.events.store import Event

if TYPE_CHECKING:
    import icalendar

MOST = 200  # events in a feed
TYPE = "text/calendar; charset=utf-8"
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")  # for chats; a calendar shows them as boxes
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2038, 1, 1)  # of the changes of clocks that a file explains


@dataclass(frozen=True)
class Listed:
    """An event as one calendar has it: how certain it is, and when that was last said, in ms."""

    event: Event
    place: Place
    status: str
    changed_at: int


async def feed(request: Request, database: Database) -> Response:
    async with database.read() as tx:
        place = await places.find_by_code(tx, request.path_params["code"])
        if place is None:
            return PlainTextResponse("There is no such calendar.", 404)
        events = await store.latest(tx, place.id, MOST)
    language = _language(request, place.languages[0])
    return _answer([_listed(event, place) for event in events], language, "events.ics", place.name)


async def mine(request: Request, database: Database) -> Response:
    """What one person may come to, in whichever place. Its address is the only key."""
    async with database.read() as tx:
        person_id = await feed_store.find_person(tx, request.path_params["secret"])
        if person_id is None:
            return PlainTextResponse("There is no such calendar.", 404)
        answers = await answer_store.answers_of(tx, person_id)
        events = await store.gone_to(tx, person_id, MOST)
        where = {place_id: await places.place(tx, place_id) for place_id in {event.place_id for event in events}}
    listed = [_listed(event, where[event.place_id], *answers[event.id]) for event in events]
    language = _language(request, next(iter(LANGUAGES)))
    return _answer(listed, language, "mine.ics", render_plain(t.my_events, language))


async def one(request: Request, database: Database) -> Response:
    event_id, _, key = request.path_params["name"].partition("-")
    async with database.read() as tx:
        known = event_id.isascii() and event_id.isdecimal() and len(event_id) < 16
        event = await store.find_event(tx, int(event_id)) if known else None
        if event is None or event.status == "draft" or event.calendar_key != key:
            return PlainTextResponse("There is no such event.", 404)
        place = await places.place(tx, event.place_id)
    return _answer([_listed(event, place)], _language(request, place.languages[0]), f"event-{event.id}.ics")


def _language(request: Request, otherwise: str) -> str:
    wanted = request.query_params.get("language", "")
    return wanted if wanted in LANGUAGES else otherwise


def _listed(event: Event, place: Place, answer: Answer = Answer.COMING, answered_at: int = 0) -> Listed:
    """https://www.rfc-editor.org/rfc/rfc5545#section-3.8.1.11"""
    status = "CONFIRMED" if answer is Answer.COMING else "TENTATIVE"
    if event.status == "cancelled":
        status = "CANCELLED"
    return Listed(event, place, status, max(event.changed_at, answered_at))


def _answer(listed: Sequence[Listed], language: str, file: str, name: str = "") -> Response:
    import icalendar  # late: 3 MB, and many towns have nobody who subscribes to a calendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Nestbox//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        # A feed: https://www.rfc-editor.org/rfc/rfc7986#section-5.1 and 5.7; the others are what Outlook reads.
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval;value=duration", "PT1H")
        calendar.add("x-published-ttl", "PT1H")
    for zone in sorted({zone for one in listed for zone in _zones(one.place)}):
        calendar.add_component(_timezone(zone))
    for one in listed:
        calendar.add_component(_entry(one, language))
    headers = {
        "Content-Disposition": f'inline; filename="{file}"',
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex",
    }
    return Response(calendar.to_ical(), media_type=TYPE, headers=headers)


def _zones(place: Place) -> set[str]:
    return {place.clocks.timezone, place.clocks.second or place.clocks.timezone}


@cache
def _timezone(zone: str) -> "icalendar.Timezone":
    """https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5"""
    import icalendar

    component = icalendar.Timezone.from_tzid(zone, first_date=FIRST_DAY, last_date=LAST_DAY)
    component.pop("comment", None)
    return component


def _entry(listed: Listed, language: str) -> "icalendar.Event":
    """https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1"""
    import icalendar

    event, place = listed.event, listed.place
    entry = icalendar.Event()
    entry.add("uid", f"event-{event.id}-{place.code}@nestbox")
    entry.add("sequence", event.sequence)
    # Without a METHOD of scheduling this is when the entry was last revised: section 3.8.7.2.
    entry.add("dtstamp", moment(listed.changed_at))
    entry.add("last-modified", moment(listed.changed_at))
    entry.add("dtstart", _local(event.start, place))
    entry.add("dtend", _local(event.end or event.start + rules.LASTS, place))
    entry.add("summary", event.title)
    entry.add("location", event.whereabouts or "")
    both_clocks = t.calendar_words(when=when(event, place), words=event.words or "")
    entry.add("description", _plain(both_clocks, language))
    entry.add("status", listed.status)
    return entry


def _local(at: datetime, place: Place) -> datetime:
    return at.astimezone(place.clocks.first_shown)


def _plain(text: Text, language: str) -> str:
    return ISOLATES.sub("", render_plain(text, language)).strip()


PAGES = (
    Page("/calendar/event/{name}.ics", one),
    Page("/calendar/mine/{secret}.ics", mine),
    Page("/calendar/{code}.ics", feed),
)
