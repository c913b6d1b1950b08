"""Care days of what grows: a date every few weeks, and a reminder on the day to whoever looks after it."""

from datetime import datetime, time, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.outbox.message import Button
from handlers.care import cards, rules, store
from handlers.care.store.plans import Plan
from handlers.care.words import called, day, t

around = Ahead[[int, int]]("care.around")
look = Ahead[[int]]("care.look")
MORNING = time(9)  # in the clock shown first


@action()
async def rhythm(context: Context, idea_id: int) -> None:
    plan = await cards.held(context, idea_id)
    rows = [[set_rhythm.button(t.every_weeks(weeks=weeks), plan.idea_id, weeks)] for weeks in rules.RHYTHMS]
    if plan.care_weeks is not None:
        # What it is now needs no button of its own; none at all does.
        rows = [row for row in rows if row[0].address != set_rhythm.address(plan.idea_id, plan.care_weeks)]
        rows.append([set_rhythm.button(t.no_care_days, plan.idea_id, 0)])
    await context.show(t.how_often(what=called(plan)), rows, back=around.button(t.back, plan.idea_id, 0))


@action()
async def set_rhythm(context: Context, idea_id: int, weeks: int) -> None:
    plan = await cards.held(context, idea_id)
    if weeks not in (0, *rules.RHYTHMS):
        raise Refusal(t.not_done)
    await cards.hold(context.notices, plan.idea_id)
    if not weeks:
        await store.plans.set_rhythm(context.tx, plan.id, None, None)
        context.toast(t.toast_no_care_days)
        await look(context, plan.idea_id)
        return
    first = _on(context.notices, context.now, weeks)
    await store.plans.set_rhythm(context.tx, plan.id, weeks, milliseconds(first))
    await context.say(
        t.rhythm_noted(what=called(plan), when=day(context.place, milliseconds(first))), cards.see_rows(plan)
    )


@action()
async def cared(context: Context, idea_id: int) -> None:
    """Pressed by both at once: done once."""
    plan = await cards.held(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    if not await store.plans.close_day(context.tx, plan.id, context.now_ms):
        raise Refusal(t.cared_already)
    await context.say(t.cared_noted(what=called(plan), when=_next(context, plan)), cards.see_rows(plan))


@action()
async def not_this_time(context: Context, idea_id: int) -> None:
    """Nothing was needed, or she cannot: it is no missed day."""
    plan = await cards.held(context, idea_id)
    await cards.hold(context.notices, plan.idea_id)
    if not await store.plans.close_day(context.tx, plan.id, None):
        raise Refusal(t.cared_already)
    await context.say(t.next_time_noted(what=called(plan), when=_next(context, plan)), cards.see_rows(plan))


def _next(context: Context, plan: Plan) -> When:
    return day(context.place, plan.care_at or context.now_ms)


async def remind(notices: Notices, plan: Plan) -> None:
    """On the day, to steward and deputy; a day that is still open was missed. Expects one that is due."""
    if plan.care_at is None or plan.care_weeks is None:
        return
    missed = plan.care_missed + 1 if plan.care_open_at is not None else 0
    following = moment(plan.care_at)
    while following <= notices.now:
        following = _on(notices, following, plan.care_weeks)
    await store.plans.open_day(notices.tx, plan.id, notices.now_ms, milliseconds(following), missed)
    for person_id in (plan.steward_id, plan.deputy_id):
        if person_id is not None:
            text = (
                t.care_day(what=called(plan), tools=plan.tools) if plan.tools else t.care_day_plain(what=called(plan))
            )
            await notices.answer(person_id, text, _rows(plan), await cards.picture(notices.tx, plan))


def _rows(plan: Plan) -> list[list[Button]]:
    return [
        [Button(t.cared_for, f"care.cared:{plan.idea_id}")],
        [Button(t.not_this_time, f"care.not_this_time:{plan.idea_id}")],
        [Button(t.i_cannot, f"care.let_go:{plan.idea_id}")],
    ]


def _on(notices: Notices, after: datetime, weeks: int) -> datetime:
    zone = notices.place.clocks.first_shown
    return datetime.combine((after.astimezone(zone) + timedelta(weeks=weeks)).date(), MORNING, zone)
