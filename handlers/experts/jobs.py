"""By the clock: a question that nobody moves is told; what waits for a field goes to who came; half questions go."""

from bot.clock import milliseconds
from bot.dialogue.feature import Job
from bot.dialogue.notices import Notices
from handlers.experts import rules, store, telling


async def mind(notices: Notices) -> None:
    """Silence is told once, then it stands in the liaison's list until somebody moves it."""
    tx, place_id, now = notices.tx, notices.place.id, notices.now
    for one in await store.waiting.silent(tx, place_id, milliseconds(now - rules.SILENT)):
        if await store.waiting.note_told(tx, one.id, notices.now_ms):
            await telling.silent(notices, one)
    for one in await store.waiting.to_remind(tx, place_id, milliseconds(now - rules.REMINDED)):
        if await store.waiting.note_reminded(tx, one.id, notices.now_ms):
            await telling.remind(notices, one)


async def forget(notices: Notices) -> None:
    tx, place_id, now = notices.tx, notices.place.id, notices.now
    drafts, ended = milliseconds(now - rules.DRAFT_KEPT), milliseconds(now - rules.ENDED_KEPT)
    await telling.forget_pictures(notices, await store.pictures.of_old(tx, place_id, drafts, ended))
    await store.questions.forget_old(tx, place_id, drafts, ended)
    await store.experts.drop_old_links(tx, place_id, milliseconds(now - rules.LINK_GOOD_FOR))


JOBS = (Job("experts", mind, seconds=300), Job("experts: forget", forget, seconds=6 * 3600))
