"""How busy the shop was, as rows: what the owner told of each week, and what was counted at the door."""

from dataclasses import dataclass
from datetime import date

from bot.database.db import Tx
from handlers.busy.rules import DAYS


@dataclass(frozen=True)
class BusyRow:
    """`monday` is the day the week began; `came` is empty where no number was said."""

    monday: str
    how: str
    came: int | None


@dataclass(frozen=True)
class CountRow:
    """Ten minutes at the door."""

    passing: int
    staying: int
    children: int
    weather: str
    counted_at: int


async def weeks(tx: Tx, place_id: int) -> list[BusyRow]:
    return await tx.all(
        lambda week, how, came: BusyRow(date.fromordinal(week * DAYS + 1).isoformat(), how, came),
        "SELECT week, how, came FROM busy_weeks WHERE place_id = ? ORDER BY week",
        place_id,
    )


async def counts(tx: Tx, place_id: int) -> list[CountRow]:
    return await tx.all(
        CountRow,
        "SELECT passing, staying, children, weather, begun_at FROM busy_counts"
        " WHERE place_id = ? AND weather IS NOT NULL ORDER BY id",
        place_id,
    )
