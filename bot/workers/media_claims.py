"""Pictures and voice notes that wait to be fetched: of several processes one takes each."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Database
from bot.database.leases import Claims

SEEN_AT_ONCE = 50
CLAIM = (
    "UPDATE media SET claimed_by = ?, claimed_until = ? WHERE id IN (SELECT id FROM media WHERE state = 'waiting'"  # noqa: S608
    f" AND not_before <= ? AND {Claims.FREE} ORDER BY id LIMIT ?{{skip_locked}})"
    " RETURNING id, door, file_id, kind, attempts, person_id,"
    " (SELECT place_id FROM people WHERE people.id = media.person_id)"
)


@dataclass(frozen=True)
class Waiting:
    id: int
    door: str
    file_id: str
    kind: str
    attempts: int
    person_id: int
    place_id: int


@dataclass(frozen=True)
class _Due:
    id: int
    claimed_by: int | None


async def claim(database: Database, claims: Claims, limit: int, now: datetime) -> list[Waiting]:
    """What is due and in nobody's hands, the first first. Where nothing waits it only looks."""
    async with database.read() as tx:
        due = await tx.all(
            _Due,
            "SELECT id, claimed_by FROM media WHERE state = 'waiting' AND not_before <= ? ORDER BY id LIMIT ?",
            milliseconds(now),
            SEEN_AT_ONCE,
        )
    if not due:
        return []
    await claims.release_dead([one.claimed_by for one in due])
    async with database.write() as tx:
        taken = await tx.all(
            Waiting,
            CLAIM.format(skip_locked=claims.skip_locked),
            *claims.mine(now),
            milliseconds(now),
            *claims.free(now),
            limit,
        )
    return sorted(taken, key=lambda one: one.id)
