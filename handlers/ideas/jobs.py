"""By the clock: no step stays untold because a picture never came."""

from bot.clock import milliseconds
from bot.context import Notices
from handlers.ideas import rules, step_store, steps


async def tell_late_steps(notices: Notices) -> None:
    before = milliseconds(notices.now - rules.PHOTO_PATIENCE)
    for step in await step_store.untold(notices.tx, notices.place.id, before):
        await steps.tell(notices, step.id)
