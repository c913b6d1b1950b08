"""The file of a kit, made when the message leaves: kit.json for another Nestbox, a PDF for people, pictures."""

import asyncio
import contextlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.clock import moment
from bot.graphics import charts, typesetting
from bot.i18n.texts import Text, literal, render_plain
from bot.identity import places
from bot.identity.places import Place
from bot.services import Site
from handlers.kit import gathering, reading, rules, store, words
from handlers.kit.rules import Kit, Page, Sheet
from handlers.kit.store.sources import Picture
from handlers.kit.words import t

TEMPLATE = Path(__file__).parent / "kit.typ"
PHOTO = (590, 443)  # dots: 300 an inch on 50 mm
JSON = "kit.json"
# What a program that unpacks it writes as its date: the day says nothing of when it was made.
NO_DAY = (1980, 1, 1, 0, 0, 0)
Files = Mapping[str, bytes]


async def zip_for(site: Site, about: str) -> bytes:
    """`about` is the id of a kit on record. Raises LookupError for one that is not, or has nothing in it."""
    async with site.database.read() as tx:
        made = await store.kits.find(tx, int(about))
        if made is None:
            raise LookupError(f"no kit {about} on record")
        place = await places.place(tx, made.place_id)
        gathered = await gathering.gather(tx, place.id)
        # A shop may be called after its owner; half of its code says nothing of anybody.
        somebody = rules.people_in(place.name, await store.people.names(tx, place.id))
    if not gathered.sheets:
        raise LookupError("nothing is in the kit any more")
    month = f"{moment(made.made_at).astimezone(place.clocks.first_shown):%Y-%m}"
    sheets, files = await _with_pictures(site, gathered.sheets)
    name = f"Nestbox {place.code[:4]}" if somebody else place.name[: reading.LONGEST_PLACE]
    kit = Kit(made.mark, name, month, sheets)
    return await asyncio.to_thread(packed, kit, files, place, site.clock.now())


def packed(kit: Kit, pictures: Files, place: Place, now: datetime) -> bytes:
    """Blocks."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(_named(JSON), json.dumps(rules.as_json(kit), ensure_ascii=False, indent=1).encode())
        for language in place.languages:
            folder.writestr(_named(f"kit-{language}.pdf"), pdf(kit, pictures, language, now))
        for name, jpeg in pictures.items():
            folder.writestr(_named(name), jpeg)
    return file.getvalue()


def pdf(kit: Kit, pictures: Files, language: str, now: datetime) -> bytes:
    """Blocks."""
    return typesetting.pdf(TEMPLATE, paper(kit, pictures, language), now)


def paper(kit: Kit, pictures: Files, language: str) -> dict[str, Any]:
    """What the template is told."""

    def said(text: Text) -> dict[str, str]:
        return {"words": typesetting.drawable(render_plain(text, language)), "language": language}

    return {
        "language": language,
        "title": said(t.pdf_title),
        "from": said(t.pdf_from(place=kit.place, month=kit.made)),
        "about": said(t.pdf_about),
        "pages": [_page(one, pictures, language) for one in kit.sheets],
    }


def _page(sheet: Sheet, pictures: Files, language: str) -> dict[str, Any]:
    def said(text: Text) -> dict[str, str]:
        return {"words": typesetting.drawable(render_plain(text, language)), "language": language}

    lines = rules.best(sheet.words, language).split("\n") if sheet.words else []
    title = literal(lines[0]) if lines else words.called(sheet, language)
    # A curve is drawn, not written.
    counted = [] if sheet.kind is Page.CURVE else words.facts(sheet)
    if sheet.kind is Page.PERMIT and not lines:
        counted = counted[1:]  # its kind is the title
    return {
        "kind": said(words.kind(sheet)),
        "title": _own(said(title), language),
        "lines": [_own(said(literal(one)), language) for one in lines[1:]],
        "facts": [said(one) for one in counted],
        "points": list(sheet.facts.points),
        "photos": [list(charts.jpeg_of(charts.fitted(pictures[one], PHOTO))) for one in sheet.pictures],
    }


def _own(said: dict[str, str], language: str) -> dict[str, str]:
    """Words of people run the way their letters run."""
    return said | {"language": rules.language_of(said["words"], language)}


async def _with_pictures(
    site: Site, found: Sequence[tuple[Sheet, tuple[Picture, ...]]]
) -> tuple[tuple[Sheet, ...], dict[str, bytes]]:
    """Named by their number here: the name of a file on our disk is nobody else's. One that is lost is left out."""
    sheets: list[Sheet] = []
    files: dict[str, bytes] = {}
    for sheet, pictures in found:
        names = []
        for one in pictures:
            with contextlib.suppress(FileNotFoundError):
                name = f"pictures/{len(files) + 1:02}-{'after' if one.after else 'before'}.jpg"
                files[name] = await site.pictures.read(one.hash)
                names.append(name)
        sheets.append(replace(sheet, pictures=tuple(names)))
    return tuple(sheets), files


def _named(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, NO_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
