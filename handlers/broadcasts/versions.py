"""What it says in the other languages of the place, each written by a person."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import clean, fits, short
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.broadcasts import drafting, rules, store
from handlers.broadcasts.words import language_name, t

SHOWN = 800


@action(TEAM)
async def versions(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    written = await store.broadcasts.versions(context.tx, draft.id)
    rows: list[list[Button]] = []
    for language in context.place.languages:
        if language != (draft.language or context.language):
            label = t.change_version if language in written else t.add_version
            rows.append([write_version.button(label(language=language_name(language)), draft.id, language)])
    back = drafting.preview if draft.whom else drafting.edit
    await context.show(t.versions(words=short(draft.words or "", SHOWN)), rows, back=back.button(m.back, draft.id))


@action(TEAM)
async def write_version(context: Context, broadcast_id: int, language: str) -> None:
    draft = await drafting.draft(context, broadcast_id)
    _check(context, draft, language)
    written = (await store.broadcasts.versions(context.tx, draft.id)).get(language)
    rows = [[drop_version.button(t.drop_version, draft.id, language)]] if written else []
    asked = t.write_version(language=language_name(language), words=short(draft.words or "", SHOWN))
    if written:
        asked = t.rewrite_version(language=language_name(language), words=short(written, SHOWN))
    await context.ask(asked, hear_version, draft.id, language, rows=rows, back=versions.button(m.back, draft.id))


@action(TEAM)
async def hear_version(context: Context, broadcast_id: int, language: str, heard: str) -> None:
    draft = await drafting.draft(context, broadcast_id)
    _check(context, draft, language)
    said = clean(heard).strip()
    if not said:
        raise Refusal(t.words_needed)
    longest = rules.longest(draft.media_id)
    if not fits(said, longest):
        raise Refusal((t.too_long_with_picture if draft.media_id else m.too_long)(limit=longest))
    await store.broadcasts.set_version(context.tx, draft.id, language, said)
    await _after(context, draft)


@action(TEAM)
async def drop_version(context: Context, broadcast_id: int, language: str) -> None:
    draft = await drafting.draft(context, broadcast_id)
    await store.broadcasts.drop_version(context.tx, draft.id, language)
    await _after(context, draft)


async def _after(context: Context, draft: store.broadcasts.Broadcast) -> None:
    """The preview shows it at once, where it is known to whom it goes."""
    if draft.whom is not None:
        await drafting.preview(context, draft.id)
        return
    await versions(context, draft.id)


def _check(context: Context, draft: store.broadcasts.Broadcast, language: str) -> None:
    if language not in context.place.languages or language == draft.language:
        raise Refusal(m.old_button)
