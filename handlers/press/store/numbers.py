"""Numbers of a place, each with how many it was counted over. Whether one may be told is a rule (press/rules.py)."""

from statistics import median_low

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import DECISIONS, STANDING
from handlers.ledger import store as ledger
from handlers.press.rules import Count, Number
from handlers.press.store.sources import FINISHED
from handlers.pulse import store as pulse
from handlers.pulse.rules import Question

HERE = f"FROM ideas i WHERE i.place_id = ? AND i.status IN ({PUBLIC})"
ANSWERED = (
    f"SUM(CASE WHEN EXISTS (SELECT 1 FROM idea_steps s WHERE s.idea_id = i.id AND s.to_status IN ({DECISIONS})"  # noqa: S608
    f" AND {STANDING}) THEN 1 ELSE 0 END)"
)
DONE = f"SUM(CASE WHEN i.status IN ({FINISHED}) THEN 1 ELSE 0 END)"


async def all_of(tx: Tx, place_id: int, now: int) -> tuple[Number, ...]:
    """In the order in which they are told."""
    many, authors, answered, done = await _ideas(tx, place_id)
    voices, people = await _pair(
        tx,
        "SELECT count(*), count(DISTINCT v.person_id) FROM idea_voices v JOIN ideas i ON i.id = v.idea_id"  # noqa: S608
        f" WHERE i.place_id = ? AND v.via IS NULL AND v.apart <> 1 AND i.status IN ({PUBLIC})",
        place_id,
    )
    good, looks = await _pair(
        tx,
        "SELECT CAST(coalesce(sum(CASE WHEN c.answer = 'good' THEN 1 ELSE 0 END), 0) AS BIGINT), count(*)"
        " FROM care_checks c JOIN care_plans p ON p.id = c.plan_id WHERE p.place_id = ? AND c.answer IS NOT NULL"
        " AND c.shown_at IS NOT NULL",
        place_id,
    )
    taken = await ledger.record.decisions(tx, place_id, 0, now)
    days = [one.days for one in taken if one.days is not None]
    better, faces = await _better(tx, place_id)
    return (
        Number(Count.BETTER, better, faces),
        Number(Count.DONE, done, many),
        Number(Count.GOOD, good, looks),
        Number(Count.ANSWERED, answered, many),
        Number(Count.DAYS, median_low(days) if days else 0, len(days)),
        Number(Count.VOICES, voices, people),
        Number(Count.IDEAS, many, authors),
    )


async def _ideas(tx: Tx, place_id: int) -> tuple[int, int, int, int]:
    sql = (
        f"SELECT count(*), count(DISTINCT i.person_id), CAST(coalesce({ANSWERED}, 0) AS BIGINT),"
        f" CAST(coalesce({DONE}, 0) AS BIGINT) {HERE}"
    )
    return await tx.one(lambda *counted: counted, sql, place_id) or (0, 0, 0, 0)


async def _better(tx: Tx, place_id: int) -> tuple[int, int]:
    """Of the last round that is over, in the chat and on paper: whether the place is better."""
    closed = await pulse.rounds.closed(tx, place_id, 1)
    counts = await pulse.counts.of(tx, closed[0].id) if closed else []
    found = [one for one in counts if one.question is Question.PLACE]
    return sum(one.good for one in found), sum(one.faces for one in found)


async def _pair(tx: Tx, sql: str, place_id: int) -> tuple[int, int]:
    return await tx.one(lambda value, n: (value, n), sql, place_id) or (0, 0)
