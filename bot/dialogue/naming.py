"""Asked once, where others would first read it: what she is called. No journey waits for the answer."""

from collections.abc import Sequence

from bot.dialogue.context import Context
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.identity import names, people
from bot.outbox.message import Button


async def asked_with(
    context: Context, receipt: Text, rows: Sequence[Sequence[Button]]
) -> tuple[Text, list[list[Button]]]:
    """The receipt or the card, and with it the question where nobody has put it yet."""
    below = [list(row) for row in rows]
    button = await _first_time(context)
    if button is None:
        return receipt, below
    return join(receipt, m.name_asked(name=context.called)), [*below, [button]]


async def _first_time(context: Context) -> Button | None:
    asks = context.town.asks_name
    if asks is None or not names.is_made_up(context.person.name):
        return None
    first = await people.note_name_asked(context.tx, context.person.id, context.now_ms)
    return Button(m.tell_my_name, asks.partial_address()) if first else None
