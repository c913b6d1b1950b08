"""Two people became one, or one two again: live counts follow."""

from collections.abc import Sequence

from bot.dialogue.context import Notices
from handlers.polls import joined_store, live_store, tally_store


async def show_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    one, other = person_ids[:2]
    for poll in await joined_store.with_votes_of(notices.tx, notices.place.id, one, other):
        await joined_store.ask_voter(notices.tx, poll.id, one, other)
        await tally_store.recount(notices.tx, poll.id)
        await live_store.note_change(notices.tx, poll)
