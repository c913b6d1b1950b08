"""A lead opens the data of the place, chooses what others may do with them, and closes them again."""

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import names
from bot.identity.roles import LEADS
from handlers.open_data import counting, store
from handlers.open_data.rules import Licence
from handlers.open_data.store.licences import Change
from handlers.open_data.words import licence_line, t

NAME_SHOWN = 30


@action(LEADS, command="opendata")
async def open_data(context: Context) -> None:
    licence, name = context.place.data_licence, context.place.name
    change = await store.licences.last_change(context.tx, context.place.id)
    record = [_line(context, change)] if change else []
    if licence is None:
        text = join(t.closed(place=name), t.open_data_is, *record)
        await context.show(text, [[choose.button(t.open_it)]], back=context.go(t.back, "tools"))
        return
    address = f"{context.links.page(context.place.code)}/data/"
    text = join(t.open(place=name, address=address), t.open_data_is, licence_line(Licence(licence)), *record)
    rows = [[choose.button(t.another_licence)], [close.button(t.close_it)]]
    await context.show(text, rows, back=context.go(t.back, "tools"))


@action(LEADS)
async def choose(context: Context) -> None:
    rows = [[open_as.button(t[f"choose-{one.value}"], one)] for one in Licence]
    await context.show(join(t.choose_licence, *map(licence_line, Licence)), rows, back=open_data.button(t.back))


@action(LEADS)
async def open_as(context: Context, licence: Licence) -> None:
    await _change(context, licence)
    await counting.count(context.notices)
    context.toast(t.now_open)
    await open_data(context)


@action(LEADS)
async def close(context: Context) -> None:
    await _change(context, None)
    context.toast(t.now_closed)
    await open_data(context)


async def _change(context: Context, licence: Licence | None) -> None:
    """Pressed twice, or by two leads at once, it stands on record once."""
    await context.tx.lock(f"open data of {context.place.id}")
    await context.refresh()
    if context.place.data_licence == licence:
        return
    await store.licences.change(context.tx, context.place.id, licence, context.person.id, context.now_ms)
    await context.refresh()


def _line(context: Context, change: Change) -> Text:
    when = When(moment(change.changed_at), context.place.clocks)
    if change.by is None:
        return t.changed_by_nobody(when=when)
    return t.changed_by(name=names.called(change.by, NAME_SHOWN), when=when)
