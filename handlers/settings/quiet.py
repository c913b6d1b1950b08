"""One's own quiet hours: three to choose from, or typed."""

from bot.dialogue import wishes
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.i18n.texts import machine as m
from handlers.settings import chat, rules
from handlers.settings.rules import OFFERED, Hours, Quiet
from handlers.settings.words import quiet_line, t


@action()
async def quiet_hours(context: Context) -> None:
    mine = await wishes.wishes(context.tx, context.person.id)
    now = quiet_line(Hours(mine.quiet_from, mine.quiet_to), context.now, context.place)
    rows = [
        [choose_quiet.button(quiet_line(hours, context.now, context.place), quiet)]
        for quiet, hours in OFFERED.items()
    ]
    await context.ask(join(now, t.quiet), hear_quiet, rows=rows, back=chat.messages.button(m.back))


@action()
async def choose_quiet(context: Context, quiet: Quiet) -> None:
    await _keep(context, OFFERED[quiet])


@action()
async def hear_quiet(context: Context, heard: str) -> None:
    hours = rules.read_hours(heard, context.now, context.place.clocks)
    if hours is None:
        raise Refusal(t.quiet_unclear)
    await _keep(context, hours)


async def _keep(context: Context, hours: Hours) -> None:
    await wishes.choose_quiet(context.tx, context.person.id, hours.start, hours.end)
    context.toast(t.saved)
    await chat.settings(context)
