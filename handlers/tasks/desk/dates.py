"""A date of a task gets another time, or is called off."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import clean, fits
from bot.i18n.texts import machine as m
from bot.identity.roles import TEAM
from handlers.tasks import cards, rules, store, telling
from handlers.tasks.making import timing
from handlers.tasks.rules import Kind
from handlers.tasks.store.dates import Date
from handlers.tasks.words import t, when

look_after = Ahead[[int, int]]("tasks.look_after")


@action(TEAM)
async def move(context: Context, date_id: int) -> None:
    date = await _ahead(context, date_id)
    asked = t.move_when(task=cards.title(date), when=when(date, context.place.clocks))
    await context.ask(asked, hear_move, date.id, back=look_after.button(t.back, date.id, 0))


@action(TEAM)
async def hear_move(context: Context, date_id: int, words: str) -> None:
    date = await _ahead(context, date_id)
    found = timing.read_when(context, words, date.kind)
    if not found:
        raise Refusal(t.when_unclear)
    if len(found) > 1:
        rows = [[move_to.button(timing.shown(context, *one), date.id, *_minutes(*one))] for one in found[:2]]
        await context.ask(t.which_one, hear_move, date.id, rows=rows)
        return
    await move_to(context, date_id, *_minutes(*found[0]))


def _minutes(starts_at: int, lasts: int) -> tuple[int, int]:
    return starts_at // timing.MINUTE, lasts // timing.MINUTE


@action(TEAM)
async def move_to(context: Context, date_id: int, minutes: int, lasts: int) -> None:
    """`minutes` since 1970, and how many it lasts. Whoever does it is asked again, at once."""
    date = await _ahead(context, date_id)
    starts_at, length = minutes * timing.MINUTE, lasts * timing.MINUTE
    if not timing.allowed(context, starts_at, length):
        raise Refusal(t.when_past)
    if await store.dates.taken_by_another(context.tx, date, starts_at):
        raise Refusal(t.date_is_there)
    people = 0
    if (starts_at, starts_at + length) != (date.starts_at, date.ends_at):
        near = milliseconds(context.now + rules.SHORT_BEFORE)
        await store.dates.move(context.tx, date.id, starts_at, length, near)
        people = await telling.moved(context.notices, await cards.known(context, date.id))
    date = await cards.known(context, date.id)
    said = t.move_noted(task=cards.title(date), when=when(date, context.place.clocks), people=people)
    await context.say(said, cards.see_rows(date))


@action(TEAM)
async def call_off(context: Context, date_id: int) -> None:
    date = await _ahead(context, date_id)
    asked = t.why_off(task=cards.title(date), people=date.taken)
    await context.ask(asked, hear_off, date.id, back=look_after.button(t.back, date.id, 0))


@action(TEAM)
async def hear_off(context: Context, date_id: int, words: str) -> None:
    """Of a standing task this date only; that it ends is another button."""
    date = await _ahead(context, date_id)
    reason = " ".join(clean(words).split())
    if not reason or not fits(reason, rules.LONGEST_REASON):
        raise Refusal(m.too_long(limit=rules.LONGEST_REASON) if reason else m.expected_words)
    await store.dates.cancel(context.tx, date.id, reason, context.now_ms)
    people = await telling.called_off(context.notices, date, reason, context.person.id)
    rows = [[end_all.button(t.end_all, date.task_id)]] if date.kind is Kind.STANDING else []
    await context.say(t.off_noted(task=cards.title(date), people=people), rows)


@action(TEAM)
async def end_all(context: Context, task_id: int) -> None:
    """The whole standing task: whoever has a date to come hears it."""
    await cards.hold(context.notices, task_id)
    task = await store.tasks.find(context.tx, context.place.id, task_id)
    if task is None:
        raise Refusal(t.no_such_task)
    ahead = await store.dates.of_task(context.tx, context.place.id, task.id, context.now_ms)
    for one in ahead:
        if one.starts_at > context.now_ms and one.stands:
            await telling.called_off(context.notices, one, "", context.person.id)
            await store.dates.cancel(context.tx, one.id, "", context.now_ms)
    await store.tasks.end(context.tx, task.id)
    await context.say(t.ended(title=task.title))


async def _ahead(context: Context, date_id: int) -> Date:
    date = await cards.held(context, date_id)
    if not date.stands:
        raise Refusal(t.is_off)
    if cards.over(context, date):
        raise Refusal(t.is_over)
    return date
