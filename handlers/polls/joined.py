"""Two people became one, or one two again: live counts follow."""

from collections.abc import Sequence

from bot.context import Notices
from handlers.polls import joined_store, live_store


async def show_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    for poll in await joined_store.with_votes_of(notices.tx, notices.place.id, *person_ids[:2]):
        await live_store.note_change(notices.tx, poll)
