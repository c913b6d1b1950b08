"""What somebody who leaves wrote into polls, and where two people voted who become one."""

from bot.database.db import Tx
from handlers.polls.store.polls import POLL, Poll, read_poll


async def drop_drafts(tx: Tx, place_id: int, person_id: int) -> None:
    drafts = "SELECT id FROM polls WHERE place_id = ? AND made_by = ? AND state IN ('draft', 'dropped')"
    await tx.run(f"UPDATE poll_options SET words = '' WHERE poll_id IN ({drafts})", place_id, person_id)  # noqa: S608
    await tx.run(
        "UPDATE polls SET state = 'dropped', question = '' WHERE place_id = ? AND made_by = ?"
        " AND state IN ('draft', 'dropped')",
        place_id,
        person_id,
    )


async def number_options(tx: Tx, place_id: int, person_id: int) -> None:
    """Expects that the words of those of her ideas that do not stay are gone already."""
    await tx.run(
        "UPDATE poll_options SET words = '/' || (SELECT CAST(i.number AS TEXT) FROM ideas i"
        " WHERE i.id = poll_options.idea_id) WHERE idea_id IN (SELECT i.id FROM ideas i WHERE i.place_id = ?"
        " AND i.person_id = ? AND i.words = '' AND i.number IS NOT NULL)",
        place_id,
        person_id,
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
