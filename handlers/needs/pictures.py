"""What follows when the photo of what was brought, or of a receipt, is ready or could not be kept."""

from bot.dialogue.notices import Notices
from bot.i18n.texts import machine as m
from handlers.needs import store, telling


async def picture_ready(notices: Notices, media_id: int) -> None:
    """Whoever brought it gets it with the thanks."""
    found = await store.pledges.of_picture(notices.tx, media_id)
    if found is not None:
        await telling.it_is_here(notices, found[0])


async def picture_refused(notices: Notices, media_id: int, reason: str) -> None:
    """The thanks go without it."""
    found = await store.pledges.of_picture(notices.tx, media_id)
    sender = found[1] if found is not None else await store.lines.drop_receipt(notices.tx, media_id)
    if found is not None:
        await store.pledges.drop_picture(notices.tx, media_id)
        await telling.it_is_here(notices, found[0])
    if sender is not None:
        await notices.answer(sender, m[f"picture-{reason.replace('_', '-')}"])
