"""Ten minutes at the door, one question at a time; whoever stops half-way goes on where she was, that day."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.notices import Screen
from bot.errors import Refusal
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.busy import rules, store
from handlers.busy.rules import READERS, Weather
from handlers.busy.store.counts import Count
from handlers.busy.words import count_line, t

busy = Ahead[[]]("busy.busy")


@action(READERS)
async def count(context: Context) -> None:
    """Goes on with her draft, or begins."""
    await context.tx.lock(f"busy {context.place.id}")
    since = milliseconds(context.now - rules.DRAFT_KEPT)
    draft = await store.counts.find_draft(context.tx, context.place.id, context.person.id, since)
    if draft is not None:
        await _next_question(context, draft)
        return
    week = rules.week_of(context.now, context.place.clocks)
    if len(await store.counts.finished(context.tx, context.place.id, week)) >= rules.MOST_COUNTS:
        raise Refusal(t.enough_counts(most=rules.MOST_COUNTS))
    await store.counts.throw_away(context.tx, context.place.id, context.person.id)
    count_id = await store.counts.begin(context.tx, context.place.id, week, context.person.id, context.now_ms)
    await _next_question(context, await _mine(context, count_id))


@action(READERS)
async def begin_anew(context: Context) -> None:
    await context.tx.lock(f"busy {context.place.id}")
    await store.counts.throw_away(context.tx, context.place.id, context.person.id)
    await count(context)


@action(READERS)
async def hear_passing(context: Context, count_id: int, words: str) -> None:
    draft = await _mine(context, count_id)
    await store.counts.set_passing(context.tx, draft.id, _number(words))
    await _next_question(context, await _mine(context, count_id))


@action(READERS)
async def hear_staying(context: Context, count_id: int, words: str) -> None:
    draft = await _mine(context, count_id)
    await store.counts.set_staying(context.tx, draft.id, _number(words))
    await _next_question(context, await _mine(context, count_id))


@action(READERS)
async def hear_children(context: Context, count_id: int, words: str) -> None:
    draft = await _mine(context, count_id)
    children = _number(words)
    if children > (draft.passing or 0) + (draft.staying or 0):
        raise Refusal(t.more_children_than_people)
    await store.counts.set_children(context.tx, draft.id, children)
    await _next_question(context, await _mine(context, count_id))


@action(READERS)
async def set_weather(context: Context, count_id: int, weather: Weather) -> None:
    found = await store.counts.find(context.tx, context.place.id, count_id, context.person.id)
    if found is None:
        raise Refusal(t.no_such_count)
    await store.counts.finish(context.tx, found.id, weather)
    done = await store.counts.find(context.tx, context.place.id, count_id, context.person.id)
    if done is None or done.weather is None:
        raise Refusal(t.no_such_count)
    await context.show(t.count_noted(line=count_line(done)), [[busy.button(t.see_curve)]])


async def _next_question(context: Context, draft: Count) -> None:
    if draft.passing is None:
        await _ask(context, t.ask_passing, hear_passing, draft)
    elif draft.staying is None:
        await _ask(context, t.ask_staying(passing=draft.passing), hear_staying, draft)
    elif draft.children is None:
        await _ask(context, t.ask_children, hear_children, draft)
    else:
        rows = [[set_weather.button(t[f"weather-{one.value}"], draft.id, one)] for one in Weather]
        await context.show(t.ask_weather, rows, back=busy.button(t.back))


async def _ask(context: Context, text: Text, hear: Screen, draft: Count) -> None:
    rows: list[list[Button]] = [] if draft.passing is None else [[begin_anew.button(t.begin_anew)]]
    await context.ask(text, hear, draft.id, rows=rows, back=busy.button(t.back))


async def _mine(context: Context, count_id: int) -> Count:
    """Her own, while it is a draft."""
    found = await store.counts.find(context.tx, context.place.id, count_id, context.person.id)
    if found is None or found.weather is not None:
        raise Refusal(t.no_such_count)
    return found


def _number(words: str) -> int:
    found = rules.read_number(words, rules.MOST_COUNTED)
    if found is None:
        raise Refusal(t.not_a_number(most=rules.MOST_COUNTED))
    return found
