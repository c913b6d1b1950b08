"""Numbers that still move, as they stood at the beginning of a day; none under five is written."""

from bot.database.db import Tx
from handlers.events.store.answers import WERE_THERE
from handlers.ideas.store.ideas import PUBLIC
from handlers.ledger.rules import FEWEST
from handlers.made.store.things import STANDS

VOTES = f"SELECT i.place_id, 'votes', i.number, i.voices FROM ideas i WHERE i.place_id = ? AND i.status IN ({PUBLIC})"  # noqa: S608 constants
ATTENDEES = (
    f"SELECT e.place_id, 'attendees', e.id, {WERE_THERE} FROM events e WHERE e.place_id = ?"  # noqa: S608
    f" AND e.status = 'announced' AND e.starts_at < ? AND {WERE_THERE} >= {FEWEST}"
)
MAKERS = (
    "SELECT t.place_id, 'makers', t.id, count(*) FROM made_things t JOIN made_makers k ON k.thing_id = t.id"  # noqa: S608
    f" LEFT JOIN ideas i ON i.id = t.idea_id WHERE t.place_id = ? AND k.part <> 'asked' AND {STANDS}"
    " GROUP BY t.place_id, t.id"
)
WRITE = "INSERT INTO open_data_counts (place_id, kind, number, people)"


async def day_of(tx: Tx, place_id: int) -> int | None:
    """Of which they are."""
    return await tx.one(int, "SELECT day FROM open_data_days WHERE place_id = ?", place_id)


async def count(tx: Tx, place_id: int, day: int, began: int) -> None:
    """`began` is when that day did, ms: whoever comes to an event of today still comes and goes."""
    await tx.run("DELETE FROM open_data_counts WHERE place_id = ?", place_id)
    await tx.run(f"{WRITE} {VOTES} AND i.voices >= {FEWEST}", place_id)
    await tx.run(f"{WRITE} {ATTENDEES}", place_id, began)
    await tx.run(f"{WRITE} {MAKERS} HAVING count(*) >= {FEWEST}", place_id)
    await tx.run(
        "INSERT INTO open_data_days (place_id, day) VALUES (?, ?)"
        " ON CONFLICT (place_id) DO UPDATE SET day = excluded.day",
        place_id,
        day,
    )
