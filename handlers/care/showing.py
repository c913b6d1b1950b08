"""What was found becomes a step in the life of the idea, for everybody; and what follows when its photo is ready."""

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.i18n.texts import join, short
from bot.i18n.texts import machine as m
from bot.identity import roles
from bot.identity.places import Moderation
from bot.identity.roles import Role
from bot.outbox.message import Button
from handlers.care import rules, store, telling
from handlers.care.rules import Found, Outcome, Stage
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan
from handlers.care.words import called, t
from handlers.ideas.rules import FINISHED, Status, speaks_as
from handlers.ideas.store import ideas, moderation, steps
from handlers.tasks.rules import LONGEST_TITLE
from handlers.tasks.store import tasks


async def answer(notices: Notices, plan: Plan, check: Check, found: Found, why: str, by: int) -> bool:
    """False when somebody was quicker. Expects a held plan and somebody who may."""
    if not await store.checks.answer(notices.tx, check.id, found, why, by, notices.now_ms):
        return False
    if plan.next_at is not None and plan.next_at - notices.now_ms <= milliseconds_of_soon():
        # Whoever looks shortly before the day has looked for that day.
        await store.plans.go_on(notices.tx, plan.id, rules.next_due(plan.done_at, plan.next_at))
    now = await store.checks.find(notices.tx, notices.place.id, check.id)
    if now is None:
        raise LookupError(f"no look {check.id}")
    if await _is_for_everybody_at_once(notices, plan, by, now):
        await show(notices, plan, now)
    else:
        await telling.ask_to_show(notices, plan, now)
    if found is Found.PARTLY:
        # The team opens it with one tap, and whoever does it has mended it.
        title, subject = short(why, LONGEST_TITLE), f"care {check.id}"
        await tasks.propose(
            notices.tx, plan.place_id, title, subject, notices.now_ms, idea_id=plan.idea_id, made_by=by
        )
        await telling.to_be_mended(notices, plan, now)
    return True


def milliseconds_of_soon() -> int:
    return int(rules.SOON.total_seconds() * 1000)


async def _is_for_everybody_at_once(notices: Notices, plan: Plan, by: int, check: Check) -> bool:
    """What the team or an owner says; a neighbour's words and photo where her ideas are on the board at once."""
    held = await roles.of(notices.tx, by, notices.place.id)
    if held & rules.may_answer(plan.space).roles:
        return True
    if check.answer is Found.GONE:
        return False
    if not check.why and check.media_id is None:
        return True
    after = Moderation(notices.place.moderation) is Moderation.AFTER
    return after and await moderation.is_trusted(notices.tx, notices.place.id, by)


async def show(notices: Notices, plan: Plan, check: Check) -> None:
    """Once: the step, the end where it is gone, and the news, which waits a little for its photo. Expects it held."""
    if check.shown_at is not None:
        return
    tx, now = notices.tx, notices.now_ms
    step_id = await _take_step(notices, plan, check)
    await store.checks.note_shown(tx, check.id, step_id, now)
    check = await store.checks.find(tx, plan.place_id, check.id) or check
    if check.answer is Found.GONE and await store.plans.end(tx, plan.id, Outcome.GONE, now):
        await telling.gone(notices, plan, check)
    if check.media_id is None or check.kept_back or await store.checks.is_fetched(tx, check.media_id):
        await telling.found(notices, plan, check)


async def _take_step(notices: Notices, plan: Plan, check: Check) -> int | None:
    """Looked at again, in the life of the idea; of what is hidden there is none."""
    idea = await ideas.find(notices.tx, notices.place.id, plan.idea_id)
    if idea is None or idea.status not in FINISHED or check.answered_by is None:
        return None
    held = await roles.of(notices.tx, check.answered_by, notices.place.id)
    role = next(iter(speaks_as(held, rules.may_answer(plan.space))), Role.RESIDENT)
    step_id = await steps.take(
        notices.tx,
        idea,
        check.answered_by,
        role.value,
        Status.LOOKED_AGAIN,
        "" if check.kept_back else check.why,
        notices.now_ms,
    )
    # It is told here, with both photos.
    await steps.note_told(notices.tx, step_id, notices.now_ms)
    if check.media_id is not None and not check.kept_back:
        await store.checks.attach_photo(notices.tx, idea.id, check.media_id)
        await steps.wait_for_photo(notices.tx, step_id, check.media_id)
    return step_id


async def take_back(notices: Notices, plan: Plan, check: Check, by: int, role: str) -> bool:
    """What was found was not so: somebody looks anew. False when others have looked since, or it is no last step."""
    tx = notices.tx
    newest = await store.checks.newest(tx, notices.place.id, plan.id)
    if newest is None or newest.id != check.id or await store.checks.open_of(tx, notices.place.id, plan.id):
        return False
    if check.step_id is not None and not await _undo_step(notices, plan, check.step_id, by, role):
        return False
    if plan.ended_at is not None:
        await store.plans.go_on(tx, plan.id, rules.next_due(plan.done_at, notices.now_ms))
    if check.told_at not in (None, rules.NO_NEWS):
        await telling.not_so(notices, plan, by)
    await open_again(notices, check)
    return True


async def is_first_correction(notices: Notices, check: Check) -> bool:
    return await notices.first_time("care taken back", f"{check.id}")


async def no_more_to_do(notices: Notices, check: Check) -> None:
    """A task that nobody has opened yet is none any more."""
    task_id = await store.waiting.task_of(notices.tx, check.id)
    if task_id is not None:
        await tasks.drop(notices.tx, task_id)


async def open_again(notices: Notices, check: Check) -> None:
    """It waits for whoever looks, and goes on from there; for an early one nobody was asked, and nobody waits."""
    await no_more_to_do(notices, check)
    if check.early:
        await store.checks.forget_answer(notices.tx, check.id)
        return
    stage = Stage.STEWARD if check.stage is Stage.STEWARD else Stage.TEAM
    await store.checks.open_again(notices.tx, check.id, stage, milliseconds(notices.now + rules.PATIENCE))


async def _undo_step(notices: Notices, plan: Plan, step_id: int, by: int, role: str) -> bool:
    step = await steps.step(notices.tx, step_id)
    last = await steps.last_step(notices.tx, plan.idea_id)
    idea = await ideas.find(notices.tx, notices.place.id, plan.idea_id)
    if step is None or idea is None or last is None:
        return False
    if last.id != step.id or idea.status is not step.after:
        # It was taken back already, or more became of the idea since.
        return step.id not in [one.id for one in await steps.standing(notices.tx, idea.id)]
    undoing = await steps.take(notices.tx, idea, by, role, step.before, "", notices.now_ms, undoes=step.id)
    await steps.note_told(notices.tx, undoing, notices.now_ms)
    return True


# --- its photo


async def picture_ready(notices: Notices, media_id: int) -> None:
    """The news may have waited for it."""
    if (one := await _of_photo(notices, media_id)) is not None and one[1].shown_at is not None:
        await telling.found(notices, *one)


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    one = await _of_photo(notices, media_id)
    if one is None:
        return
    plan, check = one
    sender = await store.checks.sender(notices.tx, media_id)
    await store.checks.drop_photo(notices.tx, check.id)
    why = m[f"picture-{reason.replace('_', '-')}"]
    if check.closed_at is not None:
        if check.shown_at is not None:
            await telling.found(notices, plan, check)
        return
    if sender is not None:
        rows = [[Button(t.i_look_now, f"care.look_again:{plan.idea_id}")]]
        await notices.answer(sender, join(why, t.photo_refused(what=called(plan))), rows)


async def _of_photo(notices: Notices, media_id: int) -> tuple[Plan, Check] | None:
    found = await store.checks.with_photo(notices.tx, media_id)
    if found is None or found[1] != notices.place.id:
        return None
    check = await store.checks.find(notices.tx, notices.place.id, found[0])
    plan = await store.plans.by_id(notices.tx, notices.place.id, check.plan_id) if check else None
    return (plan, check) if plan is not None and check is not None else None
