"""Weeks as the owner told them."""

from bot.database.db import Tx
from handlers.busy.rules import How, Told

TOLD = "SELECT w.week, w.how, w.came FROM busy_weeks w WHERE w.place_id = ?"


async def find(tx: Tx, place_id: int, week: int) -> Told | None:
    return await tx.one(_told, f"{TOLD} AND w.week = ?", place_id, week)


async def since(tx: Tx, place_id: int, week: int) -> list[Told]:
    """From that week on, in order."""
    return await tx.all(_told, f"{TOLD} AND w.week >= ? ORDER BY w.week", place_id, week)


async def tell(tx: Tx, place_id: int, week: int, how: How, person_id: int, now: int) -> None:
    """Whoever tells it later is believed; the same said twice is said once, and a number stays."""
    await tx.run(
        "INSERT INTO busy_weeks (place_id, week, how, told_by, told_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, week) DO UPDATE SET how = excluded.how, told_by = excluded.told_by,"
        " told_at = excluded.told_at, looked_at = NULL WHERE busy_weeks.how <> excluded.how",
        place_id,
        week,
        how.value,
        person_id,
        now,
    )


async def set_number(tx: Tx, place_id: int, week: int, came: int | None, now: int) -> None:
    await tx.run(
        "UPDATE busy_weeks SET came = ?, told_at = ?, looked_at = NULL WHERE place_id = ? AND week = ?",
        came,
        now,
        place_id,
        week,
    )


async def any_new(tx: Tx) -> bool:
    return bool(await tx.one(int, "SELECT 1 FROM busy_weeks WHERE looked_at IS NULL LIMIT 1"))


async def take_new(tx: Tx, place_id: int, before: int, now: int) -> list[int]:
    """Weeks nobody has looked at for a fall; somebody has now."""
    weeks = await tx.all(
        int,
        "SELECT week FROM busy_weeks WHERE place_id = ? AND looked_at IS NULL AND told_at <= ? ORDER BY week",
        place_id,
        before,
    )
    await tx.run(
        "UPDATE busy_weeks SET looked_at = ? WHERE place_id = ? AND looked_at IS NULL AND told_at <= ?",
        now,
        place_id,
        before,
    )
    return weeks


async def forget(tx: Tx, place_id: int, before: int) -> None:
    """Weeks before that one."""
    await tx.run("DELETE FROM busy_weeks WHERE place_id = ? AND week < ?", place_id, before)


def _told(week: int, how: str, came: int | None) -> Told:
    return Told(week, How(how), came)
