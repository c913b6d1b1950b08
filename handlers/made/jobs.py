"""By the clock: half-time, the end of the term, a promise that is over, and what nobody came back to."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.made import cards, rules, settling, store, telling
from handlers.made.rules import Outcome
from handlers.made.words import called, t


async def run(notices: Notices) -> None:
    await _half_time(notices)
    await _terms_over(notices)
    await _promises_over(notices)
    await _photos_overdue(notices)
    await _lapsed(notices)


async def _half_time(notices: Notices) -> None:
    for one in await store.changes.half_over(notices.tx, notices.place.id, notices.now_ms):
        thing = await cards.thing_of(notices, one)
        await store.changes.note_reminded(notices.tx, one.id, notices.now_ms)
        if thing is not None:
            await telling.remind(notices, thing, one)


async def _terms_over(notices: Notices) -> None:
    for one in await store.changes.over(notices.tx, notices.place.id, notices.now_ms):
        await settling.hold(notices, one.thing_id)
        await settling.settle(notices, one.id)


async def _promises_over(notices: Notices) -> None:
    for surface in await store.things.agreed_by_now(notices.tx, notices.place.id, notices.now_ms):
        await store.things.note_agreed_asked(notices.tx, surface.id, notices.now_ms)
        thing = await store.things.find(notices.tx, notices.place.id, surface.thing_id)
        if thing is not None and surface.change_id is None and not surface.gone:
            await telling.agreed_over(notices, thing, surface)


async def _photos_overdue(notices: Notices) -> None:
    """What there is, when the last photo did not come."""
    before = milliseconds(notices.now - rules.PHOTO_PATIENCE)
    for one in await store.changes.unshown(notices.tx, notices.place.id, before):
        await telling.gone(notices, one)


async def _lapsed(notices: Notices) -> None:
    """Nothing waits for ever: what was not changed long after its term stays."""
    before = milliseconds(notices.now - rules.LAPSES)
    for one in await store.changes.lapsed(notices.tx, notices.place.id, before):
        await settling.hold(notices, one.thing_id)
        if not await store.changes.end(notices.tx, one.id, Outcome.STAYS, notices.now_ms):
            continue
        thing = await cards.thing_of(notices, one)
        surface = await store.things.find_surface(notices.tx, one.surface_id)
        if thing is not None and surface is not None:
            told = t.told_lapsed(what=called(thing))
            await telling.ended(notices, thing, one, told)
            await telling.to_owners(notices, surface, told, cards.see_rows(thing))


JOBS = (Job("made", run, seconds=60),)
