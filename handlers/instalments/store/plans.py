"""What is paid in instalments: a sealed line of its shopkeeper's."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.instalments.store.helpers import HELPS

PLAN = "SELECT p.id, p.place_id, p.person_id, p.number, p.sealed, p.begun_at FROM private_plans p"
DATED = "EXISTS (SELECT 1 FROM private_dates d WHERE d.plan_id = p.id)"
# Whose helper said yes, and is of the team.
HELPED = (
    "EXISTS (SELECT 1 FROM private_helpers h WHERE h.place_id = p.place_id AND h.person_id = p.person_id"  # noqa: S608 our own words
    f" AND h.helper_id = ? AND h.state = 'accepted' AND {HELPS})"
)


@dataclass(frozen=True)
class Plan:
    id: int
    place_id: int
    person_id: int
    number: int
    sealed: str
    begun_at: int


async def find(tx: Tx, place_id: int, person_id: int, plan_id: int) -> Plan | None:
    """One of hers."""
    return await tx.one(
        Plan, f"{PLAN} WHERE p.place_id = ? AND p.person_id = ? AND p.id = ?", place_id, person_id, plan_id
    )


async def find_helped(tx: Tx, place_id: int, helper_id: int, plan_id: int) -> Plan | None:
    sql = f"{PLAN} WHERE p.place_id = ? AND p.id = ? AND {DATED} AND {HELPED}"
    return await tx.one(Plan, sql, place_id, plan_id, helper_id)


async def of(tx: Tx, place_id: int, person_id: int) -> list[Plan]:
    """Half done ones as well."""
    return await tx.all(Plan, f"{PLAN} WHERE p.place_id = ? AND p.person_id = ? ORDER BY p.id", place_id, person_id)


async def helped(tx: Tx, place_id: int, helper_id: int) -> list[Plan]:
    sql = f"{PLAN} WHERE p.place_id = ? AND {DATED} AND {HELPED} ORDER BY p.person_id, p.id"
    return await tx.all(Plan, sql, place_id, helper_id)


async def in_place(tx: Tx, place_id: int) -> list[Plan]:
    """For the clock, which erases them."""
    return await tx.all(Plan, f"{PLAN} WHERE p.place_id = ? ORDER BY p.id", place_id)


async def add(tx: Tx, place_id: int, person_id: int, sealed: str, now: int) -> int:
    plan_id = await tx.one(
        int,
        "INSERT INTO private_plans (place_id, person_id, number, sealed, begun_at) SELECT ?, ?, coalesce(("
        "SELECT max(o.number) FROM private_plans o WHERE o.place_id = ? AND o.person_id = ?), 0) + 1, ?, ?"
        " RETURNING id",
        place_id,
        person_id,
        place_id,
        person_id,
        sealed,
        now,
    )
    if plan_id is None:
        raise LookupError("the new plan has no id")
    return plan_id


async def reseal(tx: Tx, plan_id: int, sealed: str) -> None:
    await tx.run("UPDATE private_plans SET sealed = ? WHERE id = ?", sealed, plan_id)


async def erase(tx: Tx, plan_id: int) -> None:
    """With its dates."""
    await tx.run("DELETE FROM private_dates WHERE plan_id = ?", plan_id)
    await tx.run("DELETE FROM private_plans WHERE id = ?", plan_id)
