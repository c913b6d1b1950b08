"""What waits for somebody: what she is asked to take, and what the team has that nobody looks after."""

from bot.dialogue.context import Context
from bot.identity.roles import TEAM
from handlers.handover import offering, source, store
from handlers.handover.resting import KEEPERS, agree
from handlers.handover.store.offers import Offer
from handlers.handover.words import t
from handlers.today.source import MOST, Waiting


async def waiting(context: Context) -> tuple[Waiting, ...]:
    tx, place_id = context.tx, context.place.id
    asked = await store.offers.asked_of(tx, place_id, context.person.id)
    team = await store.offers.of_team(tx, place_id) if context.may(TEAM | KEEPERS) else []
    found = [await _waiting(context, one) for one in [*asked[:MOST], *team[:MOST]]]
    request = await store.requests.find_open(tx, place_id) if context.may(KEEPERS) else None
    if request is not None and request.asked_by != context.person.id:
        found.append(_request(request.id, request.asked_at))
    return tuple(one for one in found if one is not None)[:MOST]


async def _waiting(context: Context, offer: Offer) -> Waiting | None:
    if offer.asked_id is None:
        one = await source.of_nobody(context.notices, offer)
    else:
        known = source.find_source(context.notices, offer.feature)
        one = await known.find(context.notices, offer.thing) if known else None
    if one is None or not context.may(one.takers):
        return None
    said = t.waits_nobody if offer.asked_id is None else t.waits_for_you
    button = offering.look.button(said(what=one.text), offer.id)
    return Waiting(f"handover.offer:{offer.id}", said(what=one.text), offer.offered_at, button)


def _request(request_id: int, asked_at: int) -> Waiting:
    return Waiting(f"handover.keep:{request_id}", t.waits_keeping, asked_at, agree.button(t.keep_button, request_id))
