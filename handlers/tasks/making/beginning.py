"""Where a new task begins: by itself, or at an idea or an event it belongs to."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity.roles import TEAM
from handlers.events.store import events
from handlers.ideas.store import ideas
from handlers.tasks import rules, store
from handlers.tasks.making.asking import go_on
from handlers.tasks.making.editing import editable, words_of
from handlers.tasks.words import t


@action(TEAM, command="newtask")
async def newtask(context: Context) -> None:
    await _begin(context, 0, 0)


@action(TEAM)
async def for_idea(context: Context, idea_id: int) -> None:
    """From the idea's card."""
    if await ideas.find(context.tx, context.place.id, idea_id) is None:
        raise Refusal(t.no_such_task)
    await _begin(context, idea_id, 0)


@action(TEAM)
async def for_event(context: Context, event_id: int) -> None:
    """From the event's card."""
    event = await events.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id or event.status != "announced":
        raise Refusal(t.no_such_task)
    await _begin(context, 0, event_id)


async def _begin(context: Context, idea_id: int, event_id: int) -> None:
    begun = await store.tasks.draft_of(context.tx, context.place.id, context.person.id)
    if begun is None:
        await context.ask(t.ask_title, hear_title, idea_id, event_id)
        return
    rows = [
        [go_on.button(t.go_on, begun.id)],
        [begin_anew.button(t.begin_anew, begun.id, idea_id, event_id)],
    ]
    await context.show(t.draft_found(title=begun.title), rows)


@action(TEAM)
async def begin_anew(context: Context, task_id: int, idea_id: int, event_id: int) -> None:
    task = await editable(context, task_id)
    await store.tasks.drop(context.tx, task.id)
    await context.ask(t.ask_title, hear_title, idea_id, event_id)


@action(TEAM)
async def hear_title(context: Context, idea_id: int, event_id: int, words: str) -> None:
    """The first answer makes the draft."""
    title = words_of(words, rules.LONGEST_TITLE)
    tx, place_id = context.tx, context.place.id
    if idea_id and await ideas.find(tx, place_id, idea_id) is None:
        raise Refusal(t.no_such_task)
    event = await events.find_event(tx, event_id) if event_id else None
    if event_id and (event is None or event.place_id != place_id):
        raise Refusal(t.no_such_task)
    await tx.lock(f"task draft {context.person.id}")
    begun = await store.tasks.draft_of(tx, place_id, context.person.id)
    if begun is not None:
        await store.tasks.set_title(tx, begun.id, title)
        await go_on(context, begun.id)
        return
    task_id = await store.tasks.start_draft(
        tx, place_id, context.person.id, title, context.now_ms, idea_id or None, event_id or None
    )
    await go_on(context, task_id)
