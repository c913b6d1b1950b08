"""Pausing everything with one tap, until one says so, or until a day."""

from datetime import datetime, time, timedelta

from bot.dialogue import wishes
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.i18n.texts import machine as m
from bot.i18n.times import Ambiguous, Understood, understand
from handlers.settings import chat, rules
from handlers.settings.words import pause_line, t

LONGEST = timedelta(days=370)
MORNING = time(9, 30)  # when a day was typed without a time


@action()
async def pause(context: Context) -> None:
    await _pause(context, wishes.UNTIL_SHE_SAYS_SO)


@action()
async def pause_for(context: Context, days: int) -> None:
    if days not in (rules.WEEK, rules.MONTH):
        raise Refusal(m.old_button)
    await _pause(context, context.now + timedelta(days=days))


@action()
async def hear_until(context: Context, heard: str) -> None:
    until = _read_day(context, heard)
    if until is None or not context.now < until < context.now + LONGEST:
        raise Refusal(t.day_unclear)
    await _pause(context, until)


@action()
async def end_pause(context: Context) -> None:
    await wishes.end_pause(context.tx, context.person.id, context.now)
    context.toast(t.pause_over)
    await chat.settings(context)


async def _pause(context: Context, until: datetime) -> None:
    await wishes.pause(context.tx, context.person.id, until, context.now)
    mine = await wishes.wishes(context.tx, context.person.id)
    rows = [
        [end_pause.button(t.end_pause)],
        [pause_for.button(t.pause_week, rules.WEEK), pause_for.button(t.pause_month, rules.MONTH)],
    ]
    text = join(pause_line(mine, context.now, context.place), t.paused)
    await context.ask(text, hear_until, rows=rows, back=chat.settings.button(m.back))


def _read_day(context: Context, heard: str) -> datetime | None:
    """The moment that was said, or the morning of the day that was said."""
    said = _read(context, heard)
    if said is not None:
        return said
    zone = context.place.clocks.first_shown
    # Where no day was said, the first minute of a day is tomorrow and the last one is still today.
    found = [_read(context, f"{heard} {clock}") for clock in ("00:01", "23:59")]
    days = {at.astimezone(zone).date() for at in found if at is not None}
    return datetime.combine(days.pop(), MORNING, zone) if len(days) == 1 else None


def _read(context: Context, words: str) -> datetime | None:
    match understand(words, context.now, context.place.clocks, context.language):
        case Understood(at):
            return at
        case Ambiguous(candidates):
            return candidates[-1]
    return None
