"""By the clock: what was planned leaves, the line counts up, and whoever was held back has room again."""

from bot.dialogue import gathered
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.outbox import campaigns
from handlers.broadcasts import planning, store, underway


async def run(notices: Notices) -> None:
    await planning.leave_due(notices)
    for one in await store.broadcasts.under_way(notices.tx, notices.place.id):
        # Before that the receipt says that it leaves in a moment.
        if one.send_at is None or one.send_at <= notices.now_ms:
            await underway.tell_progress(notices, one)


JOBS = (
    Job("held messages", gathered.let_go, seconds=30, anything_due=campaigns.anything_held),
    Job("broadcasts", run, seconds=3, anything_due=store.broadcasts.anything_open),
)
