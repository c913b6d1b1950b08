"""Giving something to somebody, who is asked and must accept; and taking what the team has."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import names, people, places, roles
from bot.identity.roles import LEADS, Role
from handlers.handover import rules, source, store, succession, telling
from handlers.handover.chat import candidates, hers, hold, page, thing
from handlers.handover.rules import Back
from handlers.handover.source import Holding
from handlers.handover.store.offers import Offer
from handlers.handover.words import t

NAME = 30  # letters on a button


@action()
async def give_to(context: Context, feature: str, key: str, number: int) -> None:
    """Nobody but people with a role here: who lives in the street is nobody's list."""
    one = await hers(context, feature, key)
    back = thing.button(t.back, feature, key)
    choices = []
    for person_id in await candidates(context, one):
        name = names.called((await people.person(context.tx, person_id)).name, NAME)
        choices.append(give.button(name, feature, key, person_id))
    if not choices:
        rows = [[context.go(t.invite_button, "invite")]] if context.may(LEADS) else []
        await context.show(t.nobody_to_give, rows, back=back)
        return
    rows = paged(choices, number, give_to.button(t.more, feature, key, max(number, 0) + 1))
    await context.show(t.who_takes(what=one.text), rows, back=back)


@action()
async def give(context: Context, feature: str, key: str, person_id: int) -> None:
    """It stays with her until the other one said yes."""
    await hold(context, feature, key)
    one = await hers(context, feature, key)
    if person_id not in await candidates(context, one):
        raise Refusal(t.cannot_have)
    tx, place_id, me = context.tx, context.place.id, context.person.id
    before = await store.offers.open_of(tx, place_id, feature, key)
    if before is not None and before.asked_id != person_id:
        raise Refusal(t.withdraw_first)
    name = names.called((await people.person(tx, person_id)).name)
    if before is None:
        month = milliseconds(context.now - rules.ASKED_AGAIN)
        if await store.offers.asked_before(tx, place_id, feature, key, me, person_id, month):
            raise Refusal(t.asked_lately(name=name))
        if await store.offers.count_by(tx, place_id, me, context.now_ms - 86_400_000) >= rules.MOST_ASKED:
            raise Refusal(t.asked_enough)
        offer_id = await store.offers.add(tx, place_id, feature, key, me, person_id, context.now_ms)
        await telling.ask(context.notices, offer_id, one, context.called, person_id)
    await context.say(t.asked_now(name=name, what=one.text), [[page.button(t.back_to_list, 0)]])


@action()
async def withdraw(context: Context, offer_id: int) -> None:
    offer = await store.offers.find(context.tx, context.place.id, offer_id)
    if offer is None or offer.giver_id != context.person.id:
        raise Refusal(t.offer_over)
    if offer.open:
        await store.offers.end(context.tx, context.place.id, offer.feature, offer.thing, "withdrawn", context.now_ms)
    context.toast(t.withdrawn)
    await thing(context, offer.feature, offer.thing)


@action()
async def accept(context: Context, offer_id: int) -> None:
    offer, one = await _mine(context, offer_id)
    await hold(context, offer.feature, offer.thing)
    offer, one = await _mine(context, offer_id)
    if not await _take(context, offer, one):
        await _over(context, offer)
        return
    await context.refresh()
    if offer.giver_id is not None:
        told = t.has_taken(name=context.called, what=one.text)
        left = await source.held(context.notices, offer.giver_id)
        rows = [[page.button(t.what_is_left(count=len(left)), 0)]] if left else []
        await context.answer(offer.giver_id, join(told, t.thank_you), rows)
    await context.say(t.yours_now(what=one.text), [[page.button(t.what_you_hold, 0)]])


@action()
async def decline(context: Context, offer_id: int) -> None:
    """Nobody needs a reason for a no."""
    offer, one = await _mine(context, offer_id)
    await hold(context, offer.feature, offer.thing)
    offer, one = await _mine(context, offer_id)
    await store.offers.end(context.tx, context.place.id, offer.feature, offer.thing, "refused", context.now_ms)
    if offer.giver_id is not None:
        told = t.has_declined(name=context.called, what=one.text)
        await context.answer(offer.giver_id, told, telling.ways(offer))
    await context.say(t.declined)


@action()
async def look(context: Context, offer_id: int) -> None:
    """What she is asked to take, or what the team has and nobody looks after."""
    offer = await store.offers.find(context.tx, context.place.id, offer_id)
    if offer is not None and offer.asked_id is not None:
        offer, one = await _mine(context, offer_id)
        giver = await _giver(context, offer)
        rows = [[accept.button(t.take_button, offer.id)], [decline.button(t.no_button, offer.id)]]
        await context.show(t.would_you_take(name=giver, what=one.text), rows)
        return
    offer, one = await _of_team(context, offer_id)
    await context.show(t.nobody_has(what=one.text), [[take.button(t.take_button, offer.id)]])


@action()
async def take(context: Context, offer_id: int) -> None:
    """Two at once: one has it, the other hears so."""
    offer, one = await _of_team(context, offer_id)
    await hold(context, offer.feature, offer.thing)
    offer, one = await _of_team(context, offer_id)
    if not await _take(context, offer, one):
        await _over(context, offer)
        return
    await context.say(t.yours_now(what=one.text), [[page.button(t.what_you_hold, 0)]])


async def _take(context: Context, offer: Offer, one: Holding) -> bool:
    found = source.find_source(context.notices, offer.feature)
    giver = None if offer.asked_id is None else offer.giver_id
    if found is None or not await found.give(context.notices, offer.thing, giver, context.person.id):
        return False
    await store.offers.end(context.tx, context.place.id, offer.feature, offer.thing, "taken", context.now_ms)
    if offer.feature == "team" and await succession.team(context.notices):
        await _wake(context)
    return True


async def _wake(context: Context) -> None:
    """With a role that somebody took a place may have a team again."""
    if await places.end_rest(context.tx, context.place.id):
        told = t.awake_again(place=context.place.name, name=context.called)
        heads = await roles.holders(context.tx, context.place.id, Role.SHOPKEEPER, Role.LIAISON)
        await context.tell_all(sorted({*heads, context.person.id}), told)


async def _over(context: Context, offer: Offer) -> None:
    """Nothing is offered any more that is over; a draft waits until she has none of her own."""
    found = source.find_source(context.notices, offer.feature)
    one = await found.find(context.notices, offer.thing) if found else None
    if one is not None and one.back is Back.GOES:
        await context.show(t.own_draft_first, [[accept.button(t.take_button, offer.id)]])
        return
    await store.offers.end(context.tx, context.place.id, offer.feature, offer.thing, "over", context.now_ms)
    await context.show(t.offer_over)


async def _mine(context: Context, offer_id: int) -> tuple[Offer, Holding]:
    """Refuses what she is not asked (any more), and may not have (any more)."""
    offer = await store.offers.find(context.tx, context.place.id, offer_id)
    if offer is None or offer.asked_id != context.person.id or not offer.open:
        raise Refusal(t.offer_over)
    return offer, await _holding(context, offer)


async def _of_team(context: Context, offer_id: int) -> tuple[Offer, Holding]:
    offer = await store.offers.find(context.tx, context.place.id, offer_id)
    if offer is None or offer.asked_id is not None or not offer.open:
        raise Refusal(t.offer_over)
    return offer, await _holding(context, offer)


async def _holding(context: Context, offer: Offer) -> Holding:
    """Whoever was asked may have lost her role since."""
    found = source.find_source(context.notices, offer.feature)
    one = await found.find(context.notices, offer.thing) if found else None
    if one is None or (offer.asked_id is None and not one.free):
        raise Refusal(t.offer_over)
    if not context.may(one.takers) or not context.may(source.TAKERS):
        raise Refusal(t.cannot_have)
    return one


async def _giver(context: Context, offer: Offer) -> Text:
    if offer.giver_id is None:
        return t.somebody
    return names.called((await people.person(context.tx, offer.giver_id)).name)
