"""To whom: everyone, a role, those around an idea or an event, readers of one language, who was here lately."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from handlers.broadcasts import audience, drafting, rules, store
from handlers.broadcasts.rules import Whom
from handlers.broadcasts.words import language_name, t
from handlers.events.store import events
from handlers.ideas.store import ideas


@action(TEAM)
async def choose_whom(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    rows = [
        [set_whom.button(t.to_everyone, draft.id, Whom.EVERYONE)],
        [choose_role.button(t.to_role, draft.id)],
        [choose_special.button(t.to_special, draft.id)],
    ]
    await context.show(t.to_whom, rows, back=drafting.edit.button(m.back, draft.id))


@action(TEAM)
async def choose_role(context: Context, broadcast_id: int) -> None:
    """Four, as below."""
    draft = await drafting.draft(context, broadcast_id)
    choices = [set_whom.button(t[f"to-{whom.value}"], draft.id, whom) for whom in rules.ROLES]
    rows = [choices[:2], choices[2:]]
    await context.show(t.to_which_role, rows, back=choose_whom.button(m.back, draft.id))


@action(TEAM)
async def choose_special(context: Context, broadcast_id: int) -> None:
    """Four, since a third screen below this one would hide two of them."""
    draft = await drafting.draft(context, broadcast_id)
    rows = [
        [choose_idea.button(t.to_supporters, draft.id), choose_event.button(t.to_guests, draft.id)],
        [choose_language.button(t.to_one_language, draft.id), set_active.button(t.to_active, draft.id)],
    ]
    await context.show(t.to_which_people, rows, back=choose_whom.button(m.back, draft.id))


@action(TEAM)
async def set_whom(context: Context, broadcast_id: int, whom: Whom) -> None:
    draft = await drafting.draft(context, broadcast_id)
    if whom in (Whom.IDEA, Whom.EVENT):
        raise Refusal(m.old_button)
    await store.broadcasts.set_whom(context.tx, draft.id, whom, None)
    await drafting.preview(context, draft.id)


@action(TEAM)
async def choose_language(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    rows = [
        [set_language.button(language_name(language), draft.id, language)] for language in context.place.languages
    ]
    await context.show(t.which_readers, rows, back=choose_special.button(m.back, draft.id))


@action(TEAM)
async def set_language(context: Context, broadcast_id: int, language: str) -> None:
    draft = await drafting.draft(context, broadcast_id)
    if language not in context.place.languages:
        raise Refusal(m.old_button)
    await store.broadcasts.set_whom(context.tx, draft.id, Whom.EVERYONE, None)
    await store.broadcasts.narrow_to_readers(context.tx, draft.id, language)
    await drafting.preview(context, draft.id)


@action(TEAM)
async def set_active(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    await store.broadcasts.set_whom(context.tx, draft.id, Whom.EVERYONE, None)
    await store.broadcasts.narrow_to_active(context.tx, draft.id)
    await drafting.preview(context, draft.id)


@action(TEAM)
async def choose_idea(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    await context.ask(t.which_idea, hear_idea, draft.id, back=choose_special.button(m.back, draft.id))


@action(TEAM)
async def hear_idea(context: Context, broadcast_id: int, heard: str) -> None:
    draft = await drafting.draft(context, broadcast_id)
    number = rules.number_in(heard)
    if number is None:
        raise Refusal(m.expected_number)
    idea = await ideas.find_by_number(context.tx, context.place.id, number)
    if idea is None:
        raise Refusal(t.no_such_idea(number=number))
    await store.broadcasts.set_whom(context.tx, draft.id, Whom.IDEA, idea.id)
    await drafting.preview(context, draft.id)


@action(TEAM)
async def choose_event(context: Context, broadcast_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    found = await audience.events_to_choose(context.notices)
    if not found:
        raise Refusal(t.no_events)
    rows = [[set_event.button(t.event(title=short(one.title, 40)), draft.id, one.id)] for one in found]
    await context.show(t.which_event, rows, back=choose_special.button(m.back, draft.id))


@action(TEAM)
async def set_event(context: Context, broadcast_id: int, event_id: int) -> None:
    draft = await drafting.draft(context, broadcast_id)
    event = await events.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id or event.status == "draft":
        raise Refusal(m.old_button)
    await store.broadcasts.set_whom(context.tx, draft.id, Whom.EVENT, event.id)
    await drafting.preview(context, draft.id)
