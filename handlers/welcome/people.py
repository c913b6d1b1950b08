"""Who asked a human being what, and who answered."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn, PictureColumn

PEOPLE = People(
    columns=(
        PersonColumn("human_questions"),
        PersonColumn("human_questions", "answered_by", Fate.CLEAR),
    ),
    pictures=(PictureColumn("human_questions", keeps_row=True),),
)
