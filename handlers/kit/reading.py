"""Reads a kit from anywhere, a zip or its kit.json: nothing is unpacked, and only that one file is opened."""

import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from enum import StrEnum
from io import BytesIO
from typing import TypeVar

from bot.i18n.texts import LANGUAGES
from handlers.care.rules import Found
from handlers.ideas.rules import PUBLIC
from handlers.kit import rules
from handlers.kit.rules import Cost, Event, Facts, Kit, Look, Page, Sheet, Step
from handlers.permits.rules import TEMPLATES, Fee, Kind, Status, Who
from handlers.polls.rules import Kind as Ballot
from handlers.tasks.rules import Every, Work
from handlers.tasks.rules import Kind as Task

LARGEST = 20 * 1024 * 1024  # bytes of the file that is sent
LARGEST_JSON = 1024 * 1024  # bytes of kit.json, unpacked
MOST_ENTRIES = 300  # of the zip
NAME = "kit.json"
# Of these two no more is unpacked than is asked for; 360 bytes of bzip2 become 300 MB at once.
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for bytes that are no zip. RuntimeError: it has a password, or is packed in an unknown way.
NO_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, OverflowError, OSError, EOFError, RuntimeError)
MARK = re.compile(r"[0-9a-f]{32}", re.ASCII)
MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)
LONGEST_PLACE = 80
LONGEST_LIST = 60
MOST_WEEKS, MOST_DAYS = 2000, 20_000
T = TypeVar("T")


class Fault(StrEnum):
    """Why a file was not taken in."""

    NOT_A_KIT = "not_a_kit"
    TOO_LARGE = "too_large"
    NEWER = "newer"
    BROKEN = "broken"


class _Wrong(Exception):
    """Not as docs/kit.md says."""


def read(data: bytes) -> Kit | Fault:
    """Blocks for some milliseconds. Never raises, whatever strangers wrote."""
    if len(data) > LARGEST:
        return Fault.TOO_LARGE
    try:
        content = _unpacked(data) if data.startswith(b"PK") else data
    except NO_ZIP:
        return Fault.BROKEN
    return content if isinstance(content, Fault) else _parsed(content)


def _unpacked(data: bytes) -> bytes | Fault:
    """The sizes that a zip names are a claim: what is read is counted."""
    with zipfile.ZipFile(BytesIO(data)) as folder:
        entries = folder.infolist()
        if len(entries) > MOST_ENTRIES:
            return Fault.TOO_LARGE
        mine = [one for one in entries if one.filename == NAME]
        if len(mine) != 1:
            return Fault.NOT_A_KIT
        if mine[0].compress_type not in PACKED:
            return Fault.BROKEN
        with folder.open(mine[0]) as file:
            return file.read(LARGEST_JSON + 1)


def _parsed(content: bytes) -> Kit | Fault:
    if len(content) > LARGEST_JSON:
        return Fault.TOO_LARGE
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Fault.NOT_A_KIT
    if not isinstance(found, dict) or found.get("format") != rules.FORMAT:
        return Fault.NOT_A_KIT
    version = found.get("version")
    if type(version) is int and version > rules.VERSION:
        return Fault.NEWER
    try:
        if type(version) is not int or version != rules.VERSION:
            raise _Wrong("version")
        return _kit(found)
    except (_Wrong, RecursionError):
        return Fault.BROKEN


def _kit(found: dict[str, object]) -> Kit:
    sheets = tuple(_sheet(one) for one in _list(found, "pages", rules.MOST_IN))
    if not sheets:
        raise _Wrong("pages")
    return Kit(_matching(found, "mark", MARK), _line(found, "place"), _matching(found, "made", MONTH), sheets)


def sheet(body: str) -> Sheet:
    """One that was read before and kept."""
    return _sheet(json.loads(body))


def _sheet(found: object) -> Sheet:
    if not isinstance(found, dict):
        raise _Wrong("page")
    kind = Page(_one_of(found, "kind", Page))
    return Sheet(kind, FACTS[kind](found), _words(found.get("words"), needed=kind not in (Page.CURVE, Page.PERMIT)))


def _words(found: object, *, needed: bool) -> tuple[tuple[str, str], ...]:
    """Languages we do not speak are left out."""
    if not isinstance(found, dict):
        raise _Wrong("words")
    kept = {}
    for language in LANGUAGES:
        said = found.get(language)
        if said is not None:
            if not isinstance(said, str) or len(said) > rules.MOST_WORDS:
                raise _Wrong("words")
            kept[language] = rules.tidy(said)
            # No kit of ours has a way to reach somebody in it; one that has wants something of whoever reads it.
            if rules.people_in(kept[language], ()):
                raise _Wrong("words")
    words = rules.words_of(kept)
    if needed and not words:
        raise _Wrong("words")
    return words


def _change(found: dict[str, object]) -> Facts:
    return Facts(
        space=_one_of(found, "space", rules.SPACES),
        undone=found.get("undone") is True,
        timeline=tuple(
            Event(_one_of(one, "step", PUBLIC), _number(one, "week", 0, MOST_WEEKS))
            for one in _records(found, "timeline")
        ),
        cost=Cost(_one_of(found, "cost", Cost)),
    )


def _care(found: dict[str, object]) -> Facts:
    return Facts(
        every_weeks=_maybe(found, "care_day_weeks", 1, 12),
        looks=tuple(
            Look(_number(one, "days", 0, MOST_DAYS), _one_of(one, "found", Found)) for one in _records(found, "looks")
        ),
    )


def _permit(found: dict[str, object]) -> Facts:
    kind = Kind(_one_of(found, "permit", Kind))
    known = [f"{kind.value}-{number}" for number in range(1, len(TEMPLATES[kind]) + 1)]
    days = found.get("days")
    if not isinstance(days, dict):
        raise _Wrong("days")
    return Facts(
        permit=kind.value,
        status=_one_of(found, "status", Status),
        fee="" if found.get("fee") is None else _one_of(found, "fee", Fee),
        days_to_prepare=_maybe(days, "to_prepare", 0, MOST_DAYS),
        days_to_answer=_maybe(days, "to_answer", 0, MOST_DAYS),
        steps=tuple(
            Step(_one_of(one, "step", known), None if one.get("who") is None else _one_of(one, "who", Who))
            for one in _records(found, "steps")
        ),
    )


def _task(found: dict[str, object]) -> Facts:
    return Facts(
        work=_one_of(found, "work", Work),
        task=_one_of(found, "task", Task),
        every="" if found.get("every") is None else _one_of(found, "every", Every),
        needed=_number(found, "needed", 1, 99),
        minutes=_number(found, "minutes", 0, 24 * 60),
    )


def _poll(found: dict[str, object]) -> Facts:
    return Facts(ballot=_one_of(found, "ballot", Ballot))


def _curve(found: dict[str, object]) -> Facts:
    points = _list(found, "points", LONGEST_LIST)
    if not all(type(one) is int and 0 <= one <= 100 for one in points):
        raise _Wrong("points")
    return Facts(points=tuple(one for one in points if isinstance(one, int)))


FACTS: dict[Page, Callable[[dict[str, object]], Facts]] = {
    Page.CHANGE: _change,
    Page.CARE: _care,
    Page.PERMIT: _permit,
    Page.TASK: _task,
    Page.POLL: _poll,
    Page.CURVE: _curve,
}


# --- the fields of a JSON object


def _list(found: dict[str, object], name: str, most: int) -> list[object]:
    value = found.get(name)
    if not isinstance(value, list) or len(value) > most:
        raise _Wrong(name)
    return value


def _records(found: dict[str, object], name: str) -> list[dict[str, object]]:
    value = [one for one in _list(found, name, LONGEST_LIST) if isinstance(one, dict)]
    if len(value) != len(_list(found, name, LONGEST_LIST)):
        raise _Wrong(name)
    return value


def _one_of(found: dict[str, object], name: str, known: Iterable[str]) -> str:
    value = found.get(name)
    if not isinstance(value, str) or value not in {str(one) for one in known}:
        raise _Wrong(name)
    return value


def _number(found: dict[str, object], name: str, least: int, most: int) -> int:
    value = found.get(name)
    if type(value) is not int or not least <= value <= most:
        raise _Wrong(name)
    return value


def _maybe(found: dict[str, object], name: str, least: int, most: int) -> int | None:
    return None if found.get(name) is None else _number(found, name, least, most)


def _matching(found: dict[str, object], name: str, shape: re.Pattern[str]) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise _Wrong(name)
    return value


def _line(found: dict[str, object], name: str) -> str:
    value = found.get(name)
    if (
        not isinstance(value, str)
        or not rules.tidy(value)
        or len(value) > LONGEST_PLACE
        or rules.people_in(value, ())
    ):
        raise _Wrong(name)
    return " ".join(rules.tidy(value).split())
