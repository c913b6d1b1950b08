"""Occasions to thank somebody: what waits for a lead's own sentence, and what was sent."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.thanks.rules import Occasion

# Whoever was thanked lately is not thanked again at once: `?` is since when.
NOT_LATELY = (
    "NOT EXISTS (SELECT 1 FROM thanks l WHERE l.place_id = h.place_id AND l.person_id = h.person_id"
    " AND l.state = 'sent' AND l.ended_at > ?)"
)
DUE = (
    "SELECT h.id, h.person_id, p.name, h.kind, h.subject, h.since, h.words, h.written_by FROM thanks h"  # noqa: S608
    " JOIN people p ON p.id = h.person_id WHERE h.place_id = ? AND h.state = 'due' AND h.person_id <> ?"
    f" AND {NOT_LATELY}"
)


@dataclass(frozen=True)
class Due:
    """`words` is the sentence as it stands so far, `written_by` who wrote it. `since` in ms."""

    id: int
    person_id: int
    name: str
    kind: Occasion
    subject: int
    since: int
    words: str
    written_by: int | None


async def note(tx: Tx, place_id: int, person_id: int, kind: Occasion, subject: int, since: int) -> None:
    """Once, however often somebody looks."""
    await tx.run(
        "INSERT INTO thanks (place_id, person_id, kind, subject, since) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        place_id,
        person_id,
        kind.value,
        subject,
        since,
    )


async def due(tx: Tx, place_id: int, lead_id: int, thanked_since: int) -> list[Due]:
    """What waits for this lead, oldest first: nobody thanks herself."""
    return await tx.all(_due, f"{DUE} ORDER BY h.since, h.id", place_id, lead_id, thanked_since)


async def find(tx: Tx, place_id: int, lead_id: int, thanked_since: int, thanks_id: int) -> Due | None:
    return await tx.one(_due, f"{DUE} AND h.id = ?", place_id, lead_id, thanked_since, thanks_id)


async def together(tx: Tx, place_id: int, lead_id: int, thanked_since: int, one: Due) -> list[Due]:
    """All who are thanked with it: of what is still good everybody who worked on it."""
    if one.kind is not Occasion.AGAIN:
        return [one]
    return await tx.all(
        _due,
        f"{DUE} AND h.kind = 'again' AND h.subject = ? ORDER BY h.id",
        place_id,
        lead_id,
        thanked_since,
        one.subject,
    )


async def write(tx: Tx, thanks_id: int, words: str, lead_id: int) -> None:
    await tx.run("UPDATE thanks SET words = ?, written_by = ? WHERE id = ?", words, lead_id, thanks_id)


async def sent(tx: Tx, thanks_id: int, words: str, lead_id: int, now: int) -> None:
    await tx.run(
        "UPDATE thanks SET state = 'sent', words = ?, written_by = ?, ended_at = ? WHERE id = ?",
        words,
        lead_id,
        now,
        thanks_id,
    )


async def leave_out(tx: Tx, thanks_id: int, now: int) -> None:
    await tx.run(
        "UPDATE thanks SET state = 'left_out', words = '', written_by = NULL, ended_at = ? WHERE id = ?",
        now,
        thanks_id,
    )


async def lapse(tx: Tx, place_id: int, before: int, now: int) -> None:
    """Nothing waits for ever."""
    await tx.run(
        "UPDATE thanks SET state = 'lapsed', words = '', written_by = NULL, ended_at = ?"
        " WHERE place_id = ? AND state = 'due' AND since <= ?",
        now,
        place_id,
        before,
    )


async def prune(tx: Tx, place_id: int, before: int) -> None:
    await tx.run("DELETE FROM thanks WHERE place_id = ? AND ended_at < ?", place_id, before)


async def count_due(tx: Tx, place_id: int) -> int:
    sql = "SELECT count(*) FROM thanks WHERE place_id = ? AND state = 'due'"
    return await tx.one(int, sql, place_id) or 0


async def idea_of_step(tx: Tx, place_id: int, step_id: int) -> int | None:
    """Of the step by which somebody looked at it again, while that stands."""
    return await tx.one(
        int,
        "SELECT i.id FROM idea_steps s JOIN ideas i ON i.id = s.idea_id WHERE s.id = ? AND i.place_id = ?"
        " AND i.status = 'looked_again' AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = s.id)",
        step_id,
        place_id,
    )


def _due(
    thanks_id: int,
    person_id: int,
    name: str,
    kind: str,
    subject: int,
    since: int,
    words: str,
    written_by: int | None,
) -> Due:
    return Due(thanks_id, person_id, name, Occasion(kind), subject, since, words, written_by)
