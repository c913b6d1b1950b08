"""How what was done goes on, as rows: what was found and when, and never by whom."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.care.store.plans import STANDS


@dataclass(frozen=True)
class CareRow:
    """One for each time somebody was to look; `idea` is its number. Closed without `found`: nobody came.

    Words are in it once they are for everybody.
    """

    idea: int | None
    done_at: int
    looked_after_by: int
    good_means: str
    care_day_weeks: int | None
    ended: str | None
    due_at: int | None
    found: str | None
    to_do: str | None
    found_at: int | None
    mended_at: int | None


async def rows(tx: Tx, place_id: int) -> list[CareRow]:
    held = "CASE WHEN p.steward_id IS NULL THEN 0 ELSE 1 END + CASE WHEN p.deputy_id IS NULL THEN 0 ELSE 1 END"
    return await tx.all(
        CareRow,
        f"SELECT i.number, p.done_at, {held}, p.good, p.care_weeks, p.outcome, c.due_at, c.answer,"  # noqa: S608
        " CASE WHEN c.shown_at IS NULL OR c.kept_back = 1 THEN NULL ELSE c.why END, c.answered_at, c.mended_at"
        " FROM care_plans p JOIN ideas i ON i.id = p.idea_id LEFT JOIN care_checks c ON c.plan_id = p.id"
        f" AND c.closed_at IS NOT NULL WHERE p.place_id = ? AND {STANDS} ORDER BY p.id, c.id",
        place_id,
    )
