"""What an endpoint answers, in XML as GeoReport v2 requires it of every server. Garbage reads as nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from bot.clock import milliseconds
from bot.i18n.texts import clean, short

MOST = 500  # entries of a list
NUMBER, STATUS, NAME, WORDS = 60, 40, 120, 300  # letters
# https://github.com/mysociety/fixmystreet/wiki/Open311-FMS-Additional-states; what ends a report.
CLOSED = frozenset(
    {"closed", "fixed", "no_further_action", "not_councils_responsibility", "duplicate", "not_responsible"}
)


class Garbage(Exception):
    """Not what the specification says, whatever it is."""


@dataclass(frozen=True)
class Service:
    code: str
    name: str


@dataclass(frozen=True)
class Receipt:
    """Either of the two, never both: a `token` is asked for its number later."""

    number: str = ""
    token: str = ""


@dataclass(frozen=True)
class Report:
    """A service request as it stands there; `expected_at` and `updated_at` in ms."""

    number: str
    status: str
    notes: str
    description: str
    expected_at: int | None
    updated_at: int | None


@dataclass(frozen=True)
class Update:
    """mySociety's extension: what was said to a service request, and when."""

    id: str
    number: str
    status: str
    words: str
    at: int


def services(content: bytes) -> tuple[Service, ...]:
    """Those that ask no questions of their own (`metadata`), which only a form of the city's could answer."""
    found = [
        Service(_said(one, "service_code", NUMBER), _said(one, "service_name", NAME))
        for one in _each(content, "services", "service")
        if _said(one, "metadata", 10).lower() != "true"
    ]
    return tuple(one for one in found if one.code and one.name)


def receipt(content: bytes) -> Receipt:
    """Of a report that was just handed over, or of a token. Raises Garbage where there is neither."""
    for one in _each(content, "service_requests", "request"):
        number, token = _said(one, "service_request_id", NUMBER), _said(one, "token", NUMBER)
        if number or token:
            return Receipt(number, "" if number else token)
    raise Garbage


def reports(content: bytes) -> tuple[Report, ...]:
    return tuple(
        Report(
            _said(one, "service_request_id", NUMBER),
            status(_said(one, "status", STATUS)),
            _said(one, "status_notes", WORDS),
            (one.findtext("description") or "")[:8000],
            _moment(one, "expected_datetime"),
            _moment(one, "updated_datetime"),
        )
        for one in _each(content, "service_requests", "request")
        if _said(one, "service_request_id", NUMBER)
    )


def updates(content: bytes) -> tuple[Update, ...]:
    """Without those that lack what tells them apart."""
    found = []
    for one in _each(content, "service_request_updates", "request_update"):
        at = _moment(one, "updated_datetime")
        number, key = _said(one, "service_request_id", NUMBER), _said(one, "update_id", NUMBER)
        if at is not None and number and key:
            said = _said(one, "description", WORDS)
            found.append(Update(key, number, status(_said(one, "status", STATUS)), said, at))
    return tuple(found)


def error(content: bytes) -> str:
    """What a server says to a refusal, in its own words; empty where it says nothing that can be read."""
    try:
        said = [_said(one, "description", WORDS) for one in _each(content, "errors", "error")]
    except Garbage:
        return ""
    return next((one for one in said if one), "")


def status(words: str) -> str:
    """One word in small letters: "Action scheduled" and ACTION_SCHEDULED are the same."""
    return re.sub(r"[\s-]+", "_", words.strip().lower()) or "open"


def _each(content: bytes, whole: str, part: str) -> Iterator[Element]:
    root = _root(content)
    if root.tag != whole:
        raise Garbage
    return iter(root.findall(part)[:MOST])


def _root(content: bytes) -> Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Garbage
    try:
        return ElementTree.fromstring(content)  # noqa: S314 no DTD, bounded
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise Garbage from broken


def _said(one: Element, name: str, letters: int) -> str:
    return short(" ".join(clean(one.findtext(name) or "").split()), letters)


def _moment(one: Element, name: str) -> int | None:
    """In W3 format, which carries its distance from UTC; a server that forgot it meant UTC."""
    try:
        at = datetime.fromisoformat((one.findtext(name) or "").strip())
        return milliseconds(at if at.tzinfo else at.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
