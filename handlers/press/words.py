"""The sentences of press sheets: how a piece reads, and where it went."""

from collections.abc import Sequence
from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Texts, join, literal, short
from bot.identity import names
from handlers.press.rules import Kind
from handlers.press.store.pieces import Piece
from handlers.press.store.sheets import Sheet

t = Texts("press", Path(__file__).parent / "texts")

TITLE = 32  # letters of one, on a button
MOST_SHEETS = 8  # that are listed to somebody


def called(piece: Piece) -> Text:
    """In a few words."""
    if piece.kind is Kind.PICTURE:
        return t.picture_after(number=piece.number) if piece.after else t.picture_before(number=piece.number)
    return literal(short(piece.words, TITLE))


def card(piece: Piece) -> Text:
    return called(piece) if piece.kind is Kind.PICTURE else t.quoted(words=piece.words)


def credit(name: str) -> Text:
    return names.called(name) if name else t.a_neighbour


def went(sheets: Sequence[Sheet], clocks: Clocks) -> Text:
    """To whom and when, newest first."""
    lines = [_line(one, clocks) for one in sheets[:MOST_SHEETS]]
    return join(*lines)


def _line(sheet: Sheet, clocks: Clocks) -> Text:
    day = When(moment(sheet.made_at), clocks, "date")
    return t.went_to(date=day, whom=sheet.given_to) if sheet.given_to else t.went_somewhere(date=day)
