"""Ideas that are on the board before the team looked at them, and whose may be."""

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC


async def is_trusted(tx: Tx, place_id: int, person_id: int) -> bool:
    """The team let an idea of hers stand in this place, and none of hers is hidden."""
    shown = await tx.one(
        int,
        "SELECT count(*) FROM ideas i WHERE i.place_id = ? AND i.person_id = ? AND i.unseen = 0"  # noqa: S608
        f" AND i.published_at IS NOT NULL AND i.status IN ({PUBLIC}, 'merged')",
        place_id,
        person_id,
    )
    hidden = await tx.one(
        int,
        "SELECT count(*) FROM ideas WHERE place_id = ? AND person_id = ? AND status = 'hidden'",
        place_id,
        person_id,
    )
    return bool(shown) and not hidden


async def mark_unseen(tx: Tx, idea_id: int) -> None:
    await tx.run("UPDATE ideas SET unseen = 1 WHERE id = ?", idea_id)


async def mark_seen(tx: Tx, idea_id: int) -> None:
    await tx.run("UPDATE ideas SET unseen = 0 WHERE id = ?", idea_id)


async def is_unseen(tx: Tx, idea_id: int) -> bool:
    return bool(await tx.one(int, "SELECT unseen FROM ideas WHERE id = ?", idea_id))
