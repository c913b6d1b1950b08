"""Making a broadcast: words and a picture in any order, then to whom (choosing.py), and a preview."""

from bot.dialogue import forecast
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.incoming import Photo
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.texts import clean, fits, join, short
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.broadcasts import (
    audience,
    choosing,
    drafting,
    of_use,
    planning,
    rules,
    sending,
    store,
    urgent,
    versions,
    words,
)
from handlers.broadcasts.words import t

SHOWN = 300  # characters of the words, while they are being put together


@action(TEAM, command="broadcast")
async def begin(context: Context) -> None:
    sending.check_awake(context.notices)
    draft = await store.broadcasts.find_draft(context.tx, context.place.id, context.person.id)
    if draft is None or not (draft.words or draft.media_id):
        await start_over(context)
        return
    rows = [[edit.button(t.go_on, draft.id)], [start_over.button(t.start_over)], await _others(context)]
    await context.show(t.unfinished(words=short(draft.words or "🖼", SHOWN)), rows)


@action(TEAM)
async def start_over(context: Context) -> None:
    await store.broadcasts.drop_draft(context.tx, context.place.id, context.person.id)
    draft_id = await store.broadcasts.add_draft(context.tx, context.place.id, context.person.id, context.now_ms)
    await context.ask(t.what_to_say, hear_part, draft_id, rows=[await _others(context)])


@action(TEAM)
async def hear_part(context: Context, broadcast_id: int, heard: str | Photo) -> None:
    draft = await drafting.draft(context, broadcast_id)
    said = clean(heard if isinstance(heard, str) else heard.words).strip()
    if isinstance(heard, Photo):
        media_id = await context.keep(heard)
        await store.broadcasts.set_picture(context.tx, draft.id, media_id, heard.album)
    elif not said:
        raise Refusal(t.words_needed)
    if said:
        await store.broadcasts.set_words(context.tx, draft.id, said, context.language)
    draft = await drafting.draft(context, broadcast_id)
    longest = rules.longest(draft.media_id)
    spoken = [draft.words or "", *(await store.broadcasts.versions(context.tx, draft.id)).values()]
    if not all(fits(one, longest) for one in spoken):
        raise Refusal((t.too_long_with_picture if draft.media_id else m.too_long)(limit=longest))
    await _show_parts(context, draft)


@action(TEAM)
async def edit(context: Context, broadcast_id: int) -> None:
    await _show_parts(context, await drafting.draft(context, broadcast_id))


@action(TEAM)
async def preview(context: Context, broadcast_id: int) -> None:
    """Exactly as it will look. A picture that is still being cleaned is waited for."""
    draft = await drafting.draft(context, broadcast_id)
    if draft.words is None or draft.whom is None:
        raise Refusal(t.words_needed if draft.words is None else t.to_whom)
    count = await audience.gather(context.notices, draft)
    if not count:
        raise Refusal(t.nobody_there)
    first = t.preview(count=count, whom=words.to_whom(draft))
    foreseen = await audience.foresee(context.notices, draft, context.now + rules.TIME_TO_STOP)
    first = join(first, *words.of_use(context.notices, draft), forecast.words(context.notices, foreseen))
    rows = [
        [sending.send.button(t.send(count=count), draft.id)],
        [planning.ask_when.button(t.send_later, draft.id), change.button(t.change, draft.id)],
    ]
    if not foreseen.everybody_now:
        rows.append(
            [urgent.ask_urgent.button(t.cannot_wait, draft.id), of_use.ask_until.button(t.of_use_until, draft.id)]
        )
    picture = words.ready_picture(draft)
    if draft.media_id is not None and picture is None:
        rows = [[preview.button(t.look_again, draft.id)], [change.button(t.change, draft.id)]]
        first = t.picture_not_ready
    await context.show(await words.preview(context.notices, draft, first, context.language), rows, picture)


@action(TEAM)
async def change(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    rows = [
        [edit.button(t.change_words, draft.id)],
        [choosing.choose_whom.button(t.change_whom, draft.id)],
        [versions.versions.button(t.other_languages, draft.id)],
    ]
    await context.show(t.what_to_change, rows, back=preview.button(m.back, draft.id))


@action()
async def read(context: Context, broadcast_id: int) -> None:
    """For whoever read of it among other news, which stays."""
    one = await drafting.broadcast(context, broadcast_id)
    if not await store.broadcasts.is_for(context.tx, one.id, context.person.id):
        raise Refusal(m.old_button)
    whole = await words.said(context.notices, one)
    await context.show(whole.read_in(context.language), picture=words.ready_picture(one), where=Where.BELOW)


async def joins_album(context: Context, photo: Photo) -> bool:
    """A broadcast has one picture: the first of an album."""
    return photo.album is not None and await store.broadcasts.has_album(
        context.tx, context.place.id, context.person.id, photo.album
    )


async def picture_refused(notices: Notices, media_id: int, _reason: str) -> None:
    draft = await store.broadcasts.find_draft_with_picture(notices.tx, notices.place.id, media_id)
    if draft is not None:
        await store.broadcasts.lose_picture(notices.tx, draft.id)
        await notices.answer(draft.made_by, t.picture_refused, [[edit.button(t.go_on, draft.id)]])


async def _others(context: Context) -> list[Button]:
    """What is planned and on its way, if there is anything."""
    found = [
        *await store.broadcasts.planned(context.tx, context.place.id),
        *await store.broadcasts.under_way(context.tx, context.place.id),
    ]
    return [planning.listed.button(t.listed_button(count=len(found)), 0)] if found else []


async def _show_parts(context: Context, draft: store.broadcasts.Broadcast) -> None:
    """Whatever is there can still be replaced; the next message does it."""
    if draft.words is None:
        await context.ask(t.picture_kept if draft.media_id else t.what_to_say, hear_part, draft.id)
        return
    kept = t.words_and_picture_kept if draft.media_id else t.words_kept
    go = choosing.choose_whom.button(t.next, draft.id)
    if draft.whom is not None:
        go = preview.button(t.look, draft.id)
    await context.ask(kept(words=short(draft.words, SHOWN)), hear_part, draft.id, rows=[[go]])
