"""What is answered about a new task, or said otherwise of an open one."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import machine as m
from bot.identity import places
from bot.identity.roles import TEAM
from handlers.tasks import rules, store
from handlers.tasks.making.editing import changeable, editable, words_of
from handlers.tasks.rules import Every, Kind, State, Step, Work
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import t

LINES = (Step.TITLE, Step.BRING, Step.SAFETY)
go_on = Ahead[[int]]("tasks.go_on")
change_open = Ahead[[int, int]]("tasks.change_open")


@action(TEAM)
async def set_kind(context: Context, task_id: int, kind: Kind) -> None:
    task = await editable(context, task_id)
    if kind is Kind.STANDING and task.event_id is not None:
        raise Refusal(t.no_such_task)
    if kind is not task.kind:
        await store.tasks.set_kind(context.tx, task.id, kind)
    await go_on(context, task.id)


@action(TEAM)
async def set_every(context: Context, task_id: int, every: Every) -> None:
    task = await editable(context, task_id)
    await store.tasks.set_every(context.tx, task.id, every)
    await go_on(context, task.id)


@action(TEAM)
async def set_work(context: Context, task_id: int, work: Work) -> None:
    task = await editable(context, task_id)
    await store.tasks.set_work(context.tx, task.id, work)
    await go_on(context, task.id)


@action(TEAM)
async def hear_line(context: Context, task_id: int, step: Step, words: str) -> None:
    task = await changeable(context, task_id, step)
    longest = rules.LONGEST_TITLE if step is Step.TITLE else rules.LONGEST_LINE
    await _set_line(context, task, step, words_of(words, longest))


@action(TEAM)
async def no_line(context: Context, task_id: int, step: Step) -> None:
    task = await changeable(context, task_id, step)
    if step is Step.TITLE:
        raise Refusal(m.expected_words)
    await _set_line(context, task, step, "")


async def _set_line(context: Context, task: Task, step: Step, words: str) -> None:
    if step not in LINES:
        raise Refusal(t.no_such_task)
    setters = {
        Step.TITLE: store.tasks.set_title,
        Step.BRING: store.tasks.set_bring,
        Step.SAFETY: store.tasks.set_safety,
    }
    await setters[step](context.tx, task.id, words)
    await _after(context, task)


@action(TEAM)
async def hear_number(context: Context, task_id: int, step: Step, words: str) -> None:
    number = rules.read_number(words)
    if number is None:
        raise Refusal(m.expected_number)
    await set_number(context, task_id, step, number)


@action(TEAM)
async def set_number(context: Context, task_id: int, step: Step, number: int) -> None:
    task = await changeable(context, task_id, step)
    if not 1 <= number <= rules.MOST_NEEDED:
        raise Refusal(m.expected_number)
    if step is Step.NEEDED:
        if task.state is State.OPEN and number < await store.tasks.most_taken(context.tx, task.id):
            raise Refusal(t.more_do_it)
        await store.tasks.set_needed(context.tx, task.id, number)
    else:
        await store.tasks.set_minimum(context.tx, task.id, min(number, task.needed or number))
    await _after(context, task)


@action(TEAM)
async def set_spot(context: Context, task_id: int, spot_id: int) -> None:
    task = await changeable(context, task_id, Step.SPOT)
    spot = await places.find_spot(context.tx, context.place.id, spot_id) if spot_id else None
    if spot_id and (spot is None or spot.removed_at is not None):
        raise Refusal(t.no_such_task)
    await store.tasks.set_spot(context.tx, task.id, spot.id if spot else None)
    await _after(context, task)


@action(TEAM)
async def set_flag(context: Context, task_id: int, step: Step, wished: int) -> None:
    task = await editable(context, task_id)
    setter = store.tasks.set_skilled if step is Step.SKILLED else store.tasks.set_adults
    await setter(context.tx, task.id, int(bool(wished)))
    await go_on(context, task.id)


async def _after(context: Context, task: Task) -> None:
    if task.state is not State.OPEN:
        await go_on(context, task.id)
        return
    context.toast(t.toast_changed)
    await change_open(context, task.id, 0)
