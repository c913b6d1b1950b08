"""Ideas as others read them: one, the board, the queue, and the people they concern."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.identity import roles
from bot.identity.places import Space
from bot.identity.roles import TEAM, Role
from handlers.ideas import rules
from handlers.ideas.rules import Status

UNANSWERED = ", ".join(f"'{status}'" for status in sorted({Status.OPEN, *rules.DECISIONS}))
PUBLIC = ", ".join(f"'{status}'" for status in sorted(rules.PUBLIC))
FLAGGED = "EXISTS (SELECT 1 FROM idea_flags f WHERE f.idea_id = i.id AND f.looked_at IS NULL)"
# It waits for whoever else has a say there.
TEAM_ANSWERED = (
    "EXISTS (SELECT 1 FROM idea_answers a WHERE a.idea_id = i.id AND a.space = i.space"  # noqa: S608 our own words
    f" AND a.role IN ({roles.in_sql(*TEAM.roles)}) AND a.ended_by IS NULL AND a.taken_back_at IS NULL)"
)
PASSED_FOR = 24 * 3_600_000  # ms that an idea stays at the end of the queue after "later"


@dataclass(frozen=True)
class Idea:
    """`latitude` and `longitude` are millionths of a degree; times are ms."""

    id: int
    place_id: int
    person_id: int
    number: int
    status: Status
    words: str
    spot_id: int | None
    space: Space
    elsewhere: bool
    latitude: int | None
    longitude: int | None
    meant: bool
    different: bool
    voices: int
    merged_into: int | None
    trial_until: int | None
    touched_at: int
    sent_at: int | None

    @property
    def public(self) -> bool:
        return self.status in rules.PUBLIC

    @property
    def has_place(self) -> bool:
        return self.spot_id is not None or self.elsewhere or self.latitude is not None


@dataclass(frozen=True)
class Queue:
    """So many ideas wait for the team, `late` of them for longer than rules.PATIENCE."""

    count: int
    late: int


@dataclass(frozen=True)
class View:
    """Which ideas of the board, and in which order."""

    by_voices: bool = False
    mine: bool = False
    status: str = ""
    spot_id: int = 0


IDEA = (
    "i.id, i.place_id, i.person_id, coalesce(i.number, 0), i.status, i.words, i.spot_id, i.space, i.elsewhere,"
    " i.latitude, i.longitude, i.meant, i.different, i.voices, i.merged_into, i.trial_until, i.touched_at, i.sent_at"
)
# The idea and all that was merged into it, however often; expects one bound id.
FAMILY = (
    "WITH RECURSIVE family (id) AS (SELECT id FROM ideas WHERE id = ?"
    " UNION SELECT i.id FROM ideas i JOIN family f ON i.merged_into = f.id)"
)
ON_BOARD = f"FROM ideas i WHERE i.place_id = ? AND i.status IN ({PUBLIC})"
MINE = "FROM ideas i WHERE i.place_id = ? AND i.person_id = ? AND i.number IS NOT NULL AND i.status <> 'withdrawn'"
WAITING = (
    f"WHERE i.place_id = ? AND (i.status = 'new' OR (i.status IN ({PUBLIC}) AND {FLAGGED})"  # noqa: S608
    " OR (i.status = 'open' AND i.unseen = 1)"
    " OR (i.status = 'open' AND EXISTS (SELECT 1 FROM idea_changes c WHERE c.idea_id = i.id AND c.state = 'waiting'))"
    " OR (i.status = 'open' AND i.space IN ('yard', 'unsure') AND coalesce(i.published_at, i.sent_at) < ?"
    f" AND NOT {TEAM_ANSWERED}))"
)

AGE = "coalesce(i.published_at, i.sent_at)"
# SQLite walks a CROSS JOIN as it is written: the few that may wait first, and never the whole board.
MOST_COUNTED = 500  # of one kind
# Of each kind those that wait longest and neither wait for their author nor were put off: those stand last.
LONGEST = (
    "AND coalesce(i.passed_at, 0) <= ? AND NOT EXISTS"  # noqa: S608 constants
    " (SELECT 1 FROM idea_questions q WHERE q.idea_id = i.id AND q.answered_at IS NULL)"
    f" ORDER BY {AGE}, i.id LIMIT ?)"
)
# Whatever can be among the first of the queue, each found by an index of its own; see `_may_wait`.
MAY_WAIT = (
    "SELECT idea_id FROM idea_flags WHERE looked_at IS NULL"  # noqa: S608 constants
    " UNION SELECT idea_id FROM idea_questions WHERE answered_at IS NULL"
    " UNION SELECT idea_id FROM idea_changes WHERE state = 'waiting'"
    " UNION SELECT i.id FROM ideas i WHERE i.place_id = ? AND i.passed_at > ?"
    f" UNION SELECT id FROM (SELECT i.id FROM ideas i WHERE i.place_id = ? AND i.status = 'new' {LONGEST} a"
    f" UNION SELECT id FROM (SELECT i.id FROM ideas i WHERE i.place_id = ? AND i.unseen = 1 {LONGEST} b"
    " UNION SELECT id FROM (SELECT i.id FROM ideas i WHERE i.place_id = ? AND i.status = 'open'"
    f" AND i.space IN ('yard', 'unsure') AND NOT {TEAM_ANSWERED} AND {AGE} < ? {LONGEST} c"
)


async def idea(tx: Tx, place_id: int, idea_id: int) -> Idea:
    """Raises LookupError for what is not in this place."""
    found = await find(tx, place_id, idea_id)
    if found is None:
        raise LookupError(f"no idea {idea_id} in place {place_id}")
    return found


async def find(tx: Tx, place_id: int, idea_id: int) -> Idea | None:
    sql = f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.id = ?"  # noqa: S608 constant
    return await tx.one(read_idea, sql, place_id, idea_id)


async def find_by_number(tx: Tx, place_id: int, number: int) -> Idea | None:
    sql = f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.number = ?"  # noqa: S608 constant
    return await tx.one(read_idea, sql, place_id, number)


async def board(tx: Tx, place_id: int, person_id: int, view: View, offset: int, limit: int) -> list[Idea]:
    if view.mine:
        sql = f"SELECT {IDEA} {MINE} ORDER BY i.number DESC LIMIT ? OFFSET ?"
        return await tx.all(read_idea, sql, place_id, person_id, limit, offset)
    # Written out for what was chosen, so that an index holds just these, in this order.
    order = "i.voices DESC, i.number DESC" if view.by_voices else "i.number DESC"
    if view.status and Status(view.status) not in rules.PUBLIC:
        return []
    board = "FROM ideas i WHERE i.place_id = ? AND i.status = ?" if view.status else ON_BOARD
    at_spot = " AND i.spot_id = ?" if view.spot_id else ""
    sql = f"SELECT {IDEA} {board}{at_spot} ORDER BY {order} LIMIT ? OFFSET ?"
    chosen = [one for one in (view.status, view.spot_id) if one]
    return await tx.all(read_idea, sql, place_id, *chosen, limit, offset)


async def queue(tx: Tx, place_id: int, now: datetime, most: int) -> list[Idea]:
    """The first of what waits for the team: what was flagged, then what waits longest; what waits for its author, or
    was put off, stands last."""
    patience, passed = milliseconds(now - rules.PATIENCE), milliseconds(now) - PASSED_FOR
    sql = (
        f"SELECT {IDEA} FROM ({MAY_WAIT}) w CROSS JOIN ideas i {WAITING} AND i.id = w.idea_id ORDER BY"  # noqa: S608
        f" CASE WHEN {FLAGGED} AND coalesce(i.passed_at, 0) <= ? THEN 0 ELSE 1 END,"
        " CASE WHEN EXISTS (SELECT 1 FROM idea_questions q WHERE q.idea_id = i.id AND q.answered_at IS NULL)"
        " THEN 1 ELSE 0 END, CASE WHEN coalesce(i.passed_at, 0) > ? THEN 1 ELSE 0 END,"
        f" {AGE}, i.id LIMIT ?"
    )
    may_wait = _may_wait(place_id, patience, passed, most)
    return await tx.all(read_idea, sql, *may_wait, place_id, patience, passed, passed, most)


async def count_queue(tx: Tx, place_id: int, now: datetime) -> Queue:
    patience, passed = milliseconds(now - rules.PATIENCE), milliseconds(now) - PASSED_FOR
    sql = (
        "SELECT count(*), sum(CASE WHEN coalesce(i.sent_at, 0) < ? THEN 1 ELSE 0 END)"  # noqa: S608 constants
        f" FROM ({MAY_WAIT}) w CROSS JOIN ideas i {WAITING} AND i.id = w.idea_id"
    )
    may_wait = _may_wait(place_id, patience, passed, MOST_COUNTED)
    found = await tx.one(lambda count, late: Queue(count, late or 0), sql, patience, *may_wait, place_id, patience)
    return found or Queue(0, 0)


def _may_wait(place_id: int, patience: int, passed: int, most: int) -> tuple[int, ...]:
    """What MAY_WAIT has bound."""
    longest = (place_id, passed, most)
    return (place_id, passed, *longest, *longest, place_id, patience, passed, most)


async def flagged(tx: Tx, place_id: int) -> list[Idea]:
    """What a neighbour said should not be here, and nobody of the team has looked at since."""
    sql = (
        f"SELECT {IDEA} FROM (SELECT DISTINCT f.idea_id FROM idea_flags f WHERE f.looked_at IS NULL) w"  # noqa: S608
        f" CROSS JOIN ideas i WHERE i.id = w.idea_id AND i.place_id = ? AND i.status IN ({PUBLIC})"
        " ORDER BY i.id LIMIT 50"
    )
    return await tx.all(read_idea, sql, place_id)


async def undecided(tx: Tx, place_id: int, spaces: frozenset[Space], role: Role, now: int) -> list[Idea]:
    """Ideas in these spaces that this role has not answered yet, and trials that are over, most supported first."""
    words = ", ".join(f"'{space}'" for space in sorted(spaces))
    sql = (
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.space IN ({words})"  # noqa: S608 fixed words
        f" AND i.status IN ({UNANSWERED})"
        f" AND ((i.status IN ({UNANSWERED}) AND NOT EXISTS (SELECT 1 FROM idea_answers a WHERE a.idea_id = i.id"
        " AND a.role = ? AND a.space = i.space AND a.ended_by IS NULL AND a.taken_back_at IS NULL))"
        " OR (i.status = 'trial' AND i.trial_until <= ?))"
        " ORDER BY i.voices DESC, i.id LIMIT 50"
    )
    return await tx.all(read_idea, sql, place_id, role.value, now)


async def trials_over(tx: Tx, place_id: int, now: int) -> list[Idea]:
    """Whoever's space it is has not been asked yet what becomes of them."""
    sql = (
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.status = 'trial'"  # noqa: S608 constant
        " AND i.trial_until <= ? AND i.trial_asked_at IS NULL ORDER BY i.id"
    )
    return await tx.all(read_idea, sql, place_id, now)


async def trials_unanswered(tx: Tx, place_id: int, asked_before: int) -> list[Idea]:
    sql = (
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.status = 'trial'"  # noqa: S608 constant
        " AND i.trial_asked_at <= ? ORDER BY i.id"
    )
    return await tx.all(read_idea, sql, place_id, asked_before)


async def published_since(tx: Tx, place_id: int, since: int) -> list[Idea]:
    """What came onto the board since then, and is there still."""
    sql = (
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND coalesce(i.published_at, i.sent_at) >= ?"  # noqa: S608
        f" AND i.status IN ({PUBLIC}) ORDER BY i.id"
    )
    return await tx.all(read_idea, sql, place_id, since)


async def stands_on_board(tx: Tx, idea_id: int) -> bool:
    """It does, or what it was merged into."""
    found = await tx.one(
        int,
        "WITH RECURSIVE up (id, status, into_id) AS (SELECT id, status, merged_into FROM ideas WHERE id = ?"  # noqa: S608
        " UNION SELECT i.id, i.status, i.merged_into FROM ideas i JOIN up u ON i.id = u.into_id)"
        f" SELECT count(*) FROM up WHERE status IN ({PUBLIC})",
        idea_id,
    )
    return bool(found)


async def sent_since(tx: Tx, place_id: int, since: int) -> list[Idea]:
    """Everything that came in since then and was not hidden or taken back."""
    sql = (
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.sent_at >= ?"  # noqa: S608 constant
        f" AND i.status IN ('new', {PUBLIC}) ORDER BY i.id"
    )
    return await tx.all(read_idea, sql, place_id, since)


async def supporters(tx: Tx, idea_id: int) -> list[int]:
    """Everybody whose voice it has, also through an idea that was merged into it; each once."""
    return await tx.all(int, "SELECT person_id FROM idea_voices WHERE idea_id = ? ORDER BY person_id", idea_id)


async def people_concerned(tx: Tx, idea_id: int) -> list[int]:
    """Who hears what becomes of it: author, supporters, followers, and those of the ideas merged into it.

    Also everybody who voted in a poll about it, whichever way. Whoever else must hear is added here only.
    """
    return await tx.all(
        int,
        f"{FAMILY} SELECT i.person_id FROM ideas i JOIN family f ON f.id = i.id"  # noqa: S608
        " UNION SELECT v.person_id FROM idea_voices v JOIN family f ON f.id = v.idea_id"
        " UNION SELECT l.person_id FROM idea_followers l JOIN family f ON f.id = l.idea_id"
        " UNION SELECT v.person_id FROM poll_votes v JOIN poll_options o ON o.poll_id = v.poll_id"
        " JOIN family f ON f.id = o.idea_id",
        idea_id,
    )


async def merged_into(tx: Tx, idea_id: int) -> list[Idea]:
    """The ideas that were sent by themselves and belong to this one now."""
    sql = (
        f"{FAMILY} SELECT {IDEA} FROM ideas i JOIN family f ON f.id = i.id"  # noqa: S608
        " WHERE i.id <> ? AND i.number IS NOT NULL ORDER BY i.number"
    )
    return await tx.all(read_idea, sql, idea_id, idea_id)


async def author_names(tx: Tx, idea_id: int) -> list[str]:
    """Its own author first, then those of the ideas merged into it."""
    return await tx.all(
        str,
        f"{FAMILY} SELECT p.name FROM family f JOIN ideas i ON i.id = f.id JOIN people p ON p.id = i.person_id"  # noqa: S608
        " WHERE i.id = ? OR i.number IS NOT NULL ORDER BY CASE WHEN i.id = ? THEN 0 ELSE 1 END, i.id",
        idea_id,
        idea_id,
        idea_id,
    )


async def is_author(tx: Tx, idea_id: int, person_id: int) -> bool:
    """Of the idea or of one merged into it; whoever wrote it down for somebody else is not."""
    found = await tx.one(
        int,
        f"{FAMILY} SELECT count(*) FROM family f JOIN ideas i ON i.id = f.id"  # noqa: S608
        " WHERE i.person_id = ? AND (i.id = ? OR i.number IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id)",
        idea_id,
        person_id,
        idea_id,
    )
    return bool(found)


def read_idea(
    idea_id: int,
    place_id: int,
    person_id: int,
    number: int,
    status: str,
    words: str,
    spot_id: int | None,
    space: str,
    elsewhere: int,
    latitude: int | None,
    longitude: int | None,
    meant: int,
    different: int,
    voices: int,
    merged_into: int | None,
    trial_until: int | None,
    touched_at: int,
    sent_at: int | None,
) -> Idea:
    return Idea(
        idea_id, place_id, person_id, number, Status(status), words, spot_id, Space(space), bool(elsewhere),
        latitude, longitude, bool(meant), bool(different), voices, merged_into, trial_until, touched_at, sent_at,
    )  # fmt: skip
