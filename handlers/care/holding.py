"""Who looks after what was done, and her deputy, as something either can hand on."""

from bot.dialogue.notices import Notices
from bot.identity.roles import EVERYONE
from handlers.care import cards, store
from handlers.care.store.plans import Plan
from handlers.care.words import called, t
from handlers.handover.source import Holding

STEWARD, DEPUTY = "s", "d"


async def holders(notices: Notices) -> list[int]:
    return await store.plans.all_holders(notices.tx, notices.place.id)


async def held(notices: Notices, person_id: int) -> list[Holding]:
    found = await store.plans.held(notices.tx, notices.place.id, person_id)
    return [_holding(one, STEWARD if one.steward_id == person_id else DEPUTY) for one in found]


async def find(notices: Notices, key: str) -> Holding | None:
    plan = await _plan(notices, key)
    return _holding(plan, key[0]) if plan is not None else None


async def give(notices: Notices, key: str, giver: int | None, to: int | None) -> bool:
    """Nobody is her own deputy; without a steward the deputy is asked next, as after five silent days."""
    plan = await _plan(notices, key)
    if plan is None:
        return False
    await cards.hold(notices, plan.idea_id)
    plan = await _plan(notices, key)
    if plan is None or _who(plan, key) != giver or (to is not None and plan.held_by(to)):
        return False
    people = (to, plan.deputy_id) if key[0] == STEWARD else (plan.steward_id, to)
    await store.plans.set_people(notices.tx, plan.id, *people)
    return True


async def close(notices: Notices, key: str, person_id: int, reason: str) -> bool:
    """Nobody looks after it any more; it is looked at again all the same, by the team."""
    return await give(notices, key, person_id, None)


async def _plan(notices: Notices, key: str) -> Plan | None:
    number = key[1:]
    if key[:1] not in (STEWARD, DEPUTY) or not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    plan = await store.plans.by_id(notices.tx, notices.place.id, int(number))
    return plan if plan is not None and plan.ended_at is None else None


def _who(plan: Plan, key: str) -> int | None:
    return plan.steward_id if key[0] == STEWARD else plan.deputy_id


def _holding(plan: Plan, part: str) -> Holding:
    said = t.hold_steward if part == STEWARD else t.hold_deputy
    return Holding(f"{part}{plan.id}", said(what=called(plan)), plan.done_at, EVERYONE, free=_who(plan, part) is None)
