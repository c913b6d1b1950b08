"""Whose words or picture it is says yes or no, by her name or without, and may take it back at any time."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import consents
from bot.identity.consents import Purpose
from bot.outbox.message import Button, Stored
from handlers.press import asking, rules, store, withdrawing
from handlers.press.rules import Kind, Say, State
from handlers.press.store.pieces import Piece
from handlers.press.words import called, card, credit, t, went

MOST_OWN = 60


@action()
async def may(context: Context, piece_id: int, say: Say, read: str) -> None:
    """`read` marks what she was asked, with the name she has: what is other by now is asked anew."""
    await context.tx.lock(f"press {context.place.id}")
    one = await _own_piece(context, piece_id)
    if say is Say.NO:
        await _no(context, one)
        return
    if await consents.refusers(context.tx, Purpose.PRESS, [context.person.id]):
        raise Refusal(t.no_to_newspapers)
    if not one.stands:
        raise Refusal(t.yours_changed)
    if read != rules.mark(one.words, one.media_id, context.person.name):
        context.toast(t.changed_meanwhile)
        await _ask(context, one)
        return
    name = context.person.name if say is Say.NAMED and rules.nameable(context.person.name) else ""
    await store.pieces.say(context.tx, one.id, State.YES, name, context.now_ms)
    await _thank(context, t.thank_yes(who=credit(name)), [[take_back.button(t.take_back, one.id)]])


@action(command="mypress")
async def mine(context: Context) -> None:
    await all_mine(context, 0)


@action()
async def all_mine(context: Context, page: int) -> None:
    there = await store.pieces.of_person(context.tx, context.place.id, context.person.id, MOST_OWN)
    choices = [own.button(t[f"mine-{one.state.value.replace('_', '-')}"](what=called(one)), one.id) for one in there]
    rows = paged(choices, page, all_mine.button(t.more, max(page, 0) + 1))
    await context.show(t.mine_title if there else t.mine_none, rows, back=context.go(t.back, "privacy"))


@action()
async def own(context: Context, piece_id: int) -> None:
    """What she said yes to and where it went, or the question once more."""
    one = await _own_piece(context, piece_id)
    if one.state is not State.YES:
        await _ask(context, one)
        return
    sheets = await store.sheets.with_piece(context.tx, one.id)
    where = t.is_in_sheets(where=went(sheets, context.place.clocks)) if sheets else t.in_no_sheet
    parts = [card(one), t.said_yes(who=credit(one.name)), where, *([] if one.stands else [t.yours_changed])]
    shown = Stored(one.media_id or 0) if one.kind is Kind.PICTURE and one.stands else None
    rows = [[take_back.button(t.take_back, one.id)]]
    await context.show(join(*parts, separator="\n\n"), rows, shown, back=mine.button(t.back))


@action()
async def take_back(context: Context, piece_id: int) -> None:
    await context.tx.lock(f"press {context.place.id}")
    await _no(context, await _own_piece(context, piece_id))


async def _no(context: Context, one: Piece) -> None:
    """After a yes that is taking it back; pressed twice it is said once."""
    if one.state is State.YES:
        sheets = await withdrawing.take_back(context.notices, one)
        where = went(sheets, context.place.clocks)
        await _thank(context, t.taken_back_given(where=where) if sheets else t.taken_back, [])
        return
    if one.state is not State.TAKEN_BACK:
        await store.pieces.say(context.tx, one.id, State.NO, "", context.now_ms)
    await _thank(context, t.thank_no, [])


async def _thank(context: Context, text: Text, rows: list[list[Button]]) -> None:
    """And the next question to her, if one waits."""
    await context.say(text, [*rows, [mine.button(t.all_of_mine)]])
    await asking.tell_next(context.notices, context.person.id)


async def _ask(context: Context, one: Piece) -> None:
    if not one.stands:
        raise Refusal(t.yours_changed)
    text, rows, picture = asking.question(one, context.place.name, context.person.name)
    await context.show(text, rows, picture, back=mine.button(t.back))


async def _own_piece(context: Context, piece_id: int) -> Piece:
    one = await store.pieces.find(context.tx, context.place.id, piece_id)
    if one is None or one.person_id != context.person.id:
        raise Refusal(t.not_yours)
    return one
