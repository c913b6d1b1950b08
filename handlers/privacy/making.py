"""The file somebody takes along: her rows as JSON, her pictures and voice notes, and a page that explains it."""

import asyncio
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from bot import names, people, personal
from bot.clock import moment
from bot.context import Links
from bot.db import Value
from bot.media import MediaFolder, smaller
from bot.site import Site, plain_words
from handlers.privacy import rules, store
from handlers.privacy.chat import t
from handlers.privacy.store import OwnPicture

TAKEAWAY = "privacy.takeaway"
Rows = dict[str, list[dict[str, Value]]]


@dataclass(frozen=True)
class Found:
    name: str
    language: str
    rows: Rows
    pictures: list[OwnPicture]
    links: Links


async def takeaway(site: Site, about: str) -> bytes:
    """`about` is the person and her language. Raises LookupError when she is gone."""
    person_id, language = about.split()
    async with site.database.read() as tx:
        person = await people.person(tx, int(person_id))
        rows = await personal.rows_about(tx, site.about_people, person.id)
        pictures = await store.own_pictures(tx, person.id)
    name = plain_words(names.called(person.name), language)
    found = Found(name, language, rows, pictures, site.links)
    return await asyncio.to_thread(packed, found, site.pictures)


def packed(found: Found, folder: MediaFolder) -> bytes:
    """Pictures are made smaller where all of them would not fit into a message. Blocks."""
    whole = io.BytesIO()
    small = sum(_size(folder, one) for one in found.pictures) > rules.MOST_BYTES
    # Pictures do not become smaller by squeezing them.
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as file:
        file.writestr("README.txt", _readme(found, small), zipfile.ZIP_DEFLATED)
        file.writestr("data.json", _json(found), zipfile.ZIP_DEFLATED)
        for one in found.pictures:
            try:
                content = _content(folder, one, small, whole.tell() > rules.MOST_BYTES)
            except FileNotFoundError:  # restored without its pictures
                continue
            file.writestr(f"{one.kind}s/{one.id}.{'ogg' if one.kind == 'voice' else 'jpg'}", content)
    return whole.getvalue()


def _content(folder: MediaFolder, one: OwnPicture, small: bool, full: bool) -> bytes:
    """`full`: even the small ones were too many."""
    if one.kind == "voice":
        return folder.read_voice(one.hash)
    if full:
        return folder.read_thumbnail(one.hash)
    return smaller(folder.read(one.hash), rules.SMALL_SIDE) if small else folder.read(one.hash)


def _size(folder: MediaFolder, one: OwnPicture) -> int:
    path = folder.path(one.hash)
    return path.stat().st_size if path.exists() else 0


def _json(found: Found) -> str:
    tables: dict[str, Any] = {
        table: [{name: _readable(name, value) for name, value in row.items()} for row in rows]
        for table, rows in found.rows.items()
    }
    return json.dumps({"name": found.name, "language": found.language} | tables, ensure_ascii=False, indent=2)


def _readable(name: str, value: Value) -> Value:
    """Moments as people write them, https://www.rfc-editor.org/rfc/rfc3339."""
    if isinstance(value, int) and name.endswith(("_at", "_by_when", "until")) and value > 10**11:
        return moment(value).isoformat(timespec="seconds")
    return value.hex() if isinstance(value, bytes) else value


def _readme(found: Found, small: bool) -> str:
    lines = [plain_words(t.readme, found.language), ""]
    lines += [f"{table}: {len(rows)}" for table, rows in found.rows.items()]
    if small:
        lines += ["", plain_words(t.readme_small, found.language)]
    return "\n".join(lines) + "\n"
