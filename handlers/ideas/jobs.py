"""By the clock: late steps, trials that are over, unheard comments, and words read as today's glossary reads."""

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from handlers.ideas import rules, store
from handlers.ideas.board import comment_frequency
from handlers.ideas.life import answering, steps, trials, vacancies

READ_AT_ONCE = 200  # ideas; about a tenth of a second
LEARNED_AT_ONCE = 3  # ideas; the sentence model is slow


async def tell_late_steps(notices: Notices) -> None:
    before = milliseconds(notices.now - rules.PHOTO_PATIENCE)
    for step in await store.steps.untold(notices.tx, notices.place.id, before):
        await steps.tell(notices, step.id)


async def end_trials(notices: Notices) -> None:
    await trials.undo_by_default(notices)
    await trials.ask_what_becomes(notices)


async def tell_empty_roles(notices: Notices) -> None:
    await vacancies.tell(notices)


async def settle_half_answered(notices: Notices) -> None:
    """Whoever an answer still waited for has no such role any more, and nobody else has."""
    for idea in await store.answers.half_answered(notices.tx, notices.place.id):
        await answering.settle(notices, idea)


async def tell_comments(notices: Notices) -> None:
    await comment_frequency.tell_comments(notices)


async def read_again(notices: Notices) -> None:
    """After the glossary changed, or the sentence model was installed: a little at a time."""
    await store.lookalikes.file_again(notices.tx, notices.place.id, READ_AT_ONCE)
    await store.lookalikes.learn_meanings(notices.tx, notices.place.id, LEARNED_AT_ONCE)
