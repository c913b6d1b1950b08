"""Puts together what a poster says, and has it drawn outside any transaction."""

import asyncio
import contextlib
import unicodedata
from dataclasses import replace
from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.i18n.texts import Text, clean, render_plain
from bot.identity import places, roles
from bot.identity.invites import place_code
from bot.identity.places import Place
from bot.identity.roles import Role
from bot.services import Site
from handlers.board import store as board

# What a status or a spot is called is said in one place: on the cards in the chat.
from handlers.ideas.words import t as called
from handlers.posters import drawing, rules, store
from handlers.posters.layout import Card, Poster, Saying
from handlers.posters.words import t


async def pdf_for(site: Site, about: str) -> bytes:
    """`about` is the id of the place."""
    return await asyncio.to_thread(drawing.pdf, await poster(site, int(about)), site.clock.now())


async def picture_for(site: Site, about: str) -> bytes:
    return await asyncio.to_thread(drawing.png, await poster(site, int(about)))


async def poster(site: Site, place_id: int) -> Poster:
    """Raises LookupError for a place that does not exist."""
    now = site.clock.now()
    async with site.database.read() as tx:
        place = await places.place(tx, place_id)
        found = await store.outcomes(tx, place.id, milliseconds(rules.since(now, place.clocks)))
        quiet = t.quiet_week if await store.has_ideas(tx, place.id) else t.nothing_yet
        photos = await board.photos(tx, [one.idea_id for one in found])
        invitation = await _invitation(tx, place)
    # How it is now, where there is such a photo; else the first one.
    hashes = {one.idea_id: one.hash for one in reversed(photos) if not one.after}
    hashes |= {one.idea_id: one.hash for one in photos if one.after}
    cards = [(_card(place, one), hashes.get(one.idea_id)) for one in found]
    drawn = [replace(card, jpeg=await _photo(site, hash)) if hash else card for card, hash in cards]
    return _poster(place, site.links.anywhere(place_code(place.code)), tuple(drawn), quiet, invitation, now)


async def _photo(site: Site, hash: str) -> bytes | None:
    """A picture that is lost leaves the words to stand alone."""
    with contextlib.suppress(OSError):
        return await site.pictures.read(hash)
    return None


async def _invitation(tx: Tx, place: Place) -> Text:
    """In a place that rests: whom to ask."""
    if place.rests_since is None:
        return t.invitation
    if await roles.holders(tx, place.id, Role.SHOPKEEPER):
        return t.rests_ask_shop
    return t.rests_ask_city if await roles.holders(tx, place.id, Role.LIAISON) else t.rests


def _poster(
    place: Place, address: str, cards: tuple[Card, ...], quiet: Text, invitation: Text, now: datetime
) -> Poster:
    printed = now.astimezone(place.clocks.first_shown).date().isoformat()
    return Poster(
        name=_own(clean(place.name), place.languages[0]),
        invitation=_in_all(place, invitation),
        address=address,
        heading=_in_all(place, t.lately),
        cards=cards,
        nothing_yet=() if cards else _in_all(place, quiet),
        printed=printed,
    )


def _card(place: Place, one: store.Outcome) -> Card:
    label = _own(clean(one.words), place.languages[0]) if one.words.strip() else None
    statuses = _in_all(place, called[f"status-{one.status.value}"])
    return Card(one.number, label, statuses)


def _in_all(place: Place, text: Text) -> tuple[Saying, ...]:
    return tuple(Saying(render_plain(text, language), language) for language in place.languages)


def _own(words: str, otherwise: str) -> Saying:
    """A person's words run the way their first letter runs."""
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in ("R", "AL"):
            return Saying(words, "ug")
        if way == "L":
            return Saying(words, "zh" if otherwise == "ug" else otherwise)
    return Saying(words, otherwise)
