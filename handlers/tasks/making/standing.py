"""A standing task after half a year: it goes on, or ends with its last date."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.identity.roles import TEAM
from handlers.tasks import cards, rules, store
from handlers.tasks.rules import Kind, State
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import t


@action(TEAM)
async def goes_on(context: Context, task_id: int) -> None:
    task = await _standing(context, task_id)
    until = context.now + rules.GOES_ON
    await store.tasks.go_on(context.tx, task.id, milliseconds(until))
    await context.say(t.goes_on_noted(title=task.title, until=When(until, context.place.clocks, "day")))


@action(TEAM)
async def lets_end(context: Context, task_id: int) -> None:
    """It ends by itself when its last date is over."""
    task = await _standing(context, task_id)
    await context.say(t.ends_noted(title=task.title), [[goes_on.button(t.goes_on, task.id)]])


async def _standing(context: Context, task_id: int) -> Task:
    await cards.hold(context.notices, task_id)
    task = await store.tasks.find(context.tx, context.place.id, task_id)
    if task is None or task.kind is not Kind.STANDING:
        raise Refusal(t.no_such_task)
    if task.state is not State.OPEN:
        raise Refusal(t.is_over)
    return task
