"""What somebody who leaves wrote into polls."""

from bot.database.db import Tx

# Every vote, question and answer of one person in one poll belongs to one nameless person.
IN_POLL = ("poll", "poll_id")


async def drop_drafts(tx: Tx, place_id: int, person_id: int) -> None:
    drafts = "SELECT id FROM polls WHERE place_id = ? AND made_by = ? AND state IN ('draft', 'dropped')"
    await tx.run(f"UPDATE poll_options SET words = '' WHERE poll_id IN ({drafts})", place_id, person_id)  # noqa: S608
    await tx.run(
        "UPDATE polls SET state = 'dropped', question = '' WHERE place_id = ? AND made_by = ?"
        " AND state IN ('draft', 'dropped')",
        place_id,
        person_id,
    )


async def number_options(tx: Tx, place_id: int, person_id: int) -> None:
    """Expects that the words of those of her ideas that do not stay are gone already."""
    await tx.run(
        "UPDATE poll_options SET words = '/' || (SELECT CAST(i.number AS TEXT) FROM ideas i"
        " WHERE i.id = poll_options.idea_id) WHERE idea_id IN (SELECT i.id FROM ideas i WHERE i.place_id = ?"
        " AND i.person_id = ? AND i.words = '' AND i.number IS NOT NULL)",
        place_id,
        person_id,
    )
