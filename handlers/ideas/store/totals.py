"""Counts for those who see totals only, and what became of ideas in a time; never a row about a person's doings."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas import rules
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import PUBLIC

TOLD = ", ".join(f"'{status}'" for status in sorted(rules.DECISIONS | rules.AT_WORK))
DAY = 24 * 3_600_000  # ms


@dataclass(frozen=True)
class Totals:
    """`days` is the mean time from an idea to its answer, in whole days."""

    ideas: int
    voices: int
    answers: int
    days: int


@dataclass(frozen=True)
class Became:
    """`media_id` is the picture of how it looks now. `backed` is 1 where the reader supports or follows it."""

    idea_id: int
    number: int
    words: str
    status: Status
    reason: str
    taken_at: int
    media_id: int | None
    backed: int
    step_id: int
    role: str
    trial_until: int | None


async def totals(tx: Tx, place_id: int, since: int, until: int) -> Totals:
    between = (place_id, since, until)
    found = await tx.one(
        Totals,
        "SELECT (SELECT count(*) FROM ideas i WHERE i.place_id = ? AND i.sent_at >= ? AND i.sent_at < ?"  # noqa: S608
        f" AND i.status IN ('new', 'merged', {PUBLIC})),"
        " (SELECT count(*) FROM idea_voices v CROSS JOIN ideas i"
        " WHERE i.id = v.idea_id AND i.place_id = ? AND v.via IS NULL AND v.apart <> 1"
        " AND v.given_at >= ? AND v.given_at < ?),"
        " count(a.id), CAST(coalesce(avg(a.given_at - i.sent_at), 0) AS BIGINT)"
        " FROM idea_answers a CROSS JOIN ideas i"
        " WHERE i.id = a.idea_id AND i.place_id = ? AND a.given_at >= ? AND a.given_at < ?"
        " AND a.taken_back_at IS NULL",
        *between,
        *between,
        *between,
    )
    if found is None:
        raise LookupError("a count has no row")
    return Totals(found.ideas, found.voices, found.answers, round(found.days / DAY))


async def became(tx: Tx, place_id: int, since: int, person_id: int) -> list[Became]:
    """The last step of each idea that is on the board, taken since then and not undone; newest first."""
    return await tx.all(
        lambda idea_id, number, words, status, *rest: Became(idea_id, number, words, Status(status), *rest),
        "SELECT i.id, coalesce(i.number, 0), i.words, i.status, s.reason, s.taken_at,"  # noqa: S608 fixed words
        " (SELECT m.id FROM media m WHERE m.id = s.after_media_id AND m.state = 'ready'),"
        " CASE WHEN EXISTS (SELECT 1 FROM idea_voices v WHERE v.idea_id = i.id AND v.person_id = ?)"
        " OR EXISTS (SELECT 1 FROM idea_followers f WHERE f.idea_id = i.id AND f.person_id = ?) THEN 1 ELSE 0 END,"
        " s.id, s.role, i.trial_until FROM idea_steps s CROSS JOIN ideas i"
        f" WHERE i.id = s.idea_id AND i.place_id = ? AND s.taken_at >= ? AND i.status IN ({TOLD})"
        " AND s.to_status = i.status"
        " AND coalesce(s.undoes, 0) = 0 AND s.id = (SELECT max(l.id) FROM idea_steps l WHERE l.idea_id = i.id)"
        " ORDER BY s.taken_at DESC, s.id DESC LIMIT 50",
        person_id,
        person_id,
        place_id,
        since,
    )
