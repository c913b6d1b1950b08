"""Who held a picture back or let it through, and which pictures are held."""

from bot.dialogue.people import People
from bot.identity.columns import Fate, PersonColumn, PictureColumn

PEOPLE = People(
    columns=(
        PersonColumn("held_pictures", "held_by", Fate.CLEAR, export=False, key="media_id"),
        PersonColumn("held_pictures", "released_by", Fate.CLEAR, export=False, key="media_id"),
    ),
    pictures=(PictureColumn("held_pictures", hash="hash"), PictureColumn("pictures_out_of_reach")),
)
