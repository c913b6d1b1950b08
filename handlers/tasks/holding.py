"""What somebody has taken on and is still to come, as something she can hand on."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import short
from bot.identity.roles import EVERYONE
from handlers.handover.rules import Back
from handlers.handover.source import Holding
from handlers.tasks import cards, store, telling
from handlers.tasks.rules import HOLDS, Claim
from handlers.tasks.store.claims import Held
from handlers.tasks.store.dates import Date
from handlers.tasks.words import t

MOST = 50
IN_LINE = 60  # letters of a title


async def holders(notices: Notices) -> list[int]:
    return await store.claims.holders(notices.tx, notices.place.id, notices.now_ms)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    """Her own: whom she noted comes all the same."""
    found = await store.claims.of_person(notices.tx, notices.place.id, person_id, notices.now_ms, MOST, 0)
    dates = [(one, await _date(notices, one)) for one in found if not one.for_name]
    return [_holding(one, date) for one, date in dates if date is not None]


async def find(notices: Notices, key: str) -> Holding | None:
    claim, date = await _claim(notices, key)
    return _holding(claim, date) if claim is not None and date is not None else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """To nobody: everybody sees that it needs a hand, and who asked to hear so hears it."""
    claim, date = await _claim(notices, key)
    if claim is None or date is None or claim.person_id != giver:
        return False
    await cards.hold(notices, claim.task_id)
    claim, date = await _claim(notices, key)
    if claim is None or date is None or claim.person_id != giver:
        return False
    tx = notices.tx
    if to is not None:
        theirs = await store.claims.hers(tx, date.id, to)
        if theirs is not None and theirs.state is not Claim.WITHDRAWN:
            return False
        await store.claims.take(tx, date.id, to, "", notices.now_ms)
    await store.claims.set_state(tx, claim.id, Claim.WITHDRAWN, notices.now_ms)
    fresh = await store.dates.find(tx, notices.place.id, date.id)
    if to is None and fresh is not None:
        await telling.call(notices, fresh, [claim.person_id], since=claim.claimed_at)
    return True


async def _claim(notices: Notices, key: str) -> tuple[Held | None, Date | None]:
    if not (key.isascii() and key.isdigit() and len(key) < 16):
        return None, None
    claim = await store.claims.find(notices.tx, notices.place.id, int(key))
    if claim is None or claim.for_name or claim.state not in HOLDS:
        return None, None
    return claim, await _date(notices, claim)


async def _date(notices: Notices, claim: Held) -> Date | None:
    date = await store.dates.find(notices.tx, notices.place.id, claim.date_id)
    return date if date is not None and date.stands and date.ends_at > notices.now_ms else None


def _holding(claim: Held, date: Date) -> Holding:
    text = t.hold_task(title=short(date.title, IN_LINE))
    return Holding(str(claim.id), text, claim.claimed_at, EVERYONE, Back.OPEN)
