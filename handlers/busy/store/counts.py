"""Ten minutes at the door: who passed, who stayed, how many children, which weather."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.busy.rules import Weather

COUNT = (
    "SELECT c.id, c.week, c.begun_at, c.passing, c.staying, c.children, c.weather FROM busy_counts c"
    " WHERE c.place_id = ?"
)


@dataclass(frozen=True)
class Count:
    """A draft until it has its `weather`."""

    id: int
    week: int
    begun_at: int
    passing: int | None
    staying: int | None
    children: int | None
    weather: Weather | None


async def find_draft(tx: Tx, place_id: int, person_id: int, since: int) -> Count | None:
    """Her own, begun since then."""
    sql = f"{COUNT} AND c.counted_by = ? AND c.weather IS NULL AND c.begun_at > ? ORDER BY c.id DESC LIMIT 1"
    return await tx.one(_count, sql, place_id, person_id, since)


async def find(tx: Tx, place_id: int, count_id: int, person_id: int) -> Count | None:
    """Her own."""
    return await tx.one(_count, f"{COUNT} AND c.id = ? AND c.counted_by = ?", place_id, count_id, person_id)


async def finished(tx: Tx, place_id: int, week: int) -> list[Count]:
    """Since that week."""
    sql = f"{COUNT} AND c.week >= ? AND c.weather IS NOT NULL ORDER BY c.id"
    return await tx.all(_count, sql, place_id, week)


async def begin(tx: Tx, place_id: int, week: int, person_id: int, now: int) -> int:
    count_id = await tx.one(
        int,
        "INSERT INTO busy_counts (place_id, week, counted_by, begun_at) VALUES (?, ?, ?, ?) RETURNING id",
        place_id,
        week,
        person_id,
        now,
    )
    if count_id is None:
        raise LookupError("the new count has no id")
    return count_id


async def throw_away(tx: Tx, place_id: int, person_id: int) -> None:
    """What she has begun and not finished."""
    await tx.run(
        "DELETE FROM busy_counts WHERE place_id = ? AND counted_by = ? AND weather IS NULL", place_id, person_id
    )


async def set_passing(tx: Tx, count_id: int, number: int) -> None:
    await tx.run("UPDATE busy_counts SET passing = ? WHERE id = ?", number, count_id)


async def set_staying(tx: Tx, count_id: int, number: int) -> None:
    await tx.run("UPDATE busy_counts SET staying = ? WHERE id = ?", number, count_id)


async def set_children(tx: Tx, count_id: int, number: int) -> None:
    await tx.run("UPDATE busy_counts SET children = ? WHERE id = ?", number, count_id)


async def finish(tx: Tx, count_id: int, weather: Weather) -> bool:
    """False when it was finished before."""
    return bool(
        await tx.run(
            "UPDATE busy_counts SET weather = ? WHERE id = ? AND weather IS NULL AND passing IS NOT NULL"
            " AND staying IS NOT NULL AND children IS NOT NULL",
            weather.value,
            count_id,
        )
    )


async def forget(tx: Tx, place_id: int, before: int, drafts_before: int) -> None:
    """Finished ones from before that week, and drafts nobody came back to since that moment."""
    await tx.run(
        "DELETE FROM busy_counts WHERE place_id = ? AND (week < ? OR (weather IS NULL AND begun_at < ?))",
        place_id,
        before,
        drafts_before,
    )


def _count(
    count_id: int,
    week: int,
    begun_at: int,
    passing: int | None,
    staying: int | None,
    children: int | None,
    weather: str | None,
) -> Count:
    return Count(count_id, week, begun_at, passing, staying, children, Weather(weather) if weather else None)
