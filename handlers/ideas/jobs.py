"""By the clock: steps whose picture never came, trials that are over, comments an author has not heard of."""

from bot.clock import milliseconds
from bot.context import Notices
from handlers.ideas import hearing, rules, step_store, steps, trials


async def tell_late_steps(notices: Notices) -> None:
    before = milliseconds(notices.now - rules.PHOTO_PATIENCE)
    for step in await step_store.untold(notices.tx, notices.place.id, before):
        await steps.tell(notices, step.id)


async def end_trials(notices: Notices) -> None:
    await trials.undo_by_default(notices)
    await trials.ask_what_becomes(notices)


async def tell_comments(notices: Notices) -> None:
    await hearing.tell_comments(notices)
