"""Twins that only the team may see, of late photos and of ideas that wait: named on a card, offered to be joined."""

from bot.database.db import Tx
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from handlers.ideas import store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t

MOST = 2  # lines on a card, and ideas to join with


async def note(notices: Notices, media_id: int) -> None:
    """A draft is left alone: its author is still to be asked about look-alikes."""
    idea_id = await store.lookalikes.idea_of_photo(notices.tx, media_id)
    if idea_id is None:
        return
    idea = await store.ideas.find(notices.tx, notices.place.id, idea_id)
    if idea is None or (idea.status is not Status.NEW and not idea.public):
        return
    await store.lookalikes.note_twins(notices.tx, idea.id, await store.lookalikes.photo_twins(notices.tx, idea))


async def to_join(tx: Tx, idea: Idea) -> list[Idea]:
    """What may say the same, and its author has not seen: for whoever is about to publish it."""
    alike = await store.lookalikes.look_alikes_for_team(tx, idea, MOST)
    return await store.lookalikes.unseen_by_author(tx, idea, alike)


async def lines(tx: Tx, idea: Idea) -> list[Text]:
    """For the team's card."""
    return [t.may_be_same(number=number) for number in await store.lookalikes.noted_twins(tx, idea.id, MOST)]
