"""Looking once more, and opening it to everybody; what may still be said otherwise then."""

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events.store import events
from handlers.tasks import cards, rules, store, telling
from handlers.tasks.making.editing import OPEN_CHANGES, changeable, editable
from handlers.tasks.making.when import ask_when
from handlers.tasks.paging import paged
from handlers.tasks.rules import Kind, State, Step
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import t

CHANGES = (
    Step.BRING, Step.SAFETY, Step.SPOT, Step.NEEDED, Step.MINIMUM, Step.SKILLED, Step.ADULTS, Step.WHEN, Step.KIND,
    Step.WORK, Step.TITLE,
)  # fmt: skip
MOST_LISTED = 30
go_on = Ahead[[int]]("tasks.go_on")
ask_step = Ahead[[int, Step, int]]("tasks.ask_step")


async def preview(context: Context, task: Task) -> None:
    rows = [
        [open_task.button(t.open_task, task.id)],
        [change.button(t.change, task.id, 0)],
        [throw_away.button(t.throw_away, task.id)],
    ]
    text = join(t.preview, await _as_card(context, task))
    if task.state is State.PROPOSED:
        text = join(t.proposed_head, await _as_card(context, task))
    await context.show(text, rows, back=proposals.button(t.back, 0) if task.state is State.PROPOSED else None)


async def _as_card(context: Context, task: Task) -> Text:
    date = await store.dates.as_it_would_be(context.tx, task)
    return cards.card(date, context.place.clocks)


@action(TEAM)
async def change(context: Context, task_id: int, page: int) -> None:
    task = await editable(context, task_id)
    buttons = [ask_step.button(t[f"step-{step.value}"], task.id, step, 0) for step in CHANGES]
    rows, _ = paged(buttons, page, change.button(t.more, task.id, max(page, 0) + 1))
    await context.show(t.what_to_change(title=task.title), rows, back=go_on.button(t.back, task.id))


@action(TEAM)
async def change_open(context: Context, task_id: int, page: int) -> None:
    """What may still be said otherwise once people do it."""
    task = await changeable(context, task_id, Step.BRING)
    first = await store.dates.next_of(context.tx, context.place.id, task.id, context.now_ms)
    buttons = [ask_step.button(t[f"step-{step.value}"], task.id, step, 0) for step in OPEN_CHANGES]
    rows, _ = paged(buttons, page, change_open.button(t.more, task.id, max(page, 0) + 1))
    back = Button(t.back, f"tasks.look_after:{first.id}:0") if first else None
    await context.show(t.what_to_change(title=task.title), rows, back=back)


@action(TEAM)
async def throw_away(context: Context, task_id: int) -> None:
    task = await editable(context, task_id)
    await store.tasks.drop(context.tx, task.id)
    await context.show(t.thrown_away, [[context.go(t.list_button, "tasks")]])


@action(TEAM)
async def open_task(context: Context, task_id: int) -> None:
    """From now on everybody sees it, and whoever asked to be told hears it."""
    await cards.hold(context.notices, task_id)
    task = await store.tasks.find(context.tx, context.place.id, task_id)
    if task is not None and task.state is State.OPEN:
        await _receipt(context, task, 0)
        return
    task = await editable(context, task_id)
    if task.step is not Step.PREVIEW or task.starts_at is None:
        await go_on(context, task.id)
        return
    if task.starts_at <= context.now_ms:
        await ask_when(context, task, None, t.when_past)
        return
    event = await events.find_event(context.tx, task.event_id) if task.event_id else None
    if event is not None and event.status != "announced":
        raise Refusal(t.is_off)
    until = context.now + rules.GOES_ON if task.kind is Kind.STANDING else None
    until_at = milliseconds(until) if until else None
    await store.tasks.open_(context.tx, task.id, context.person.id, until_at, context.now_ms)
    await _add_dates(context, task, task.starts_at)
    await _receipt(context, task, await telling.opened(context.notices, task, context.person.id))


async def _add_dates(context: Context, task: Task, starts_at: int) -> None:
    if task.kind is not Kind.STANDING or task.every is None:
        event = await events.find_event(context.tx, task.event_id) if task.event_id else None
        begins = event.starts_at if event else None
        await store.dates.add(context.tx, task.id, starts_at, task.lasts, begins)
        return
    clocks = context.place.clocks
    first = moment(starts_at)
    for at in rules.dates(first, task.every, context.now, max(context.now + rules.AHEAD, first), clocks):
        await store.dates.add(context.tx, task.id, milliseconds(at), task.lasts)


async def _receipt(context: Context, task: Task, told: int) -> None:
    date = await store.dates.first_of(context.tx, context.place.id, task.id)
    if date is None:
        raise Refusal(t.no_such_task)
    rows = [*cards.see_rows(date), [Button(t.pass_on, f"tasks.pass_on:{date.id}")]]
    heard = [t.told_watchers(count=told)] if told else []
    await context.say(join(t.opened(task=cards.title(date)), *heard), rows)


@action(TEAM)
async def proposals(context: Context, page: int) -> None:
    """What other features found to be done: one tap opens it."""
    found = await store.tasks.proposed(context.tx, context.place.id, MOST_LISTED)
    buttons = [go_on.button(t.proposal(title=one.title), one.id) for one in found]
    rows, _ = paged(buttons, page, proposals.button(t.more, max(page, 0) + 1))
    text = t.proposals_head if found else t.proposals_none
    await context.show(text, rows, back=context.go(t.back, "tasks"))
