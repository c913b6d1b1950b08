"""What somebody sends before she agreed: a little of it is kept for a few days, and taken up once she has."""

from datetime import timedelta
from enum import Enum

from bot.database.db import Tx

MOST, MOST_BYTES = 20, 50_000  # of what is kept for one person
KEPT = timedelta(days=3)
AGAIN_AFTER = timedelta(hours=1)  # from one "please agree first" to the next


class Kept(Enum):
    YES = "yes"
    NO = "no"  # there is no room, and she has just been told so
    NO_SAY_SO = "no, say so"


async def hold(tx: Tx, person_id: int, update: str, now: int) -> Kept:
    """A row for each update: what is long already is never written again. `update` is ASCII, as JSON."""
    count, size, told = await tx.one(
        lambda *row: row,
        "SELECT count(raw), coalesce(sum(length(raw)), 0), max(CASE WHEN raw IS NULL THEN held_at END)"
        " FROM held_updates WHERE person_id = ?",
        person_id,
    ) or (0, 0, None)
    if told is None and count < MOST and size + len(update) <= MOST_BYTES:
        await _add(tx, person_id, update, now)
        return Kept.YES
    if told is None:
        await _add(tx, person_id, None, now)
        return Kept.NO_SAY_SO
    if now - told < AGAIN_AFTER.total_seconds() * 1000:
        return Kept.NO
    await tx.run("UPDATE held_updates SET held_at = ? WHERE person_id = ? AND raw IS NULL", now, person_id)
    return Kept.NO_SAY_SO


async def take(tx: Tx, person_id: int) -> list[str | None]:
    """In the order in which they came. None stands where there was no room for more."""
    held = await tx.all(lambda raw: raw, "SELECT raw FROM held_updates WHERE person_id = ? ORDER BY id", person_id)
    if held:
        await tx.run("DELETE FROM held_updates WHERE person_id = ?", person_id)
    return held


async def prune(tx: Tx, before: int) -> None:
    await tx.run("DELETE FROM held_updates WHERE held_at < ?", before)


async def _add(tx: Tx, person_id: int, update: str | None, now: int) -> None:
    await tx.run("INSERT INTO held_updates (person_id, raw, held_at) VALUES (?, ?, ?)", person_id, update, now)
