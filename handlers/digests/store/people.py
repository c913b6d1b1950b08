"""Digests to somebody who leaves, and what other digests kept of her words."""

from bot.database.db import Tx

PARTS = ("digest_items", "digest_lines", "digest_photos")
# Her ideas; of those that she leaves to the town, none that others support.
HERS = "SELECT i.id FROM ideas i WHERE i.place_id = ? AND i.person_id = ? AND (CAST(? AS BIGINT) = 0 OR i.voices = 0)"


async def drop_hers(tx: Tx, place_id: int, person_id: int) -> None:
    for part in PARTS:
        await tx.run(
            f"DELETE FROM {part} WHERE digest_id IN"  # noqa: S608 our own names
            " (SELECT id FROM digests WHERE place_id = ? AND person_id = ?)",
            place_id,
            person_id,
        )


async def drop_occurrences(tx: Tx, place_id: int, person_id: int) -> None:
    """On which days she had hers; an occurrence begins with its place."""
    hers = f"{place_id}:{person_id}:%"
    await tx.run("DELETE FROM occurrences WHERE job LIKE 'digest %' AND occurrence LIKE ?", hers)


async def drop_words_about(tx: Tx, place_id: int, person_id: int, leaves_ideas: bool) -> None:
    """Old buttons of these decisions lead nowhere any more."""
    for table in ("digest_items", "digest_handovers", "digest_asks"):
        await tx.run(
            f"DELETE FROM {table} WHERE feature = 'ideas' AND subject IN ({HERS})",  # noqa: S608 our own names
            place_id,
            person_id,
            int(leaves_ideas),
        )
