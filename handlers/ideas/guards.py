"""What a button of the team is refused for, whatever it is about to do: an idea that was never sent, or is gone."""

from bot.dialogue.context import Context
from bot.errors import Refusal
from handlers.ideas import store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import t


async def check_kept(context: Context, idea_id: int) -> Idea:
    """Refuses what was never sent, or was taken back."""
    idea = await store.ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.status is Status.DRAFT:
        raise Refusal(t.no_such_idea)
    if idea.status is Status.WITHDRAWN:
        raise Refusal(t.was_taken_back(number=idea.number))
    return idea
