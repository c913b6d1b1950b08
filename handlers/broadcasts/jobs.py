"""The line that counts up, and the report at the end."""

from bot.context import Notices
from handlers.broadcasts import sending, store


async def count_up(notices: Notices) -> None:
    for one in await store.under_way(notices.tx, notices.place.id):
        await sending.tell_progress(notices, one)
