"""When instalments are due, which of them were paid, and of which she has heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx

DATE = (
    "SELECT d.id, d.plan_id, d.person_id, p.number, d.due_at, d.paid_at, d.reminded, d.talked_at"
    " FROM private_dates d JOIN private_plans p ON p.id = d.plan_id"
)


@dataclass(frozen=True)
class Due:
    """`number` is that of what is paid. Times are ms."""

    id: int
    plan_id: int
    person_id: int
    number: int
    due_at: int
    paid_at: int | None
    reminded: int | None
    talked_at: int | None


async def find(tx: Tx, place_id: int, person_id: int, date_id: int) -> Due | None:
    """One of hers."""
    sql = f"{DATE} WHERE d.place_id = ? AND d.person_id = ? AND d.id = ?"
    return await tx.one(Due, sql, place_id, person_id, date_id)


async def of(tx: Tx, plan_id: int) -> list[Due]:
    return await tx.all(Due, f"{DATE} WHERE d.plan_id = ? ORDER BY d.due_at, d.id", plan_id)


async def next_of(tx: Tx, place_id: int, person_id: int) -> list[Due]:
    """What she has not paid yet, the earliest first."""
    sql = f"{DATE} WHERE d.place_id = ? AND d.person_id = ? AND d.paid_at IS NULL ORDER BY d.due_at, d.id"
    return await tx.all(Due, sql, place_id, person_id)


async def soon(tx: Tx, place_id: int, after: int, until: int) -> list[Due]:
    """Unpaid ones between two moments of which there is something left to say."""
    sql = (
        f"{DATE} WHERE d.place_id = ? AND d.paid_at IS NULL AND d.due_at > ? AND d.due_at <= ?"
        " AND (d.reminded IS NULL OR d.reminded > 0) ORDER BY d.due_at, d.id"
    )
    return await tx.all(Due, sql, place_id, after, until)


async def add(tx: Tx, place_id: int, plan_id: int, person_id: int, dues: Sequence[tuple[int, int | None]]) -> None:
    """Each with how many days before it she knows already."""
    await tx.many(
        "INSERT INTO private_dates (place_id, plan_id, person_id, due_at, reminded) VALUES (?, ?, ?, ?, ?)",
        [(place_id, plan_id, person_id, due_at, reminded) for due_at, reminded in dues],
    )


async def set_paid(tx: Tx, date_id: int, paid_at: int | None) -> None:
    await tx.run("UPDATE private_dates SET paid_at = ? WHERE id = ?", paid_at, date_id)


async def move(tx: Tx, date_id: int, due_at: int, reminded: int | None) -> None:
    await tx.run("UPDATE private_dates SET due_at = ?, reminded = ? WHERE id = ?", due_at, reminded, date_id)


async def note_reminded(tx: Tx, date_id: int, days: int) -> None:
    await tx.run("UPDATE private_dates SET reminded = ? WHERE id = ?", days, date_id)


async def note_talked(tx: Tx, date_id: int, now: int) -> None:
    await tx.run("UPDATE private_dates SET talked_at = ? WHERE id = ?", now, date_id)
