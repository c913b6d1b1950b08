"""What shopkeepers let the team see."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.instalments.rules import Sign


@dataclass(frozen=True)
class Shown:
    name: str
    sign: Sign


async def of(tx: Tx, place_id: int, person_id: int) -> Sign:
    sql = "SELECT sign FROM private_signs WHERE place_id = ? AND person_id = ?"
    return await tx.one(Sign, sql, place_id, person_id) or Sign.NOTHING


async def shown(tx: Tx, place_id: int, since: int) -> list[Shown]:
    return await tx.all(
        lambda name, sign: Shown(name, Sign(sign)),
        "SELECT p.name, s.sign FROM private_signs s JOIN people p ON p.id = s.person_id"
        " WHERE s.place_id = ? AND s.said_at >= ? ORDER BY s.person_id",
        place_id,
        since,
    )


async def say(tx: Tx, place_id: int, person_id: int, sign: Sign, now: int) -> None:
    await tx.run("DELETE FROM private_signs WHERE place_id = ? AND person_id = ?", place_id, person_id)
    if sign is not Sign.NOTHING:
        await tx.run(
            "INSERT INTO private_signs (place_id, person_id, sign, said_at) VALUES (?, ?, ?, ?)",
            place_id,
            person_id,
            sign.value,
            now,
        )


async def forget_old(tx: Tx, place_id: int, before: int) -> None:
    await tx.run("DELETE FROM private_signs WHERE place_id = ? AND said_at < ?", place_id, before)
