"""What everybody may read of a place, as rows: the public pages in a form for spreadsheets and programs.

Whoever wrote, voted, came, made or looked is not read here at all.
"""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.board import rules as board_rules
from handlers.board import store as board_store
from handlers.care.store import plans
from handlers.events import rules as event_rules
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import DECISIONS, STANDING
from handlers.open_data.rules import Option
from handlers.polls.rules.moments import YES_WEIGHS

MOST = 1_000_000  # decisions; there is no page of them
LASTS = int(event_rules.LASTS.total_seconds() * 1000)
COUNTED = (
    "(SELECT n.people FROM open_data_counts n WHERE n.place_id = {of}.place_id AND n.kind = '{kind}'"
    " AND n.number = {number})"
)


@dataclass(frozen=True)
class Idea:
    """Times are ms, here and below."""

    id: int
    body: str
    state: str
    space: str
    spot: str | None
    votes: int | None
    published_at: int | None
    answer: str | None
    answered_at: int | None


@dataclass(frozen=True)
class Event:
    id: int
    title: str
    description: str | None
    start_time: int
    end_time: int
    location: str | None
    state: str
    capacity: int | None
    attendees: int | None


@dataclass(frozen=True)
class Decision:
    """In whose name, never by whom."""

    id: int
    idea: int
    state: str
    answer: str
    decided_by: str
    answered_at: int


@dataclass(frozen=True)
class Made:
    """One surface of it; `event` is the id of the event it was made at."""

    id: int
    idea: int | None
    event: int | None
    space: str
    spot: str | None
    state: str
    wish: str
    wish_until_at: int | None
    makers: int | None
    registered_at: int


@dataclass(frozen=True)
class Look:
    """What was done, and one time that somebody looked again; `found` is None where nobody has so far."""

    idea: int
    done_at: int
    due_at: int | None
    found: str | None
    found_at: int | None
    ended: str | None


Row = Idea | Option | Event | Decision | Made | Look


async def ideas(tx: Tx, place_id: int) -> list[Idea]:
    return await tx.all(
        Idea,
        "SELECT i.number, i.words, i.status, i.space, o.name, n.people,"  # noqa: S608 constants
        " coalesce(i.published_at, i.sent_at), s.reason, s.taken_at FROM ideas i"
        " LEFT JOIN spots o ON o.id = i.spot_id"
        " LEFT JOIN open_data_counts n ON n.place_id = i.place_id AND n.kind = 'votes' AND n.number = i.number"
        " LEFT JOIN idea_steps s ON s.id = (SELECT max(s.id) FROM idea_steps s WHERE s.idea_id = i.id"
        f" AND s.to_status IN ({DECISIONS}) AND {STANDING})"
        f" WHERE i.place_id = ? AND i.status IN ({PUBLIC}) ORDER BY i.number",
        place_id,
    )


async def options(tx: Tx, place_id: int) -> list[Option]:
    """With numbers as they are: `rules.told_options` leaves out what nobody may read. An idea that was joined with
    another is that other one. Of a moment the votes are its yes: both of its counts stand in one number, which would
    tell them however small they are."""
    return await tx.all(
        Option,
        "SELECT p.id, p.question, coalesce(p.form, CASE WHEN p.consent = 1 THEN 'consent' ELSE p.kind END),"  # noqa: S608
        " p.state, p.opened_at, CASE WHEN p.closed_at < p.closes_at THEN p.closed_at ELSE p.closes_at END, v.people,"
        f" CASE WHEN o.idea_id IS NULL OR i.status IN ({PUBLIC}) THEN o.words ELSE '' END,"
        f" CASE WHEN i.status IN ({PUBLIC}) THEN i.number WHEN i.status = 'merged' THEN m.number END,"
        f" CASE WHEN p.form = 'time' THEN c.points / {YES_WEIGHS} ELSE c.people END,"
        " CASE WHEN p.form = 'time' THEN NULL ELSE c.points END FROM polls p JOIN poll_options o ON o.poll_id = p.id"
        " LEFT JOIN ideas i ON i.id = o.idea_id AND i.place_id = p.place_id"
        f" LEFT JOIN ideas m ON m.id = i.merged_into AND m.status IN ({PUBLIC})"
        " LEFT JOIN poll_tallies c ON c.poll_id = p.id AND c.option_id = o.id AND c.apart = 0"
        " LEFT JOIN poll_tallies v ON v.poll_id = p.id AND v.option_id = 0 AND v.apart = 0"
        " WHERE p.place_id = ? AND p.state IN ('open', 'closed') ORDER BY p.id, o.position, o.id",
        place_id,
    )


async def events(tx: Tx, place_id: int) -> list[Event]:
    """The cancelled ones too, so that they are known as such."""
    counted = COUNTED.format(of="e", kind="attendees", number="e.id")
    return await tx.all(
        Event,
        "SELECT e.id, e.title, e.words, e.starts_at, e.starts_at + coalesce(e.lasts, CAST(? AS BIGINT)),"  # noqa: S608
        " e.whereabouts, e.status, CASE WHEN e.capacity > 0 THEN e.capacity END,"
        f" {counted} FROM events e WHERE e.place_id = ? AND e.status <> 'draft' AND e.starts_at IS NOT NULL"
        " ORDER BY e.id",
        LASTS,
        place_id,
    )


async def decisions(tx: Tx, place_id: int) -> list[Decision]:
    """Every answer that still stands, the oldest first."""
    found = await board_store.decisions(tx, place_id, MOST)
    return [
        Decision(
            one.id,
            one.number,
            one.after.value,
            one.reason,
            board_rules.voice(one.after, one.space, one.roles),
            one.taken_at,
        )
        for one in reversed(found)
    ]


async def made(tx: Tx, place_id: int) -> list[Made]:
    """Of an idea that is not on the board any more nothing."""
    counted = COUNTED.format(of="t", kind="makers", number="t.id")
    return await tx.all(
        Made,
        "SELECT s.id, i.number, t.event_id, coalesce(o.space, s.space), o.name,"  # noqa: S608 constants
        " coalesce((SELECT c.outcome FROM made_changes c WHERE c.surface_id = s.id AND c.outcome IN ('moved', 'gone')"
        " ORDER BY c.id DESC LIMIT 1), 'there'), t.wish, t.wish_until,"
        f" {counted}, t.made_at FROM made_things t JOIN made_surfaces s ON s.thing_id = t.id"
        " LEFT JOIN spots o ON o.id = s.spot_id LEFT JOIN ideas i ON i.id = t.idea_id"
        f" WHERE t.place_id = ? AND (t.idea_id IS NULL OR i.status IN {plans.FINISHED}) ORDER BY s.id",
        place_id,
    )


async def looks(tx: Tx, place_id: int) -> list[Look]:
    """What a look found counts once it is for everybody; words and photos stay here."""
    return await tx.all(
        Look,
        "SELECT i.number, p.done_at, c.due_at, c.answer, c.answered_at, p.outcome"  # noqa: S608 constants
        " FROM care_plans p JOIN ideas i ON i.id = p.idea_id"
        " LEFT JOIN care_checks c ON c.plan_id = p.id AND c.answer IS NOT NULL AND c.shown_at IS NOT NULL"
        f" WHERE p.place_id = ? AND i.status IN {plans.FINISHED} AND coalesce(p.outcome, '') <> 'undone'"
        " ORDER BY i.number, c.id",
        place_id,
    )
