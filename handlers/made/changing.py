"""The owner wants to change what others made: why, how long that can wait, and what became of it."""

from datetime import timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, clean, join, short
from bot.identity import places
from bot.outbox.message import Button
from handlers.ideas.words import spot_name
from handlers.made import cards, rules, settling, store, telling
from handlers.made.making import owned
from handlers.made.rules import OWNERS, Outcome
from handlers.made.store.changes import Change
from handlers.made.store.things import Surface, Thing
from handlers.made.words import WHY, called, spot_called, t

look = Ahead[[int]]("made.look")


@action(OWNERS)
async def which_surface(context: Context, thing_id: int) -> None:
    """Of what is on two, each is spoken of by itself."""
    thing = await cards.known(context, thing_id)
    surfaces = await store.things.surfaces(context.tx, thing.id)
    hers = [one for one in surfaces if cards.owns(context, one) and not one.gone]
    rows = [[change.button(spot_called(one), one.id)] for one in hers[: rules.MOST_SURFACES]]
    await context.show(t.which_surface(what=called(thing)), rows, back=cards.back_to_card(thing))


@action(OWNERS)
async def change(context: Context, surface_id: int) -> None:
    """Says first what was promised, then asks why."""
    surface, thing = await owned(context, surface_id)
    if surface.change_id is not None:
        await manage(context, surface.change_id)
        return
    days = rules.term(thing.wish, thing.wish_until, context.place.made_days, context.now_ms).days
    lines = [t.why_change(what=called(thing), days=days) if days else t.why_change_freely(what=called(thing))]
    if surface.agreed_until is not None and surface.agreed_until > context.now_ms:
        until = When(moment(surface.agreed_until), context.place.clocks, "date")
        lines.append(t.you_agreed(until=until))
    rows = [[ask_urgent.button(t.cannot_wait, surface.id)]]
    await context.ask(
        join(*lines), hear_why, surface.id, rows=rows, picture=cards.picture(thing), back=cards.back_to_card(thing)
    )


@action(OWNERS)
async def hear_why(context: Context, surface_id: int, words: str) -> None:
    await _begin(context, surface_id, _reason(words), None)


@action(OWNERS)
async def ask_urgent(context: Context, surface_id: int) -> None:
    """Damage or hygiene: with a reason, and then at once."""
    surface, thing = await owned(context, surface_id)
    back = change.button(t.back, surface.id)
    await context.ask(t.why_urgent(what=called(thing)), hear_urgent, surface.id, back=back)


@action(OWNERS)
async def hear_urgent(context: Context, surface_id: int, words: str) -> None:
    reason = _reason(words)
    surface, thing = await owned(context, surface_id)
    await settling.hold(context.notices, thing.id)
    surface, thing = await owned(context, surface_id)
    if surface.change_id is None:
        await _begin(context, surface_id, reason, reason)
        return
    await store.changes.make_urgent(context.tx, surface.change_id, reason)
    await store.changes.note_told(context.tx, surface.change_id, context.now_ms)
    await _tell_begun(context, thing, surface, surface.change_id)


@action(OWNERS)
async def manage(context: Context, change_id: int) -> None:
    """How it stands: what its makers say, and what the owner may do now."""
    one, surface, thing = await _open(context, change_id)
    said = await telling.said_line(context.notices, one)
    text = join(t.card(what=called(thing)), cards.change_line(context.notices, one), said)
    rows = [list(row) for row in telling.ending_rows(one)]
    if not rules.may_go(one.may_at, one.urgent, context.now_ms):
        rows[0] = [ask_urgent.button(t.cannot_wait, surface.id)]
    await context.show(text, rows, cards.picture(thing), cards.back_to_card(thing))


# --- what became of it


@action(OWNERS)
async def ask_gone(context: Context, change_id: int) -> None:
    """A last photo first; within the term this is refused, whatever button it came from."""
    one, _, thing = await _open(context, change_id)
    _check_may_go(context, one)
    rows = [[gone.button(t.gone_now, one.id)]]
    if await store.photos.newest(context.tx, one.id) is not None:
        await context.show(t.really_gone(what=called(thing)), rows, back=manage.button(t.back, one.id))
        return
    rows = [[gone.button(t.no_photo, one.id)]]
    back = manage.button(t.back, one.id)
    await context.ask(t.last_photo(what=called(thing)), hear_last_photo, one.id, rows=rows, back=back)


@action(OWNERS)
async def hear_last_photo(context: Context, change_id: int, photo: Photo) -> None:
    """It goes to its makers as soon as it is ready."""
    one, _, thing = await _open(context, change_id)
    await settling.hold(context.notices, thing.id)
    one, _, thing = await _open(context, change_id)
    _check_may_go(context, one)
    await keep_photo(context, one, photo)
    await _end_gone(context, one)
    await context.say(t.gone_noted(what=called(thing)), cards.see_rows(thing))


@action(OWNERS)
async def gone(context: Context, change_id: int) -> None:
    one, _, thing = await _open(context, change_id)
    await settling.hold(context.notices, thing.id)
    one, _, thing = await _open(context, change_id)
    _check_may_go(context, one)
    await _end_gone(context, one)
    await telling.gone(context.notices, one)
    await context.say(t.gone_noted(what=called(thing)), cards.see_rows(thing))


@action(OWNERS)
async def ask_moved(context: Context, change_id: int, page: int) -> None:
    one, _, thing = await _open(context, change_id)
    on = {each.spot_id for each in await store.things.surfaces(context.tx, thing.id)}
    spots = [each for each in await places.spots(context.tx, context.place.id) if each.id not in on]
    choices = [moved.button(spot_name(each), one.id, each.id) for each in spots]
    choices.append(moved.button(t.somewhere_else, one.id, 0))
    rows = paged(choices, page, ask_moved.button(t.more, one.id, max(page, 0) + 1))
    await context.show(t.where_is_it_now(what=called(thing)), rows, back=manage.button(t.back, one.id))


@action(OWNERS)
async def moved(context: Context, change_id: int, spot_id: int) -> None:
    """At any time: it is still there."""
    one, surface, thing = await _open(context, change_id)
    await settling.hold(context.notices, thing.id)
    one, surface, thing = await _open(context, change_id)
    spot = await places.find_spot(context.tx, context.place.id, spot_id) if spot_id else None
    taken = [each.spot_id for each in await store.things.surfaces(context.tx, thing.id)]
    if spot is not None and spot.id in taken:
        raise Refusal(t.no_such_spot)
    if spot is not None:
        await store.things.put_elsewhere(context.tx, surface.id, spot.id, spot.space)
    now_at = spot_name(spot) if spot is not None else t.somewhere_else
    await _end(context, one, thing, Outcome.MOVED, t.told_moved(what=called(thing), where=now_at))


@action(OWNERS)
async def stays(context: Context, change_id: int) -> None:
    one, _, thing = await _open(context, change_id)
    await settling.hold(context.notices, thing.id)
    await _end(context, one, thing, Outcome.STAYS, t.told_stays(what=called(thing)))


async def joins_album(context: Context, photo: Photo) -> bool:
    """The later ones of an album follow the first without a word; those beyond the tenth are left out."""
    if photo.album is None:
        return False
    change_id = await store.photos.find_album(context.tx, context.person.id, photo.album)
    if change_id is None:
        return False
    if await store.photos.sent_by(context.tx, change_id, context.person.id) < rules.MOST_PHOTOS:
        media_id = await context.keep(photo)
        await store.photos.add(context.tx, change_id, media_id, context.person.id, photo.album, context.now_ms)
    return True


async def keep_photo(context: Context, one: Change, photo: Photo) -> None:
    if await store.photos.sent_by(context.tx, one.id, context.person.id) >= rules.MOST_PHOTOS:
        raise Refusal(t.enough_photos(most=rules.MOST_PHOTOS))
    media_id = await context.keep(photo)
    await store.photos.add(context.tx, one.id, media_id, context.person.id, photo.album, context.now_ms)


# --- inside


async def _begin(context: Context, surface_id: int, why: str, urgent: str | None) -> None:
    surface, thing = await owned(context, surface_id)
    await settling.hold(context.notices, thing.id)
    surface, thing = await owned(context, surface_id)
    if surface.change_id is not None:
        raise Refusal(t.begun_already)
    now = context.now_ms
    whole = rules.term(thing.wish, thing.wish_until, context.place.made_days, now)
    may_at = milliseconds(context.now + (timedelta() if urgent else whole))
    half_at = now + (may_at - now) // 2
    me = context.person.id
    change_id = await store.changes.begin(context.tx, surface.id, me, why, urgent, now, half_at, may_at)
    if may_at <= now:
        await store.changes.note_told(context.tx, change_id, now)
    await _tell_begun(context, thing, surface, change_id)
    await settling.settle(context.notices, change_id)


async def _tell_begun(context: Context, thing: Thing, surface: Surface, change_id: int) -> None:
    one = await store.changes.find(context.tx, context.place.id, change_id)
    if one is None:
        raise LookupError(f"no change {change_id}")
    count = await telling.begun(context.notices, thing, surface, one)
    owners = [each for each in await telling.owners(context.notices, surface) if each != context.person.id]
    for person_id in owners:
        await context.answer(person_id, t.other_owner_begun(what=called(thing)), cards.see_rows(thing))
    rows: list[list[Button]] = [[manage.button(t.the_change, one.id)], *map(list, cards.see_rows(thing))]
    await context.say(_receipt(context, one, count), rows)


def _receipt(context: Context, one: Change, count: int) -> Text:
    heard = t.makers_hear(count=count) if count else t.no_makers_to_hear
    if rules.may_go(one.may_at, one.urgent, context.now_ms):
        return join(heard, t.may_at_once)
    return join(heard, t.may_from(when=When(moment(one.may_at), context.place.clocks, "date")))


async def _end_gone(context: Context, one: Change) -> None:
    if not await store.changes.end(context.tx, one.id, Outcome.GONE, context.now_ms):
        raise Refusal(t.over_already)


async def _end(context: Context, one: Change, thing: Thing, outcome: Outcome, told: Text) -> None:
    if not await store.changes.end(context.tx, one.id, outcome, context.now_ms):
        raise Refusal(t.over_already)
    await telling.ended(context.notices, thing, one, told)
    await context.say(told, cards.see_rows(thing))


async def _open(context: Context, change_id: int) -> tuple[Change, Surface, Thing]:
    """Refuses what is over, and what is somebody else's to decide about."""
    one = await store.changes.find(context.tx, context.place.id, change_id)
    if one is None:
        raise Refusal(t.no_such_thing)
    if one.outcome is not None:
        raise Refusal(t.over_already)
    surface, thing = await owned(context, one.surface_id)
    return one, surface, thing


def _check_may_go(context: Context, one: Change) -> None:
    if not rules.may_go(one.may_at, one.urgent, context.now_ms):
        raise Refusal(t.too_early(until=When(moment(one.may_at), context.place.clocks, "date")))


def _reason(words: str) -> str:
    found = short(clean(words).strip(), WHY)
    if not found:
        raise Refusal(t.reason_needed)
    return found
