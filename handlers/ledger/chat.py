"""Who decided, a month a screen, for everybody."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.i18n.texts import join
from bot.outbox.message import Button
from handlers.ledger import rules, store
from handlers.ledger.words import chart, month_lines, month_named, t


@action(command="ledger")
async def ledger(context: Context) -> None:
    await _show(context, rules.month_of(context.now, context.place.clocks) - 1, Where.INSTEAD)


@action()
async def see(context: Context) -> None:
    """From a message that stays."""
    await _show(context, rules.month_of(context.now, context.place.clocks) - 1, Where.BELOW)


@action()
async def month(context: Context, number: int) -> None:
    await _show(context, number, Where.INSTEAD)


async def _show(context: Context, number: int, where: Where) -> None:
    """The newest one that is written, or that month."""
    newest = await store.months.newest(context.tx, context.place.id, 1)
    if not newest:
        await context.show(t.nothing_yet, where=where)
        return
    found = await store.months.find(context.tx, context.place.id, number) or newest[0]
    rows: list[list[Button]] = []
    for label, other in ((t.earlier, found.month - 1), (t.later, found.month + 1)):
        if await store.months.find(context.tx, context.place.id, other) is not None:
            rows.append([month.button(label, other)])
    against = await store.months.against(context.tx, found.id)
    text = join(t.head(month=month_named(found.month)), *month_lines(found, against), t.explain)
    await context.show(text, rows, chart(found), where=where)
