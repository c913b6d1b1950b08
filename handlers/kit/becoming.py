"""What a template becomes where it is taken: a permit, a proposed task, a draft of a poll, a sentence of care; always
in the name of whoever took it, never of a neighbour."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import Text, short
from handlers.care import store as care
from handlers.care.rules import LONGEST
from handlers.care.store.plans import Plan
from handlers.kit import reading, rules
from handlers.kit.rules import Page, Sheet
from handlers.kit.store.brought import Template
from handlers.kit.words import t
from handlers.permits import rules as permit_rules
from handlers.permits import store as permits
from handlers.permits.rules import Status
from handlers.polls import rules as poll_rules
from handlers.polls import store as polls
from handlers.tasks import rules as task_rules
from handlers.tasks import store as tasks
from handlers.tasks.rules import Work

IN_LIST = 30  # letters of a change
MOST_PLANS = 50  # that are looked through


async def become(context: Context, found: Template, idea_id: int) -> int | None:
    """The id of what it became, None for what stays to be read. Refuses where there is no room for it."""
    sheet = reading.sheet(found.body)
    if found.kind is Page.PERMIT:
        return await _permit(context, sheet)
    if found.kind is Page.TASK:
        return await _task(context, sheet, found.id)
    if found.kind is Page.POLL:
        return await _poll(context, sheet)
    if found.kind is Page.CARE:
        return await _care(context, sheet, idea_id)
    return None


async def undo(context: Context, found: Template) -> None:
    """Refuses what somebody works with already.

    What it became may be gone, and its number that of something else by now: only what was made then is meant.
    """
    if found.became_id is None:
        return
    if found.kind is Page.PERMIT:
        await _undo_permit(context, found, found.became_id)
    elif found.kind is Page.TASK:
        task = await tasks.tasks.find(context.tx, context.place.id, found.became_id)
        if task is not None and task.made_at == found.decided_at:
            if task.state is not task_rules.State.PROPOSED:
                raise Refusal(t.at_work_already)
            await tasks.tasks.drop(context.tx, task.id)
    elif found.kind is Page.POLL:
        if await polls.polls.find_poll(context.tx, found.became_id) is not None:
            raise Refusal(t.at_work_already)
        await polls.drafts.drop_draft(context.tx, found.became_id)
    elif found.kind is Page.CARE:
        plan = await care.plans.by_id(context.tx, context.place.id, found.became_id)
        if plan is not None and plan.good == _good(reading.sheet(found.body), context):
            await care.plans.set_good(context.tx, plan.id, "")


async def told(context: Context, found: Template) -> Text:
    if found.kind is not Page.CARE or found.became_id is None:
        return t[f"taken-{found.kind.value}"] if found.kind is not Page.CARE else t.taken_curve
    plan = await care.plans.by_id(context.tx, context.place.id, found.became_id)
    return t.taken_care(number=plan.number) if plan is not None else t.taken_curve


def leads_to(kind: Page) -> list[tuple[Text, str]]:
    """Where it is gone on with: a label and a command."""
    return {
        Page.PERMIT: [(t.go_permits, "permits")],
        Page.TASK: [(t.go_tasks, "tasks")],
        Page.POLL: [(t.go_newpoll, "newpoll")],
        Page.CARE: [(t.go_care, "care")],
        Page.CHANGE: [(t.go_suggest, "suggest")],
    }.get(kind, [])


async def without_good(context: Context) -> list[Plan]:
    """Changes that are looked after, or to be, and of which nobody said when they are good."""
    found = await care.plans.listed(context.tx, context.place.id, context.person.id, 0, MOST_PLANS)
    return [one for one in found if not one.good]


def short_words(plan: Plan) -> str:
    return short(plan.words, IN_LIST)


async def _permit(context: Context, sheet: Sheet) -> int:
    await context.tx.lock(f"permits of place {context.place.id}")
    if await permits.permits.count_open(context.tx, context.place.id) >= permit_rules.MOST_OPEN:
        raise Refusal(t.permits_full(limit=permit_rules.MOST_OPEN))
    kind = permit_rules.Kind(sheet.facts.permit)
    permit_id = await permits.permits.add(context.tx, context.place.id, None, kind, context.person.id, context.now_ms)
    for step in sheet.facts.steps[: permit_rules.MOST_STEPS]:
        await permits.steps.add(context.tx, permit_id, step.template, "", step.who)
    room = permit_rules.MOST_STEPS - len(sheet.facts.steps)
    for line in _lines(context, sheet)[: max(0, room)]:
        await permits.steps.add(context.tx, permit_id, "", short(line, permit_rules.LINE), None)
    return permit_id


async def _undo_permit(context: Context, found: Template, permit_id: int) -> None:
    permit = await permits.permits.find(context.tx, context.place.id, permit_id)
    if permit is None or (permit.status is Status.FINDING_OUT and permit.status_at != found.decided_at):
        return
    steps = await permits.steps.of(context.tx, permit.id)
    if permit.status is not Status.FINDING_OUT or any(one.done_at or one.media_id for one in steps):
        raise Refusal(t.at_work_already)
    await permits.permits.remove(context.tx, permit.id)


async def _task(context: Context, sheet: Sheet, template_id: int) -> int:
    lines = _lines(context, sheet)
    title = short(lines[0], task_rules.LONGEST_TITLE)
    task_id = await tasks.tasks.propose(
        context.tx,
        context.place.id,
        title,
        f"kit {template_id} {context.now_ms}",  # a kit that comes later may have this number again
        context.now_ms,
        work=Work(sheet.facts.work),
        made_by=context.person.id,
    )
    if task_id is None:
        raise Refusal(t.tasks_full)
    await tasks.tasks.set_needed(context.tx, task_id, sheet.facts.needed)
    if len(lines) > 1:
        await tasks.tasks.set_bring(context.tx, task_id, short(" ".join(lines[1:]), task_rules.LONGEST_LINE))
    return task_id


async def _poll(context: Context, sheet: Sheet) -> int:
    lines = _lines(context, sheet)
    options = poll_rules.sort_options([], lines[1:]).added
    if len(options) < poll_rules.FEWEST_OPTIONS:
        raise Refusal(t.too_few_options)
    question = short(lines[0], poll_rules.LONGEST_QUESTION)
    draft_id = await polls.drafts.add_draft(context.tx, context.place.id, context.person.id, question, context.now_ms)
    for words in options:
        await polls.drafts.add_option(context.tx, draft_id, words, None)
    return draft_id


async def _care(context: Context, sheet: Sheet, idea_id: int) -> int:
    plan = await care.plans.find(context.tx, context.place.id, idea_id)
    if plan is None or plan.ended_at is not None or plan.good:
        raise Refusal(t.no_care_yet)
    await care.plans.set_good(context.tx, plan.id, _good(sheet, context))
    return plan.id


def _good(sheet: Sheet, context: Context) -> str:
    return short(" ".join(_lines(context, sheet)), LONGEST)


def _lines(context: Context, sheet: Sheet) -> list[str]:
    """In the language this place speaks first, or any other they are there in."""
    said = rules.best(sheet.words, context.place.languages[0])
    return said.split("\n") if said else []
