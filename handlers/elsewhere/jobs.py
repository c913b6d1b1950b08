"""By the clock: what can no longer be taken back is forgotten, and old links as well."""

from datetime import timedelta

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from bot.identity import linking
from handlers.elsewhere import store

LINKS_KEPT = timedelta(days=1)  # as long as they count against the most somebody may make


async def forget(notices: Notices) -> None:
    await linking.erase_rows(notices.tx, milliseconds(notices.now - linking.UNDO_FOR))
    await store.forget_links(notices.tx, milliseconds(notices.now - LINKS_KEPT))
