"""The sheet as PDF, made when the message leaves: whoever withdrew until then is not in it."""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import milliseconds
from bot.graphics import charts, typesetting
from bot.i18n.clocks import When
from bot.i18n.texts import Text, literal, render_plain
from bot.identity import places
from bot.identity.places import Place
from bot.services import Site
from handlers.kit.rules import language_of
from handlers.press import gathering, rules, store
from handlers.press.gathering import Change, Gathered
from handlers.press.rules import Length, Number
from handlers.press.store.pieces import Piece
from handlers.press.words import credit, t

TEMPLATE = Path(__file__).parent / "press.typ"
PDF = "press.pdf"
# Dots of a picture of 86 × 58 mm: 300 an inch, and fewer where the sheet would be too large for a mail.
SIZES = ((1016, 685), (678, 457), (508, 343), (339, 229))
Files = Mapping[int, bytes]
Said = dict[str, str]


async def pdf_for(site: Site, about: str) -> bytes:
    """`about` is the id of a sheet on record. Raises LookupError for one that is not."""
    now = site.clock.now()
    async with site.database.write() as tx:
        sheet = await store.sheets.find(tx, int(about))
        if sheet is None:
            raise LookupError(f"no sheet {about} on record")
        place = await places.place(tx, sheet.place_id)
        # Whoever withdraws at this moment is either not in it, or hears that she is.
        await tx.lock(f"press {place.id}")
        gathered = await gathering.gather(tx, place, milliseconds(now))
        await store.sheets.note_set(tx, sheet.id, [one.id for one in gathered.pieces])
        shown = [one.media_id for one in gathered.pieces if one.media_id is not None]
        hashes = await store.pieces.hashes(tx, shown)
    languages = rules.read_languages(sheet.languages, place.languages) or place.languages[:1]
    files = await _read(site, hashes)
    return await asyncio.to_thread(smallest, place, gathered, files, languages, site.links.page(place.code), now)


def smallest(
    place: Place, gathered: Gathered, files: Files, languages: Sequence[str], address: str, now: datetime
) -> bytes:
    """Blocks. With the largest pictures with which it still goes into a mail."""
    made = b""
    for size in SIZES:
        photos = {media_id: charts.jpeg_of(charts.fitted(jpeg, size)) for media_id, jpeg in files.items()}
        made = typesetting.pdf(TEMPLATE, paper(place, gathered, photos, languages, address, now), now)
        if len(made) <= rules.LARGEST:
            break
    return made


def paper(
    place: Place, gathered: Gathered, photos: Files, languages: Sequence[str], address: str, now: datetime
) -> dict[str, Any]:
    """What the template is told; each picture once, however many languages show it."""
    order = list(photos)
    return {
        "photos": [list(photos[one]) for one in order],
        "sheets": [_sheet(place, gathered, order, language, address, now) for language in languages],
    }


def _sheet(
    place: Place, gathered: Gathered, order: list[int], language: str, address: str, now: datetime
) -> dict[str, Any]:
    def said(text: Text) -> Said:
        return _said(text, language)

    shown = [_change(one, order, language) for one in gathered.changes]
    return {
        "language": language,
        "kind": said(t.pdf_kind),
        "place": said(literal(place.name)),
        "date": said(t.pdf_date(date=When(now, place.clocks, "date"))),
        "short": _story(gathered, place, Length.SHORT, language),
        "middle": _story(gathered, place, Length.MIDDLE, language),
        "long": _story(gathered, place, Length.LONG, language),
        "changes": [one for one in shown if one["pictures"]],
        "licence": said(t.pdf_licence(place=place.name)),
        "numbers": [_number(one, language) for one in gathered.numbers],
        "numbers_title": said(t.pdf_numbers),
        "few": said(t.pdf_few),
        "middle_title": said(t.pdf_middle),
        "long_title": said(t.pdf_long),
        "quotes": [_quote(one, language) for one in gathered.quotes],
        "quotes_title": said(t.pdf_quotes),
        "foot": said(t.pdf_foot),
        "address": {"words": address, "language": "en"},
    }


def story(gathered_words: gathering.Words, place_name: str, length: Length, language: str) -> Text:
    """The team's own words, else ours."""
    own = gathered_words.get((length, language))
    return literal(own) if own else t[f"story-{length.value}"](place=place_name)


def _story(gathered: Gathered, place: Place, length: Length, language: str) -> Said:
    words = render_plain(story(gathered.words, place.name, length, language), language)
    return {"words": typesetting.drawable(words), "language": language}


def _change(one: Change, order: list[int], language: str) -> dict[str, Any]:
    """Without a picture whose file is lost."""
    there = [each for each in one.pieces if each.media_id in order]
    return {
        "pictures": [
            {
                "photo": order.index(each.media_id or 0),
                "label": _said(t.pdf_after if each.after else t.pdf_before, language),
                "credit": _said(t.pdf_photo(who=credit(each.name)), language),
            }
            for each in there
        ],
    }


def _number(one: Number, language: str) -> dict[str, Any]:
    words = t[f"number-{one.what.value}"](n=one.n)
    return {"value": {"words": str(one.value), "language": "en"}, "words": _said(words, language)}


def _quote(one: Piece, language: str) -> dict[str, Any]:
    """Her words run the way their letters run."""
    return {"words": _own(render_plain(t.quoted(words=one.words), language_of(one.words, language)), language),
            "who": _said(t.pdf_said(who=credit(one.name)), language)}  # fmt: skip


def _said(text: Text, language: str) -> Said:
    return {"words": typesetting.drawable(render_plain(text, language)), "language": language}


def _own(words: str, language: str) -> Said:
    return {"words": typesetting.drawable(words), "language": language_of(words, language)}


async def _read(site: Site, hashes: Mapping[int, str]) -> dict[int, bytes]:
    """One that is lost is left out."""
    found: dict[int, bytes] = {}
    for media_id, name in hashes.items():
        with contextlib.suppress(FileNotFoundError):
            found[media_id] = await site.pictures.read(name)
    return found
