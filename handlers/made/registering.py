"""Two taps: a finished idea, or a photo of an album, is kept as something people made."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join, literal, short
from bot.identity import places
from bot.identity.places import Space, Spot
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.events.store import events, photos
from handlers.events.store.photos import EventPhoto
from handlers.ideas.rules import FINISHED
from handlers.ideas.store import ideas, pictures, steps
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import spot_name, words_of
from handlers.made import cards, settling, store, telling
from handlers.made.store.things import Thing
from handlers.made.words import IN_LINE, t

MOST_FINISHED = 20
show_list = Ahead[[]]("made.made")
look = Ahead[[int]]("made.look")


@action(TEAM)
async def choose_finished(context: Context, page: int) -> None:
    """Ideas that are done and not in the register yet."""
    found = await store.things.finished(context.tx, context.place.id, MOST_FINISHED)
    choices = [
        from_idea.button(t.finished_idea(number=one.number, words=short(one.words, 30)), one.idea_id) for one in found
    ]
    rows = paged(choices, page, choose_finished.button(t.more, max(page, 0) + 1))
    await context.show(t.choose_finished if rows else t.none_finished, rows, back=show_list.button(t.back))


@action(TEAM)
async def from_idea(context: Context, idea_id: int) -> None:
    """What would be kept; the second tap keeps it."""
    idea = await _finished(context, idea_id)
    if (thing := await store.things.of_idea(context.tx, context.place.id, idea.id)) is not None:
        await look(context, thing.id)
        return
    now = await steps.after_photo(context.tx, idea.id)
    photo = now.media_id if now else await pictures.ready_photo(context.tx, idea.id)
    await context.show(
        t.keep_this(what=words_of(idea, IN_LINE)),
        [[keep_idea.button(t.keep, idea.id)]],
        Stored(photo) if photo is not None else None,
        Button(t.back, f"ideas.card:{idea.id}"),
    )


@action(TEAM)
async def keep_idea(context: Context, idea_id: int) -> None:
    idea = await _finished(context, idea_id)
    await context.tx.lock(f"made of idea {idea.id}")
    thing = await store.things.of_idea(context.tx, context.place.id, idea.id)
    if thing is None:
        me, now = context.person.id, context.now_ms
        thing_id = await store.things.add(context.tx, context.place.id, me, now, idea.id, None, None)
        await store.things.add_surface(context.tx, thing_id, idea.spot_id, idea.space)
        thing = await cards.known(context, thing_id)
        # Whoever a volunteer wrote it down for has no phone: nobody is asked for her.
        if await ideas.is_author(context.tx, idea.id, idea.person_id):
            await _ask(context, thing, idea.person_id)
    await _kept(context, thing)


@action(TEAM)
async def from_photo(context: Context, photo_id: int, page: int) -> None:
    """Where it is, is the second tap."""
    photo = await _shown(context, photo_id)
    if (thing := await store.things.of_photo(context.tx, context.place.id, photo.media_id)) is not None:
        await look(context, thing.id)
        return
    spots = await places.spots(context.tx, context.place.id)
    choices = [keep_photo.button(spot_name(one), photo.id, one.id) for one in spots]
    choices.append(keep_photo.button(t.somewhere_else, photo.id, 0))
    rows = paged(choices, page, from_photo.button(t.more, photo.id, max(page, 0) + 1))
    back = Button(t.back, f"events.album:{photo.event_id}:0")
    await context.show(t.what_is_it_on, rows, Stored(photo.media_id), back)


@action(TEAM)
async def keep_photo(context: Context, photo_id: int, spot_id: int) -> None:
    photo = await _shown(context, photo_id)
    spot = await places.find_spot(context.tx, context.place.id, spot_id) if spot_id else None
    await context.tx.lock(f"made of picture {photo.media_id}")
    thing = await store.things.of_photo(context.tx, context.place.id, photo.media_id)
    if thing is None:
        me, now, media_id = context.person.id, context.now_ms, photo.media_id
        thing_id = await store.things.add(context.tx, context.place.id, me, now, None, photo.event_id, media_id)
        await store.things.add_surface(context.tx, thing_id, spot.id if spot else None, _space(spot))
        thing = await cards.known(context, thing_id)
        await _ask(context, thing, photo.person_id)
    await _kept(context, thing)


async def _ask(context: Context, thing: Thing, person_id: int) -> None:
    await store.makers.ask(context.tx, thing.id, person_id)
    if person_id != context.person.id:
        await telling.ask_maker(context.notices, thing, person_id)


async def _kept(context: Context, thing: Thing) -> None:
    """With the link by which everybody who made it along adds herself."""
    link = context.links.anywhere(f"made-{context.place.code}-{thing.id}")
    await context.say(join(t.kept, literal(link)), [*cards.see_rows(thing), [undo.button(t.undo, thing.id)]])


@action(TEAM)
async def undo(context: Context, thing_id: int) -> None:
    """Kept by mistake: as long as nobody stands with it."""
    thing = await cards.known(context, thing_id)
    await settling.hold(context.notices, thing.id)
    if not await store.things.remove(context.tx, thing.id):
        raise Refusal(t.not_undone)
    context.toast(t.toast_undone)
    await show_list(context)


def _space(spot: Spot | None) -> Space:
    return spot.space if spot else Space.UNSURE


async def _finished(context: Context, idea_id: int) -> Idea:
    idea = await ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.status not in FINISHED:
        raise Refusal(t.not_finished)
    return idea


async def _shown(context: Context, photo_id: int) -> EventPhoto:
    photo = await photos.find_photo(context.tx, photo_id)
    event = await events.find_event(context.tx, photo.event_id) if photo else None
    if photo is None or event is None or event.place_id != context.place.id or photo.state != "shown":
        raise Refusal(t.no_such_photo)
    return photo
