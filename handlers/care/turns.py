"""Whose turn it is to look: steward, deputy, team, liaison or owner, each after five silent days, each asked once."""

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from handlers.care import cards, rules, store, telling
from handlers.care.rules import Outcome, Stage
from handlers.care.store.checks import Check
from handlers.care.store.plans import Plan
from handlers.care.words import called, t

ORDER = tuple(Stage)


async def begin(notices: Notices, plan: Plan) -> None:
    """Time to look. Expects a held plan without an open look."""
    waits_until = milliseconds(notices.now + rules.PATIENCE)
    due_at = plan.next_at or notices.now_ms
    check_id = await store.checks.begin(notices.tx, plan.id, due_at, notices.now_ms, 0, Stage.STEWARD, waits_until)
    await store.plans.go_on(notices.tx, plan.id, rules.next_due(plan.done_at, max(due_at, notices.now_ms)))
    check = await store.checks.find(notices.tx, notices.place.id, check_id)
    if check is not None:
        await ask_from(notices, plan, check, ORDER)


async def pass_on(notices: Notices, plan: Plan, check: Check) -> None:
    """Whoever's turn it was has been silent, or cannot; the next one is asked. Nobody is left: it lapses."""
    await ask_from(notices, plan, check, ORDER[ORDER.index(check.stage) + 1 :])


async def ask_from(notices: Notices, plan: Plan, check: Check, stages: tuple[Stage, ...]) -> None:
    """The first of these at which somebody hears it."""
    for stage in stages:
        people = await telling.people_at(notices, plan, stage)
        if await telling.ask_to_look(notices, plan, check, stage, people):
            waits_until = milliseconds(notices.now + rules.PATIENCE)
            await store.checks.turn_to(notices.tx, check.id, stage, waits_until)
            return
    await _lapse(notices, plan, check)


async def had_her_time(notices: Notices, plan: Plan, check: Check) -> None:
    """Five days are over since somebody was asked, or the day has come that she asked for."""
    if check.early:
        await store.checks.lapse(notices.tx, check.id, notices.now_ms)
        return
    people = telling.whose_turn(plan, check.stage) if check.stage in (Stage.STEWARD, Stage.DEPUTY) else []
    if people and await store.checks.wants_reminder(notices.tx, check.id):
        await store.checks.note_reminded(notices.tx, check.id, milliseconds(notices.now + rules.PATIENCE))
        if await telling.remind(notices, plan, check, people[0]):
            return
    await pass_on(notices, plan, check)


async def step_down(notices: Notices, plan: Plan, person_id: int, leaving: bool = False) -> Plan:
    """The deputy moves up and hears it; where there is none, the team does. An open look goes on at once."""
    await cards.hold(notices, plan.idea_id)
    plan = await store.plans.find(notices.tx, notices.place.id, plan.idea_id) or plan
    if not plan.held_by(person_id):
        return plan
    was_steward = plan.steward_id == person_id
    steward_id = plan.deputy_id if was_steward else plan.steward_id
    await store.plans.set_people(notices.tx, plan.id, steward_id, None)
    now = await store.plans.find(notices.tx, notices.place.id, plan.idea_id) or plan
    if was_steward and steward_id is not None:
        await notices.answer(steward_id, t.you_moved_up(what=called(plan)), cards.see_rows(plan))
    elif was_steward:
        await telling.nobody_left(notices, plan, person_id)
    check = await store.checks.open_of(notices.tx, notices.place.id, plan.id)
    if check is not None and not check.early and _is_waited_for(plan, check, person_id):
        await ask_from(notices, now, check, ORDER)
    return now


def _is_waited_for(plan: Plan, check: Check, person_id: int) -> bool:
    return person_id in telling.whose_turn(plan, check.stage) and check.stage in (Stage.STEWARD, Stage.DEPUTY)


async def _lapse(notices: Notices, plan: Plan, check: Check) -> None:
    """Nobody came. After two in a row nobody is asked any more, and whoever looked after it hears so."""
    await store.checks.lapse(notices.tx, check.id, notices.now_ms)
    if await store.waiting.lapsed_in_a_row(notices.tx, plan.id) < rules.MOST_LAPSED:
        return
    if await store.plans.end(notices.tx, plan.id, Outcome.LAPSED, notices.now_ms):
        text = t.told_lapsed(what=called(plan))
        await telling.over(notices, await store.plans.holders(notices.tx, plan.id), text, cards.see_rows(plan))
