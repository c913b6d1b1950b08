"""A pasted list is forgotten after a day: what it booked stays."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.sign_up_list import rules, store


async def run(notices: Notices) -> None:
    await store.forget(notices.tx, notices.place.id, milliseconds(notices.now - rules.PASTE_KEPT))


JOBS = (Job("sign_up_list", run, seconds=3600),)
