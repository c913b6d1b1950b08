"""Calendars: a feed of the place and of a person, and a file for one event. Nothing in them says who else comes."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.clock import milliseconds, moment
from bot.database.db import Database
from bot.dialogue.feature import Page, SitePage
from bot.i18n.texts import LANGUAGES, Text, literal, render_plain
from bot.identity import places
from bot.identity.places import Place
from bot.server.tongues import plain_words
from bot.services import Site
from handlers.calendars import entries as of_work
from handlers.calendars.entries import ONE_HOUR, Entry
from handlers.care.store import calendar as care
from handlers.events import rules, store
from handlers.events.rules import Answer
from handlers.events.store.events import Event
from handlers.events.words import t, when
from handlers.permits.store import calendar as permits
from handlers.tasks.store import calendar as shifts
from handlers.tasks.store.dates import Date
from handlers.tasks.words import in_calendar, open_to_all, taken_on
from handlers.tasks.words import where as task_where

if TYPE_CHECKING:
    import icalendar

MOST = 200  # events in a feed, and tasks
TASKS_KEPT = timedelta(days=90)
TYPE = "text/calendar; charset=utf-8"
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2038, 1, 1)  # of the changes of clocks that a file explains


async def feed(request: Request, site: Site) -> Response:
    """Events, and the tasks that need somebody."""
    now = milliseconds(site.clock.now())
    async with site.database.read() as tx:
        place = await places.find_by_code(tx, request.path_params["code"])
        if place is None:
            return PlainTextResponse("There is no such calendar.", 404)
        events = await store.events.latest(tx, place.id, MOST)
        dates = await shifts.of_place(tx, place.id, now, MOST)
    language = _language(request, place.languages[0])
    entries = [*(_event(event, place) for event in events), *(_task(one, place, now, open_to_all) for one in dates)]
    return _answer(entries, language, "events.ics", place.name)


async def mine(request: Request, site: Site) -> Response:
    """What one person may come to, what she took on, care days of what she looks after, days of permits she minds; in
    whichever place. Its address is the only key."""
    now = milliseconds(site.clock.now())
    async with site.database.read() as tx:
        person_id = await store.feeds.find_person(tx, request.path_params["secret"])
        if person_id is None:
            return PlainTextResponse("There is no such calendar.", 404)
        answers = await store.answers.answers_of(tx, person_id)
        events = await store.events.gone_to(tx, person_id, MOST)
        dates = await shifts.of_person(tx, person_id, milliseconds(site.clock.now() - TASKS_KEPT), MOST)
        plans = await care.with_days(tx, person_id)
        asked = await permits.dates_of(tx, person_id, MOST)
        ids = {one.place_id for some in (events, dates, plans, asked) for one in some}
        where = {place_id: await places.place(tx, place_id) for place_id in ids}
    entries = [_event(event, where[event.place_id], *answers[event.id]) for event in events]
    entries += [_task(one, where[one.place_id], now, taken_on) for one in dates]
    entries += [entry for one in plans for entry in of_work.care_days(one, where[one.place_id], now)]
    entries += [of_work.permit_day(one, where[one.place_id], now) for one in asked]
    language = _language(request, next(iter(LANGUAGES)))
    return _answer(entries, language, "mine.ics", render_plain(t.my_events, language))


async def one(request: Request, database: Database) -> Response:
    event_id, _, key = request.path_params["name"].partition("-")
    async with database.read() as tx:
        known = event_id.isascii() and event_id.isdecimal() and len(event_id) < 16
        event = await store.events.find_event(tx, int(event_id)) if known else None
        if event is None or event.status == "draft" or event.calendar_key != key:
            return PlainTextResponse("There is no such event.", 404)
        place = await places.place(tx, event.place_id)
    return _answer([_event(event, place)], _language(request, place.languages[0]), f"event-{event.id}.ics")


def _language(request: Request, otherwise: str) -> str:
    wanted = request.query_params.get("language", "")
    return wanted if wanted in LANGUAGES else otherwise


def _event(event: Event, place: Place, answer: Answer = Answer.COMING, answered_at: int = 0) -> Entry:
    """https://www.rfc-editor.org/rfc/rfc5545#section-3.8.1.11"""
    status = "CONFIRMED" if answer is Answer.COMING else "TENTATIVE"
    if event.status == "cancelled":
        status = "CANCELLED"
    return Entry(
        f"event-{event.id}-{place.code}@nestbox",
        place,
        event.start,
        event.end or event.start + rules.LASTS,
        literal(event.title),
        literal(event.whereabouts or ""),
        t.calendar_words(when=when(event, place), words=event.words or ""),
        status,
        max(event.changed_at, answered_at),
        event.sequence,
    )


def _task(date: Date, place: Place, now: int, summary: Callable[[Date], Text]) -> Entry:
    """What is only due by a day stands there as the hour before."""
    start = date.start if date.ends_at > date.starts_at else date.end - ONE_HOUR
    uid = f"task-{date.id}-{place.code}@nestbox"
    where = task_where(date) or literal("")
    return Entry(uid, place, start, date.end, summary(date), where, in_calendar(date, place.clocks), "CONFIRMED", now)


def _answer(entries: Sequence[Entry], language: str, file: str, name: str = "") -> Response:
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
    for zone in sorted({zone for one in entries for zone in _zones(one.place)}):
        calendar.add_component(_timezone(zone))
    for one in entries:
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


def _entry(one: Entry, language: str) -> "icalendar.Event":
    """https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1"""
    import icalendar

    entry = icalendar.Event()
    entry.add("uid", one.uid)
    entry.add("sequence", one.sequence)
    # Without a METHOD of scheduling this is when the entry was last revised: section 3.8.7.2.
    entry.add("dtstamp", moment(one.changed_at))
    entry.add("last-modified", moment(one.changed_at))
    entry.add("dtstart", _local(one.start, one.place))
    entry.add("dtend", _local(one.end, one.place))
    entry.add("summary", plain_words(one.summary, language))
    entry.add("location", plain_words(one.location, language))
    entry.add("description", plain_words(one.words, language).strip())
    entry.add("status", one.status)
    return entry


def _local(at: datetime, place: Place) -> datetime:
    return at.astimezone(place.clocks.first_shown)


PAGES = (
    Page("/calendar/event/{name}.ics", one),
    SitePage("/calendar/mine/{secret}.ics", mine),
    SitePage("/calendar/{code}.ics", feed),
)
