"""Whether a term is over: by the clock, because all makers said it is fine, or since somebody who had not is gone."""

from dataclasses import replace

from bot.dialogue.notices import Notices
from handlers.made import cards, rules, store, telling


async def hold(notices: Notices, thing_id: int) -> None:
    """Two who answer at once come one after the other, and the second sees what the first one said."""
    await notices.tx.lock(f"made {thing_id}")


async def settle(notices: Notices, change_id: int, leaving: int | None = None) -> bool:
    """Shortens the term where all agree, and tells its owner once, but not whoever leaves. Expects a held thing."""
    change = await store.changes.find(notices.tx, notices.place.id, change_id)
    if change is None or change.outcome is not None or change.told_at is not None:
        return False
    thing = await cards.thing_of(notices, change)
    surface = await store.things.find_surface(notices.tx, change.surface_id)
    if thing is None or surface is None:
        # Not in the register any more: nobody is told, and nobody waits.
        if change.may_at <= notices.now_ms:
            await store.changes.note_told(notices.tx, change.id, notices.now_ms)
        return False
    makers = {one.person_id: one.part for one in await store.makers.of(notices.tx, thing.id)}
    answers = await store.changes.answers(notices.tx, change.id)
    fine = rules.all_fine(makers, rules.heard(makers, answers, change.begun_by))
    if not fine and change.may_at > notices.now_ms:
        return False
    if fine:
        await store.changes.shorten(notices.tx, change.id, notices.now_ms)
    await store.changes.note_told(notices.tx, change.id, notices.now_ms)
    over = replace(change, may_at=min(change.may_at, notices.now_ms))
    await telling.term_over(notices, thing, surface, over, fine, leaving)
    return True
