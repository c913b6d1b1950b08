"""Makes the file: one zip with a CSV for each kind of row, and the same rows as JSON."""

import asyncio
import json
import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from io import BytesIO

from bot.clock import moment
from bot.database.db import Tx
from bot.identity import places
from bot.identity.places import Place
from bot.services import Site
from handlers.exports import rules, store
from handlers.exports.store.busy import BusyRow, CountRow
from handlers.exports.store.care import CareRow
from handlers.exports.store.experts import ExpertRow
from handlers.exports.store.ideas import CommentRow, EventRow, IdeaRow
from handlers.exports.store.ledger import LedgerRow
from handlers.exports.store.made import MadeRow
from handlers.exports.store.needs import MoneyRow, NeedRow
from handlers.exports.store.permits import PermitRow
from handlers.exports.store.polls import PollRow
from handlers.exports.store.pulse import PulseRow
from handlers.exports.store.tasks import TaskRow

TIME = "_at"  # columns whose names end so are moments

Row = (
    IdeaRow
    | CommentRow
    | PollRow
    | EventRow
    | MadeRow
    | CareRow
    | PermitRow
    | NeedRow
    | MoneyRow
    | TaskRow
    | BusyRow
    | CountRow
    | LedgerRow
    | PulseRow
    | ExpertRow
)
Value = str | int | None


@dataclass(frozen=True)
class Sheet:
    """What becomes one CSV file, and one list in the JSON."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


async def zip_for(site: Site, about: str) -> bytes:
    """`about` is the id of an export on record: nothing leaves that is not."""
    async with site.database.read() as tx:
        place_id = await store.record.place_of(tx, int(about))
        if place_id is None:
            raise LookupError(f"no export {about} on record")
        place = await places.place(tx, place_id)
        sheets = await read(tx, place, random.SystemRandom())
    return await asyncio.to_thread(packed, place.name, sheets, site.clock.now().astimezone(place.clocks.first_shown))


async def read(tx: Tx, place: Place, chance: random.Random) -> tuple[Sheet, ...]:
    ideas, comments = await store.ideas.ideas(tx, place.id), await store.ideas.comments(tx, place.id)
    authors = [one.author for one in ideas if one.author is not None]
    called = rules.pseudonyms([*authors, *(one.author for one in comments)], chance)
    return (
        _sheet("ideas", IdeaRow, [replace(one, author=called.get(one.author or 0)) for one in ideas], place),
        _sheet("comments", CommentRow, [replace(one, author=called[one.author]) for one in comments], place),
        _sheet("polls", PollRow, await store.polls.rows(tx, place.id), place),
        _sheet("events", EventRow, await store.ideas.events(tx, place.id), place),
        _sheet("made", MadeRow, await store.made.rows(tx, place.id), place),
        _sheet("care", CareRow, await store.care.rows(tx, place.id), place),
        _sheet("permits", PermitRow, await store.permits.rows(tx, place.id), place),
        _sheet("needs", NeedRow, await store.needs.needs(tx, place.id), place),
        _sheet("money", MoneyRow, await store.needs.money(tx, place.id), place),
        _sheet("tasks", TaskRow, await store.tasks.rows(tx, place.id), place),
        _sheet("busy", BusyRow, await store.busy.weeks(tx, place.id), place),
        _sheet("counts", CountRow, await store.busy.counts(tx, place.id), place),
        _sheet("ledger", LedgerRow, await store.ledger.rows(tx, place.id), place),
        _sheet("pulse", PulseRow, await store.pulse.rows(tx, place.id), place),
        _sheet("experts", ExpertRow, await store.experts.rows(tx, place.id), place),
    )


def packed(place_name: str, sheets: Sequence[Sheet], now: datetime) -> bytes:
    """Blocks."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        for sheet in sheets:
            folder.writestr(_named(f"{sheet.name}.csv", now), rules.table(sheet.columns, sheet.rows))
        folder.writestr(_named("nestbox.json", now), as_json(place_name, sheets, now))
    return file.getvalue()


def as_json(place_name: str, sheets: Sequence[Sheet], now: datetime) -> bytes:
    """The same rows for programs; words stand as they were written."""
    lists = {sheet.name: [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows] for sheet in sheets}
    whole = {"place": place_name, "made_at": now.isoformat(timespec="minutes")} | lists
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _sheet(name: str, kind: type[Row], rows: Sequence[Row], place: Place) -> Sheet:
    columns = tuple(field.name for field in fields(kind))
    shown = tuple(tuple(_shown(column, getattr(row, column), place) for column in columns) for row in rows)
    return Sheet(name, columns, shown)


def _shown(column: str, value: Value, place: Place) -> Value:
    """Moments in the clock the place shows first, with their distance from UTC."""
    if not column.endswith(TIME) or not isinstance(value, int):
        return value
    return moment(value).astimezone(place.clocks.first_shown).isoformat(timespec="minutes")


def _named(name: str, now: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, now.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
