"""Twins that only the team may see, of late photos and of ideas that wait: named on a card, offered to be joined."""

from bot.database.db import Tx
from bot.dialogue.context import Notices
from bot.i18n.texts import Text
from handlers.ideas import alike_store, store
from handlers.ideas.cards import t
from handlers.ideas.rules import Status
from handlers.ideas.store import Idea

MOST = 2  # lines on a card, and ideas to join with


async def note(notices: Notices, media_id: int) -> None:
    """A draft is left alone: its author is still to be asked about look-alikes."""
    idea_id = await alike_store.idea_of_photo(notices.tx, media_id)
    if idea_id is None:
        return
    idea = await store.find(notices.tx, notices.place.id, idea_id)
    if idea is None or (idea.status is not Status.NEW and not idea.public):
        return
    await alike_store.note_twins(notices.tx, idea.id, await alike_store.photo_twins(notices.tx, idea))


async def to_join(tx: Tx, idea: Idea) -> list[Idea]:
    """What may say the same, and its author has not seen: for whoever is about to publish it."""
    alike = await alike_store.look_alikes_for_team(tx, idea, MOST)
    return await alike_store.unseen_by_author(tx, idea, alike)


async def lines(tx: Tx, idea: Idea) -> list[Text]:
    """For the team's card."""
    return [t.may_be_same(number=number) for number in await alike_store.noted_twins(tx, idea.id, MOST)]
