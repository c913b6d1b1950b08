"""Puts the questions to people, each one at a time and through her own door; who does not answer has said no."""

from bot.clock import milliseconds
from bot.dialogue.ahead import Ahead
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity import people
from bot.outbox.message import Button, Picture, Stored
from handlers.press import rules, store, withdrawing
from handlers.press.rules import Kind, Say
from handlers.press.store.pieces import Piece
from handlers.press.words import card, t, went

may = Ahead[[int, Say, str]]("press.may")


def question(piece: Piece, place: str, name: str) -> tuple[Text, list[list[Button]], Picture | None]:
    """What she reads and may press; `name` is hers at this moment."""
    mark = rules.mark(piece.words, piece.media_id, name)
    named = [[may.button(t.yes_named(name=name), piece.id, Say.NAMED, mark)]] if rules.nameable(name) else []
    rows = [
        *named,
        [may.button(t.yes_neighbour, piece.id, Say.NEIGHBOUR, mark)],
        [may.button(t.say_no, piece.id, Say.NO, mark)],
    ]
    if piece.kind is Kind.PICTURE:
        return t.ask_picture(place=place), rows, Stored(piece.media_id or 0)
    return join(t.ask_quote(place=place), card(piece), t.ask_terms, separator="\n\n"), rows, None


async def tell_next(notices: Notices, person_id: int) -> bool:
    """The next question to her, unless one lies before her. It can wait for her weekly news."""
    piece = await store.pieces.next_to_tell(notices.tx, notices.place.id, person_id)
    if piece is None:
        return False
    person = await people.person(notices.tx, person_id)
    await store.pieces.note_told(notices.tx, piece.id, notices.now_ms)
    text, rows, picture = question(piece, notices.place.name, person.name)
    await notices.tell_news(person_id, text, rows, picture)
    return True


async def run(notices: Notices) -> None:
    tx, place_id = notices.tx, notices.place.id
    await tx.lock(f"press {place_id}")
    await store.pieces.fall_silent(tx, place_id, milliseconds(notices.now - rules.SILENT_AFTER))
    for piece in await store.pieces.withdrawn_elsewhere(tx, place_id):
        sheets = await withdrawing.take_back(notices, piece)
        if sheets:
            await notices.answer(piece.person_id, t.taken_back_given(where=went(sheets, notices.place.clocks)))
    for person_id in await store.pieces.not_asked_yet(tx, place_id):
        await tell_next(notices, person_id)


JOBS = (Job("press", run, seconds=60, anything_due=store.pieces.anything_to_do),)
