"""When it is: a day and an hour by buttons, or the same in people's own words."""

from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.clock import milliseconds, moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand_span
from bot.i18n.texts import Text
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import rules, store
from handlers.events.making import changing
from handlers.events.making.editing import editable
from handlers.events.rules import OFFERED_DAYS
from handlers.events.store.events import Event
from handlers.events.words import t

MINUTE = 60_000  # ms
ONE_MINUTE = timedelta(minutes=1)
IN_A_ROW = 2


@action(TEAM, aliases=("events.type_when",))
async def days(context: Context, event_id: int, page: int = 0) -> None:
    event = await editable(context, event_id)
    await ask_when(context, event, t.ask_when, page)


@action(TEAM)
async def pick_day(context: Context, event_id: int, ordinal: int, part: int = 0) -> None:
    """The hours of a day: first the usual ones, then all of them."""
    event = await editable(context, event_id)
    day = _day(context, ordinal)
    part = part if 0 <= part < len(rules.HOURS) else 0
    clocks = context.place.clocks
    moments = [datetime.combine(day, time(hour), clocks.first_shown) for hour in rules.HOURS[part]]
    rows = [[_at_button(context, event, at, "time")] for at in moments if at > context.now]
    rows.append([pick_day.button(t.other_hours, event.id, ordinal, (part + 1) % len(rules.HOURS))])
    asked = t.ask_time(day=When(moments[-1], clocks, "day"))
    await context.ask(asked, hear_time, event.id, ordinal, rows=rows, back=days.button(t.back, event.id, 0))


@action(TEAM)
async def set_when(context: Context, event_id: int, minutes: int) -> None:
    """`minutes` since 1970, from one of our buttons."""
    await _set(context, event_id, minutes, None)


@action(TEAM)
async def set_span(context: Context, event_id: int, minutes: int, lasts: int) -> None:
    """The same with an end, `lasts` minutes later."""
    await _set(context, event_id, minutes, timedelta(minutes=min(max(lasts, 1), rules.LONGEST_MINUTES)))


@action(TEAM)
async def hear_when(context: Context, event_id: int, words: str) -> None:
    event = await editable(context, event_id)
    await _read_when(context, event, words)


@action(TEAM)
async def hear_time(context: Context, event_id: int, ordinal: int, words: str) -> None:
    event = await editable(context, event_id)
    day = _day(context, ordinal)
    # Without its year, since after a whole date a bare 7 would not be asked back.
    await _read_when(context, event, f"{day.month}月{day.day}日 {words}")


async def _set(context: Context, event_id: int, minutes: int, lasts: timedelta | None) -> None:
    event = await editable(context, event_id)
    soonest, latest = context.now_ms, milliseconds(context.now + rules.FURTHEST)
    if not soonest < minutes * MINUTE < latest:
        await ask_when(context, event, t.when_past)
        return
    await _keep_when(context, event, moment(minutes * MINUTE), lasts)


async def ask_when(context: Context, event: Event, text: Text, page: int = 0) -> None:
    """Seven days in rows are what this screen is about; further weeks follow, and typing always does."""
    page = page if 0 <= page <= rules.FURTHEST_PAGE else 0
    offered = rules.days_to_offer(context.now, context.place.clocks, page)
    buttons = [_day_button(context, event, day) for day in offered]
    rows = [buttons[first : first + IN_A_ROW] for first in range(0, OFFERED_DAYS, IN_A_ROW)]
    earlier = [days.button(t.earlier, event.id, page - 1)] if page else []
    later = [days.button(t.later, event.id, page + 1)] if page < rules.FURTHEST_PAGE else []
    await context.ask(text, hear_when, event.id, rows=[*rows, [*earlier, *later]])


def _day_button(context: Context, event: Event, day: date) -> Button:
    noon = datetime.combine(day, time(12), context.place.clocks.first_shown)
    return pick_day.button(t.on_day(day=When(noon, context.place.clocks, "day")), event.id, day.toordinal(), 0)


def _at_button(context: Context, event: Event, at: datetime, style: Literal["time", "daytime"]) -> Button:
    shown = When(at, context.place.clocks, style)
    return set_when.button(t.this_time(when=shown), event.id, milliseconds(at) // MINUTE)


def _span_button(context: Context, event: Event, at: datetime, lasts: timedelta) -> Button:
    shown = When(at, context.place.clocks, until=at + lasts)
    return set_span.button(t.this_time(when=shown), event.id, milliseconds(at) // MINUTE, lasts // ONE_MINUTE)


async def _read_when(context: Context, event: Event, words: str) -> None:
    match understand_span(words, context.now, context.place.clocks, context.language):
        case None:
            await ask_when(context, event, t.when_unclear)
        case Understood(at, until):
            await _keep_when(context, event, at, None if until is None else until - at)
        case Ambiguous(candidates, _, lasts):
            ahead = [at for at in candidates if at > context.now]
            if len(ahead) < 2:
                await _keep_when(context, event, (ahead or candidates)[0], lasts)
                return
            if lasts is None:
                rows = [[_at_button(context, event, at, "daytime")] for at in ahead]
            else:
                rows = [[_span_button(context, event, at, lasts)] for at in ahead]
            await context.ask(t.which_one, hear_when, event.id, rows=rows)


async def _keep_when(context: Context, event: Event, at: datetime, lasts: timedelta | None) -> None:
    if not context.now < at < context.now + rules.FURTHEST:
        await ask_when(context, event, t.when_past)
        return
    if lasts is None:
        await store.drafts.set_start(context.tx, event.id, milliseconds(at))
    else:
        await store.drafts.set_start_and_end(context.tx, event.id, milliseconds(at), lasts // ONE_MINUTE * MINUTE)
    await changing.after(context, event)


def _day(context: Context, ordinal: int) -> date:
    today = context.now.astimezone(context.place.clocks.first_shown).date()
    furthest = (rules.FURTHEST_PAGE + 1) * OFFERED_DAYS + 1
    if not 0 <= ordinal - today.toordinal() <= furthest:
        raise Refusal(m.old_button)
    return date.fromordinal(ordinal)
