"""What follows when a last photo is ready, or could not be kept."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import join
from bot.i18n.texts import machine as m
from bot.outbox.message import Button
from handlers.made import store, telling
from handlers.made.rules import Answer, Outcome
from handlers.made.words import t


async def picture_ready(notices: Notices, media_id: int) -> None:
    """Its makers may be waiting for it."""
    change_id = await store.photos.change_of(notices.tx, media_id)
    one = await store.changes.find(notices.tx, notices.place.id, change_id) if change_id is not None else None
    if one is not None and one.outcome is Outcome.GONE:
        await telling.gone(notices, one)


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    refused = await store.photos.refused(notices.tx, media_id)
    one = await store.changes.find(notices.tx, notices.place.id, refused[1]) if refused else None
    if refused is None or one is None:
        return
    why = m[f"picture-{reason.replace('_', '-')}"]
    if one.outcome is None:
        again = [[Button(t.other_photo, f"made.answer:{one.id}:{Answer.PHOTOGRAPH}")]]
        await notices.answer(refused[0], join(why, t.photo_refused), again)
        return
    await notices.answer(refused[0], why)
    if one.outcome is Outcome.GONE:
        # With what there is: nobody waits for a photo that does not come.
        await telling.gone(notices, one)
