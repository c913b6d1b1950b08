"""What a person holds: hand a HandoverSource over in `Feature.offers`, and /handover lists it and hands it on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.feature import town_of
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text
from bot.identity import names, people, roles
from bot.identity.roles import LIAISONS, PROPERTY_MANAGERS, SHOPKEEPERS, TEAM, Audience
from bot.outbox.message import Button
from handlers.handover.rules import Back
from handlers.handover.store import offers
from handlers.handover.store.offers import Offer
from handlers.handover.words import t


@dataclass(frozen=True)
class Holding:
    """`key` is the feature's own name of it, without a colon; `text` says what it is in a few words; `since` (ms) is
    when she got it. Whoever takes it must hold one of the roles of `takers`."""

    key: str
    text: Text
    since: int
    takers: Audience
    back: Back = Back.TEAM
    # Nobody has it: the team's.
    free: bool = False
    # Who has the same already, and is not asked.
    has: frozenset[int] = frozenset()


@dataclass(frozen=True)
class HandoverSource:
    """What people hold of one feature, one source a feature."""

    # The ids of all who hold something here.
    holders: Callable[[Notices], Awaitable[list[int]]]
    held: Callable[[Notices, int], Awaitable[list[Holding]]]
    # The same by its key, whoever has it; None when it is over.
    find: Callable[[Notices, str], Awaitable[Holding | None]]
    # From one person (None: from the team) to another (None: back to the team); whether it was hers, and could be.
    give: Callable[[Notices, str, int | None, int | None], Awaitable[bool]]
    # It is over, with a reason; whether it was hers. None: nothing of it is closed here.
    close: Callable[[Notices, str, int, str], Awaitable[bool]] | None = None


# Whoever may take what the team has: nobody without a role.
TAKERS = TEAM | SHOPKEEPERS | LIAISONS | PROPERTY_MANAGERS


async def held(notices: Notices, person_id: int) -> list[tuple[str, Holding]]:
    """Everything somebody holds in this place, with its feature; what she has longest first, her roles last."""
    found = [
        (feature, one)
        for feature, source in town_of(notices).offered(HandoverSource)
        for one in await source.held(notices, person_id)
    ]
    return sorted(found, key=lambda each: (each[1].back in (Back.ENDS, Back.LAST, Back.NEVER), each[1].since))


def find_source(notices: Notices, feature: str) -> HandoverSource | None:
    return next((source for name, source in town_of(notices).offered(HandoverSource) if name == feature), None)


async def of_nobody(notices: Notices, offer: Offer) -> Holding | None:
    """What the team was given; None when it is over, or somebody has taken it meanwhile, from its card perhaps."""
    source = find_source(notices, offer.feature)
    one = await source.find(notices, offer.thing) if source else None
    return one if one is not None and one.free else None


async def back_to_team(notices: Notices, feature: str, one: Holding, person_id: int) -> bool:
    """Whether it was hers. The team finds it in its list until one of it takes it."""
    source = find_source(notices, feature)
    if source is None or not await source.give(notices, one.key, person_id, None):
        return False
    await offers.end(notices.tx, notices.place.id, feature, one.key, "withdrawn", notices.now_ms)
    if one.back is Back.TEAM:
        await offers.add(notices.tx, notices.place.id, feature, one.key, person_id, None, notices.now_ms)
    return True


async def give_back_all(notices: Notices, person_id: int) -> None:
    """All but her roles: somebody is being forgotten."""
    for feature, one in await held(notices, person_id):
        if one.back in (Back.TEAM, Back.GOES):
            await back_to_team(notices, feature, one, person_id)


async def give_back_what_needs_a_role(notices: Notices, person_id: int) -> int:
    """After a role of hers ended: what she may not look after any more is the team's; how much that is."""
    left = await roles.of(notices.tx, person_id, notices.place.id)
    back = 0
    for feature, one in await held(notices, person_id):
        if one.back in (Back.TEAM, Back.GOES) and not one.takers.roles & left:
            back += await back_to_team(notices, feature, one, person_id)
    return back


async def end_offers_to(notices: Notices, person_id: int) -> None:
    """After a role of hers ended: what she was asked to take and may not have any more goes to somebody else."""
    tx, place_id = notices.tx, notices.place.id
    left = await roles.of(tx, person_id, place_id)
    name = names.called((await people.person(tx, person_id)).name)
    for offer in await offers.asked_of(tx, place_id, person_id):
        source = find_source(notices, offer.feature)
        one = await source.find(notices, offer.thing) if source else None
        if one is not None and left & one.takers.roles and left & TAKERS.roles:
            continue
        await offers.end(tx, place_id, offer.feature, offer.thing, "over", notices.now_ms)
        if one is not None and offer.giver_id is not None:
            rows = [[Button(t.see_it, f"handover.thing:{offer.feature}:{offer.thing}")]]
            await notices.answer(offer.giver_id, t.has_declined(name=name, what=one.text), rows)
