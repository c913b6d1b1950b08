"""Before or after: whether an idea waits for the team, or is on the board at once and looked at afterwards."""

from bot.database.db import Tx
from bot.dialogue.context import Context
from bot.identity.places import Moderation
from bot.identity.roles import TEAM, Role
from handlers.ideas import store
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea


async def show_at_once(context: Context, idea_id: int) -> bool:
    """Where the place says so, and the team knows the author already; what a newcomer sends always waits."""
    idea = await store.ideas.idea(context.tx, context.place.id, idea_id)
    if Moderation(context.place.moderation) is Moderation.BEFORE or not await is_known(context, idea):
        return False
    role = Role.RESIDENT.value
    step_id = await store.steps.take(context.tx, idea, context.person.id, role, Status.OPEN, "", context.now_ms)
    await store.steps.publish(context.tx, idea.id, context.now_ms)
    await store.steps.note_told(context.tx, step_id, context.now_ms)  # nobody follows it yet
    if not context.may(TEAM):
        await store.moderation.mark_unseen(context.tx, idea.id)
    return True


async def is_known(context: Context, idea: Idea) -> bool:
    """Whether everybody may read what she writes before the team has looked at it."""
    if context.may(TEAM):
        return True
    if Moderation(context.place.moderation) is Moderation.BEFORE:
        return False
    return await store.moderation.is_trusted(context.tx, context.place.id, idea.person_id)


async def nobody_took_it_up(tx: Tx, idea: Idea) -> bool:
    """It went onto the board by itself, and neither the team nor a neighbour has done anything with it."""
    return (
        idea.status is Status.OPEN
        and await store.moderation.is_unseen(tx, idea.id)
        and not [one for one in await store.ideas.supporters(tx, idea.id) if one != idea.person_id]
    )
