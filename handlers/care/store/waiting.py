"""Looks that wait: for somebody who goes, for the team, to be told, or to be mended."""

from bot.database.db import Tx
from handlers.care.rules import Stage
from handlers.care.store.checks import CHECK, Check, read_check
from handlers.care.store.plans import ALONE


async def begun_alone(tx: Tx, place_id: int, since: int) -> int:
    """Those that somebody was asked for at what nobody looks after."""
    sql = (
        "SELECT count(*) FROM care_checks c JOIN care_plans p ON p.id = c.plan_id"  # noqa: S608 constant
        f" WHERE p.place_id = ? AND {ALONE} AND c.early = 0 AND c.asked_at > ?"
    )
    return await tx.one(int, sql, place_id, since) or 0


async def waiting(tx: Tx, place_id: int, now: int) -> list[Check]:
    """Whose turn it is has had her time."""
    return await tx.all(
        read_check, f"{CHECK} AND c.closed_at IS NULL AND c.waits_until <= ? ORDER BY c.id", place_id, now
    )


async def unshown(tx: Tx, place_id: int, before: int) -> list[Check]:
    """What was found by then and nobody of the team has looked at."""
    sql = f"{CHECK} AND c.answer IS NOT NULL AND c.shown_at IS NULL AND c.answered_at <= ? ORDER BY c.id"
    return await tx.all(read_check, sql, place_id, before)


async def untold(tx: Tx, place_id: int, before: int) -> list[Check]:
    sql = f"{CHECK} AND c.shown_at <= ? AND c.told_at IS NULL ORDER BY c.id"
    return await tx.all(read_check, sql, place_id, before)


async def found_since(tx: Tx, place_id: int, since: int) -> list[Check]:
    """What everybody may know."""
    return await tx.all(
        read_check, f"{CHECK} AND c.shown_at >= ? AND c.answer IS NOT NULL ORDER BY c.id", place_id, since
    )


async def unmended(tx: Tx, place_id: int) -> list[Check]:
    """The newest look found that something is to be done, and nobody said that it is; the oldest first."""
    sql = (
        f"{CHECK} AND p.ended_at IS NULL AND c.answer = 'partly' AND c.mended_at IS NULL"  # noqa: S608 constant
        " AND NOT EXISTS (SELECT 1 FROM care_checks l WHERE l.plan_id = c.plan_id AND l.id > c.id"
        " AND l.answer IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM tasks t JOIN task_dates d ON d.task_id = t.id"
        " JOIN task_claims k ON k.date_id = d.id WHERE t.place_id = p.place_id AND k.state = 'done'"
        " AND t.subject = 'care ' || CAST(c.id AS TEXT)) ORDER BY c.answered_at LIMIT 20"
    )
    return await tx.all(read_check, sql, place_id)


async def at_stage(tx: Tx, place_id: int, *stages: Stage) -> list[Check]:
    """Open ones that somebody of these is asked for, the oldest first."""
    slots = ", ".join("?" for _ in stages)
    sql = f"{CHECK} AND c.closed_at IS NULL AND c.early = 0 AND c.stage IN ({slots}) ORDER BY c.asked_at LIMIT 20"
    return await tx.all(read_check, sql, place_id, *(one.value for one in stages))


async def open_for(tx: Tx, place_id: int, person_id: int) -> list[Check]:
    """Open ones that she was asked for, the oldest first."""
    sql = (
        f"{CHECK} AND c.closed_at IS NULL AND c.early = 0 AND EXISTS (SELECT 1 FROM care_asked a"  # noqa: S608
        " WHERE a.check_id = c.id AND a.person_id = ?) ORDER BY c.asked_at LIMIT 20"
    )
    return await tx.all(read_check, sql, place_id, person_id)


async def not_shown(tx: Tx, place_id: int) -> list[Check]:
    """What neighbours found and nobody of the team has looked at, the oldest first."""
    sql = f"{CHECK} AND c.answer IS NOT NULL AND c.shown_at IS NULL ORDER BY c.answered_at LIMIT 20"
    return await tx.all(read_check, sql, place_id)


async def taken_back(tx: Tx, place_id: int) -> list[Check]:
    """The newest of each, where somebody took back its step in the life of the idea."""
    sql = (
        f"{CHECK} AND coalesce(p.outcome, 'gone') = 'gone'"  # noqa: S608 constant
        " AND EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = c.step_id)"
        " AND NOT EXISTS (SELECT 1 FROM care_checks l WHERE l.plan_id = c.plan_id AND l.id > c.id) ORDER BY c.id"
    )
    return await tx.all(read_check, sql, place_id)


async def lapsed_in_a_row(tx: Tx, plan_id: int) -> int:
    """Since somebody last looked."""
    sql = (
        "SELECT count(*) FROM care_checks c WHERE c.plan_id = ? AND c.early = 0 AND c.answer IS NULL"
        " AND c.closed_at IS NOT NULL AND c.id > coalesce((SELECT max(l.id) FROM care_checks l"
        " WHERE l.plan_id = c.plan_id AND l.answer IS NOT NULL), 0)"
    )
    return await tx.one(int, sql, plan_id) or 0


async def task_of(tx: Tx, check_id: int) -> int | None:
    """What was proposed to be done about it, or is open."""
    sql = (
        "SELECT t.id FROM tasks t JOIN care_checks c ON t.subject = 'care ' || CAST(c.id AS TEXT)"
        " JOIN care_plans p ON p.id = c.plan_id AND p.place_id = t.place_id"
        " WHERE c.id = ? AND t.state IN ('proposed', 'open')"
    )
    return await tx.one(int, sql, check_id)
