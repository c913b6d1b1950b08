"""The photos of an event: sent by whoever was there, looked at by the team, then shown to everybody."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.incoming import Photo
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.identity import names
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.events import rules, store
from handlers.events.attending.answering import At, known_event
from handlers.events.chat import show_event
from handlers.events.rules import Answer
from handlers.events.store.events import Event
from handlers.events.store.photos import EventPhoto
from handlers.events.words import t


@action()
async def add_photos(context: Context, event_id: int, at: At) -> None:
    event = await _was_there(context, event_id)
    asked = t.ask_event_photos(title=event.title)
    if at is At.LASTING:
        await context.ask(asked, hear_photo, event.id, where=Where.BELOW)
        return
    await context.ask(asked, hear_photo, event.id, back=show_event.button(t.back, event.id))


@action()
async def hear_photo(context: Context, event_id: int, photo: Photo) -> None:
    event = await _was_there(context, event_id)
    await _keep(context, event, photo)
    done = [[show_event.button(t.that_was_all, event.id)]]
    await context.ask(t.photo_kept(title=event.title), hear_photo, event.id, rows=done)


async def joins_album(context: Context, photo: Photo) -> bool:
    """Later photos of an album join the first one without a word."""
    if photo.album is None:
        return False
    event_id = await store.photos.find_album(context.tx, context.person.id, photo.album)
    event = await store.events.find_event(context.tx, event_id) if event_id is not None else None
    if event is None:
        return False
    await _keep(context, event, photo)
    return True


async def picture_refused(notices: Notices, media_id: int) -> None:
    refused = await store.photos.refused(notices.tx, media_id)
    event = await store.events.find_event(notices.tx, refused[1]) if refused else None
    if refused and event:
        again = [[add_photos.button(t.other_picture, event.id, At.LASTING)]]
        await notices.answer(refused[0], t.event_photo_refused(title=event.title), again)


@action()
async def album(context: Context, event_id: int, number: int) -> None:
    """One photo at a time, in place."""
    event = await known_event(context, event_id)
    number = number if 0 <= number < event.photos else 0
    photo = await store.photos.shown(context.tx, event.id, number)
    back = show_event.button(t.back, event.id)
    more = [[add_photos.button(t.add_photos, event.id, At.SCREEN)]]
    if photo is None:
        await context.show(t.album_empty(title=event.title), more, back=back)
        return
    earlier = [album.button(t.earlier, event.id, number - 1)] if number else []
    later = [album.button(t.later, event.id, number + 1)] if number + 1 < event.photos else []
    hers = context.may(TEAM) or photo.person_id == context.person.id
    below = [[take_out.button(t.take_out, photo.id)]] if hers else more
    if context.may(TEAM):
        below.append([_hold(photo), _made(photo)])
    text = t.album_photo(title=event.title, number=number + 1, count=event.photos)
    await context.show(text, [[*earlier, *later], *below], Stored(photo.media_id), back=back)


@action(TEAM)
async def photos(context: Context, event_id: int) -> None:
    """What waits to be looked at, one by one."""
    event = await known_event(context, event_id)
    photo = await store.photos.next_waiting(context.tx, event.id)
    # By its name: imported, it would import us.
    back = Button(t.back, context.town.actions["events.look_after"].partial_address(event.id))
    if photo is None:
        rows = [
            [album.button(t.album(count=event.photos), event.id, 0)],
            [add_photos.button(t.add_photos, event.id, At.SCREEN)],
        ]
        await context.show(t.no_photos_waiting(title=event.title), rows, back=back)
        return
    rows = [
        [let_through.button(t.let_through, photo.id)],
        [keep_out.button(t.keep_out, photo.id)],
        [_hold(photo)],
    ]
    text = t.photo_waits(title=event.title, name=names.called(photo.name), count=event.photos_waiting)
    await context.show(text, rows, Stored(photo.media_id), back=back)


@action(TEAM)
async def photos_below(context: Context, event_id: int) -> None:
    """From a digest, which stays."""
    context.keep_pressed()
    await photos(context, event_id)


@action(TEAM)
async def let_through(context: Context, photo_id: int) -> None:
    photo = await _photo(context, photo_id)
    await store.photos.decide(context.tx, photo.id, "shown", context.person.id, context.now_ms)
    context.toast(t.toast_let_through)
    await photos(context, photo.event_id)


@action(TEAM)
async def keep_out(context: Context, photo_id: int) -> None:
    photo = await _photo(context, photo_id)
    await store.photos.decide(context.tx, photo.id, "kept_out", context.person.id, context.now_ms)
    context.toast(t.toast_kept_out)
    await photos(context, photo.event_id)


@action()
async def take_out(context: Context, photo_id: int) -> None:
    """By the team, or by whoever sent it."""
    photo = await _photo(context, photo_id)
    if not context.may(TEAM) and photo.person_id != context.person.id:
        raise Refusal(t.photo_gone)
    await store.photos.decide(context.tx, photo.id, "kept_out", context.person.id, context.now_ms)
    context.toast(t.toast_kept_out)
    await album(context, photo.event_id, 0)


def _hold(photo: EventPhoto) -> Button:
    """By address: another feature holds it."""
    return Button(t.hold_a_picture, f"held.look:picture:{photo.media_id}:0")


def _made(photo: EventPhoto) -> Button:
    """By address: another feature keeps it, with its makers."""
    return Button(t.keep_as_made, f"made.from_photo:{photo.id}:0")


async def _photo(context: Context, photo_id: int) -> EventPhoto:
    """Of this place."""
    photo = await store.photos.find_photo(context.tx, photo_id)
    event = await store.events.find_event(context.tx, photo.event_id) if photo else None
    if photo is None or event is None or event.place_id != context.place.id:
        raise Refusal(t.photo_gone)
    return photo


async def _was_there(context: Context, event_id: int) -> Event:
    """Refuses photos of what has not begun, and of those who were not there."""
    event = await known_event(context, event_id)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if context.now < event.start:
        raise Refusal(t.photos_afterwards)
    mine = await store.answers.find_answer(context.tx, event.id, context.person.id)
    came = mine is not None and (mine.came or mine.answer in (Answer.COMING, Answer.MAYBE))
    if not came and not context.may(TEAM):
        raise Refusal(t.photos_of_guests)
    return event


async def _keep(context: Context, event: Event, photo: Photo) -> None:
    if await store.photos.sent_by(context.tx, event.id, context.person.id) >= rules.MOST_PHOTOS:
        raise Refusal(t.enough_photos(most=rules.MOST_PHOTOS))
    media_id = await context.keep(photo)
    await store.photos.add(context.tx, event.id, media_id, context.person.id, photo.album, context.now_ms)
