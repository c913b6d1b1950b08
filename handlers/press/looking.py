"""What the team asked for and how it stands; it may leave out what somebody agreed to, never the other way round."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Stored
from handlers.press import rules, store
from handlers.press.choosing import found
from handlers.press.rules import Kind, State
from handlers.press.store.pieces import Piece
from handlers.press.words import called, card, credit, t


@action(TEAM)
async def asked(context: Context, page: int) -> None:
    there = await store.pieces.listed(context.tx, context.place.id, rules.MOST_LISTED)
    choices = [piece.button(t[f"entry-{_stands(one)}"](what=called(one)), one.id) for one in there]
    rows = paged(choices, page, asked.button(t.more, max(page, 0) + 1))
    await context.show(t.asked_title if there else t.nobody_asked, rows, back=found.button(t.back))


@action(TEAM)
async def piece(context: Context, piece_id: int) -> None:
    one = await _known(context, piece_id)
    rows = []
    if one.state is State.YES and one.stands:
        label = t.put_in if one.left_out else t.leave_out
        rows = [[use.button(label, one.id, 0 if one.left_out else 1)]]
    # What she did not give, or took back, is shown to nobody here.
    shows = one.kind is Kind.PICTURE and one.stands and one.state is State.YES
    shown = Stored(one.media_id or 0) if shows else None
    await context.show(join(card(one), _said(one), separator="\n\n"), rows, shown, back=asked.button(t.back, 0))


@action(TEAM)
async def use(context: Context, piece_id: int, left_out: int) -> None:
    await context.tx.lock(f"press {context.place.id}")
    one = await _known(context, piece_id)
    await store.pieces.leave_out(context.tx, one.id, int(bool(left_out)))
    await piece(context, one.id)


async def _known(context: Context, piece_id: int) -> Piece:
    one = await store.pieces.find(context.tx, context.place.id, piece_id)
    if one is None:
        raise Refusal(t.piece_gone)
    return one


def _stands(one: Piece) -> str:
    if one.state is State.YES and not one.stands:
        return "changed"
    if one.state is State.YES and one.left_out:
        return "left-out"
    return one.state.value.replace("_", "-")


def _said(one: Piece) -> Text:
    stands = _stands(one)
    return t.said_yes(who=credit(one.name)) if stands == "yes" else t[f"said-{stands}"]
