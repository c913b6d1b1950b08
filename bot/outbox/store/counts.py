"""How many rows there are, and what must be true of them whatever happened."""

from dataclasses import dataclass

from bot.database.db import Tx

# Each with the question how many contradict it; `?` is now. Lane 2 is a notice.
PROMISES = (
    (
        "nobody who cannot be reached was written to",
        "SELECT count(*) FROM outbox o JOIN identities i ON i.door = o.door AND i.chat_id = o.chat_id"
        " WHERE o.state = 'sent' AND o.lane > 0 AND o.claimed_at > i.unreachable_at",
    ),
    (
        "nobody who has not agreed was told anything unasked",
        "SELECT count(*) FROM outbox o JOIN people p ON p.id = o.person_id"
        " WHERE o.state = 'sent' AND o.lane >= 2 AND o.method LIKE 'send%' AND p.consented_at IS NULL",
    ),
    (
        "a message to many reaches nobody twice",
        "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE campaign IS NOT NULL AND method LIKE 'send%'"
        " AND state IN ('sent', 'uncertain') GROUP BY campaign, person_id HAVING count(*) > 1) AS doubles",
    ),
    (
        "a message to many goes only to those it is for",
        "SELECT count(*) FROM outbox o JOIN campaigns c ON CAST(c.id AS TEXT) = o.campaign"
        # Without a list it is a message to one, only kept together with its later renewals.
        " WHERE o.method LIKE 'send%' AND EXISTS (SELECT 1 FROM campaign_people l WHERE l.campaign_id = c.id)"
        " AND NOT EXISTS (SELECT 1 FROM campaign_people p"
        " WHERE p.campaign_id = c.id AND p.person_id = o.person_id)",
    ),
    (
        "nothing is on its way for ever",
        "SELECT count(*) FROM outbox WHERE state = 'sending' AND claimed_at < CAST(? AS BIGINT) - 600000",
    ),
    (
        "nobody had three unasked messages of a place within a week",
        # Less an hour: a message that was held back counts from when it was due, not from when it arrived.
        "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE unasked_in IS NOT NULL AND state = 'sent'"
        " AND method LIKE 'send%' AND settled_at > CAST(? AS BIGINT) - 601200000"
        " GROUP BY unasked_in, person_id HAVING count(*) > 2) AS heaps",
    ),
)


@dataclass(frozen=True)
class Rang:
    """A message nobody waited for, at a door that rings; times in ms, quiet hours in minutes, `spoke_at` the last."""

    place_id: int
    quiet_from: int | None
    quiet_to: int | None
    queued_at: int
    claimed_at: int
    spoke_at: int


@dataclass(frozen=True)
class Rows:
    door: str
    lane: int
    state: str
    count: int


@dataclass(frozen=True)
class Due:
    """Since when (ms) the first row of a lane may leave."""

    door: str
    lane: int
    since: int


async def not_sent(tx: Tx) -> list[Rows]:
    """Found by the indexes of what is not sent: a quiet week of sent rows is not counted through at each look."""
    return await tx.all(
        Rows,
        "SELECT door, lane, state, count(*) FROM outbox WHERE state IN ('waiting', 'sending')"
        " GROUP BY door, lane, state"
        " UNION ALL SELECT door, lane, state, count(*) FROM outbox WHERE state IN ('refused', 'uncertain')"
        " GROUP BY door, lane, state ORDER BY 1, 2, 3",
    )


async def oldest_due(tx: Tx, now: int) -> list[Due]:
    return await tx.all(
        Due,
        "SELECT door, lane, min(not_before) FROM outbox WHERE state = 'waiting' AND not_before <= ?"
        " GROUP BY door, lane",
        now,
    )


async def rang(tx: Tx, door: str) -> list[Rang]:
    return await tx.all(
        Rang,
        "SELECT p.place_id, p.quiet_from, p.quiet_to, o.queued_at, o.claimed_at, i.spoke_at"
        " FROM outbox o JOIN people p ON p.id = o.person_id"
        " JOIN identities i ON i.door = o.door AND i.chat_id = o.chat_id"
        " WHERE o.door = ? AND o.state = 'sent' AND o.lane >= 2 AND o.method LIKE 'send%'",
        door,
    )


async def next_due(tx: Tx, now: int) -> int | None:
    """When the next row may leave, or a closed queue opens."""
    return await tx.one(
        lambda at: at,
        "SELECT min(due) FROM (SELECT not_before AS due FROM outbox WHERE state = 'waiting' AND not_before > ?"
        " UNION ALL SELECT until FROM closed_until WHERE until > ?) AS moments",
        now,
        now,
    )


async def settled_since(tx: Tx, since: int) -> dict[str, int]:
    """Messages, by state."""
    rows = await tx.all(
        lambda state, count: (state, count),
        "SELECT state, count(*) FROM outbox WHERE settled_at >= ? AND lane > 0 GROUP BY state ORDER BY state",
        since,
    )
    return dict(rows)


async def unasked_since(tx: Tx, since: int) -> list[tuple[int, int, int]]:
    """Person, place, how many reached her there without her having done anything for it."""
    return await tx.all(
        lambda *row: row,
        "SELECT person_id, unasked_in, count(*) FROM outbox WHERE state = 'sent' AND unasked_in IS NOT NULL"
        " AND person_id IS NOT NULL AND method LIKE 'send%' AND settled_at >= ?"
        " GROUP BY person_id, unasked_in ORDER BY person_id, unasked_in",
        since,
    )
