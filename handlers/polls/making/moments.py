"""The moments of a time poll: a day and an hour by buttons, or the same in people's own words."""

from datetime import date, datetime, time
from typing import Literal

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import Ambiguous, Understood, understand
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import rules as event_rules
from handlers.polls import rules, sheet, store
from handlers.polls.making import drafting
from handlers.polls.making.drafting import draft_of
from handlers.polls.rules import Kind, moments
from handlers.polls.store.drafts import Draft
from handlers.polls.words import t

MINUTE = 60_000  # ms
IN_A_ROW = 2
LAST_PAGE = 8  # weeks that the days are leafed through; typing reaches further


@action(TEAM)
async def make_time_poll(context: Context, draft_id: int) -> None:
    draft = await draft_of(context, draft_id)
    if draft.kind is not Kind.TIME:
        await store.drafts.make_time_poll(context.tx, draft.id)
    await show_moments(context, await draft_of(context, draft_id))


@action(TEAM)
async def moment_days(context: Context, draft_id: int, page: int) -> None:
    """Seven days in rows are what this screen is about; further weeks follow, and typing always does."""
    draft = await _time_poll(context, draft_id)
    await _ask_day(context, draft, t.ask_moment(question=draft.question), page)


@action(TEAM)
async def moment_hours(context: Context, draft_id: int, ordinal: int, part: int) -> None:
    """The hours of a day: first the usual ones, then all of them."""
    draft, day, clocks = await _time_poll(context, draft_id), _day(context, ordinal), context.place.clocks
    part = part if 0 <= part < len(event_rules.HOURS) else 0
    hours = [datetime.combine(day, time(hour), clocks.first_shown) for hour in event_rules.HOURS[part]]
    rows = [[_at_button(context, draft, at, "time")] for at in hours if at > context.now]
    further = (part + 1) % len(event_rules.HOURS)
    rows.append([moment_hours.button(t.other_hours, draft.id, ordinal, further)])
    asked = t.ask_hour(day=When(hours[-1], clocks, "day"))
    back = moment_days.button(t.back, draft.id, 0)
    await context.ask(asked, hear_hour, draft.id, ordinal, rows=rows, back=back)


@action(TEAM)
async def add_moment(context: Context, draft_id: int, minutes: int) -> None:
    """`minutes` since 1970. Pressed twice it is there once."""
    draft = await _time_poll(context, draft_id)
    at = minutes * MINUTE
    if not context.now_ms < at < milliseconds(context.now + moments.FURTHEST):
        await _ask_day(context, draft, t.moment_too_far, 0)
        return
    if len(await store.polls.options(context.tx, draft.id)) >= rules.MOST_OPTIONS:
        raise Refusal(t.options_full(question=draft.question))
    await store.drafts.add_moment(context.tx, draft.id, at)
    await show_moments(context, draft)


@action(TEAM)
async def hear_moment(context: Context, draft_id: int, words: str) -> None:
    draft = await _time_poll(context, draft_id)
    match understand(words, context.now, context.place.clocks, context.language):
        case Understood(at):
            await add_moment(context, draft.id, milliseconds(at) // MINUTE)
        case Ambiguous(candidates):
            ahead = [at for at in candidates if at > context.now]
            rows = [[_at_button(context, draft, at, "daytime")] for at in ahead]
            await context.ask(t.which_time, hear_moment, draft.id, rows=rows)
        case None:
            raise Refusal(t.time_not_understood)


@action(TEAM)
async def hear_hour(context: Context, draft_id: int, ordinal: int, words: str) -> None:
    day = _day(context, ordinal)
    # Without its year, since after a whole date a bare 7 would not be asked back.
    await hear_moment(context, draft_id, f"{day.month}月{day.day}日 {words}")


@action(TEAM)
async def keep_moments(context: Context, draft_id: int, wished: int) -> None:
    """The first so many, in their own order; the others are taken back."""
    draft = await _time_poll(context, draft_id)
    for one in (await store.polls.options(context.tx, draft.id))[max(0, wished) :]:
        await store.drafts.drop_option(context.tx, draft.id, one.id)
    await show_moments(context, draft)


async def show_moments(context: Context, draft: Draft) -> None:
    """Those there are so far, in their own order; where there is none, the days."""
    options = await store.polls.options(context.tx, draft.id)
    if not options:
        await _ask_day(context, draft, t.ask_moment(question=draft.question), 0)
        return
    rows: list[list[Button]] = []
    full = len(options) >= rules.MOST_OPTIONS
    if not full:
        rows.append([moment_days.button(t.another_moment, draft.id, 0)])
    if len(options) >= rules.FEWEST_OPTIONS:
        rows.append([drafting.go_on.button(t.that_is_all, draft.id)])
    rows.append([keep_moments.button(t.take_last_back, draft.id, len(options) - 1)])
    clocks = context.place.clocks
    lines = [
        t.option_line(number=number, words=sheet.option_words(Kind.TIME, one, rules.LONGEST_OPTION, clocks))
        for number, one in enumerate(options, start=1)
    ]
    head = t.options_full(question=draft.question) if full else t.more_moments(question=draft.question)
    await context.ask(join(head, *lines), hear_moment, draft.id, rows=rows)


async def _ask_day(context: Context, draft: Draft, text: Text, page: int) -> None:
    page = page if 0 <= page <= LAST_PAGE else 0
    offered = event_rules.days_to_offer(context.now, context.place.clocks, page)
    buttons = [_day_button(context, draft, day) for day in offered]
    rows = [buttons[first : first + IN_A_ROW] for first in range(0, len(buttons), IN_A_ROW)]
    earlier = [moment_days.button(t.earlier_days, draft.id, page - 1)] if page else []
    later = [moment_days.button(t.later_days, draft.id, page + 1)] if page < LAST_PAGE else []
    back = drafting.change_question.button(t.back, draft.id)
    if await store.polls.options(context.tx, draft.id):
        back = drafting.go_on.button(t.back, draft.id)
    await context.ask(text, hear_moment, draft.id, rows=[*rows, [*earlier, *later]], back=back)


def _day_button(context: Context, draft: Draft, day: date) -> Button:
    clocks = context.place.clocks
    noon = datetime.combine(day, time(12), clocks.first_shown)
    return moment_hours.button(t.on_day(day=When(noon, clocks, "day")), draft.id, day.toordinal(), 0)


def _at_button(context: Context, draft: Draft, at: datetime, style: Literal["time", "daytime"]) -> Button:
    shown = t.this_time(time=When(at, context.place.clocks, style))
    return add_moment.button(shown, draft.id, milliseconds(at) // MINUTE)


def _day(context: Context, ordinal: int) -> date:
    today = context.now.astimezone(context.place.clocks.first_shown).date()
    furthest = (LAST_PAGE + 1) * event_rules.OFFERED_DAYS + 1
    if not 0 <= ordinal - today.toordinal() <= furthest:
        raise Refusal(m.old_button)
    return date.fromordinal(ordinal)


async def _time_poll(context: Context, draft_id: int) -> Draft:
    draft = await draft_of(context, draft_id)
    if draft.kind is not Kind.TIME:
        raise Refusal(t.draft_gone)
    return draft
