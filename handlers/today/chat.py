"""/today: one list of what waits for whoever asks, and the way to each of it."""

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import BESIDE_MORE
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.today import gathering, sharing
from handlers.today.source import Waiting
from handlers.today.words import mark_lines, t


@action(command="today")
async def today(context: Context) -> None:
    await page(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    """What waits longest first; what was done has left by the next look."""
    waiting = await gathering.gather(context)
    if not waiting:
        await context.show(t.nothing, _otherwise(context))
        return
    number = max(number, 0) if max(number, 0) * BESIDE_MORE < len(waiting) else 0
    rest = waiting[number * BESIDE_MORE :]
    shown = rest if len(rest) <= BESIDE_MORE + 1 else rest[:BESIDE_MORE]
    rows = [[one.button, _aside(one)] for one in shown]
    if len(rest) > len(shown):
        rows.append([page.button(t.more, number + 1)])
    marks = await gathering.marks(context)
    lines = [join(_line(context, one), *mark_lines(marks.get(one.subject)), separator="\n") for one in shown]
    await context.show(join(t.waiting(count=len(waiting)), *lines), rows)


def _line(context: Context, one: Waiting) -> Text:
    days = (context.now - moment(one.since)).days
    return t.line(what=one.text, days=days)


def _aside(one: Waiting) -> Button:
    kind, _, number = one.subject.rpartition(":")
    return sharing.aside.button(t.beside, kind, int(number))


def _otherwise(context: Context) -> list[list[Button]]:
    if context.may(TEAM):
        return [[context.go(t.go_desk, "desk")], [context.go(t.go_ideas, "ideas")]]
    return [[context.go(t.go_ideas, "ideas")]]
