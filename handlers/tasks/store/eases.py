"""Who was asked in private whether she wants to be asked less."""

from bot.database.db import Tx


async def asked_at(tx: Tx, place_id: int, person_id: int) -> int:
    sql = "SELECT asked_at FROM task_eases WHERE place_id = ? AND person_id = ?"
    return await tx.one(int, sql, place_id, person_id) or 0


async def note_asked(tx: Tx, place_id: int, person_id: int, now: int) -> None:
    await tx.run(
        "INSERT INTO task_eases (place_id, person_id, asked_at) VALUES (?, ?, ?)"
        " ON CONFLICT (place_id, person_id) DO UPDATE SET asked_at = excluded.asked_at",
        place_id,
        person_id,
        now,
    )


async def set_less(tx: Tx, place_id: int, person_id: int, less: int, now: int) -> None:
    """Whoever wants less is told of nothing until she asks for it again."""
    await tx.run(
        "INSERT INTO task_eases (place_id, person_id, asked_at, less) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (place_id, person_id) DO UPDATE SET less = excluded.less",
        place_id,
        person_id,
        now,
        less,
    )
    if less:
        await tx.run("DELETE FROM task_watches WHERE place_id = ? AND person_id = ?", place_id, person_id)
