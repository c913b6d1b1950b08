"""The place and what is coming there in the words of schema.org, for programs that read the public pages."""

from bot.i18n.texts import clean
from handlers.board.showing import Here
from handlers.events import rules
from handlers.events.store.events import Event

CONTEXT = "https://schema.org"
Thing = dict[str, object]


def place(here: Here) -> Thing:
    """https://schema.org/Place; where it is on a map stays among the neighbours."""
    return {"@context": CONTEXT, "@type": "Place", **_place(here)}


def event(here: Here, one: Event) -> Thing:
    """https://schema.org/Event, one that is announced. Nobody who makes it or comes is named."""
    at, until = one.start, one.end or one.start + rules.LASTS
    zone = here.place.clocks.first_shown
    where = clean(one.whereabouts or "").strip()
    location: Thing = {"@type": "Place", **_place(here)}
    if where:
        location = {"@type": "Place", "name": where, "containedInPlace": {"@type": "Place", **_place(here)}}
    found: Thing = {
        "@context": CONTEXT,
        "@type": "Event",
        "@id": f"{_board(here)}#event-{one.id}",
        "name": clean(one.title),
        "startDate": at.astimezone(zone).isoformat(timespec="minutes"),
        "endDate": until.astimezone(zone).isoformat(timespec="minutes"),
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "location": location,
        "url": _board(here),
    }
    if one.words:
        found["description"] = clean(one.words).strip()
    if one.capacity:
        found["maximumAttendeeCapacity"] = one.capacity
    return found


def _place(here: Here) -> Thing:
    return {"@id": _board(here), "name": clean(here.place.name), "url": _board(here)}


def _board(here: Here) -> str:
    return here.links.page(here.place.code)
