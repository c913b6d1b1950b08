"""Rows on their way: claimed, found abandoned, made to wait again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.claims import UNNUMBERED, claimers, left_by
from bot.database.db import Tx
from bot.outbox import calls
from bot.outbox.calls import Call
from bot.outbox.message import Lane
from bot.outbox.store.rows import State

WHOLE_DOOR = "*"
AFTER = timedelta(seconds=1)  # until an answer is said once more
CLAIM = """
UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ?, claimed_by = ?
WHERE id IN (
    SELECT due.id FROM outbox due
    WHERE due.state = 'waiting' AND due.door = ? AND due.lane BETWEEN ? AND ? AND due.not_before <= ?
    AND NOT EXISTS (
        SELECT 1 FROM outbox ahead
        WHERE ahead.door = due.door AND ahead.queue = due.queue AND ahead.id <> due.id
        AND ahead.state IN ('waiting', 'sending')  -- else SQLite does not see that its partial index fits
        AND (ahead.state = 'sending'
             OR (ahead.state = 'waiting' AND (ahead.not_before <= ? OR ahead.attempts > 0)
                 AND (ahead.lane < due.lane OR (ahead.lane = due.lane AND ahead.id < due.id)))))
    AND NOT EXISTS (
        SELECT 1 FROM closed_until closed
        WHERE closed.door = due.door AND closed.queue IN (due.queue, '*') AND closed.until > ?)
    ORDER BY due.lane, due.id LIMIT ?{skip_locked})
RETURNING id, door, queue, chat_id, method, params, lane, attempts, campaign, person_id, unasked_in, renewals
"""
# What another process looks after just now is left to it, so that nothing is said twice for one death.
ABANDONED = "SELECT id, door, method, campaign FROM outbox WHERE state = 'sending' AND {left}"
SKIP_LOCKED = {"postgres": " FOR UPDATE SKIP LOCKED", "sqlite": ""}  # by dialect; SQLite has one writer


@dataclass(frozen=True)
class Row:
    """A claimed row."""

    id: int
    door: str
    queue: str
    chat_id: int
    method: str
    params: str
    lane: int
    attempts: int
    campaign: str | None
    person_id: int | None
    unasked_in: int | None
    renewals: int

    @property
    def call(self) -> Call:
        return calls.load(self.method, self.params)


@dataclass(frozen=True)
class Abandoned:
    """Was on its way when a process died."""

    id: int
    door: str
    method: str
    campaign: str | None


class Claims:
    """The statements in this database's words."""

    def __init__(self, dialect: str) -> None:
        self._claim = CLAIM.format(skip_locked=SKIP_LOCKED[dialect])
        self._skip_locked = SKIP_LOCKED[dialect]
        self._unnumbered = UNNUMBERED[dialect]

    async def claim(
        self, tx: Tx, by: int, door: str, first: Lane, last: Lane, limit: int, now: datetime
    ) -> list[Row]:
        """At most so many that may leave now, one for each queue; the first to leave first."""
        at = milliseconds(now)
        rows = await tx.all(Row, self._claim, at, by, door, int(first), int(last), at, at, at, limit)
        return sorted(rows, key=lambda row: (row.lane, row.id))

    async def claimers(self, tx: Tx) -> set[int]:
        return await claimers(tx, "outbox", State.SENDING.value)

    async def abandoned(self, tx: Tx, dead: Collection[int], now: datetime) -> list[Abandoned]:
        sql = ABANDONED.format(left=left_by(dead)) + self._skip_locked
        return await tx.all(Abandoned, sql, *dead, milliseconds(now) - self._unnumbered)


@dataclass(frozen=True)
class Lately:
    """A call that left, or may have; `at` in ms."""

    chat_id: int
    method: str
    lane: int
    at: int


async def sent_lately(tx: Tx, door: str, since: int) -> list[Lately]:
    """The oldest first; what nobody knows the end of counts as now."""
    return await tx.all(
        Lately,
        "SELECT chat_id, method, lane, settled_at FROM outbox WHERE settled_at > ? AND door = ? AND attempts > 0"
        " AND chat_id IS NOT NULL UNION ALL SELECT chat_id, method, lane, CAST(9e15 AS BIGINT) FROM outbox"
        " WHERE door = ? AND state = 'sending' AND claimed_at > ? ORDER BY 4",
        since,
        door,
        door,
        since,
    )


async def last_closed_until(tx: Tx, door: str) -> int | None:
    """The end of the last time for which the door wanted to hear nothing, as far as it is remembered."""
    return await tx.one(_number, "SELECT max(until) FROM closed_until WHERE door = ?", door)


def _number(value: int | None) -> int | None:
    return value


async def lanes_due(tx: Tx, now: int) -> list[tuple[str, int]]:
    """In which of them (door, lane) something may leave, or could if its chat had not enough for now."""
    return await tx.all(
        lambda door, lane: (door, lane),
        "SELECT DISTINCT door, lane FROM outbox WHERE state = 'waiting' AND not_before <= ?",
        now,
    )


async def settle_abandoned(tx: Tx, row_id: int, state: State, now: datetime) -> None:
    """It waits again, or nobody knows what became of it."""
    settled_at = None if state is State.WAITING else milliseconds(now)
    await tx.run("UPDATE outbox SET state = ?, settled_at = ? WHERE id = ?", state.value, settled_at, row_id)


async def renew(tx: Tx, row_id: int, error: str, now: datetime, most: int) -> bool:
    """Whether the row waits to leave once more; else it is as it was. In a group nobody waits."""
    return bool(
        await tx.run(
            "UPDATE outbox SET state = 'waiting', renewals = renewals + 1, not_before = ?, error = ?"
            " WHERE id = ? AND state = 'sending' AND lane = ? AND chat_id > 0 AND renewals < ?",
            milliseconds(now + AFTER),
            error,
            row_id,
            int(Lane.ANSWER),
            most,
        )
    )


async def doors_to_renew(tx: Tx) -> list[str]:
    """Where an answer waits to be said once more."""
    return await tx.all(str, "SELECT DISTINCT door FROM outbox WHERE state = 'waiting' AND renewals > 0")


async def let_go(tx: Tx, door: str, now: int) -> None:
    """What waits for its next try leaves now."""
    await tx.run(
        "UPDATE outbox SET not_before = ? WHERE door = ? AND state = 'waiting' AND attempts > 0 AND not_before > ?",
        now,
        door,
        now,
    )


async def wait_again(tx: Tx, row_id: int) -> None:
    await tx.run("UPDATE outbox SET state = 'waiting' WHERE id = ?", row_id)


async def wait_until(tx: Tx, row_id: int, moment: int) -> None:
    await tx.run("UPDATE outbox SET state = 'waiting', not_before = ? WHERE id = ?", moment, row_id)


async def close(tx: Tx, door: str, queue: str, until: int) -> None:
    """No call to this queue before that moment, or to none at WHOLE_DOOR."""
    await tx.run(
        "INSERT INTO closed_until (door, queue, until) VALUES (?, ?, ?)"
        " ON CONFLICT (door, queue) DO UPDATE SET until ="
        " CASE WHEN excluded.until > closed_until.until THEN excluded.until ELSE closed_until.until END",
        door,
        queue,
        until,
    )
