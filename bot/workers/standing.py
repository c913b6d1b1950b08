"""How well the web chat may trust somebody: what the town knows of her that the chat server does not."""

from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.doors.door import WEB
from bot.gateway.phone.limits import Standing
from bot.identity import roles

NEW = timedelta(days=1)  # since she agreed; a script agrees in two presses, but does not come back the next day


async def of(tx: Tx, user_id: int, now: datetime) -> Standing:
    agreed_at = await tx.one(
        int,
        "SELECT p.consented_at FROM identities i JOIN people p ON p.id = i.person_id"
        " WHERE i.door = ? AND i.user_id = ? AND p.consented_at IS NOT NULL AND p.language IS NOT NULL",
        WEB,
        user_id,
    )
    if agreed_at is None:
        return Standing.STRANGER
    if agreed_at <= milliseconds(now - NEW):
        return Standing.TRUSTED
    held = await tx.one(
        int,
        f"SELECT {roles.how_many('i.person_id')} FROM identities i WHERE i.door = ? AND i.user_id = ?",  # noqa: S608
        WEB,
        user_id,
    )
    return Standing.TRUSTED if held else Standing.NEW
