"""Calendars: a feed of the place, and a file for one event. Nothing in them says who comes."""

import re

from icalendar import Calendar
from icalendar import Event as Entry
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot import places
from bot.clock import moment
from bot.db import Database
from bot.feature import Page
from bot.places import Place
from bot.texts import LANGUAGES, render_plain
from handlers.events import rules, store
from handlers.events.cards import t, when
from handlers.events.store import Event

MOST = 200  # events in a feed
TYPE = "text/calendar; charset=utf-8"
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")  # for chats; a calendar shows them as boxes


async def feed(request: Request, database: Database) -> Response:
    async with database.read() as tx:
        place = await places.find_by_code(tx, request.path_params["code"])
        if place is None:
            return PlainTextResponse("There is no such calendar.", 404)
        events = await store.latest(tx, place.id, MOST)
    calendar = _calendar()
    calendar.add("x-wr-calname", place.name)
    # https://www.rfc-editor.org/rfc/rfc7986#section-5.7; the other name is what Outlook reads.
    calendar.add("refresh-interval;value=duration", "PT1H")
    calendar.add("x-published-ttl", "PT1H")
    return _answer(calendar, events, place, _language(request, place), "events.ics")


async def one(request: Request, database: Database) -> Response:
    event_id, _, key = request.path_params["name"].partition("-")
    async with database.read() as tx:
        known = event_id.isascii() and event_id.isdecimal() and len(event_id) < 16
        event = await store.find_event(tx, int(event_id)) if known else None
        if event is None or event.status == "draft" or event.calendar_key != key:
            return PlainTextResponse("There is no such event.", 404)
        place = await places.place(tx, event.place_id)
    return _answer(_calendar(), [event], place, _language(request, place), f"event-{event.id}.ics")


def _language(request: Request, place: Place) -> str:
    wanted = request.query_params.get("language", "")
    return wanted if wanted in LANGUAGES else place.languages[0]


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Nestbox//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    return calendar


def _answer(calendar: Calendar, events: list[Event], place: Place, language: str, name: str) -> Response:
    for event in events:
        calendar.add_component(_entry(event, place, language))
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-cache"}
    return Response(calendar.to_ical(), media_type=TYPE, headers=headers)


def _entry(event: Event, place: Place, language: str) -> Entry:
    """https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1"""
    entry = Entry()
    entry.add("uid", f"event-{event.id}-{place.code}@nestbox")
    entry.add("sequence", event.sequence)
    # Without a METHOD of scheduling this is when the entry was last revised: section 3.8.7.2.
    entry.add("dtstamp", moment(event.changed_at))
    entry.add("last-modified", moment(event.changed_at))
    entry.add("dtstart", event.start)
    entry.add("dtend", event.start + rules.LASTS)
    entry.add("summary", event.title)
    entry.add("location", event.whereabouts or "")
    both_clocks = t.calendar_words(when=when(event, place), words=event.words or "")
    entry.add("description", ISOLATES.sub("", render_plain(both_clocks, language)).strip())
    entry.add("status", "CANCELLED" if event.status == "cancelled" else "CONFIRMED")
    return entry


PAGES = (Page("/calendar/event/{name}.ics", one), Page("/calendar/{code}.ics", feed))
