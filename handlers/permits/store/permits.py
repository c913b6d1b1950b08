"""Permits: one, all of a place by date, those of an idea, and where they went."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import FAMILY
from handlers.permits import rules
from handlers.permits.rules import Fee, Kind, Status, Whose

COLUMNS = (
    "p.id, p.place_id, p.idea_id, i.number, coalesce(i.words, ''), p.kind, p.status, p.number, p.description,"
    " p.whose, p.fee, p.office, p.office_words, p.conditions, p.refused_by, p.ask_else, p.applied_at, p.expected_at,"
    " p.issued_at, p.completed_at, p.expires_at, p.status_at"
)
PERMIT = f"SELECT {COLUMNS} FROM permits p LEFT JOIN ideas i ON i.id = p.idea_id"  # noqa: S608 constant
OPEN = ", ".join(f"'{one.value}'" for one in sorted(rules.OPEN))
WAITS = ", ".join(f"'{one.value}'" for one in sorted(rules.WAITS))
VALID = ", ".join(f"'{one.value}'" for one in sorted(rules.VALID))
# What is open comes first, by the day it is expected; then what is valid, by the day it ends; then what is over.
BY_DATE = (
    f" ORDER BY CASE WHEN p.status IN ({OPEN}) THEN 0 WHEN p.status IN ({VALID}) THEN 1 ELSE 2 END,"
    f" CASE WHEN p.status IN ({WAITS}) AND p.expected_at IS NOT NULL THEN p.expected_at"
    f" WHEN p.status IN ({VALID}) AND p.expires_at IS NOT NULL THEN p.expires_at ELSE 9999999999999 END, p.id DESC"
)
# The columns that somebody writes by hand.
WRITTEN = ("number", "description", "office", "office_words", "conditions", "refused_by", "ask_else")
DAYS = ("applied_at", "expected_at", "issued_at", "completed_at", "expires_at")


@dataclass(frozen=True)
class Permit:
    """`idea_number` and `idea_words` are those of its idea. Times are ms."""

    id: int
    place_id: int
    idea_id: int | None
    idea_number: int | None
    idea_words: str
    kind: Kind
    status: Status
    number: str
    description: str
    whose: Whose | None
    fee: Fee | None
    office: str
    office_words: str
    conditions: str
    refused_by: str
    ask_else: str
    applied_at: int | None
    expected_at: int | None
    issued_at: int | None
    completed_at: int | None
    expires_at: int | None
    status_at: int


async def add(tx: Tx, place_id: int, idea_id: int | None, kind: Kind, by: int, now: int) -> int:
    permit_id = await tx.one(
        int,
        "INSERT INTO permits (place_id, idea_id, kind, begun_by, begun_at, status_at)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        idea_id,
        kind.value,
        by,
        now,
        now,
    )
    if permit_id is None:
        raise LookupError("the new permit has no id")
    return permit_id


async def find(tx: Tx, place_id: int, permit_id: int) -> Permit | None:
    return await tx.one(read_permit, f"{PERMIT} WHERE p.place_id = ? AND p.id = ?", place_id, permit_id)


async def listed(tx: Tx, place_id: int, offset: int, limit: int) -> list[Permit]:
    return await tx.all(
        read_permit, f"{PERMIT} WHERE p.place_id = ?{BY_DATE} LIMIT ? OFFSET ?", place_id, limit, offset
    )


async def with_dates(tx: Tx, place_id: int, limit: int) -> list[Permit]:
    """What waits for the city or is about to end; what has no day stands last."""
    sql = f"{PERMIT} WHERE p.place_id = ? AND (p.status IN ({OPEN}) OR (p.status IN ({VALID})"
    return await tx.all(read_permit, f"{sql} AND p.expires_at IS NOT NULL)){BY_DATE} LIMIT ?", place_id, limit)


async def of_idea(tx: Tx, idea_id: int) -> list[Permit]:
    """Also those of what was merged into it, the newest first."""
    sql = (
        f"{FAMILY} SELECT {COLUMNS} FROM permits p"  # noqa: S608 constants
        " JOIN family f ON f.id = p.idea_id JOIN ideas i ON i.id = p.idea_id"
    )
    return await tx.all(read_permit, f"{sql} ORDER BY p.id DESC", idea_id)


async def count_open(tx: Tx, place_id: int) -> int:
    sql = f"SELECT count(*) FROM permits WHERE place_id = ? AND status IN ({OPEN})"  # noqa: S608 constant
    return await tx.one(int, sql, place_id) or 0


async def latest_of(tx: Tx, place_id: int, idea_id: int | None, kind: Kind) -> int | None:
    """One of this kind that is still open: begun twice is begun once."""
    sql = f"SELECT max(id) FROM permits WHERE place_id = ? AND kind = ? AND status IN ({OPEN})"  # noqa: S608 constant
    if idea_id is None:
        return await tx.one(_or_none, f"{sql} AND idea_id IS NULL", place_id, kind.value)
    return await tx.one(_or_none, f"{sql} AND idea_id = ?", place_id, kind.value, idea_id)


async def write(tx: Tx, permit_id: int, column: str, words: str) -> None:
    if column not in WRITTEN:
        raise LookupError(column)
    await tx.run(f"UPDATE permits SET {column} = ? WHERE id = ?", words, permit_id)  # noqa: S608 one of ours


async def set_day(tx: Tx, permit_id: int, column: str, at: int | None) -> None:
    if column not in DAYS:
        raise LookupError(column)
    await tx.run(f"UPDATE permits SET {column} = ? WHERE id = ?", at, permit_id)  # noqa: S608 one of ours


async def set_whose(tx: Tx, permit_id: int, whose: Whose) -> None:
    await tx.run("UPDATE permits SET whose = ? WHERE id = ?", whose.value, permit_id)


async def set_fee(tx: Tx, permit_id: int, fee: Fee) -> None:
    await tx.run("UPDATE permits SET fee = ? WHERE id = ?", fee.value, permit_id)


async def move(tx: Tx, permit_id: int, before: Status, to: Status, by: int | None, now: int) -> bool:
    """False when it stands elsewhere by now. Expects the days that `to` needs to be there."""
    moved = await tx.run(
        "UPDATE permits SET status = ?, status_at = ? WHERE id = ? AND status = ?",
        to.value,
        now,
        permit_id,
        before.value,
    )
    if moved:
        await tx.run(
            "INSERT INTO permit_moves (permit_id, to_status, moved_by, moved_at) VALUES (?, ?, ?, ?)",
            permit_id,
            to.value,
            by,
            now,
        )
    return bool(moved)


async def remove(tx: Tx, permit_id: int) -> None:
    for table in ("permit_reminders", "permit_moves", "permit_steps"):
        await tx.run(f"DELETE FROM {table} WHERE permit_id = ?", permit_id)  # noqa: S608 one of ours
    await tx.run("DELETE FROM permits WHERE id = ?", permit_id)


async def ended(tx: Tx, place_id: int, now: int) -> list[Permit]:
    """What is valid no more, while it still says that it is."""
    sql = f"{PERMIT} WHERE p.place_id = ? AND p.status IN ({VALID}) AND p.expires_at <= ? ORDER BY p.id"
    return await tx.all(read_permit, sql, place_id, now)


async def to_remind(tx: Tx, place_id: int, now: int) -> list[Permit]:
    """Those of which a reminder may be due."""
    sql = (
        f"{PERMIT} WHERE p.place_id = ? AND ((p.status IN ({WAITS}) AND p.expected_at <= ?)"
        f" OR (p.status IN ({VALID}) AND p.expires_at <= ?)) ORDER BY p.id"
    )
    return await tx.all(read_permit, sql, place_id, now, now + 60 * rules.DAY)


async def ideas_to_choose(tx: Tx, place_id: int, limit: int) -> list[tuple[int, int, str]]:
    """Ideas that something may have to be asked for: id, number, words; those agreed on first."""
    return await tx.all(
        lambda idea_id, number, words: (idea_id, number, words),
        "SELECT id, number, words FROM ideas WHERE place_id = ?"
        " AND status IN ('open', 'agreed', 'agreed_but', 'trial', 'planned', 'under_way')"
        " ORDER BY CASE WHEN status IN ('agreed', 'agreed_but', 'planned') THEN 0 ELSE 1 END, number DESC LIMIT ?",
        place_id,
        limit,
    )


def _or_none(found: int | None) -> int | None:
    return found


def read_permit(
    permit_id: int,
    place_id: int,
    idea_id: int | None,
    idea_number: int | None,
    idea_words: str,
    kind: str,
    status: str,
    number: str,
    description: str,
    whose: str | None,
    fee: str | None,
    office: str,
    office_words: str,
    conditions: str,
    refused_by: str,
    ask_else: str,
    *days: int | None,
) -> Permit:
    applied_at, expected_at, issued_at, completed_at, expires_at, status_at = days
    return Permit(
        permit_id,
        place_id,
        idea_id,
        idea_number,
        idea_words,
        Kind(kind),
        Status(status),
        number,
        description,
        Whose(whose) if whose else None,
        Fee(fee) if fee else None,
        office,
        office_words,
        conditions,
        refused_by,
        ask_else,
        applied_at,
        expected_at,
        issued_at,
        completed_at,
        expires_at,
        status_at or 0,
    )
