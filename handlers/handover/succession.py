"""Who leads when the last one goes: a place that was ever taken up is never without an owner or a lead.

The law lets everybody go at once (/privacy). So it is put right here, before her rows go: the volunteer who has
been there longest leads; without a team the liaison does, unless there is an owner; they are asked to keep it.
Only where nobody at all holds a role does a place rest by itself, until the operator makes an invitation.
"""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity import places, roles
from bot.identity.roles import TEAM, Role
from bot.outbox.message import Button
from handlers.handover import source, store
from handlers.handover.words import t


async def follow(notices: Notices, leaving_id: int) -> None:
    """Expects the lock on the roles of the place."""
    hers = await roles.of(notices.tx, leaving_id, notices.place.id)
    if not hers & {Role.LEAD, Role.SHOPKEEPER, Role.VOLUNTEER}:
        return
    leads, volunteers, owners, liaisons = [
        [one for one in await roles.by_seniority(notices.tx, notices.place.id, role) if one != leaving_id]
        for role in (Role.LEAD, Role.VOLUNTEER, Role.SHOPKEEPER, Role.LIAISON)
    ]
    if leads:
        return
    if volunteers:
        if Role.LEAD in hers or not owners:
            await make_lead(notices, volunteers[0])
            await notices.answer(volunteers[0], t.you_lead_now(place=notices.place.name))
        return
    await _without_team(notices, bool(hers & TEAM.roles), owners, liaisons)


async def _without_team(notices: Notices, had_team: bool, owners: Sequence[int], liaisons: Sequence[int]) -> None:
    tx, place_id = notices.tx, notices.place.id
    if not owners and not liaisons:
        await store.requests.answer(tx, place_id, None, notices.now_ms)
        await places.begin_rest(tx, place_id, notices.now_ms)
        return
    if not owners:
        await make_lead(notices, liaisons[0])
    rests = (await places.place(tx, place_id)).rests_since is not None
    if had_team and not rests:
        request_id = await store.requests.ask(tx, place_id, None, notices.now_ms)
        asked = join(t.last_is_gone(place=notices.place.name), t.keeper_mode)
        await ask(notices, request_id, asked, [*owners, *liaisons])
    elif not owners:
        await notices.answer(liaisons[0], t.you_lead_now(place=notices.place.name))


async def ask(notices: Notices, request_id: int, text: Text, whom: Sequence[int]) -> None:
    """By address: what is pressed stands above this module."""
    rows = [
        [Button(t.keep_button, f"handover.agree:{request_id}")],
        [Button(t.not_yet_button, f"handover.not_yet:{request_id}")],
    ]
    for person_id in dict.fromkeys(whom):
        await notices.answer(person_id, text, rows)


async def who_may_keep(notices: Notices, but: int) -> list[int]:
    found = await roles.holders(notices.tx, notices.place.id, Role.SHOPKEEPER, Role.LIAISON)
    return [one for one in found if one != but]


async def team(notices: Notices) -> set[int]:
    """Without the liaison who leads only since there is no owner: she is who keeps the place."""
    tx, place_id = notices.tx, notices.place.id
    found = set(await roles.team(tx, place_id))
    if not await roles.holders(tx, place_id, Role.SHOPKEEPER):
        found -= set(await roles.holders(tx, place_id, Role.LIAISON))
    return found


async def make_lead(notices: Notices, person_id: int) -> None:
    """Noted like every other role that was given."""
    found = source.find_source(notices, "team")
    if found is not None:
        await found.give(notices, f"{Role.LEAD.value}-{person_id}", None, person_id)
