"""The file somebody takes along: her rows and words as JSON, what she sent as files, and a page that explains it."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.clock import moment
from bot.database.db import Value
from bot.doors.door import WEB
from bot.gateway import taking
from bot.gateway.taking import Sent
from bot.identity import names, people, personal_data
from bot.privacy import forgetting
from bot.server.tongues import plain_words
from bot.services import Site
from handlers.privacy import store
from handlers.privacy.box import Box
from handlers.privacy.store import OwnPicture
from handlers.privacy.words import t

TAKEAWAY = "privacy.takeaway"
NOT_UNDERSTOOD = "not_understood"
Rows = dict[str, list[dict[str, Value]]]


@dataclass(frozen=True)
class Found:
    """`chats` are hers in the web chat; `files` are those that are no picture or voice note of hers."""

    name: str
    language: str
    rows: Rows
    pictures: list[OwnPicture]
    chats: list[int]
    files: list[Sent]


async def takeaway(site: Site, about: str) -> bytes:
    """`about` is the person and her language. Raises LookupError when she is gone."""
    person_id, language = about.split()
    found = await _find(site, int(person_id), language)
    box = Box(site.pictures, site.shelf, site.clock.now())
    await asyncio.to_thread(box.put_words, "data.json", _json(found))
    said = await _pack_talk(site, found, box)
    await box.put_pictures(found.pictures)
    await box.put_files(found.files)
    await asyncio.to_thread(box.put_words, "README.txt", _readme(found, said, box))
    return await asyncio.to_thread(box.close)


async def _find(site: Site, person_id: int, language: str) -> Found:
    async with site.database.read() as tx:
        person = await people.person(tx, person_id)
        rows: Rows = await personal_data.rows_about(tx, site.person_columns, person.id)
        _open(site, rows)
        doors = await forgetting.doors(tx, person.id)
        if odd := [row for door in doors for row in await forgetting.not_understood(tx, door)]:
            rows[NOT_UNDERSTOOD] = [{"kept_at": one.kept_at, "raw": one.raw} for one in odd]
        chats = [door.chat_id for door in doors if door.name == WEB]
        known = await store.pictures_by_file(tx, person.id, WEB)
        files = [one for chat in chats for one in await taking.sent(tx, chat, known)]
        name = plain_words(names.called(person.name), language)
        return Found(name, language, rows, await store.own_pictures(tx, person.id), chats, files)


def _open(site: Site, rows: Rows) -> None:
    """What is sealed is hers to read; without its key it stays as it is."""
    for column in site.person_columns:
        for row in rows.get(column.table, ()):
            for name in column.sealed:
                if site.opens is not None and isinstance(sealed := row[name], str):
                    row[name] = site.opens(sealed) or sealed


async def _pack_talk(site: Site, found: Found, box: Box) -> int:
    """How many messages there were. Page by page, each a look of its own: a long talk keeps nobody waiting."""
    count = 0
    with box.messages("said.json", found.files) as write:
        for chat in found.chats:
            after = 0
            while page := await _page(site, chat, after):
                await asyncio.to_thread(write, page)
                after, count = page[-1].id, count + len(page)
    return count


async def _page(site: Site, chat: int, after: int) -> Sequence[taking.Said]:
    async with site.database.read() as tx:
        return await taking.said(tx, chat, after)


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


def _readme(found: Found, said: int, box: Box) -> str:
    lines = [plain_words(t.readme, found.language), ""]
    lines += [f"{table}: {len(rows)}" for table, rows in found.rows.items()]
    lines += [f"said: {said}", f"files: {len(found.files) - box.left_out}"]
    if box.small:
        lines += ["", plain_words(t.readme_small, found.language)]
    if box.left_out:
        lines += ["", plain_words(t.readme_left_out(count=box.left_out), found.language)]
    return "\n".join(lines) + "\n"
