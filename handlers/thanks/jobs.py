"""By the clock: occasions to thank somebody are noted and lapse, and what nobody signed comes back."""

from zoneinfo import ZoneInfo

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from bot.outbox.message import Button
from handlers.thanks import rules, store
from handlers.thanks.rules import Occasion, State
from handlers.thanks.words import t


async def run(notices: Notices) -> None:
    await _note_occasions(notices)
    fresh = milliseconds(notices.now - rules.FRESH)
    await store.thanks.lapse(notices.tx, notices.place.id, fresh, notices.now_ms)
    await store.thanks.prune(notices.tx, notices.place.id, milliseconds(notices.now - rules.KEPT))
    kept = milliseconds(notices.now - rules.DRAFT_KEPT)
    await store.certificates.drop_old_drafts(notices.tx, notices.place.id, kept)
    await _nobody_signed(notices)


async def _note_occasions(notices: Notices) -> None:
    """What was noted already stays as it is."""
    tx, place_id, zone = notices.tx, notices.place.id, ZoneInfo(notices.place.timezone)
    here = await store.deeds.here(tx, place_id)
    for person_id, at in (await store.deeds.times(tx, place_id, notices.now_ms)).items():
        if person_id not in here:
            continue
        for kind, subject, since in rules.occasions(at, notices.now_ms, zone):
            await store.thanks.note(tx, place_id, person_id, kind, subject, since)
    fresh = milliseconds(notices.now - rules.FRESH)
    for one in await store.deeds.worked_on_again(tx, place_id, fresh):
        if one.person_id in here:
            await store.thanks.note(tx, place_id, one.person_id, Occasion.AGAIN, one.step_id, one.at)


async def _nobody_signed(notices: Notices) -> None:
    """Nothing waits for ever: its person hears so, and asks again or elsewhere."""
    before = milliseconds(notices.now - rules.WAITS)
    for one in await store.certificates.overdue(notices.tx, notices.place.id, before):
        await notices.tx.lock(f"certificate of {one.person_id}")
        await notices.tx.lock(f"certificate {one.id}")
        now = await store.certificates.find(notices.tx, notices.place.id, one.id)
        if now is None or now.state is not State.ASKED:
            continue  # signed a moment ago
        await store.certificates.set_state(notices.tx, one.id, State.DRAFT, notices.now_ms)
        if one.person_id is not None:
            again = Button(t.change_it, "thanks.begin_below")
            await notices.answer(one.person_id, t.nobody_signed, [[again]])


JOBS = (Job("thanks", run, seconds=3600),)
