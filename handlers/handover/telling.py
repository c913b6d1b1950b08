"""What others hear when somebody hands over. Who took something on hears it even while she paused messages."""

from collections.abc import Collection, Sequence

from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join, literal
from bot.identity import names, roles
from bot.identity.people import Person
from bot.outbox.message import Button, Rows
from handlers.handover.source import Holding, find_source
from handlers.handover.store.offers import Offer
from handlers.handover.words import t

LISTED = 5


async def with_team(notices: Notices, given: Sequence[Holding], giver: Person) -> None:
    """One message, whatever it is; those who answer for the place find it in their list."""
    if not given:
        return
    lines = [t.item(what=one.text) for one in given[:LISTED]]
    more = [t.and_more(count=len(given) - LISTED)] if len(given) > LISTED else []
    text = join(t.stepped_back(name=names.called(giver.name)), *lines, *more)
    await to_others(notices, text, [[Button(t.go_today, "today.today")]], {giver.id})


async def closed(notices: Notices, one: Holding, giver: Person, reason: str) -> None:
    text = t.somebody_closed(name=names.called(giver.name), what=one.text, reason=literal(reason))
    await to_others(notices, text, (), {giver.id})


async def ask(notices: Notices, offer_id: int, one: Holding, giver: Text, asked_id: int) -> None:
    rows = [
        [Button(t.take_button, f"handover.accept:{offer_id}")],
        [Button(t.no_button, f"handover.decline:{offer_id}")],
    ]
    await notices.answer(asked_id, t.would_you_take(name=giver, what=one.text), rows)


async def no_answer(notices: Notices, offer: Offer, one: Holding, name: Text) -> None:
    """To whoever holds it still."""
    if offer.giver_id is not None:
        await notices.answer(offer.giver_id, t.nobody_answered(name=name, what=one.text), ways(offer))


def ways(offer: Offer) -> Rows:
    """Below a no. By address: the list stands above this module."""
    return [
        [Button(t.somebody_else, f"handover.give_to:{offer.feature}:{offer.thing}:0")],
        [Button(t.see_it, f"handover.thing:{offer.feature}:{offer.thing}")],
    ]


async def to_others(notices: Notices, text: Text, rows: Rows, but: Collection[int]) -> int:
    """The team, else whoever keeps the place; how many there are."""
    others = [one for one in await roles.team(notices.tx, notices.place.id) if one not in but]
    others = others or [one for one in await roles.keepers(notices.tx, notices.place.id) if one not in but]
    if not others:
        heads = await roles.holders(notices.tx, notices.place.id, *roles.HEADS, roles.Role.LIAISON)
        others = [one for one in heads if one not in but]
    await notices.tell_all(others, text, rows)
    return len(others)


async def asked_is_gone(notices: Notices, offer: Offer) -> None:
    """She has it still, and asks somebody else."""
    found = find_source(notices, offer.feature)
    one = await found.find(notices, offer.thing) if found else None
    if one is not None and offer.giver_id is not None:
        await notices.answer(offer.giver_id, t.asked_is_gone(what=one.text), ways(offer))
