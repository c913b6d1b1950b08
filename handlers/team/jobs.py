"""By the clock: the leads hear when the machine kept something aside, or could not make its backup."""

from zoneinfo import ZoneInfo

from bot.database.db import Tx
from bot.dialogue.context import Notices
from bot.dialogue.feature import Job
from bot.i18n.texts import Text
from bot.identity import people, places
from bot.identity.people import Role
from bot.updates import trouble
from bot.workers.nightly import FAILED
from handlers.team.chat import t

ASIDE_TOLD, FAILED_TOLD = "kept aside told", "backup failed told"


async def anything_new(tx: Tx) -> bool:
    return bool(await _new_aside(tx) or await _new_failure(tx))


async def tell_trouble(notices: Notices) -> None:
    """At most one message of each kind a day, in the first place: the machine is one for all of them."""
    if notices.place.id != (await places.all_places(notices.tx))[0].id:
        return
    today = notices.now.astimezone(ZoneInfo(notices.place.timezone)).date().isoformat()
    if await _new_aside(notices.tx) and await notices.first_time(ASIDE_TOLD, today):
        await _tell(notices, t.kept_aside(count=await trouble.count_kept_aside(notices.tx)))
    if await _new_failure(notices.tx) and await notices.first_time(FAILED_TOLD, today):
        await _tell(notices, t.backup_failed)


async def _new_aside(tx: Tx) -> int:
    return await trouble.count_kept_aside(tx, await trouble.last_time(tx, ASIDE_TOLD))


async def _new_failure(tx: Tx) -> bool:
    return await trouble.last_time(tx, FAILED) > await trouble.last_time(tx, FAILED_TOLD)


async def _tell(notices: Notices, text: Text) -> None:
    leads = await people.members_with(notices.tx, notices.place.id, Role.LEAD)
    await notices.tell_all(leads or await people.team(notices.tx, notices.place.id), text)


JOBS = (Job("trouble", tell_trouble, seconds=300, anything_due=anything_new),)
