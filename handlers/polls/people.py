"""What becomes of polls when their maker or a voter leaves, or becomes one with somebody.

A closed poll stays as it was counted.
"""

from collections.abc import Sequence

from bot.dialogue.notices import Notices
from bot.dialogue.people import People
from bot.identity.columns import Fate, Leaving, PersonColumn
from handlers.polls import store

# Every vote, question and answer of one person in one poll belongs to one nameless person.
IN_POLL = ("poll", "poll_id")
CLOSED = "poll_id IN (SELECT id FROM polls WHERE state = 'closed')"


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Votes stay as totals. An option that was the words of her idea is only its number from now on."""
    await store.people.drop_drafts(notices.tx, notices.place.id, leaving.person_id)
    await store.people.number_options(notices.tx, notices.place.id, leaving.person_id)


async def show_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    """Live counts follow."""
    one, other = person_ids[:2]
    for poll in await store.people.with_votes_of(notices.tx, notices.place.id, one, other):
        await store.people.ask_voter(notices.tx, poll.id, one, other)
        await store.tallies.recount(notices.tx, poll.id)
        await store.live.note_change(notices.tx, poll)


PEOPLE = People(
    columns=(
        PersonColumn(
            "poll_votes",
            fate=Fate.NAMELESS,
            together=IN_POLL,
            once_per=("poll_id",),
            newest="voted_at",
            stays=CLOSED,
        ),
        # Hers, who was here first: a vote that counted goes on counting.
        PersonColumn("poll_asked", fate=Fate.NAMELESS, together=IN_POLL, once_per=("poll_id",), stays=CLOSED),
        PersonColumn("poll_reasons", once_per=("poll_id",), follows="poll_votes", stays=CLOSED),
        PersonColumn("poll_messages", export=False, once_per=("poll_id",), newest="pressed_at", stays=CLOSED),
        PersonColumn("poll_hearings", export=False, once_per=("poll_id",)),
        PersonColumn("poll_newcomers", export=False, once_per=("poll_id",)),
        PersonColumn("poll_steps", fate=Fate.NAMELESS),
        PersonColumn("poll_decisions", fate=Fate.NAMELESS),
        PersonColumn("polls", "made_by", Fate.NAMELESS),
    ),
    forgets=forgets,
    changed=show_anew,
)
