"""Making a broadcast: words and a picture in any order, to whom, and a preview."""

from bot.actions import action
from bot.context import Context, Notices
from bot.errors import Refusal
from bot.incoming import Photo
from bot.outgoing import Stored
from bot.people import TEAM
from bot.texts import clean, fits, short
from bot.texts import machine as m
from handlers.broadcasts import audience, rules, sending, store, words
from handlers.broadcasts.rules import Whom
from handlers.broadcasts.words import t
from handlers.events import store as events
from handlers.ideas import store as ideas

SHOWN = 300  # characters of the words, while they are being put together


@action(TEAM, command="broadcast")
async def begin(context: Context) -> None:
    draft = await store.find_draft(context.tx, context.place.id, context.person.id)
    if draft is None or not (draft.words or draft.media_id):
        await start_over(context)
        return
    rows = [[edit.button(t.go_on, draft.id)], [start_over.button(t.start_over)]]
    await context.show(t.unfinished(words=short(draft.words or "🖼", SHOWN)), rows)


@action(TEAM)
async def start_over(context: Context) -> None:
    await store.drop_draft(context.tx, context.place.id, context.person.id)
    draft_id = await store.add_draft(context.tx, context.place.id, context.person.id, context.now_ms)
    await context.ask(t.what_to_say, hear_part, draft_id)


@action(TEAM)
async def hear_part(context: Context, broadcast_id: int, heard: str | Photo) -> None:
    draft = await sending.draft(context, broadcast_id)
    said = clean(heard if isinstance(heard, str) else heard.words).strip()
    if isinstance(heard, Photo):
        media_id = await context.keep(heard)
        await store.set_picture(context.tx, draft.id, media_id, heard.album)
    elif not said:
        raise Refusal(t.words_needed)
    if said:
        await store.set_words(context.tx, draft.id, said)
    draft = await sending.draft(context, broadcast_id)
    if not fits(draft.words or "", rules.longest(draft.media_id)):
        too_long = t.too_long_with_picture if draft.media_id else m.too_long
        raise Refusal(too_long(limit=rules.longest(draft.media_id)))
    await _show_parts(context, draft)


@action(TEAM)
async def edit(context: Context, broadcast_id: int) -> None:
    await _show_parts(context, await sending.draft(context, broadcast_id))


@action(TEAM)
async def choose_whom(context: Context, broadcast_id: int) -> None:
    draft = await sending.draft(context, broadcast_id)
    rows = [
        [set_whom.button(t.to_everyone, draft.id, Whom.EVERYONE)],
        [choose_role.button(t.to_role, draft.id)],
        [choose_special.button(t.to_special, draft.id)],
    ]
    await context.show(t.to_whom, rows, back=edit.button(m.back, draft.id))


@action(TEAM)
async def choose_role(context: Context, broadcast_id: int) -> None:
    draft = await sending.draft(context, broadcast_id)
    rows = [[set_whom.button(t[f"to-{whom.value}"], draft.id, whom)] for whom in rules.ROLES]
    await context.show(t.to_which_role, rows, back=choose_whom.button(m.back, draft.id))


@action(TEAM)
async def choose_special(context: Context, broadcast_id: int) -> None:
    draft = await sending.draft(context, broadcast_id)
    rows = [
        [choose_idea.button(t.to_supporters, draft.id)],
        [choose_event.button(t.to_guests, draft.id)],
    ]
    await context.show(t.to_which_people, rows, back=choose_whom.button(m.back, draft.id))


@action(TEAM)
async def set_whom(context: Context, broadcast_id: int, whom: Whom) -> None:
    draft = await sending.draft(context, broadcast_id)
    if whom in (Whom.IDEA, Whom.EVENT):
        raise Refusal(m.old_button)
    await store.set_whom(context.tx, draft.id, whom, None)
    await preview(context, draft.id)


@action(TEAM)
async def choose_idea(context: Context, broadcast_id: int) -> None:
    draft = await sending.draft(context, broadcast_id)
    await context.ask(t.which_idea, hear_idea, draft.id, back=choose_special.button(m.back, draft.id))


@action(TEAM)
async def hear_idea(context: Context, broadcast_id: int, heard: str) -> None:
    draft = await sending.draft(context, broadcast_id)
    number = rules.number_in(heard)
    if number is None:
        raise Refusal(m.expected_number)
    idea = await ideas.find_by_number(context.tx, context.place.id, number)
    if idea is None:
        raise Refusal(t.no_such_idea(number=number))
    await store.set_whom(context.tx, draft.id, Whom.IDEA, idea.id)
    await preview(context, draft.id)


@action(TEAM)
async def choose_event(context: Context, broadcast_id: int) -> None:
    draft = await sending.draft(context, broadcast_id)
    found = await audience.events_to_choose(context.notices)
    if not found:
        raise Refusal(t.no_events)
    rows = [[set_event.button(t.event(title=short(one.title, 40)), draft.id, one.id)] for one in found]
    await context.show(t.which_event, rows, back=choose_special.button(m.back, draft.id))


@action(TEAM)
async def set_event(context: Context, broadcast_id: int, event_id: int) -> None:
    draft = await sending.draft(context, broadcast_id)
    event = await events.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id or event.status == "draft":
        raise Refusal(m.old_button)
    await store.set_whom(context.tx, draft.id, Whom.EVENT, event.id)
    await preview(context, draft.id)


@action(TEAM)
async def preview(context: Context, broadcast_id: int) -> None:
    """Exactly as it will look. A picture that is still being cleaned is waited for."""
    draft = await sending.draft(context, broadcast_id)
    if draft.words is None or draft.whom is None:
        raise Refusal(t.words_needed if draft.words is None else t.to_whom)
    count = await audience.gather(context.notices, draft)
    if not count:
        raise Refusal(t.nobody_there)
    go = sending.send.button(t.send(count=count), draft.id)
    first = t.preview(count=count, whom=t[f"to-{draft.whom}"])
    picture = None
    if draft.media_id is not None and draft.media_state == "ready":
        picture = Stored(draft.media_id)
    elif draft.media_id is not None:
        go = preview.button(t.look_again, draft.id)
        first = t.picture_not_ready
    rows = [[go], [edit.button(t.change_words, draft.id)], [choose_whom.button(t.change_whom, draft.id)]]
    await context.show(await words.preview(context.notices, draft, first, context.language), rows, picture)


async def joins_album(context: Context, photo: Photo) -> bool:
    """A broadcast has one picture: the first of an album."""
    return photo.album is not None and await store.has_album(
        context.tx, context.place.id, context.person.id, photo.album
    )


async def picture_refused(notices: Notices, media_id: int, _reason: str) -> None:
    draft = await store.find_draft_with_picture(notices.tx, notices.place.id, media_id)
    if draft is not None:
        await store.lose_picture(notices.tx, draft.id)
        await notices.tell(draft.made_by, t.picture_refused, [[edit.button(t.go_on, draft.id)]])


async def _show_parts(context: Context, draft: store.Broadcast) -> None:
    """Whatever is there can still be replaced; the next message does it."""
    if draft.words is None:
        await context.ask(t.picture_kept if draft.media_id else t.what_to_say, hear_part, draft.id)
        return
    kept = t.words_and_picture_kept if draft.media_id else t.words_kept
    await context.ask(
        kept(words=short(draft.words, SHOWN)), hear_part, draft.id, rows=[[choose_whom.button(t.next, draft.id)]]
    )
