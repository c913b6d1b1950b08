"""Makes one sheet of the open data: the same rows as CSV and as JSON, packed and with their validators."""

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.clock import moment
from bot.database.db import Tx
from bot.identity.places import Place
from bot.services import Links
from handlers.exports import rules as exports
from handlers.open_data import rules, store
from handlers.open_data.rules import Licence
from handlers.open_data.store.rows import Row

Value = str | int | None
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
LEVEL = 5  # of gzip: half the time of the highest, and a twentieth larger


@dataclass(frozen=True)
class Sheet:
    """As it was read: `about` stands above the rows in JSON."""

    name: str
    about: dict[str, Value]
    rows: Sequence[Row]


@dataclass(frozen=True)
class File:
    """Packed with gzip too, once for everybody who asks."""

    content: bytes
    packed: bytes
    etag: str


async def read(tx: Tx, place: Place, licence: Licence, links: Links, name: str) -> Sheet:
    counted = await store.counts.day_of(tx, place.id)
    about: dict[str, Value] = {
        "place": place.name,
        "url": f"{links.page(place.code)}/data/",
        "licence": licence.name_,
        "licence_url": licence.address,
        "counted_on": date.fromordinal(counted).isoformat() if counted else None,
    }
    return Sheet(name, about, await _rows(tx, place.id, name))


def made(sheet: Sheet, place: Place, links: Links) -> dict[str, File]:
    """By its form. Blocks."""
    columns = rules.SHEETS[sheet.name]
    rows = [[_shown(column, row, place, links) for column in columns] for row in sheet.rows]
    listed = [dict(zip(columns, row, strict=True)) for row in rows]
    as_json = json.dumps({**sheet.about, "rows": listed}, ensure_ascii=False, separators=(",", ":"))
    return {"csv": _file(exports.table(columns, rows)), "json": _file(as_json.encode())}


async def _rows(tx: Tx, place_id: int, name: str) -> Sequence[Row]:
    match name:
        case "ideas":
            return await store.rows.ideas(tx, place_id)
        case "polls":
            return rules.told_options(await store.rows.options(tx, place_id))
        case "events":
            return await store.rows.events(tx, place_id)
        case "decisions":
            return await store.rows.decisions(tx, place_id)
        case "made":
            return await store.rows.made(tx, place_id)
    return await store.rows.looks(tx, place_id)


def _shown(column: str, row: Row, place: Place, links: Links) -> Value:
    if column == "url":
        number = getattr(row, "idea", None) or (row.id if isinstance(row, store.rows.Idea) else None)
        return links.page(place.code, number) if number else None
    value: Value = getattr(row, column)
    if not isinstance(value, int) or not column.endswith((rules.DAY, rules.MOMENT)):
        return value
    at = moment(value).astimezone(place.clocks.first_shown)
    # What people did has its day and no minute: a minute can be somebody seen with her phone.
    return at.date().isoformat() if column.endswith(rules.DAY) else at.isoformat(timespec="minutes")


def _file(content: bytes) -> File:
    # Without the time in its head the same rows are the same bytes.
    packed = gzip.compress(content, LEVEL, mtime=0)
    return File(content, packed, f'W/"{hashlib.sha256(content).hexdigest()[:32]}"')
