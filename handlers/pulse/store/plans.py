"""When a place is asked next, and whether it is asked at all."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds, moment
from bot.database.db import Tx
from bot.identity.places import Place
from handlers.pulse import rules


@dataclass(frozen=True)
class Plan:
    """Moments in ms; `off_since` where a lead switched it off."""

    next_at: int
    off_since: int | None


async def find(tx: Tx, place_id: int) -> Plan | None:
    """None until the clock has looked at the place for the first time."""
    return await tx.one(Plan, "SELECT next_at, off_since FROM pulse_plans WHERE place_id = ?", place_id)


async def of(tx: Tx, place: Place, now: datetime) -> Plan:
    """Made where there is none yet. Expects the lock of the place."""
    if await find(tx, place.id) is None:
        made_at = moment(await place_made_at(tx, place.id))
        await make(tx, place.id, milliseconds(rules.first_at(made_at, now, place.clocks)))
    found = await find(tx, place.id)
    if found is None:
        raise LookupError("the new plan is gone")
    return found


async def make(tx: Tx, place_id: int, next_at: int) -> None:
    await tx.run(
        "INSERT INTO pulse_plans (place_id, next_at) VALUES (?, ?) ON CONFLICT (place_id) DO NOTHING",
        place_id,
        next_at,
    )


async def put_off(tx: Tx, place_id: int, next_at: int) -> None:
    await tx.run("UPDATE pulse_plans SET next_at = ? WHERE place_id = ?", next_at, place_id)


async def switch_off(tx: Tx, place_id: int, now: int) -> None:
    await tx.run("UPDATE pulse_plans SET off_since = ? WHERE place_id = ? AND off_since IS NULL", now, place_id)


async def switch_on(tx: Tx, place_id: int) -> None:
    await tx.run("UPDATE pulse_plans SET off_since = NULL WHERE place_id = ?", place_id)


async def place_made_at(tx: Tx, place_id: int) -> int:
    return await tx.one(int, "SELECT created_at FROM places WHERE id = ?", place_id) or 0
