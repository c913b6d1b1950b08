"""What somebody wrote to many and has not left yet, as something she can hand on."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import short
from bot.identity import roles
from bot.identity.roles import TEAM
from handlers.broadcasts import store
from handlers.broadcasts.store.writers import Unsent
from handlers.broadcasts.words import t
from handlers.handover.rules import Back
from handlers.handover.source import Holding

IN_LINE = 60  # letters


async def holders(notices: Notices) -> list[int]:
    return await store.writers.writers(notices.tx, notices.place.id)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    return [_holding(one) for one in await store.writers.unsent_of(notices.tx, notices.place.id, person_id)]


async def find(notices: Notices, key: str) -> Holding | None:
    one = await _unsent(notices, key)
    return _holding(one) if one else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """What goes to nobody does not leave: nobody stands behind it any more."""
    one, tx, place_id = await _unsent(notices, key), notices.tx, notices.place.id
    if one is None or giver is None:
        return False
    if to is None:
        dropped = await store.writers.drop(tx, place_id, one, giver)
        if dropped and one.state != "draft":
            others = [person_id for person_id in await roles.team(tx, place_id) if person_id != giver]
            await notices.tell_all(others, t.hold_gone(words=short(one.words, IN_LINE) or "…"))
        return dropped
    return await store.writers.hand_on(tx, place_id, one, giver, to)


async def _unsent(notices: Notices, key: str) -> Unsent | None:
    if not (key.isascii() and key.isdigit() and len(key) < 16):
        return None
    return await store.writers.find(notices.tx, notices.place.id, int(key))


def _holding(one: Unsent) -> Holding:
    said = t.hold_draft if one.state == "draft" else t.hold_planned
    return Holding(str(one.id), said(words=short(one.words, IN_LINE) or "…"), one.made_at, TEAM, Back.GOES)
