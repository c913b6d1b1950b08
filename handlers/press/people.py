"""What becomes of quotes and pictures when somebody leaves, or two doors become one person."""

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn, PictureColumn
from handlers.press import store, withdrawing


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """She is in no sheet any more; the team hears of those that were given out, and not who it was."""
    await notices.tx.lock(f"press {notices.place.id}")
    for piece in await store.pieces.given_of(notices.tx, notices.place.id, leaving.person_id):
        await withdrawing.take_back(notices, piece)


PEOPLE = People(
    columns=(
        PersonColumn("press_pieces"),
        PersonColumn("press_pieces", "asked_by", Fate.CLEAR, export=False),
        PersonColumn("press_words", "written_by", Fate.CLEAR, export=False, key="place_id"),
        PersonColumn("press_sheets", "made_by", Fate.CLEAR, export=False),
    ),
    pictures=(PictureColumn("press_pieces"),),
    forgets=forgets,
)
