"""Tasks, as rows: how many did each date and how long all together, and never who."""

from dataclasses import dataclass

from bot.database.db import Tx

COUNT = "(SELECT count(*) FROM task_claims c WHERE c.date_id = d.id AND c.state = '{state}')"


@dataclass(frozen=True)
class TaskRow:
    """One for each date; `idea` is the number of the idea it belongs to, `event` the title of the event."""

    title: str
    kind: str
    work: str
    idea: int | None
    event: str | None
    spot: str | None
    needed: int
    minimum: int
    starts_at: int
    ends_at: int
    done: int
    minutes: int
    called_off: str | None


async def rows(tx: Tx, place_id: int) -> list[TaskRow]:
    """What was done of it; who could not come, or did not, is nobody else's."""
    done = COUNT.format(state="done")
    return await tx.all(
        TaskRow,
        "SELECT t.title, t.kind, t.work, i.number, e.title, o.name, t.needed, t.minimum, d.starts_at, d.ends_at,"  # noqa: S608
        f" {done}, (SELECT CAST(coalesce(sum(c.minutes), 0) AS BIGINT) FROM task_claims c WHERE c.date_id = d.id),"
        " CASE WHEN d.cancelled_at IS NOT NULL THEN d.reason END"
        " FROM task_dates d JOIN tasks t ON t.id = d.task_id LEFT JOIN spots o ON o.id = t.spot_id"
        " LEFT JOIN ideas i ON i.id = t.idea_id LEFT JOIN events e ON e.id = t.event_id"
        " WHERE t.place_id = ? AND t.state IN ('open', 'ended') ORDER BY d.starts_at, d.id",
        place_id,
    )
