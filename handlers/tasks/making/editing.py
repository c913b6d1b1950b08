"""Who may change which task when, and what becomes of the words people type for it."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import clean, fits
from bot.i18n.texts import machine as m
from handlers.tasks import cards, store
from handlers.tasks.rules import State, Step
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import t

OPEN_CHANGES = (Step.BRING, Step.SAFETY, Step.SPOT, Step.NEEDED, Step.MINIMUM)


async def editable(context: Context, task_id: int) -> Task:
    """Her own draft, or what waits for the team; of two at once the second reads what the first did."""
    await cards.hold(context.notices, task_id)
    task = await store.tasks.find(context.tx, context.place.id, task_id)
    if task is None or (task.state is State.DRAFT and task.made_by != context.person.id):
        raise Refusal(t.no_such_task)
    if task.state not in (State.DRAFT, State.PROPOSED):
        raise Refusal(t.open_already)
    return task


async def changeable(context: Context, task_id: int, step: Step) -> Task:
    """The same, and of what is open what does not ask anybody again."""
    await cards.hold(context.notices, task_id)
    task = await store.tasks.find(context.tx, context.place.id, task_id)
    if task is None or task.state is not State.OPEN or step not in OPEN_CHANGES:
        return await editable(context, task_id)
    return task


def words_of(heard: str, limit: int) -> str:
    kept = " ".join(clean(heard).split())
    if not kept:
        raise Refusal(m.expected_words)
    if not fits(kept, limit):
        raise Refusal(m.too_long(limit=limit))
    return kept
