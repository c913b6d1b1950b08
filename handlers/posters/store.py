"""What became of ideas since a moment, for everybody to read."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING
from handlers.posters import rules

STATUSES = ", ".join(f"'{status}'" for status in rules.OUTCOMES)
ORDER = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(rules.OUTCOMES))


@dataclass(frozen=True)
class Outcome:
    """An idea that reached `status` lately, and has it still."""

    idea_id: int
    number: int
    words: str
    status: Status


async def outcomes(tx: Tx, place_id: int, since: int) -> list[Outcome]:
    """The most finished ones first, then the most supported."""
    return await tx.all(
        _outcome,
        f"SELECT i.id, i.number, i.words, i.status FROM ideas i WHERE i.place_id = ? AND i.status IN ({STATUSES})"  # noqa: S608 constants
        " AND EXISTS (SELECT 1 FROM idea_steps s WHERE s.idea_id = i.id AND s.to_status = i.status"
        f" AND s.taken_at >= ? AND {STANDING})"
        f" ORDER BY CASE i.status {ORDER} END, i.voices DESC, i.id DESC LIMIT ?",
        place_id,
        since,
        rules.MOST,
    )


async def has_ideas(tx: Tx, place_id: int) -> bool:
    """Whether there is one on the board, or was."""
    sql = f"SELECT 1 FROM ideas WHERE place_id = ? AND status IN ({PUBLIC}) LIMIT 1"  # noqa: S608 constants
    return await tx.one(int, sql, place_id) is not None


def _outcome(idea_id: int, number: int, words: str, status: str) -> Outcome:
    return Outcome(idea_id, number, words, Status(status))
