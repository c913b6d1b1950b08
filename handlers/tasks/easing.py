"""Whoever did not come three times is asked in private whether she wants to be asked less."""

from bot.dialogue.notices import Notices
from handlers.tasks import rules, store, telling
from handlers.tasks.rules import Claim
from handlers.tasks.store.claims import Held


async def ask_if_often(notices: Notices, claim: Held) -> None:
    """After three unexcused times since she was last asked."""
    tx, place_id, person_id = notices.tx, notices.place.id, claim.person_id
    current = await store.claims.find(tx, place_id, claim.id)
    if current is None or current.state is not Claim.MISSED or current.for_name:
        return
    await tx.lock(f"ease {person_id}")
    since = await store.eases.asked_at(tx, place_id, person_id)
    if await store.claims.missed_since(tx, place_id, person_id, since) >= rules.MISSES:
        await store.eases.note_asked(tx, place_id, person_id, notices.now_ms)
        await telling.ask_less(notices, person_id)
