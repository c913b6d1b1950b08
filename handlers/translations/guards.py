"""Of which idea, into which languages: what every screen here asks first."""

from collections.abc import Iterable

from bot.database.db import Tx
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.identity import people, personal_data
from bot.identity.places import Place
from bot.outbox.message import Button
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea
from handlers.translations import rules
from handlers.translations.words import t


async def check_on_board(context: Context, idea_id: int) -> Idea:
    """Refuses what is not on this place's board, or not any more."""
    idea = await ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or not idea.public:
        raise Refusal(t.not_on_board)
    return idea


async def targets(tx: Tx, place: Place, idea: Idea) -> tuple[str, ...]:
    """The languages of the place that it is not written in; none while it has no words."""
    if not idea.words.strip():
        return ()
    author = await people.person(tx, idea.person_id)
    return rules.targets(place.languages, rules.source(idea.words, author.language))


async def check_target(context: Context, idea: Idea, language: str) -> str:
    if language not in await targets(context.tx, context.place, idea):
        raise Refusal(t.not_in_this)
    return language


async def forget_voices(notices: Notices, media_ids: Iterable[int | None]) -> None:
    """The files of what nobody can hear any more."""
    found = [one for one in media_ids if one is not None]
    await personal_data.forget_pictures(notices.tx, notices.town.picture_columns, found)


def to_card(idea_id: int) -> Button:
    """In the place of a screen; beneath what stays it is `see`."""
    return Button(t.back, f"ideas.back_to_card:{idea_id}")


def see(idea_id: int) -> Button:
    return Button(t.see, f"ideas.card:{idea_id}")
