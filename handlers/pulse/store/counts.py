"""Faces counted: those of the chat at the close, those of paper by hand; of the latter the newest row holds."""

from bot.database.db import Tx
from handlers.pulse.rules import Count, Question, Source

COUNT = "SELECT c.question, c.source, c.good, c.same, c.bad, c.unsaid FROM pulse_counts c"
HOLDS = (
    " NOT EXISTS (SELECT 1 FROM pulse_counts n WHERE n.round_id = c.round_id AND n.question = c.question"
    " AND n.source = c.source AND n.id > c.id)"
)


async def add(tx: Tx, round_id: int, count: Count, noted_by: int | None, now: int) -> None:
    """A new row; what was noted before stays beneath it."""
    await tx.run(
        "INSERT INTO pulse_counts (round_id, question, source, good, same, bad, unsaid, noted_by, noted_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        round_id,
        count.question.value,
        count.source.value,
        count.good,
        count.same,
        count.bad,
        count.unsaid,
        noted_by,
        now,
    )


async def of(tx: Tx, round_id: int) -> list[Count]:
    """Each question once from each source."""
    return await tx.all(_count, f"{COUNT} WHERE c.round_id = ? AND{HOLDS} ORDER BY c.source, c.id", round_id)


async def times_noted(tx: Tx, round_id: int, question: Question) -> int:
    """On paper."""
    sql = "SELECT count(*) FROM pulse_counts WHERE round_id = ? AND question = ? AND source = 'paper'"
    return await tx.one(int, sql, round_id, question.value) or 0


def _count(question: str, source: str, good: int, same: int, bad: int, unsaid: int) -> Count:
    return Count(Question(question), Source(source), good, same, bad, unsaid)
