"""Ideas, comments and events of one place as rows, as its leads may read them."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store import costs
from handlers.ideas.store.steps import STANDING

# Drafts were not sent and what was taken back is its author's; of what is hidden only that it is.
SENT = "i.number IS NOT NULL AND i.status NOT IN ('draft', 'withdrawn')"
HIDDEN = "EXISTS (SELECT 1 FROM comment_hidings h WHERE h.comment_id = c.id AND h.undone_at IS NULL)"
PAPER = "SELECT count(*) FROM idea_paper_voices v WHERE v.idea_id = i.id AND v.taken_back_at IS NULL"


@dataclass(frozen=True)
class IdeaRow:
    """`author` is None for an idea that was written down for somebody without a phone."""

    number: int
    status: str
    space: str
    spot: str | None
    words: str
    author: int | None
    supporters: int
    paper_voices: int
    comments: int
    photos: int
    sent_at: int | None
    published_at: int | None
    changed_at: int | None
    reason: str | None
    merged_into: int | None
    cost_band: str | None


@dataclass(frozen=True)
class CommentRow:
    idea: int
    author: int
    words: str
    hidden: int
    said_at: int


@dataclass(frozen=True)
class EventRow:
    """Heads, never names: `coming` are people, `guests` and `children` those they bring."""

    title: str
    status: str
    starts_at: int | None
    whereabouts: str | None
    capacity: int | None
    coming: int
    guests: int
    children: int
    maybe: int
    cannot: int
    waiting: int
    came: int
    walk_ins: int
    mood_good: int
    mood_fair: int
    mood_poor: int


async def ideas(tx: Tx, place_id: int) -> list[IdeaRow]:
    return await tx.all(
        IdeaRow,
        "SELECT i.number, i.status, i.space, o.name, CASE WHEN i.status = 'hidden' THEN '' ELSE i.words END,"  # noqa: S608 constants
        " CASE WHEN EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id) THEN NULL ELSE i.person_id END,"
        f" i.voices, ({PAPER}),"
        f" (SELECT count(*) FROM idea_comments c WHERE c.idea_id = i.id AND NOT {HIDDEN}),"
        " (SELECT count(*) FROM idea_media a JOIN media m ON m.id = a.media_id"
        " WHERE a.idea_id = i.id AND a.kind <> 'voice' AND m.state = 'ready'),"
        " i.sent_at, i.published_at, last.taken_at,"
        " CASE WHEN i.status = 'hidden' THEN NULL ELSE last.reason END, t.number,"
        f" {costs.NEWEST}"
        " FROM ideas i LEFT JOIN spots o ON o.id = i.spot_id LEFT JOIN ideas t ON t.id = i.merged_into"
        f" LEFT JOIN idea_steps last ON last.id = (SELECT max(s.id) FROM idea_steps s"
        f" WHERE s.idea_id = i.id AND {STANDING})"
        f" WHERE i.place_id = ? AND {SENT} ORDER BY i.number",
        place_id,
    )


async def comments(tx: Tx, place_id: int) -> list[CommentRow]:
    return await tx.all(
        CommentRow,
        f"SELECT i.number, c.person_id, CASE WHEN {HIDDEN} THEN '' ELSE c.words END,"  # noqa: S608 constants
        f" CASE WHEN {HIDDEN} THEN 1 ELSE 0 END, c.said_at"
        " FROM idea_comments c JOIN ideas i ON i.id = c.idea_id"
        f" WHERE i.place_id = ? AND {SENT} AND i.status <> 'hidden' ORDER BY c.id",
        place_id,
    )


async def events(tx: Tx, place_id: int) -> list[EventRow]:
    counts = ", ".join(
        # PostgreSQL adds up whole numbers to decimal ones.
        f"CAST(coalesce(sum(CASE WHEN {which} THEN {what} ELSE 0 END), 0) AS BIGINT)"
        for which, what in (
            ("a.answer = 'coming'", "1"),
            ("a.answer = 'coming'", "a.guests"),
            ("a.answer = 'coming'", "a.children"),
            ("a.answer = 'maybe'", "1"),
            ("a.answer = 'cant'", "1"),
            ("a.answer = 'waiting'", "1"),
            ("a.came = 1", "1"),
        )
    )
    moods = ", ".join(
        f"coalesce(sum(CASE WHEN a.mood = '{mood}' THEN 1 ELSE 0 END), 0)" for mood in ("good", "fair", "poor")
    )
    return await tx.all(
        _event,
        f"SELECT e.title, e.status, e.starts_at, e.whereabouts, e.capacity, {counts}, e.walk_ins, {moods}"  # noqa: S608
        " FROM events e LEFT JOIN (SELECT event_id, answer, guests, children, came, mood FROM event_answers"
        " UNION ALL SELECT event_id, answer, guests, children, came, NULL FROM event_on_behalf) a"
        " ON a.event_id = e.id WHERE e.place_id = ? AND e.status <> 'draft'"
        " GROUP BY e.id, e.title, e.status, e.starts_at, e.whereabouts, e.capacity, e.walk_ins"
        " ORDER BY e.starts_at, e.id",
        place_id,
    )


def _event(
    title: str, status: str, starts_at: int | None, whereabouts: str | None, capacity: int | None, *counts: int
) -> EventRow:
    # PostgreSQL adds up integers to a bigint or a numeric, SQLite to whatever fits.
    return EventRow(title, status, starts_at, whereabouts, capacity, *(int(one) for one in counts))
