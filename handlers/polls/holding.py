"""A poll that somebody is making, as something she can hand on. Once it runs it is the team's."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from handlers.handover.rules import Back
from handlers.handover.source import Holding
from handlers.polls import store
from handlers.polls.store.owners import Own
from handlers.polls.words import t

IN_LINE = 60  # letters of a question


async def holders(notices: Notices) -> list[int]:
    return await store.owners.makers(notices.tx, notices.place.id)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    return [_holding(one) for one in await store.owners.drafts_of(notices.tx, notices.place.id, person_id)]


async def find(notices: Notices, key: str) -> Holding | None:
    one = await _draft(notices, key)
    return _holding(one) if one else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """What goes to nobody goes."""
    one, tx, place_id = await _draft(notices, key), notices.tx, notices.place.id
    if one is None or giver is None:
        return False
    if to is None:
        return await store.owners.drop(tx, place_id, one.id, giver)
    return await store.owners.hand_on(tx, place_id, one.id, giver, to)


async def _draft(notices: Notices, key: str) -> Own | None:
    if not (key.isascii() and key.isdigit() and len(key) < 16):
        return None
    return await store.owners.find(notices.tx, notices.place.id, int(key))


def _holding(one: Own) -> Holding:
    return Holding(str(one.id), t.hold_draft(question=short(one.question, IN_LINE)), one.made_at, TEAM, Back.GOES)
