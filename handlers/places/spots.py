"""The spots people point at: their names, whose space they are, a photo each, their order; removed softly."""

from dataclasses import replace

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, clean, fits, join, literal, short
from bot.i18n.texts import machine as m
from bot.identity import places
from bot.identity.places import Space, Spot
from bot.identity.roles import LEADS
from bot.outbox.message import Button, Collage, Stored
from handlers.places import rules, store
from handlers.places.chat import back_to_settings
from handlers.places.record import last_changed, note
from handlers.places.rules import SPOT_SETTINGS, Setting
from handlers.places.words import t

NAME_SHOWN = 30
MOST_PICTURES = 9


@action(LEADS)
async def spots(context: Context, page: int) -> None:
    here = await places.spots(context.tx, context.place.id)
    choices = [spot.button(_numbered(number, one), one.id, 0) for number, one in enumerate(here, 1)]
    choices.append(add.button(t.add_spot))
    rows = paged(choices, max(page, 0), spots.button(t.more, max(page, 0) + 1))
    lines = [_line(number, one) for number, one in enumerate(here, 1)]
    back = spots.button(t.back, page - 1) if page > 0 else back_to_settings(0)
    text = join(t.spots(count=len(here)), *lines, *await last_changed(context, *SPOT_SETTINGS))
    await context.show(text, rows, _pictures(here), back)


@action(LEADS)
async def spot(context: Context, spot_id: int, page: int) -> None:
    await _show_spot(context, await _offered(context, spot_id), page)


@action(LEADS)
async def add(context: Context) -> None:
    """Removed ones can be brought back instead."""
    everything = await places.all_spots(context.tx, context.place.id)
    removed = [one for one in everything if one.removed_at is not None]
    if len(everything) - len(removed) >= rules.MOST_SPOTS:
        raise Refusal(t.enough_spots(limit=rules.MOST_SPOTS))
    rows = [[bring_back.button(t.bring_back(spot=spot_name(one)), one.id)] for one in removed[-3:]]
    await context.ask(t.ask_spot, hear_spot, rows=rows, back=spots.button(t.back, 0))


@action(LEADS)
async def hear_spot(context: Context, words: str) -> None:
    new = await _new_name(context, words, 0)
    if len(await places.spots(context.tx, context.place.id)) >= rules.MOST_SPOTS:
        raise Refusal(t.enough_spots(limit=rules.MOST_SPOTS))
    spot_id = await store.add_spot(context.tx, context.place, new)
    await note(context, Setting.SPOT_ADDED, "", new, spot_id)
    await whose(context, spot_id, 0)


@action(LEADS)
async def rename(context: Context, spot_id: int) -> None:
    one = await _offered(context, spot_id)
    rows = []
    if one.name is not None and one.space is not Space.UNSURE:
        rows = [[usual_name.button(t.usual_name(spot=t[f"spot-{one.space.value}"]), spot_id)]]
    await context.ask(t.ask_rename(spot=spot_name(one)), hear_rename, spot_id, rows=rows, back=_back(spot_id))


@action(LEADS)
async def hear_rename(context: Context, spot_id: int, words: str) -> None:
    one = await _offered(context, spot_id)
    new = await _new_name(context, words, spot_id)
    await store.name_spot(context.tx, spot_id, new)
    await note(context, Setting.SPOT_NAME, _written(one), new, spot_id)
    await _changed(context, spot_id)


@action(LEADS)
async def usual_name(context: Context, spot_id: int) -> None:
    """As it is called in each reader's language."""
    one = await _offered(context, spot_id)
    if one.space is Space.UNSURE:
        raise Refusal(m.old_button)
    await _check_free(context, None, one)
    await store.name_spot(context.tx, spot_id, None)
    await note(context, Setting.SPOT_NAME, _written(one), _written(replace(one, name=None)), spot_id)
    await _changed(context, spot_id)


@action(LEADS)
async def whose(context: Context, spot_id: int, page: int) -> None:
    """Whose space it is decides who must agree; ideas that were sent before keep theirs."""
    one = await _offered(context, spot_id)
    others = [space for space in rules.SPACES if space is not one.space]
    choices = [set_space.button(t[f"space-{space.value}"], spot_id, space) for space in others]
    rows = paged(choices, max(page, 0), whose.button(t.more, spot_id, max(page, 0) + 1))
    text = t.whose(spot=spot_name(one), space=t[f"space-{one.space.value}"])
    await context.show(text, rows, back=_back(spot_id))


@action(LEADS)
async def set_space(context: Context, spot_id: int, space: Space) -> None:
    one = await _offered(context, spot_id)
    if one.name is None:
        # The usual four are called by their space; a name keeps it from being taken for another spot.
        raise Refusal(t.name_it_first(spot=spot_name(one)))
    await store.set_space(context.tx, spot_id, space)
    await note(context, Setting.SPOT_SPACE, one.space.value, space.value, spot_id)
    await _changed(context, spot_id)


@action(LEADS)
async def photo(context: Context, spot_id: int) -> None:
    one = await _offered(context, spot_id)
    rows = [[no_photo.button(t.no_photo, spot_id)]] if await store.has_photo(context.tx, spot_id) else []
    await context.ask(t.ask_photo(spot=spot_name(one)), hear_photo, spot_id, rows=rows, back=_back(spot_id))


@action(LEADS)
async def hear_photo(context: Context, spot_id: int, heard: Photo) -> None:
    one = await _offered(context, spot_id)
    before = await store.has_photo(context.tx, spot_id)
    await store.set_photo(context.tx, spot_id, await context.keep(heard))
    await note(context, Setting.SPOT_PHOTO, "📷" if before else "", "📷 ✓", spot_id)
    await context.say(t.photo_kept(spot=spot_name(one)), [[spots.button(t.spots_button, 0)]])


@action(LEADS)
async def no_photo(context: Context, spot_id: int) -> None:
    await _offered(context, spot_id)
    await store.set_photo(context.tx, spot_id, None)
    await note(context, Setting.SPOT_PHOTO, "📷", "", spot_id)
    await _changed(context, spot_id)


@action(LEADS)
async def put(context: Context, spot_id: int, wished: int) -> None:
    """At this place in the list, counted from 1."""
    one = await _offered(context, spot_id)
    here = await places.spots(context.tx, context.place.id)
    before = here.index(one) + 1
    order = [other for other in here if other.id != one.id]
    order.insert(wished - 1 if 1 <= wished <= len(here) else before - 1, one)
    if order != here:
        await store.put_in_order(context.tx, order)
        await note(context, Setting.SPOT_ORDER, f"{before}", f"{wished}", spot_id)
    context.toast(t.saved)
    await spots(context, 0)


@action(LEADS)
async def up(context: Context, spot_id: int) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    await _show_spot(context, await _offered(context, spot_id), 0)


@action(LEADS)
async def remove(context: Context, spot_id: int) -> None:
    one = await _offered(context, spot_id)
    if len(await places.spots(context.tx, context.place.id)) == 1:
        raise Refusal(t.last_spot)
    await store.remove_spot(context.tx, spot_id, context.now_ms)
    await note(context, Setting.SPOT_REMOVED, _written(one), "", spot_id)
    name = spot_name(one)
    rows = [[bring_back.button(t.bring_back(spot=name), spot_id)], [spots.button(t.spots_button, 0)]]
    await context.show(t.spot_removed(spot=name), rows, back=back_to_settings(0))


@action(LEADS)
async def bring_back(context: Context, spot_id: int) -> None:
    one = await places.find_spot(context.tx, context.place.id, spot_id)
    if one is None or one.removed_at is None:
        raise Refusal(m.old_button)
    await _check_free(context, one.name, one)
    await store.bring_back_spot(context.tx, spot_id)
    await note(context, Setting.SPOT_BACK, "", _written(one), spot_id)
    await _changed(context, spot_id)


def spot_name(one: Spot) -> Text:
    return literal(one.name) if one.name else t[f"spot-{one.space.value}"]


async def _show_spot(context: Context, one: Spot, page: int) -> None:
    here = await places.spots(context.tx, context.place.id)
    further = here.index(one) or len(here)  # the first becomes the last
    choices = [
        rename.button(t.rename, one.id),
        whose.button(t.whose_button, one.id, 0),
        photo.button(t.photo_button, one.id),
        put.button(t.up, one.id, further),
        remove.button(t.remove, one.id),
    ]
    rows = paged(choices, max(page, 0), spot.button(t.more, one.id, max(page, 0) + 1))
    picture = Stored(one.media_id) if one.media_id is not None else None
    text = t.spot(spot=spot_name(one), space=t[f"space-{one.space.value}"])
    back = spot.button(t.back, one.id, page - 1) if page > 0 else spots.button(t.back, 0)
    await context.show(text, rows, picture, back)


async def _changed(context: Context, spot_id: int) -> None:
    context.toast(t.saved)
    await _show_spot(context, await _offered(context, spot_id), 0)


async def _offered(context: Context, spot_id: int) -> Spot:
    one = await places.find_spot(context.tx, context.place.id, spot_id)
    if one is None or one.removed_at is not None:
        raise Refusal(t.spot_gone)
    return one


async def _new_name(context: Context, words: str, spot_id: int) -> str:
    new = " ".join(clean(words).split())
    if not new:
        raise Refusal(t.name_needed)
    if not fits(new, rules.MOST_SPOT_NAME):
        raise Refusal(m.too_long(limit=rules.MOST_SPOT_NAME))
    if new in [one.name for one in await places.spots(context.tx, context.place.id) if one.id != spot_id]:
        raise Refusal(t.name_taken)
    return new


async def _check_free(context: Context, name: str | None, one: Spot) -> None:
    """Two spots that read the same could not be told apart."""
    others = [other for other in await places.spots(context.tx, context.place.id) if other.id != one.id]
    if (name, None if name else one.space) in [(other.name, None if other.name else other.space) for other in others]:
        raise Refusal(t.name_taken)


def _written(one: Spot) -> str:
    """As it stands on record; one of the usual four by its space."""
    return one.name or f"@{one.space.value}"


def _numbered(number: int, one: Spot) -> Text:
    return t.numbered(number=number, spot=literal(short(one.name, NAME_SHOWN)) if one.name else spot_name(one))


def _line(number: int, one: Spot) -> Text:
    values: dict[str, int | Text] = {"number": number, "spot": spot_name(one), "space": t[f"space-{one.space.value}"]}
    return t.line_pictured(**values) if one.media_id is not None else t.line_spot(**values)


def _pictures(here: list[Spot]) -> Collage | None:
    found = [(one.media_id, str(number)) for number, one in enumerate(here, 1)]
    pairs = tuple((media_id, label) for media_id, label in found if media_id is not None)
    return Collage(pairs[:MOST_PICTURES]) if pairs else None


def _back(spot_id: int) -> Button:
    return spot.button(t.back, spot_id, 0)
