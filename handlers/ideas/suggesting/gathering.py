"""Words, photos, voice notes and places become a draft, piece by piece; nothing that was sent is lost."""

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.dialogue.feature import Heard
from bot.dialogue.incoming import Location, Photo, Voice
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from handlers.ideas import rules, store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t


async def add(context: Context, idea: Idea, heard: Heard) -> None:
    """Refuses what would be too much."""
    match heard:
        case str():
            await _add_words(context, idea, heard)
        case Photo():
            await add_photo(context, idea.id, heard, "photo")
            if heard.words:
                await _add_words(context, idea, heard.words)
        case Voice():
            media_id = await context.keep(heard)
            await store.drafts.attach(context.tx, idea.id, media_id, "voice", None, context.now_ms)
        case Location():
            await store.drafts.put_at_location(context.tx, idea.id, heard.latitude, heard.longitude)


async def add_to_draft(context: Context, draft: Idea, heard: Heard) -> None:
    """The same; of photos that come one after another, only the last one brings the question again."""
    photos = await _photos(context, draft.id, "photo") if isinstance(heard, Photo) else 0
    if photos < rules.MOST_PHOTOS:
        if photos:
            context.wait_for_more(rules.more_photos_may_follow(photos))
        await add(context, draft, heard)
        return
    context.wait_for_more(rules.more_photos_may_follow(photos), t.enough_photos(limit=rules.MOST_PHOTOS))
    if isinstance(heard, Photo) and heard.words:
        await _add_words(context, draft, heard.words)


async def add_photo(context: Context, idea_id: int, photo: Photo, kind: str) -> int:
    if await _photos(context, idea_id, kind) >= rules.MOST_PHOTOS:
        raise Refusal(t.enough_photos(limit=rules.MOST_PHOTOS))
    media_id = await context.keep(photo)
    await store.drafts.attach(context.tx, idea_id, media_id, kind, photo.album, context.now_ms)
    return media_id


async def joins_album(context: Context, photo: Photo) -> bool:
    """Later pictures join the first one without a word, whatever was asked or saved in between."""
    if photo.album is None:
        return False
    album = await store.drafts.find_album(context.tx, context.person.id, photo.album)
    if album is None:
        return False
    await add_photo(context, album.idea_id, photo, album.kind)
    if photo.words and album.kind == "photo":
        await _add_words(context, await store.ideas.idea(context.tx, album.place_id, album.idea_id), photo.words)
    return True


async def is_empty(context: Context, idea: Idea) -> bool:
    return not idea.words.strip() and not await store.pictures.attached(context.tx, idea.id)


async def check_enough(context: Context) -> None:
    """Refuses the twenty-first idea of a day; whoever enters ideas for others may go on."""
    since = milliseconds(context.now) - 24 * 3_600_000
    sent = await store.drafts.sent_by(context.tx, context.person.id, since)
    if sent >= rules.MOST_A_DAY and not context.may(TEAM):
        raise Refusal(t.enough_today(limit=rules.MOST_A_DAY))


async def draft(context: Context, idea_id: int) -> Idea:
    """Refuses a draft of somebody else, and one that is a draft no longer."""
    found = await store.ideas.find(context.tx, context.place.id, idea_id)
    if found is None or found.person_id != context.person.id:
        raise Refusal(t.draft_gone)
    if found.status is not Status.DRAFT:
        raise Refusal(t.already_sent(number=found.number) if found.number else t.draft_gone)
    await store.drafts.touch(context.tx, found.id, context.now_ms)  # a press is no pause
    return found


async def _photos(context: Context, idea_id: int, kind: str) -> int:
    return len([one for one in await store.pictures.attached(context.tx, idea_id) if one.kind == kind])


async def _add_words(context: Context, idea: Idea, words: str) -> None:
    if len(idea.words) + len(words) > rules.MOST_LETTERS:
        raise Refusal(m.too_long(limit=rules.MOST_LETTERS))
    await store.drafts.add_words(context.tx, idea, words, context.now_ms)
