"""By the clock: what still moves is counted soon after midnight."""

from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.open_data import counting, store


async def run(notices: Notices) -> None:
    if notices.place.data_licence is not None:
        await counting.count(notices)


JOBS = (Job("open data", run, seconds=600, anything_due=store.licences.any_open),)
