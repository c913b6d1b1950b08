"""Asked once, where others would first read it: what she is called. No journey waits for the answer."""

from bot import names, people
from bot.actions import Button, Rows
from bot.context import Context
from bot.texts import Text, join
from bot.texts import machine as m


async def asked_with(context: Context, receipt: Text, rows: Rows) -> tuple[Text, Rows]:
    """The receipt, and with it the question where nobody has put it yet."""
    button = await _first_time(context)
    return (join(receipt, _question(context)), [*rows, [button]]) if button else (receipt, rows)


async def ask_aside(context: Context) -> None:
    """The same where there is no receipt: below what is there, which stays."""
    button = await _first_time(context)
    if button:
        await context.answer_aside(_question(context), [[button]])


async def _first_time(context: Context) -> Button | None:
    asks = context.notices.town.asks_name
    if asks is None or not names.is_made_up(context.person.name):
        return None
    first = await people.note_name_asked(context.tx, context.person.id, context.now_ms)
    return asks.button(m.tell_my_name) if first else None


def _question(context: Context) -> Text:
    return m.name_asked(name=context.called)
