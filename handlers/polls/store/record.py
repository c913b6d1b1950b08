"""On record: who published, extended or closed a poll and why, and what it led to."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.polls.rules import Why
from handlers.polls.store.polls import Poll


@dataclass(frozen=True)
class Reason:
    """Typed, or one that was ready to press; both empty for none."""

    words: str = ""
    ready: Why | None = None


@dataclass(frozen=True)
class Step:
    """`name` is None where the clock did it; `closes_at` is until when it was open then."""

    what: str
    name: str | None
    reason: Reason
    closes_at: int
    at: int


@dataclass(frozen=True)
class Decision:
    words: str
    idea_id: int | None
    name: str
    decided_at: int


async def add_step(tx: Tx, poll: Poll, what: str, person_id: int | None, reason: Reason, now: int) -> None:
    await tx.run(
        "INSERT INTO poll_steps (poll_id, what, person_id, closes_at, at, reason, ready_reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        poll.id,
        what,
        person_id,
        poll.closes_at,
        now,
        reason.words,
        reason.ready.value if reason.ready else None,
    )


async def steps(tx: Tx, poll_id: int) -> list[Step]:
    """Oldest first."""
    return await tx.all(
        _step,
        "SELECT s.what, p.name, s.reason, s.ready_reason, s.closes_at, s.at"
        " FROM poll_steps s LEFT JOIN people p ON p.id = s.person_id WHERE s.poll_id = ? ORDER BY s.id",
        poll_id,
    )


async def note_decision(tx: Tx, poll_id: int, person_id: int, words: str, idea_id: int | None, now: int) -> None:
    await tx.run(
        "INSERT INTO poll_decisions (poll_id, person_id, words, idea_id, decided_at) VALUES (?, ?, ?, ?, ?)",
        poll_id,
        person_id,
        words,
        idea_id,
        now,
    )


async def find_decision(tx: Tx, poll_id: int) -> Decision | None:
    """The one that holds: the newest."""
    return await tx.one(
        Decision,
        "SELECT d.words, d.idea_id, p.name, d.decided_at FROM poll_decisions d JOIN people p ON p.id = d.person_id"
        " WHERE d.poll_id = ? ORDER BY d.id DESC LIMIT 1",
        poll_id,
    )


def _step(what: str, name: str | None, words: str, ready: str | None, closes_at: int, at: int) -> Step:
    return Step(what, name, Reason(words, Why(ready) if ready else None), closes_at, at)
