"""The events somebody organises, and her draft, as something she can hand on."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from handlers.events import store
from handlers.events.store.organisers import Organised
from handlers.events.words import t
from handlers.handover.rules import Back
from handlers.handover.source import Holding

IN_LINE = 60  # letters of a title


async def holders(notices: Notices) -> list[int]:
    return await store.organisers.organisers(notices.tx, notices.place.id, notices.now_ms)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    found = await store.organisers.organised_by(notices.tx, notices.place.id, person_id, notices.now_ms)
    return [_holding(one) for one in found]


async def find(notices: Notices, key: str) -> Holding | None:
    one = await _organised(notices, key)
    return _holding(one) if one else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """A draft that goes to nobody goes."""
    one, tx, place_id = await _organised(notices, key), notices.tx, notices.place.id
    if one is None:
        return False
    await tx.lock(f"event {one.id}")
    if one.status != "draft":
        return await store.organisers.hand_on(tx, place_id, one.id, giver, to, notices.now_ms)
    if giver is None:
        return False
    if to is None:
        return await store.organisers.drop_draft(tx, place_id, one.id, giver)
    return await store.organisers.hand_on_draft(tx, place_id, one.id, giver, to)


async def _organised(notices: Notices, key: str) -> Organised | None:
    if not (key.isascii() and key.isdigit() and len(key) < 16):
        return None
    return await store.organisers.find(notices.tx, notices.place.id, int(key), notices.now_ms)


def _holding(one: Organised) -> Holding:
    said = t.hold_draft if one.status == "draft" else t.hold_event
    back = Back.GOES if one.status == "draft" else Back.TEAM
    return Holding(str(one.id), said(title=short(one.title, IN_LINE)), one.since, TEAM, back, free=one.with_team == 1)
