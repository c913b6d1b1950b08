"""A how-to card as whoever has the task reads and hears it, and the list of them."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.experts import store
from handlers.experts.howto import making
from handlers.experts.store.howtos import Card
from handlers.experts.words import t
from handlers.tasks.rules import Work
from handlers.tasks.store.dates import Date
from handlers.tasks.words import t as tasks

experts = Ahead[[]]("experts.experts")


@action()
async def howtos(context: Context, page: int) -> None:
    """The team sees the kinds that have none, too."""
    known = {one.work for one in await store.howtos.listed(context.tx, context.place.id)}
    choices = [howto.button(tasks[f"work-{one.value}"], one) for one in Work if one in known]
    if context.may(TEAM):
        choices += [
            making.write_card.button(t.howto_missing(work=tasks[f"work-{one.value}"]), one)
            for one in Work
            if one not in known
        ]
    rows = paged(choices, page, howtos.button(t.more, max(page, 0) + 1))
    await context.show(t.howtos if known else t.no_howtos, rows, back=experts.button(t.back))


@action()
async def howto(context: Context, work: Work) -> None:
    await _show(context, work, Where.INSTEAD)


@action()
async def howto_below(context: Context, work: Work) -> None:
    """From the card of a task."""
    await _show(context, work, Where.BELOW)


@action()
async def read_it(context: Context, work: Work) -> None:
    card = await _card(context, work)
    await store.howtos.note_read(context.tx, card.id, context.person.id, context.now_ms)
    context.toast(t.toast_read)


@action()
async def hear_it(context: Context, work: Work) -> None:
    card = await _card(context, work)
    if card.voice is None:
        raise Refusal(t.no_voice_yet)
    await context.send_voice(card.voice)


async def on_claim(context: Context, date: Date) -> None:
    """Below the thanks, with her first task of the kind, once."""
    card = await store.howtos.of_work(context.tx, context.place.id, date.work)
    if card is None or not await store.howtos.note_shown(context.tx, card.id, context.person.id, context.now_ms):
        return
    text = t.howto_first(work=tasks[f"work-{card.work.value}"], words=card.words)
    await context.say(text, _rows(card), _picture(card), where=Where.ASIDE)


async def way(context: Context, date: Date) -> Button | None:
    """On the card of a task of the kind."""
    card = await store.howtos.of_work(context.tx, context.place.id, date.work)
    return howto_below.button(t.howto_button, card.work) if card is not None else None


async def _show(context: Context, work: Work, where: Where) -> None:
    card = await _card(context, work)
    rows = _rows(card)
    if context.may(TEAM):
        rows.append([making.change.button(t.howto_change, card.work)])
    text = t.howto(work=tasks[f"work-{card.work.value}"], words=card.words)
    await context.show(text, rows, picture=_picture(card), back=howtos.button(t.back, 0), where=where)


def _rows(card: Card) -> list[list[Button]]:
    rows = [[hear_it.button(t.listen, card.work)]] if card.voice is not None else []
    return [*rows, [read_it.button(t.i_read_it, card.work)]]


def _picture(card: Card) -> Stored | None:
    return Stored(card.picture) if card.picture is not None else None


async def _card(context: Context, work: Work) -> Card:
    card = await store.howtos.of_work(context.tx, context.place.id, work)
    if card is None:
        raise Refusal(t.no_such_howto)
    return card
