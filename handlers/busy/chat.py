"""The owner tells how a week was, in one tap; the curve is for her and the team alone."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import SHOPKEEPERS
from bot.outbox.message import Button
from handlers.busy import rules, store
from handlers.busy.counting import count
from handlers.busy.rules import READERS, How
from handlers.busy.words import counts_line, curve, t, told_line, week_named


@action(READERS, command="busy")
async def busy(context: Context) -> None:
    await _show_curve(context, Where.INSTEAD)


@action(READERS)
async def see(context: Context) -> None:
    """From a message that stays."""
    await _show_curve(context, Where.BELOW)


@action(SHOPKEEPERS)
async def ask(context: Context, week: int) -> None:
    _check_week(context, week)
    told = await store.weeks.find(context.tx, context.place.id, week)
    text = t.how_was(week=week_named(week, context.place.clocks))
    if told is not None:
        text = join(text, t.you_said(said=told_line(told)))
    rows = [[say.button(t[f"say-{how.value}"], week, how)] for how in How]
    await context.show(text, rows, back=busy.button(t.back))


@action(SHOPKEEPERS)
async def say(context: Context, week: int, how: How) -> None:
    await _tell(context, week, how)
    await _show_told(context, week)


@action(SHOPKEEPERS)
async def number(context: Context, week: int) -> None:
    """From a digest or a screen: whichever it is stays."""
    _check_week(context, week)
    told = await store.weeks.find(context.tx, context.place.id, week)
    rows = [[no_number.button(t.no_number, week)]] if told is not None and told.came is not None else []
    question = t.how_many(week=week_named(week, context.place.clocks))
    await context.ask(question, hear_number, week, rows=rows, where=Where.BELOW)


@action(SHOPKEEPERS)
async def hear_number(context: Context, week: int, words: str) -> None:
    _check_week(context, week)
    came = rules.read_number(words, rules.MOST_CAME)
    if came is None:
        raise Refusal(t.not_a_number(most=rules.MOST_CAME))
    await _set_number(context, week, came)


@action(SHOPKEEPERS)
async def no_number(context: Context, week: int) -> None:
    _check_week(context, week)
    await _set_number(context, week, None)


async def hears(context: Context, week: int, value: str) -> Text:
    """What was pressed in a digest."""
    if not context.may(SHOPKEEPERS) or value not in tuple(How):
        raise Refusal(t.too_late)
    how = How(value)
    await _tell(context, week, how)
    return t[f"toast-{how.value}"]


async def _tell(context: Context, week: int, how: How) -> None:
    _check_week(context, week)
    await context.tx.lock(f"busy {context.place.id}")
    await store.weeks.tell(context.tx, context.place.id, week, how, context.person.id, context.now_ms)


async def _set_number(context: Context, week: int, came: int | None) -> None:
    await context.tx.lock(f"busy {context.place.id}")
    if await store.weeks.find(context.tx, context.place.id, week) is None:
        raise Refusal(t.tap_first)
    await store.weeks.set_number(context.tx, context.place.id, week, came, context.now_ms)
    await _show_told(context, week)


async def _show_told(context: Context, week: int) -> None:
    told = await store.weeks.find(context.tx, context.place.id, week)
    if told is None:
        raise Refusal(t.tap_first)
    text = t.noted(week=week_named(week, context.place.clocks), said=told_line(told))
    rows = [
        [number.button(t.add_number if told.came is None else t.change_number, week)],
        [count.button(t.ten_minutes)],
        [busy.button(t.see_curve)],
    ]
    await context.show(text, rows)


async def _show_curve(context: Context, where: Where) -> None:
    """With the last week to tell, where it is hers."""
    this_week = rules.week_of(context.now, context.place.clocks)
    told = await store.weeks.since(context.tx, context.place.id, this_week - 52)
    counts = await store.counts.finished(context.tx, context.place.id, this_week - rules.WINDOW)
    rows: list[list[Button]] = []
    if context.may(SHOPKEEPERS):
        last = this_week - 1
        known = any(one.week == last for one in told)
        rows.append([ask.button(t.change_last_week if known else t.tell_last_week, last)])
    rows.append([count.button(t.ten_minutes)])
    if not told:
        await context.show(join(t.nothing_yet, *counts_line(counts)), rows, where=where)
        return
    newest = t.newest(week=week_named(told[-1].week, context.place.clocks), said=told_line(told[-1]))
    text = join(t.curve(count=len(told)), newest, *counts_line(counts), t.only_you)
    await context.show(text, rows, curve(told, context.place.clocks), where=where)


def _check_week(context: Context, week: int) -> None:
    if not rules.may_be_told(week, context.now, context.place.clocks):
        raise Refusal(t.too_late)
