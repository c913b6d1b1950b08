"""What follows when the photo of a spot could not be kept."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import join
from bot.i18n.texts import machine as m
from handlers.places import store
from handlers.places.words import t


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    person_id = await store.take_photo_off(notices.tx, media_id)
    if person_id is not None:
        why = m[f"picture-{reason.replace('_', '-')}"]
        await notices.tell(person_id, join(why, t.spot_without_photo))
