"""How many of the changes are still good, for pages, digests and totals: nobody is named in a number."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.care.store.plans import STANDS

LATEST = (
    "(SELECT c.answer FROM care_checks c WHERE c.plan_id = p.id AND c.shown_at IS NOT NULL{since}"
    " ORDER BY c.id DESC LIMIT 1)"
)
# A look a month before the year is over counts for the year.
AFTER_A_YEAR = " AND c.answered_at >= p.done_at + CAST(335 AS BIGINT) * 86400000"


@dataclass(frozen=True)
class Still:
    """Of `done` changes: `open` are those that nobody has looked at again so far."""

    done: int
    good: int
    partly: int
    gone: int

    @property
    def open(self) -> int:
        return self.done - self.good - self.partly - self.gone


async def so_far(tx: Tx, place_id: int) -> Still:
    """Of everything that was done, as it was found last."""
    return await _still(tx, LATEST.format(since=""), "", place_id)


async def after_a_year(tx: Tx, place_id: int, done_before: int) -> Still:
    """Of what was done by then; what was gone earlier is gone."""
    return await _still(tx, LATEST.format(since=AFTER_A_YEAR), " AND p.done_at <= ?", place_id, done_before)


async def looked_between(tx: Tx, place_id: int, since: int, until: int) -> int:
    sql = (
        "SELECT count(*) FROM care_checks c JOIN care_plans p ON p.id = c.plan_id"
        " WHERE p.place_id = ? AND c.answered_at >= ? AND c.answered_at < ?"
    )
    return await tx.one(int, sql, place_id, since, until) or 0


async def _still(tx: Tx, latest: str, which: str, place_id: int, *values: int) -> Still:
    found = await tx.one(
        Still,
        "SELECT count(*),"  # noqa: S608 constants
        " coalesce(sum(CASE WHEN f.gone = 0 AND f.found = 'good' THEN 1 ELSE 0 END), 0),"
        " coalesce(sum(CASE WHEN f.gone = 0 AND f.found = 'partly' THEN 1 ELSE 0 END), 0),"
        " coalesce(sum(CASE WHEN f.gone = 1 OR f.found = 'gone' THEN 1 ELSE 0 END), 0)"
        f" FROM (SELECT {latest} AS found, CASE WHEN p.outcome = 'gone' THEN 1 ELSE 0 END AS gone"
        f" FROM care_plans p JOIN ideas i ON i.id = p.idea_id WHERE p.place_id = ? AND {STANDS}"
        f" AND coalesce(p.outcome, '') <> 'undone'{which}) f",
        place_id,
        *values,
    )
    return found or Still(0, 0, 0, 0)
