"""What codes were made from is forgotten when nobody can arrive any more."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.check_in import rules, store


async def run(notices: Notices) -> None:
    await store.forget(notices.tx, notices.place.id, milliseconds(notices.now - rules.SECRETS_KEPT))


JOBS = (Job("check_in", run, seconds=3600),)
