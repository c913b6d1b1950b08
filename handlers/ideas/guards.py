"""What a button of the team is refused for, whatever it is about to do: an idea that was never sent, or is gone."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.identity import names, people
from handlers.ideas import store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea
from handlers.ideas.words import status_name, t

JUST_NOW = timedelta(hours=1)  # so long her screen may still show how it stood before


async def unfit(context: Context, idea: Idea) -> Refusal:
    """Why a step does not fit: somebody may have taken one since she looked, and then she reads who."""
    last = await store.steps.last_step(context.tx, idea.id)
    lately = last is not None and last.taken_at > milliseconds(context.now - JUST_NOW)
    if last is None or not lately or last.person_id == context.person.id:
        return Refusal(t.no_such_step(number=idea.number, status=status_name(idea.status)))
    name = names.called((await people.person(context.tx, last.person_id)).name)
    return Refusal(t.somebody_was_first(name=name, number=idea.number, status=status_name(idea.status)))


async def check_kept(context: Context, idea_id: int) -> Idea:
    """Refuses what was never sent, or was taken back."""
    idea = await store.ideas.find(context.tx, context.place.id, idea_id)
    if idea is None or idea.status is Status.DRAFT:
        raise Refusal(t.no_such_idea)
    if idea.status is Status.WITHDRAWN:
        raise Refusal(t.was_taken_back(number=idea.number))
    return idea
