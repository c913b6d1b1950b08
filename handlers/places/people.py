"""Who changed what of a place, and the pictures of its spots."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn, PictureColumn

PEOPLE = People(
    columns=(PersonColumn("place_changes", fate=Fate.CLEAR),),
    pictures=(PictureColumn("spots", keeps_row=True),),
)
