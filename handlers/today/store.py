"""What was said about the things that wait: whose they are, notes, and who sees them later."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.roles import TEAM, holds


@dataclass(frozen=True)
class Mark:
    """`given_to` holds a role of the team; `to` and `noted_by` are names, '' where they have none. Times are ms."""

    subject: str
    given_to: int | None
    to: str
    given_at: int
    note: str
    noted_by: str


async def marks(tx: Tx, place_id: int) -> list[Mark]:
    """Whoever has left the team holds nothing any more."""
    held = holds("g.id", "m.place_id", *sorted(TEAM.roles))
    sql = (
        "SELECT m.subject, g.id, coalesce(g.name, ''), m.given_at, m.note, coalesce(n.name, '')"  # noqa: S608 our words
        f" FROM today_marks m LEFT JOIN people g ON g.id = m.given_to AND {held}"
        " LEFT JOIN people n ON n.id = m.note_by WHERE m.place_id = ?"
    )
    return await tx.all(Mark, sql, place_id)


async def later(tx: Tx, place_id: int, person_id: int, now: int) -> list[str]:
    sql = "SELECT subject FROM today_later WHERE place_id = ? AND person_id = ? AND until > ?"
    return await tx.all(str, sql, place_id, person_id, now)


async def give(tx: Tx, place_id: int, subject: str, to: int | None, now: int) -> None:
    await tx.run(
        "INSERT INTO today_marks (place_id, subject, given_to, given_at, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, subject) DO UPDATE SET given_to = excluded.given_to, given_at = excluded.given_at,"
        " changed_at = excluded.changed_at",
        place_id, subject, to, now, now,
    )  # fmt: skip


async def note(tx: Tx, place_id: int, subject: str, words: str, by: int, now: int) -> None:
    """The newest takes the place of the one before."""
    await tx.run(
        "INSERT INTO today_marks (place_id, subject, note, note_by, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, subject) DO UPDATE SET note = excluded.note, note_by = excluded.note_by,"
        " changed_at = excluded.changed_at",
        place_id, subject, words, by, now,
    )  # fmt: skip


async def put_off(tx: Tx, place_id: int, subject: str, person_id: int, until: int) -> None:
    await tx.run(
        "INSERT INTO today_later (place_id, subject, person_id, until) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (place_id, person_id, subject) DO UPDATE SET until = excluded.until",
        place_id, subject, person_id, until,
    )  # fmt: skip


async def prune(tx: Tx, place_id: int, now: int, before: int) -> None:
    await tx.run("DELETE FROM today_later WHERE place_id = ? AND until <= ?", place_id, now)
    await tx.run("DELETE FROM today_marks WHERE place_id = ? AND changed_at <= ?", place_id, before)


@dataclass(frozen=True)
class Colleague:
    id: int
    name: str


async def team(tx: Tx, place_id: int) -> list[Colleague]:
    held = holds("p.id", "m.place_id", *sorted(TEAM.roles))
    sql = (
        "SELECT p.id, coalesce(p.name, '') FROM members m JOIN people p ON p.id = m.person_id"  # noqa: S608 our words
        f" WHERE m.place_id = ? AND {held} ORDER BY p.name, p.id LIMIT 50"
    )
    return await tx.all(Colleague, sql, place_id)
