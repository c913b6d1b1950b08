"""Which reminders of a permit went out, each once for the day it is about."""

from bot.database.db import Tx
from handlers.permits.rules import Due, Reminder


async def noted(tx: Tx, permit_id: int) -> list[tuple[Reminder, int]]:
    sql = "SELECT kind, about_at FROM permit_reminders WHERE permit_id = ?"
    return await tx.all(lambda kind, about_at: (Reminder(kind), about_at), sql, permit_id)


async def note(tx: Tx, permit_id: int, due: Due, now: int, told_at: int | None) -> bool:
    """Whether it was not noted yet. `told_at` is None for one whose turn is over."""
    return bool(
        await tx.run(
            "INSERT INTO permit_reminders (permit_id, kind, about_at, noted_at, told_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            permit_id,
            due.kind.value,
            due.about_at,
            now,
            told_at,
        )
    )


async def told_since(tx: Tx, place_id: int, since: int) -> list[int]:
    """The permits of which somebody was reminded since then."""
    return await tx.all(
        int,
        "SELECT DISTINCT r.permit_id FROM permit_reminders r JOIN permits p ON p.id = r.permit_id"
        " WHERE p.place_id = ? AND r.told_at >= ? ORDER BY r.permit_id",
        place_id,
        since,
    )
