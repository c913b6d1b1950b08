"""Who looks after what people made, as something she can hand on."""

from bot.dialogue.notices import Notices
from bot.identity.roles import EVERYONE
from handlers.handover.source import Holding
from handlers.made import settling, store
from handlers.made.rules import State
from handlers.made.store.things import Thing
from handlers.made.words import called, t


async def holders(notices: Notices) -> list[int]:
    return await store.things.stewards(notices.tx, notices.place.id)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    """What is gone needs nobody any more."""
    found = await store.things.looked_after_by(notices.tx, notices.place.id, person_id)
    return [_holding(one) for one in found if await _is_there(notices, one)]


async def find(notices: Notices, key: str) -> Holding | None:
    thing = await _thing(notices, key)
    return _holding(thing) if thing is not None and await _is_there(notices, thing) else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    thing = await _thing(notices, key)
    if thing is None:
        return False
    await settling.hold(notices, thing.id)
    return await store.things.hand_on(notices.tx, notices.place.id, thing.id, giver, to)


async def close(notices: Notices, key: str, person_id: int, reason: str) -> bool:
    """Nobody looks after it any more; whoever wants to takes it from its card."""
    return await give(notices, key, person_id, None)


async def _thing(notices: Notices, key: str) -> Thing | None:
    if not (key.isascii() and key.isdigit() and len(key) < 16):
        return None
    return await store.things.find(notices.tx, notices.place.id, int(key))


async def _is_there(notices: Notices, thing: Thing) -> bool:
    return store.things.state_of(list(await store.things.surfaces(notices.tx, thing.id))) is not State.GONE


def _holding(thing: Thing) -> Holding:
    return Holding(
        str(thing.id), t.hold_thing(what=called(thing)), thing.made_at, EVERYONE, free=thing.steward_id is None
    )
