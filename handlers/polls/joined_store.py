"""What names a person among the polls. A closed poll stays as it was counted."""

from bot.database.db import Tx
from bot.identity.joined_rows import Meeting
from handlers.polls.store import POLL, Poll, read_poll

CLOSED = "poll_id IN (SELECT id FROM polls WHERE state = 'closed')"
MEETINGS = (
    Meeting("polls", "made_by"),
    Meeting("poll_votes", once_per=("poll_id",), newest="voted_at", stays=CLOSED),
    Meeting("poll_reasons", once_per=("poll_id",), follows="poll_votes", stays=CLOSED),
    # Hers, who was here first: a vote that counted goes on counting.
    Meeting("poll_asked", once_per=("poll_id",), stays=CLOSED),
    Meeting("poll_messages", once_per=("poll_id",), newest="pressed_at", stays=CLOSED),
    Meeting("poll_newcomers", once_per=("poll_id",)),
    Meeting("poll_steps"),
    Meeting("poll_decisions"),
)


async def with_votes_of(tx: Tx, place_id: int, one: int, other: int) -> list[Poll]:
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND state = 'open'"  # noqa: S608 constant
        " AND EXISTS (SELECT 1 FROM poll_votes v WHERE v.poll_id = polls.id AND v.person_id IN (?, ?)) ORDER BY id",
        place_id,
        one,
        other,
    )


async def ask_voter(tx: Tx, poll_id: int, person_id: int, other: int) -> None:
    """After they parted a changed vote may stay with whoever was not asked herself: it counts as the other's did."""
    await tx.run(
        "INSERT INTO poll_asked (poll_id, person_id, apart) SELECT a.poll_id, CAST(? AS BIGINT), a.apart"
        " FROM poll_asked a WHERE a.poll_id = ? AND a.person_id = ? AND EXISTS"
        " (SELECT 1 FROM poll_votes v WHERE v.poll_id = a.poll_id AND v.person_id = ?) ON CONFLICT DO NOTHING",
        person_id,
        poll_id,
        other,
        person_id,
    )
