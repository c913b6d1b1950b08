"""Who organises what is to come, and whose draft is whose."""

from dataclasses import dataclass

from bot.database.db import Tx

# Announced and to come, of a weekly event its next date; and drafts.
ITS_NEXT = (
    "NOT EXISTS (SELECT 1 FROM events s WHERE s.series_id = e.series_id AND s.status = 'announced'"
    " AND s.starts_at > ? AND s.starts_at < e.starts_at)"
)
OPEN = f"(e.status = 'draft' OR (e.status = 'announced' AND e.starts_at > ? AND {ITS_NEXT}))"
ORGANISED = (
    "SELECT e.id, e.title, e.status, coalesce(e.announced_at, e.made_at), e.with_team FROM events e"
    " WHERE e.place_id = ?"
)


@dataclass(frozen=True)
class Organised:
    id: int
    title: str
    status: str
    since: int
    with_team: int


async def organisers(tx: Tx, place_id: int, now: int) -> list[int]:
    sql = f"SELECT DISTINCT e.maker_id FROM events e WHERE e.place_id = ? AND e.with_team = 0 AND {OPEN}"  # noqa: S608
    return await tx.all(int, f"{sql} ORDER BY e.maker_id", place_id, now, now)


async def organised_by(tx: Tx, place_id: int, person_id: int, now: int) -> list[Organised]:
    sql = f"{ORGANISED} AND e.maker_id = ? AND e.with_team = 0 AND {OPEN} ORDER BY e.id"
    return await tx.all(Organised, sql, place_id, person_id, now, now)


async def find(tx: Tx, place_id: int, event_id: int, now: int) -> Organised | None:
    return await tx.one(Organised, f"{ORGANISED} AND e.id = ? AND {OPEN}", place_id, event_id, now, now)


async def hand_on(tx: Tx, place_id: int, event_id: int, from_id: int | None, to_id: int | None, now: int) -> bool:
    """With all dates of it that are to come; whether it was with this person, or with the team."""
    whose = "e.with_team = 1" if from_id is None else "e.with_team = 0 AND e.maker_id = ?"
    given = "with_team = 1" if to_id is None else "with_team = 0, maker_id = ?"
    whole = "id = ? OR (series_id = (SELECT e.series_id FROM events e WHERE e.id = ?) AND starts_at > ?)"
    there = f"SELECT 1 FROM events e WHERE e.id = ? AND e.status = 'announced' AND {whose}"  # noqa: S608 our own words
    return bool(
        await tx.run(
            f"UPDATE events SET {given} WHERE place_id = ? AND status = 'announced' AND ({whole})"  # noqa: S608
            f" AND EXISTS ({there})",
            *(() if to_id is None else (to_id,)),
            place_id,
            event_id,
            event_id,
            now,
            event_id,
            *(() if from_id is None else (from_id,)),
        )
    )


async def hand_on_draft(tx: Tx, place_id: int, event_id: int, from_id: int, to_id: int) -> bool:
    """Not to somebody who is making another one."""
    return bool(
        await tx.run(
            "UPDATE events SET maker_id = ? WHERE place_id = ? AND id = ? AND status = 'draft' AND maker_id = ?"
            " AND NOT EXISTS (SELECT 1 FROM events d WHERE d.place_id = ? AND d.maker_id = ? AND d.status = 'draft')",
            to_id,
            place_id,
            event_id,
            from_id,
            place_id,
            to_id,
        )
    )


async def drop_draft(tx: Tx, place_id: int, event_id: int, person_id: int) -> bool:
    sql = "DELETE FROM events WHERE place_id = ? AND id = ? AND status = 'draft' AND maker_id = ?"
    return bool(await tx.run(sql, place_id, event_id, person_id))
