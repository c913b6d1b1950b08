"""By the clock: what was said about things that do not wait any more is forgotten."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.today import rules, store


async def prune(notices: Notices) -> None:
    await store.prune(notices.tx, notices.place.id, notices.now_ms, milliseconds(notices.now - rules.KEPT))


JOBS = (Job("today: forget what was said", prune, seconds=3600),)
