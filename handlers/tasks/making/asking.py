"""One question at a time: which one is next, and how it is asked."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas.words import spot_name
from handlers.tasks.making import answers, opening
from handlers.tasks.making.editing import changeable, editable
from handlers.tasks.making.when import ask_when
from handlers.tasks.paging import paged
from handlers.tasks.rules import Every, Kind, State, Step, Work
from handlers.tasks.store.tasks import Task
from handlers.tasks.words import t


@action(TEAM)
async def go_on(context: Context, task_id: int) -> None:
    task = await editable(context, task_id)
    await _ask(context, task, task.step)


@action(TEAM)
async def ask_step(context: Context, task_id: int, step: Step, page: int = 0) -> None:
    task = await changeable(context, task_id, step)
    await _ask(context, task, step, max(page, 0))


async def _ask(context: Context, task: Task, step: Step, page: int = 0) -> None:
    back = None if task.state is State.DRAFT and task.step is step else _back(task)
    match step:
        case Step.TITLE | Step.BRING | Step.SAFETY:
            rows = [] if step is Step.TITLE else [[answers.no_line.button(t.nothing_of_it, task.id, step)]]
            await context.ask(t[f"ask-{step.value}"], answers.hear_line, task.id, step, rows=rows, back=back)
        case Step.KIND:
            kinds = [one for one in Kind if one is not Kind.STANDING or task.event_id is None]
            rows = [[answers.set_kind.button(t[f"kind-{one.value}"], task.id, one)] for one in kinds]
            await context.show(t.ask_kind(title=task.title), rows, back=back)
        case Step.WHEN:
            await ask_when(context, task, back)
        case Step.EVERY:
            rows = [[answers.set_every.button(t[f"every-{one.value}"], task.id, one)] for one in Every]
            await context.show(t.ask_every, rows, back=back)
        case Step.WORK:
            buttons = [answers.set_work.button(t[f"work-{one.value}"], task.id, one) for one in Work]
            rows, _ = paged(buttons, page, ask_step.button(t.more, task.id, step, page + 1))
            await context.show(t.ask_work, rows, back=back)
        case Step.NEEDED | Step.MINIMUM:
            offered = [one for one in (1, 2, 4) if step is Step.NEEDED or one <= (task.needed or 1)]
            rows = [[answers.set_number.button(t.so_many(count=one), task.id, step, one)] for one in offered]
            await context.ask(t[f"ask-{step.value}"], answers.hear_number, task.id, step, rows=rows, back=back)
        case Step.SPOT:
            spots = await places.spots(context.tx, context.place.id)
            buttons = [answers.set_spot.button(spot_name(one), task.id, one.id) for one in spots]
            buttons.append(answers.set_spot.button(t.no_spot, task.id, 0))
            rows, _ = paged(buttons, page, ask_step.button(t.more, task.id, step, page + 1))
            await context.show(t.ask_spot, rows, back=back)
        case Step.SKILLED | Step.ADULTS:
            rows = [[answers.set_flag.button(_flag_label(step, one), task.id, step, one)] for one in (1, 0)]
            await context.show(t[f"ask-{step.value}"], rows, back=back)
        case Step.PREVIEW:
            await opening.preview(context, task)


def _back(task: Task) -> Button:
    if task.state is State.OPEN:
        return opening.change_open.button(t.back, task.id, 0)
    return go_on.button(t.back, task.id)


def _flag_label(step: Step, wished: int) -> Text:
    if step is Step.SKILLED:
        return t.skilled_yes if wished else t.skilled_no
    return t.adults_yes if wished else t.adults_no
