"""Who signs for whom: a lead, or the shopkeeper where there is no other; nobody for herself."""

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import LEADS, SHOPKEEPERS


async def of(tx: Tx, place_id: int, person_id: int) -> list[int]:
    """The ids of those who may; none where nobody else is there."""
    for who in (LEADS, SHOPKEEPERS):
        found = await roles.holders(tx, place_id, *sorted(who.roles))
        if others := [one for one in found if one != person_id]:
            return others
    return []
