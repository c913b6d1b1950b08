"""What hangs on somebody who leaves, or becomes one with somebody."""

from bot.database.db import Tx
from handlers.thanks.store import certificates


async def forget(tx: Tx, person_id: int) -> None:
    """What she asked for and nobody signed goes; of what was issued, all that stands on it."""
    await certificates.drop_open_of(tx, person_id)
    await certificates.drop_lines_of(tx, person_id)


async def keep_one_open(tx: Tx, place_id: int, person_id: int) -> None:
    newest = await certificates.open_of(tx, place_id, person_id)
    if newest is not None:
        await certificates.drop_open_but(tx, place_id, person_id, newest.id)
