"""Roles as something a person holds: given to somebody, given back, and never the last one."""

from bot.dialogue.notices import Notices
from bot.identity import people, places, roles
from bot.identity.roles import EVERYONE, HELD, Role
from handlers.handover.rules import Back, back
from handlers.handover.source import Holding
from handlers.team import ending
from handlers.team.words import t


async def holders(notices: Notices) -> list[int]:
    return await roles.holders(notices.tx, notices.place.id, *HELD)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    return [
        await _holding(notices, person_id, role, since)
        for role, since in await roles.held_since(notices.tx, person_id, notices.place.id)
    ]


async def find(notices: Notices, key: str) -> Holding | None:
    read = _read(key)
    return next((one for one in await held(notices, read[1]) if one.key == key), None) if read else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """From nobody: a place wakes. What would leave the place without anybody is refused unless it rests."""
    read = _read(key)
    if read is None or (giver is not None and giver != read[1]):
        return False
    role, tx, place_id = read[0], notices.tx, notices.place.id
    await tx.lock(f"roles of place {place_id}")
    hers = frozenset() if giver is None else await roles.of(tx, giver, place_id)
    if giver is not None and role not in hers:
        return False
    if to is not None:
        if not await people.is_member(tx, to, place_id):
            return False
        if role not in await roles.of(tx, to, place_id):
            await ending.begin(notices, to, role, giver)
    elif not await _may_end(notices, role, giver):
        return False
    if giver is not None and giver != to:
        await ending.end(notices, giver, role, giver)
    return True


async def _may_end(notices: Notices, role: Role, person_id: int | None) -> bool:
    if person_id is None:
        return False
    found = await _back(notices, person_id, role)
    rests = (await places.place(notices.tx, notices.place.id)).rests_since is not None
    return found is Back.ENDS or (found is Back.LAST and rests)


async def _holding(notices: Notices, person_id: int, role: Role, since: int) -> Holding:
    text = t.hold_role(role=t[f"role-{role.value}"])
    back_to, has = await _back(notices, person_id, role), await roles.holders(notices.tx, notices.place.id, role)
    return Holding(f"{role.value}-{person_id}", text, since, EVERYONE, back_to, has=frozenset(has))


async def _back(notices: Notices, person_id: int, role: Role) -> Back:
    tx, place_id = notices.tx, notices.place.id
    others: dict[Role, int] = {one: len(set(await roles.holders(tx, place_id, one)) - {person_id}) for one in HELD}
    return back(role, await roles.of(tx, person_id, place_id), others)


def _read(key: str) -> tuple[Role, int] | None:
    """None for what no button of ours carries."""
    word, _, number = key.partition("-")
    if word not in {one.value for one in HELD} or not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    return Role(word), int(number)
