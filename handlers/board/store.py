"""What everybody may see of a place, read from what the other features keep. Nothing here names a person."""

from dataclasses import dataclass

from bot.database.db import Tx, Value
from bot.identity import roles
from bot.identity.roles import Role
from handlers.board.rules import Choice
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import STANDING

# An idea's own photos, and those of ideas that had been on the board before they were joined with it. A photo of how
# it is now is shown as long as the step that brought it stands.
PHOTOS = (
    "FROM idea_media a JOIN media m ON m.id = a.media_id JOIN ideas o ON o.id = a.idea_id"  # noqa: S608 constants
    " JOIN ideas i ON i.id = CASE WHEN o.status = 'merged' THEN o.merged_into ELSE o.id END"
    f" WHERE i.status IN ({PUBLIC}) AND (o.id = i.id OR o.published_at IS NOT NULL)"
    " AND m.kind = 'photo' AND m.state = 'ready' AND (a.kind = 'photo' OR (a.kind = 'after' AND EXISTS"
    f" (SELECT 1 FROM idea_steps s WHERE s.after_media_id = m.id AND {STANDING})))"
)
MANY = "CAST(coalesce(sum(c.ideas), 0) AS BIGINT)"
NARROWED = (
    f"FROM idea_counts c WHERE c.place_id = ? AND c.status IN ({PUBLIC}) AND c.ideas > 0"
    " AND (CAST(? AS TEXT) = '' OR c.status = ?) AND (CAST(? AS BIGINT) = 0 OR c.spot_id = ?)"
)

# In what capacity a step was taken, which is told in place of a name.
HELD = ", ".join(
    f"CASE WHEN {roles.holds('s.person_id', 'i.place_id', role)} THEN 1 ELSE 0 END" for role in roles.HELD
)
CHANGED = "coalesce(i.changed_at, i.published_at, i.sent_at, i.touched_at)"


@dataclass(frozen=True)
class Photo:
    idea_id: int
    after: bool
    hash: str
    width: int
    height: int


@dataclass(frozen=True)
class Count:
    """How many ideas of the board have this status, or lie at this spot."""

    key: str
    ideas: int


@dataclass(frozen=True)
class Step:
    """A step that still stands; `roles` are those its taker has today."""

    id: int
    number: int
    words: str
    after: Status
    space: str
    reason: str
    taken_at: int
    roles: frozenset[Role]


@dataclass(frozen=True)
class News:
    """An idea and when something last became of it (ms)."""

    idea_id: int
    number: int
    words: str
    status: Status
    published_at: int
    changed_at: int


async def count(tx: Tx, place_id: int, choice: Choice) -> int:
    chosen = (choice.status, choice.status, choice.spot_id, choice.spot_id)
    return await tx.one(int, f"SELECT {MANY} {NARROWED}", place_id, *chosen) or 0


async def by_status(tx: Tx, place_id: int, spot_id: int) -> dict[str, int]:
    """At this spot, or anywhere when it is 0."""
    sql = f"SELECT c.status, {MANY} {NARROWED} GROUP BY c.status"
    return {one.key: one.ideas for one in await tx.all(Count, sql, place_id, "", "", spot_id, spot_id)}


async def by_spot(tx: Tx, place_id: int, status: str) -> dict[int, int]:
    sql = f"SELECT CAST(c.spot_id AS TEXT), {MANY} {NARROWED} AND c.spot_id <> 0 GROUP BY c.spot_id"
    return {int(one.key): one.ideas for one in await tx.all(Count, sql, place_id, status, status, 0, 0)}


async def photos(tx: Tx, idea_ids: list[int]) -> list[Photo]:
    """Of all these ideas at once, each idea's own ones first, in the order they came."""
    if not idea_ids:
        return []
    slots = ", ".join("?" for _ in idea_ids)
    sql = (
        "SELECT i.id, a.kind, m.hash, coalesce(m.width, 1), coalesce(m.height, 1)"  # noqa: S608 question marks
        f" {PHOTOS} AND i.id IN ({slots})"
        f" AND o.id IN (SELECT id FROM ideas WHERE id IN ({slots}) UNION SELECT id FROM ideas"
        f" WHERE merged_into IN ({slots}))"
        " ORDER BY CASE WHEN o.id = i.id THEN 0 ELSE 1 END, a.id"
    )
    return await tx.all(_photo, sql, *idea_ids, *idea_ids, *idea_ids)


async def is_public_photo(tx: Tx, place_id: int, hash: str) -> bool:
    sql = f"SELECT 1 {PHOTOS} AND i.place_id = ? AND m.hash = ? LIMIT 1"
    return await tx.one(int, sql, place_id, hash) is not None


async def steps(tx: Tx, idea_id: int) -> list[Step]:
    """Oldest first. What was hidden or undone meanwhile is nobody else's business."""
    return await _steps(tx, "s.idea_id = ? ORDER BY s.id", idea_id)


async def last_steps(tx: Tx, idea_ids: list[int]) -> dict[int, Step]:
    """The newest step of each of these ideas, by its number."""
    if not idea_ids:
        return {}
    slots = ", ".join("?" for _ in idea_ids)
    return {one.number: one for one in await _steps(tx, f"s.idea_id IN ({slots}) ORDER BY s.id", *idea_ids)}


async def decisions(tx: Tx, place_id: int, limit: int) -> list[Step]:
    """The newest answers of the place."""
    answers = "'agreed', 'agreed_but', 'trial', 'not_now'"
    return await _steps(
        tx, f"i.place_id = ? AND s.to_status IN ({answers}) ORDER BY s.id DESC LIMIT ?", place_id, limit
    )


async def public_numbers(tx: Tx, idea_ids: list[int]) -> dict[int, int]:
    """The numbers of those that everybody may see."""
    if not idea_ids:
        return {}
    slots = ", ".join("?" for _ in idea_ids)
    sql = f"SELECT i.id, i.number FROM ideas i WHERE i.id IN ({slots}) AND i.status IN ({PUBLIC})"  # noqa: S608
    return dict(await tx.all(_pair, sql, *idea_ids))


async def news(tx: Tx, place_id: int, limit: int) -> list[News]:
    sent = "coalesce(i.published_at, i.sent_at, i.touched_at)"
    sql = (
        f"SELECT i.id, i.number, i.words, i.status, {sent},"  # noqa: S608 constants
        f" {CHANGED} FROM ideas i WHERE i.place_id = ? AND i.status IN ({PUBLIC})"
        f" ORDER BY {CHANGED} DESC, i.id DESC LIMIT ?"
    )
    return await tx.all(_news, sql, place_id, limit)


async def opened_at(tx: Tx, place_id: int) -> int:
    return await tx.one(int, "SELECT created_at FROM places WHERE id = ?", place_id) or 0


async def _steps(tx: Tx, which: str, *values: Value) -> list[Step]:
    sql = (
        f"SELECT s.id, i.number, i.words, s.to_status, s.space, s.reason, s.taken_at, {HELD} FROM idea_steps s"  # noqa: S608
        # Steps first, as SQLite takes a CROSS JOIN: by those of a place it would go through all of its ideas.
        " CROSS JOIN ideas i"
        f" WHERE i.id = s.idea_id AND i.status IN ({PUBLIC}) AND s.to_status IN ({PUBLIC}) AND {STANDING} AND {which}"
    )
    return await tx.all(_step, sql, *values)


async def with_before_and_after(tx: Tx, place_id: int, limit: int) -> list[tuple[int, int]]:
    """Id and number of the ideas that were photographed both before and after, the newest photo first."""
    return await tx.all(
        _pair,
        f"SELECT i.id, i.number {PHOTOS} AND i.place_id = ? AND a.kind = 'after' AND EXISTS"  # noqa: S608 constants
        " (SELECT 1 FROM idea_media b JOIN media p ON p.id = b.media_id WHERE b.idea_id = i.id"
        " AND b.kind = 'photo' AND p.state = 'ready') GROUP BY i.id, i.number ORDER BY max(a.id) DESC LIMIT ?",
        place_id,
        limit,
    )


def _pair(idea_id: int, number: int) -> tuple[int, int]:
    return idea_id, number


def _photo(idea_id: int, kind: str, hash: str, width: int, height: int) -> Photo:
    return Photo(idea_id, kind == "after", hash, width, height)


def _step(
    step_id: int,
    number: int,
    words: str,
    after: str,
    space: str,
    reason: str,
    taken_at: int,
    *held: int,
) -> Step:
    hers = frozenset(role for role, has in zip(roles.HELD, held, strict=True) if has)
    return Step(step_id, number, words, Status(after), space, reason, taken_at, hers)


def _news(idea_id: int, number: int, words: str, status: str, published_at: int, changed_at: int) -> News:
    return News(idea_id, number, words, Status(status), published_at, changed_at)
