"""By the clock: a place is asked once a quarter, a round ends by itself, and old stories go."""

from bot.clock import milliseconds, moment
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.identity.personal_data import forget_pictures
from handlers.pulse import asking, rules, store


async def run(notices: Notices) -> None:
    tx, place = notices.tx, notices.place
    await tx.lock(f"pulse {place.id}")
    plan = await store.plans.of(tx, place, notices.now)
    running = await store.rounds.find_open(tx, place.id)
    if running is not None and running.closes_at <= notices.now_ms:
        await asking.close(notices, running)
        running = None
    if plan.next_at > notices.now_ms:
        return
    after = rules.next_at(moment(plan.next_at), notices.now, place.clocks)
    await store.plans.put_off(tx, place.id, milliseconds(after))
    # Who switched it off is not asked for what she missed, nor is a place that rests.
    if plan.off_since is None and place.rests_since is None and running is None:
        await asking.begin(notices)


async def forget_old(notices: Notices) -> None:
    """What does not stand on the page, after a year."""
    before = milliseconds(notices.now - rules.STORY_KEPT)
    for one in await store.stories.old(notices.tx, notices.place.id, before):
        await store.stories.drop(notices.tx, one.id)
        if one.media_id is not None:
            await forget_pictures(notices.tx, notices.town.picture_columns, [one.media_id])


JOBS = (
    Job("pulse", run, seconds=600),
    Job("old pulse stories", forget_old, seconds=6 * 3600),
)
