"""Months as they were written down."""

from dataclasses import astuple, dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING
from handlers.ledger.rules import Counts

COUNTS = (
    "m.by_owner, m.by_team, m.by_vote, m.by_city, m.by_yard, m.by_several, m.by_silence, m.answered, m.median_days,"
    " m.oldest_days, m.voices, m.first_voices, m.undone, m.hidden"
)
MONTH = f"SELECT m.id, m.month, m.written_at, {COUNTS} FROM ledger_months m WHERE m.place_id = ?"  # noqa: S608 ours


@dataclass(frozen=True)
class Month:
    id: int
    month: int
    written_at: int
    counts: Counts


@dataclass(frozen=True)
class Against:
    """A decision against a vote, as everybody may read it on the board."""

    number: int
    words: str
    reason: str
    question: str


async def write(tx: Tx, place_id: int, month: int, counts: Counts, now: int) -> int | None:
    """None when it was written before."""
    return await tx.one(
        int,
        "INSERT INTO ledger_months (place_id, month, written_at, by_owner, by_team, by_vote, by_city, by_yard,"
        " by_several, by_silence, answered, median_days, oldest_days, voices, first_voices, undone, hidden)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
        place_id,
        month,
        now,
        *astuple(counts),
    )


async def note_against(tx: Tx, month_id: int, step_id: int, poll_id: int) -> None:
    await tx.run(
        "INSERT INTO ledger_against (month_id, step_id, poll_id) VALUES (?, ?, ?)", month_id, step_id, poll_id
    )


async def last(tx: Tx, place_id: int) -> int | None:
    return await tx.one(lambda month: month, "SELECT max(month) FROM ledger_months WHERE place_id = ?", place_id)


async def find(tx: Tx, place_id: int, month: int) -> Month | None:
    return await tx.one(_month, f"{MONTH} AND m.month = ?", place_id, month)


async def newest(tx: Tx, place_id: int, limit: int) -> list[Month]:
    return await tx.all(_month, f"{MONTH} ORDER BY m.month DESC LIMIT ?", place_id, limit)


async def against(tx: Tx, month_id: int) -> list[Against]:
    """What was hidden or undone since is not read out again."""
    return await tx.all(
        Against,
        "SELECT i.number, i.words, s.reason, p.question FROM ledger_against a"  # noqa: S608 our own words
        " JOIN idea_steps s ON s.id = a.step_id JOIN ideas i ON i.id = s.idea_id JOIN polls p ON p.id = a.poll_id"
        f" WHERE a.month_id = ? AND i.status IN ({PUBLIC}) AND {STANDING} ORDER BY a.id",
        month_id,
    )


async def warned(tx: Tx, place_id: int, month: int) -> bool:
    return bool(
        await tx.one(
            int,
            "SELECT count(*) FROM ledger_months WHERE place_id = ? AND month = ? AND warned_at IS NOT NULL",
            place_id,
            month,
        )
    )


async def note_warned(tx: Tx, month_id: int, now: int) -> None:
    await tx.run("UPDATE ledger_months SET warned_at = ? WHERE id = ? AND warned_at IS NULL", now, month_id)


def _month(month_id: int, month: int, written_at: int, *counts: int) -> Month:
    return Month(month_id, month, written_at, Counts(*counts))
