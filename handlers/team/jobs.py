"""By the clock: the leads hear when the machine kept something aside, or could not make its backup."""

from zoneinfo import ZoneInfo

from bot.database.db import Tx
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from bot.identity import people, places, roles
from bot.identity.roles import Role
from bot.program import typed
from bot.updates import kept_aside
from bot.workers.nightly_backup import FAILED
from handlers.team.words import t

ASIDE_TOLD, FAILED_TOLD = "kept aside told", "backup failed told"


async def anything_new(tx: Tx) -> bool:
    return bool(await _new_aside(tx) or await _new_failure(tx))


async def tell_trouble(notices: Notices) -> None:
    """At most one message of each kind a day, in the first place: the machine is one for all of them."""
    if notices.place.id != (await places.all_places(notices.tx))[0].id:
        return
    today = notices.now.astimezone(ZoneInfo(notices.place.timezone)).date().isoformat()
    if await _new_aside(notices.tx) and await notices.first_time(ASIDE_TOLD, today):
        await _tell(
            notices, t.kept_aside(count=await kept_aside.count_kept_aside(notices.tx), command=typed("replay"))
        )
    if await _new_failure(notices.tx) and await notices.first_time(FAILED_TOLD, today):
        await _tell(notices, t.backup_failed(command=typed("backup")))


async def _new_aside(tx: Tx) -> int:
    return await kept_aside.count_kept_aside(tx, await kept_aside.last_time(tx, ASIDE_TOLD))


async def _new_failure(tx: Tx) -> bool:
    return await kept_aside.last_time(tx, FAILED) > await kept_aside.last_time(tx, FAILED_TOLD)


async def _tell(notices: Notices, text: Text) -> None:
    leads = await people.members_with(notices.tx, notices.place.id, Role.LEAD)
    await notices.tell_all(leads or await roles.team(notices.tx, notices.place.id), text)


JOBS = (Job("trouble", tell_trouble, seconds=300, anything_due=anything_new),)
