"""Broadcasts that were not sent yet, for whoever leaves."""

from bot.database.db import Tx


async def drop_unsent(tx: Tx, place_id: int, person_id: int) -> None:
    unsent = "place_id = ? AND made_by = ? AND state IN ('draft', 'asked')"
    await tx.run(
        f"DELETE FROM broadcast_words WHERE broadcast_id IN (SELECT id FROM broadcasts WHERE {unsent})",  # noqa: S608
        place_id,
        person_id,
    )
    await tx.run(f"DELETE FROM broadcasts WHERE {unsent}", place_id, person_id)  # noqa: S608 constant
