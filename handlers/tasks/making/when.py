"""When a task is to be done: a few times that suit most people, or their own words."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events.store import events
from handlers.tasks import store
from handlers.tasks.making import timing
from handlers.tasks.making.editing import editable
from handlers.tasks.rules import Kind
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import t

go_on = Ahead[[int]]("tasks.go_on")


async def ask_when(context: Context, task: Task, back: Button | None, said: Text | None = None) -> None:
    kind = task.kind or Kind.ONCE
    offered = await _offered_times(context, task, kind)
    rows = [[_time_button(context, task, *one)] for one in offered]
    await context.ask(said or t[f"ask-when-{kind.value}"], hear_when, task.id, rows=rows, back=back)


async def _offered_times(context: Context, task: Task, kind: Kind) -> list[tuple[int, int]]:
    """Before, at and after its event; else the next days that suit most people."""
    hour, day = 60 * timing.MINUTE, 24 * 60 * timing.MINUTE
    event = await events.find_event(context.tx, task.event_id) if task.event_id else None
    if event is not None and event.starts_at is not None:
        start = event.starts_at
        ends = start + (event.lasts or 2 * hour)
        spans = [(start - 2 * hour, 2 * hour), (start, ends - start), (ends, hour)]
        found = spans if kind is Kind.SLOT else [(start, 0)]
        return [one for one in found if timing.allowed(context, *one)]
    local = context.now.astimezone(context.place.clocks.first_shown)
    if kind is Kind.ONCE:
        evening = milliseconds(local.replace(hour=20, minute=0, second=0, microsecond=0))
        return [(evening + days * day, 0) for days in (7, 14, 30)]
    saturday = milliseconds(local.replace(hour=10, minute=0, second=0, microsecond=0)) + (
        ((5 - local.weekday()) % 7 or 7) * day
    )
    return [(saturday, 2 * hour), (saturday + 5 * hour, 2 * hour), (saturday + day, 2 * hour)]


def _time_button(context: Context, task: Task, starts_at: int, lasts: int) -> Button:
    label = timing.shown(context, starts_at, lasts)
    return set_when.button(label, task.id, starts_at // timing.MINUTE, lasts // timing.MINUTE)


@action(TEAM)
async def set_when(context: Context, task_id: int, minutes: int, lasts: int) -> None:
    """`minutes` since 1970, and how many it lasts, from one of our buttons."""
    task = await editable(context, task_id)
    starts_at, length = minutes * timing.MINUTE, lasts * timing.MINUTE
    if task.kind is Kind.ONCE:
        length = 0
    if not timing.allowed(context, starts_at, length) or (task.kind is not Kind.ONCE and not length):
        await ask_when(context, task, None, t.when_past)
        return
    await store.tasks.set_when(context.tx, task.id, starts_at, length)
    await go_on(context, task.id)


@action(TEAM)
async def hear_when(context: Context, task_id: int, words: str) -> None:
    task = await editable(context, task_id)
    found = timing.read_when(context, words, task.kind or Kind.ONCE)
    if not found:
        await ask_when(context, task, None, t.when_unclear)
        return
    if len(found) > 1:
        rows = [[_time_button(context, task, *one)] for one in found[:2]]
        await context.ask(t.which_one, hear_when, task.id, rows=rows)
        return
    starts_at, lasts = found[0]
    await set_when(context, task.id, starts_at // timing.MINUTE, lasts // timing.MINUTE)
