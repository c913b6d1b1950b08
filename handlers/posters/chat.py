"""Asking for the poster: as a file to print, and as a picture for a chat."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.i18n.texts import Text, join
from bot.identity.roles import SHOPKEEPERS, TEAM
from bot.outbox.message import Document, Made
from handlers.posters.words import t

PDF, PICTURE = "posters.pdf", "posters.picture"


@action(TEAM | SHOPKEEPERS, command="poster")
async def poster(context: Context) -> None:
    document = Document(f"poster-{context.place.code}.pdf", _made(context, PDF))
    await context.say(_with_warning(context, t.here), [[as_picture.button(t.as_picture)]], document)


@action(TEAM | SHOPKEEPERS)
async def as_picture(context: Context) -> None:
    words = _with_warning(context, t.picture_here)
    await context.say(words, picture=_made(context, PICTURE), where=Where.BELOW)


def _made(context: Context, maker: str) -> Made:
    return Made(maker, str(context.place.id), t.not_made)


def _with_warning(context: Context, words: Text) -> Text:
    """A code that only this machine can open must not be printed a hundred times."""
    words = words(place=context.place.name)
    return join(words, t.only_here) if context.links.only_here else words
