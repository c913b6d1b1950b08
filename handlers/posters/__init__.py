"""A poster for the shop's door: the place's QR code in three scripts, and what became of ideas last week."""

from bot.dialogue.feature import Feature
from handlers.posters import chat, making, operating

FEATURE = Feature(
    name="posters",
    sentence="Print a poster with the place's QR code and what became of ideas, or pass it on as a picture.",
    actions=(chat.poster, chat.as_picture),
    management_commands=(operating.POSTER,),
    makes={chat.PDF: making.pdf_for, chat.PICTURE: making.picture_for},
    menu=("poster",),
)
