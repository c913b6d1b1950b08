"""What changes need: open and unmet first; what is met stays, and is marked."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.needs.rules import NEEDY, Kind, Level, State

STATUSES = ", ".join(f"'{status}'" for status in sorted(NEEDY))
NEED = (
    "SELECT n.id, n.place_id, n.idea_id, i.number, i.words, n.kind, n.words, n.level, n.by_at, n.state, n.begun_at,"
    " (SELECT count(*) FROM need_pledges p WHERE p.need_id = n.id AND p.state IN ('promised', 'here', 'given_back'))"
    " FROM needs n JOIN ideas i ON i.id = n.idea_id"
)
HERE = f"{NEED} WHERE n.place_id = ? AND i.status IN ({STATUSES})"
# Those without which nothing goes on, and the soonest, stand first.
URGENT = "CASE n.level WHEN 'minimum' THEN 0 ELSE 1 END, coalesce(n.by_at, 9000000000000000), n.id"


@dataclass(frozen=True)
class Need:
    """`idea` is the words of the change; `pledges` how many promised or brought something. Times are ms."""

    id: int
    place_id: int
    idea_id: int
    number: int
    idea: str
    kind: Kind
    words: str
    level: Level
    by_at: int | None
    state: State
    begun_at: int
    pledges: int


async def find(tx: Tx, place_id: int, need_id: int) -> Need | None:
    """Of a change that goes on."""
    return await tx.one(_need, f"{HERE} AND n.id = ?", place_id, need_id)


async def listed(tx: Tx, place_id: int, limit: int) -> list[Need]:
    return await tx.all(_need, f"{HERE} AND n.state = 'open' ORDER BY {URGENT} LIMIT ?", place_id, limit)


async def met(tx: Tx, place_id: int, limit: int) -> list[Need]:
    sql = f"{HERE} AND n.state = 'met' ORDER BY n.ended_at DESC, n.id DESC LIMIT ?"
    return await tx.all(_need, sql, place_id, limit)


async def of_idea(tx: Tx, place_id: int, idea_id: int) -> list[Need]:
    """Open and met ones; for a change that is over, too."""
    sql = (
        f"{NEED} WHERE n.place_id = ? AND n.idea_id = ? AND n.state IN ('open', 'met')"
        f" ORDER BY CASE n.state WHEN 'open' THEN 0 ELSE 1 END, {URGENT}"
    )
    return await tx.all(_need, sql, place_id, idea_id)


async def draft(tx: Tx, place_id: int, idea_id: int, person_id: int) -> Need | None:
    """What she has half written down."""
    sql = f"{HERE} AND n.idea_id = ? AND n.asked_by = ? AND n.state = 'draft' ORDER BY n.id DESC LIMIT 1"
    return await tx.one(_need, sql, place_id, idea_id, person_id)


async def over(tx: Tx, place_id: int, by: int, begun: int) -> list[Need]:
    """Open ones that wait no longer: their change does not go on, or their day is long past."""
    sql = (
        f"{NEED} WHERE n.place_id = ? AND n.state = 'open' AND (i.status NOT IN ({STATUSES})"
        " OR n.by_at < ? OR (n.by_at IS NULL AND n.begun_at < ?)) ORDER BY n.id"
    )
    return await tx.all(_need, sql, place_id, by, begun)


async def begin(tx: Tx, place_id: int, idea_id: int, kind: Kind, person_id: int, now: int) -> int:
    need_id = await tx.one(
        int,
        "INSERT INTO needs (place_id, idea_id, kind, state, asked_by, begun_at) VALUES (?, ?, ?, 'draft', ?, ?)"
        " RETURNING id",
        place_id,
        idea_id,
        kind.value,
        person_id,
        now,
    )
    if need_id is None:
        raise LookupError("the new need has no id")
    return need_id


async def set_kind(tx: Tx, need_id: int, kind: Kind) -> None:
    await tx.run("UPDATE needs SET kind = ? WHERE id = ?", kind.value, need_id)


async def set_words(tx: Tx, need_id: int, words: str) -> None:
    await tx.run("UPDATE needs SET words = ? WHERE id = ?", words, need_id)


async def set_level(tx: Tx, need_id: int, level: Level) -> None:
    await tx.run("UPDATE needs SET level = ? WHERE id = ?", level.value, need_id)


async def set_by(tx: Tx, need_id: int, by_at: int | None) -> None:
    await tx.run("UPDATE needs SET by_at = ? WHERE id = ?", by_at, need_id)


async def set_state(tx: Tx, need_id: int, state: State, ended_at: int | None) -> None:
    await tx.run("UPDATE needs SET state = ?, ended_at = ? WHERE id = ?", state.value, ended_at, need_id)


async def forget_drafts(tx: Tx, place_id: int, before: int) -> None:
    await tx.run("DELETE FROM needs WHERE place_id = ? AND state = 'draft' AND begun_at < ?", place_id, before)


def _need(
    need_id: int, place_id: int, idea_id: int, number: int, idea: str, kind: str, words: str, level: str,
    by_at: int | None, state: str, begun_at: int, pledges: int,
) -> Need:  # fmt: skip
    return Need(
        need_id, place_id, idea_id, number, idea, Kind(kind), words, Level(level), by_at, State(state), begun_at,
        pledges,
    )  # fmt: skip
