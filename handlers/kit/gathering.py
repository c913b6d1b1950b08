"""Puts the pages of a place's kit together: as they might go in, and as they are in it."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.kit import rules, store
from handlers.kit.rules import Page, Sheet
from handlers.kit.store.sheets import Listed
from handlers.kit.store.sources import Picture

MOST_LOOKED_THROUGH = 200  # pictures of one change


@dataclass(frozen=True)
class Candidate:
    """One that might go in: `pictures` those that may go along; `confirmed` by a lead, else as it was written."""

    listed: Listed
    sheet: Sheet
    pictures: tuple[Picture, ...]
    confirmed: bool


@dataclass(frozen=True)
class Gathered:
    """What goes in, each with its pictures; and what does not, since there is somebody's name in it by now."""

    sheets: tuple[tuple[Sheet, tuple[Picture, ...]], ...]
    somebody_in: tuple[Listed, ...]


async def candidate(tx: Tx, place_id: int, one: Listed, otherwise: str) -> Candidate:
    """`otherwise` is the language of words that do not say theirs."""
    source = await store.sources.read(tx, one.kind, one.subject_id, place_id)
    confirmed = await store.sheets.words(tx, one.page_id) if one.page_id else {}
    words = rules.words_of(confirmed)
    if not words and (written := rules.tidy(source.words)):
        words = ((rules.language_of(written, otherwise), written),)
    pictures = await _pictures(tx, one)
    return Candidate(one, Sheet(one.kind, source.facts, words), pictures, bool(confirmed))


async def gather(tx: Tx, place_id: int) -> Gathered:
    """In the order of their kinds. Somebody may have come since a lead looked, so names are searched for again."""
    known = await store.people.names(tx, place_id)
    sheets, somebody_in = [], []
    for one in await store.sheets.inside(tx, place_id):
        words = rules.words_of(await store.sheets.words(tx, one.page_id))
        if rules.people_in("\n".join(said for _, said in words), known):
            somebody_in.append(one)
            continue
        source = await store.sources.read(tx, one.kind, one.subject_id, place_id)
        sheets.append((Sheet(one.kind, source.facts, words), await going_along(tx, one)))
    return Gathered(tuple(sheets), tuple(somebody_in))


async def going_along(tx: Tx, one: Listed) -> tuple[Picture, ...]:
    """Those that a lead looked at, and that may still go along."""
    if not one.pictures or one.kind is not Page.CHANGE:
        return ()
    seen = await store.sheets.pictures(tx, one.page_id)
    found = await store.sources.pictures(tx, one.subject_id, MOST_LOOKED_THROUGH)
    return tuple(picture for picture in found if picture.media_id in seen)


async def _pictures(tx: Tx, one: Listed) -> tuple[Picture, ...]:
    if one.kind is not Page.CHANGE:
        return ()
    return tuple(await store.sources.pictures(tx, one.subject_id, rules.MOST_PICTURES))
