"""What becomes of what somebody holds when she leaves for good, and of offers between two who become one."""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn
from handlers.handover import source, store, succession, telling


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Things go to the team, roles to the next one: nothing waits for somebody who is gone."""
    await notices.tx.lock(f"roles of place {notices.place.id}")
    for offer in await store.offers.concerning(notices.tx, notices.place.id, leaving.person_id):
        if offer.asked_id is None:
            continue  # the team's already, and stays so
        await store.offers.end(notices.tx, notices.place.id, offer.feature, offer.thing, "withdrawn", notices.now_ms)
        if offer.giver_id not in (None, leaving.person_id):
            await telling.asked_is_gone(notices, offer)
    await source.give_back_all(notices, leaving.person_id)
    await succession.follow(notices, leaving.person_id)


async def end_offers_to_oneself(notices: Notices, person_ids: Sequence[int]) -> None:
    """Whoever was asked by herself has it already."""
    for person_id in person_ids[:2]:
        for offer in await store.offers.concerning(notices.tx, notices.place.id, person_id):
            if offer.giver_id == offer.asked_id:
                await store.offers.end(
                    notices.tx, notices.place.id, offer.feature, offer.thing, "over", notices.now_ms
                )


PEOPLE = People(
    columns=(
        PersonColumn("silence_asks", once_per=("place_id",), newest="asked_at"),
        PersonColumn("handover_offers", "giver_id", Fate.CLEAR, words=("reason",)),
        PersonColumn("handover_offers", "asked_id"),
        PersonColumn("keeping_requests", "asked_by", Fate.CLEAR),
        PersonColumn("keeping_requests", "answered_by", Fate.CLEAR),
    ),
    forgets=forgets,
    changed=end_offers_to_oneself,
)
