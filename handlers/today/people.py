"""What becomes of the day's list when somebody leaves, or two doors become one person."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn

PEOPLE = People(
    columns=(
        PersonColumn("today_marks", "given_to", Fate.CLEAR, export=False),
        PersonColumn("today_marks", "note_by", Fate.CLEAR, words=("note",)),
        PersonColumn("today_later", export=False, once_per=("place_id", "subject"), newest="until"),
    )
)
