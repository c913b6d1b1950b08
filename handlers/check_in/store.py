"""What the codes for arriving are made from."""

from bot.database.db import Tx


async def add(tx: Tx, place_id: int, kind: str, thing_id: int, secret: str, now: int) -> None:
    """The first one stays: two organisers show codes of the same."""
    await tx.run(
        "INSERT INTO check_in_secrets (place_id, kind, thing_id, secret, made_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        place_id,
        kind,
        thing_id,
        secret,
        now,
    )


async def find(tx: Tx, place_id: int, kind: str, thing_id: int) -> str | None:
    sql = "SELECT secret FROM check_in_secrets WHERE place_id = ? AND kind = ? AND thing_id = ?"
    return await tx.one(str, sql, place_id, kind, thing_id)


async def forget(tx: Tx, place_id: int, before: int) -> None:
    await tx.run("DELETE FROM check_in_secrets WHERE place_id = ? AND made_at < ?", place_id, before)
