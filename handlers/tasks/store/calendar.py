"""What of tasks stands in calendars: of a person what she does, of a place what needs somebody."""

from bot.database.db import Tx
from handlers.tasks.store.dates import DATE, STANDS, WANTED, Date, as_date


async def of_person(tx: Tx, person_id: int, since: int, limit: int) -> list[Date]:
    """In whichever place; what was called off is not there any more."""
    return await tx.all(
        as_date,
        f"{DATE} WHERE {STANDS} AND d.ends_at > ?"  # noqa: S608 constants
        " AND EXISTS (SELECT 1 FROM task_claims c WHERE c.date_id = d.id"
        " AND c.person_id = ? AND c.state IN ('claimed', 'stand_in', 'done')) ORDER BY d.starts_at, d.id LIMIT ?",
        since,
        person_id,
        limit,
    )


async def of_place(tx: Tx, place_id: int, now: int, limit: int) -> list[Date]:
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND {STANDS} AND d.ends_at > ? AND {WANTED} ORDER BY d.starts_at, d.id LIMIT ?",
        place_id,
        now,
        limit,
    )
