"""Broadcasts that were not sent yet, for whoever leaves."""

from bot.db import Tx


async def drop_unsent(tx: Tx, place_id: int, person_id: int) -> None:
    await tx.run(
        "DELETE FROM broadcasts WHERE place_id = ? AND made_by = ? AND state IN ('draft', 'asked')",
        place_id,
        person_id,
    )
