"""Which voters are still to hear what their poll led to."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Hearing:
    id: int
    poll_id: int
    person_id: int


async def owe_voters(tx: Tx, poll_id: int, but: int) -> None:
    """Everybody who voted, but whoever noted it."""
    await tx.run(
        "INSERT INTO poll_hearings (poll_id, person_id) SELECT DISTINCT v.poll_id, v.person_id FROM poll_votes v"
        " WHERE v.poll_id = ? AND v.person_id <> ? ON CONFLICT DO NOTHING",
        poll_id,
        but,
    )


async def any_owed(tx: Tx) -> bool:
    return bool(await tx.one(int, "SELECT 1 FROM poll_hearings LIMIT 1"))


async def take(tx: Tx, place_id: int, limit: int) -> list[Hearing]:
    """The first of them; they are told now."""
    found = await tx.all(
        Hearing,
        # In one statement, so that of two who take at once each gets what the other did not.
        "DELETE FROM poll_hearings WHERE id IN (SELECT h.id FROM poll_hearings h JOIN polls p ON p.id = h.poll_id"
        " WHERE p.place_id = ? ORDER BY h.id LIMIT ?) RETURNING id, poll_id, person_id",
        place_id,
        limit,
    )
    return sorted(found, key=lambda one: one.id)


async def undecided(tx: Tx, place_id: int, since: int, until: int, limit: int) -> list[tuple[int, str, int]]:
    """Closed between these moments with votes, and nobody noted what follows: id, question, when it closed."""
    return await tx.all(
        lambda *row: row,
        "SELECT p.id, p.question, p.closed_at FROM polls p WHERE p.place_id = ? AND p.state = 'closed'"
        " AND p.closed_at >= ? AND p.closed_at <= ? AND EXISTS (SELECT 1 FROM poll_votes v WHERE v.poll_id = p.id)"
        " AND NOT EXISTS (SELECT 1 FROM poll_decisions d WHERE d.poll_id = p.id) ORDER BY p.closed_at, p.id LIMIT ?",
        place_id,
        since,
        until,
        limit,
    )
