"""Who may not be found in a kit: everybody the place knows by a name."""

from bot.database.db import Tx


async def names(tx: Tx, place_id: int) -> list[str]:
    """Members, and those without a phone whose names others wrote down for them."""
    return await tx.all(
        str,
        "SELECT p.name FROM people p WHERE p.name <> '' AND (p.place_id = ?"
        " OR p.id IN (SELECT person_id FROM members WHERE place_id = ?))"
        " UNION SELECT b.name FROM idea_behalf b JOIN ideas i ON i.id = b.idea_id"
        " WHERE i.place_id = ? AND b.name IS NOT NULL AND b.name <> ''"
        " UNION SELECT c.for_name FROM task_claims c JOIN task_dates d ON d.id = c.date_id"
        " JOIN tasks t ON t.id = d.task_id WHERE t.place_id = ? AND c.for_name <> ''"
        " UNION SELECT b.name FROM event_on_behalf b JOIN events e ON e.id = b.event_id"
        " WHERE e.place_id = ? AND b.name <> ''"
        " UNION SELECT c.name FROM certificates c WHERE c.place_id = ? AND c.name <> ''",
        *(place_id for _ in range(6)),
    )
