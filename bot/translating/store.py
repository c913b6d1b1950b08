"""Rows of what a machine is asked for, as the loop claims and settles them."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.database.claims import left_by
from bot.database.db import Tx

# Its author and its place still want it, and everybody may read it.
LET = (
    "EXISTS (SELECT 1 FROM ideas i JOIN machine_consents c ON c.person_id = i.person_id AND c.host = one.host"
    " AND c.given = 1 JOIN machine_places p ON p.place_id = i.place_id AND p.host = one.host WHERE i.id = one.idea_id"
    " AND i.status NOT IN ('draft', 'new', 'hidden', 'withdrawn', 'merged')"
    " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id))"
)
# No person has said it meanwhile either: then nothing is spent on it.
WANTED = (
    f"{LET} AND NOT EXISTS (SELECT 1 FROM translations t"  # noqa: S608 constant
    " WHERE t.idea_id = one.idea_id AND t.language = one.language"
    " AND t.of_words = one.of_words AND t.words <> '' AND t.hidden_at IS NULL)"
)
# What was claimed: its words may have changed since, and another process may ask for the new ones already.
SAME = "one.id = ? AND one.state = 'asking' AND one.attempts = ? AND one.of_words = ?"
ROOM = "coalesce((SELECT k.calls FROM machine_calls k WHERE k.place_id = i.place_id AND k.day = ?), 0) < ?"


@dataclass(frozen=True)
class Claimed:
    """`words` are the idea's, as they are now."""

    id: int
    place_id: int
    before: str
    after: str
    of_words: str
    words: str
    attempts: int


async def anything_due(tx: Tx, now: int) -> bool:
    sql = "SELECT id FROM machine_translations WHERE state = 'waiting' AND not_before <= ? LIMIT 1"
    return bool(await tx.one(int, sql, now))


async def claim(tx: Tx, by: int, now: int, day: int, a_place: int, altogether: int, dialect: str) -> Claimed | None:
    """Counts the call before it is made. None when nothing is due, or when enough was asked today."""
    await tx.run(f"DELETE FROM machine_translations AS one WHERE one.state = 'waiting' AND NOT ({WANTED})")  # noqa: S608
    await tx.lock("calls of the machine")
    spent = await tx.one(int, "SELECT coalesce(sum(calls), 0) FROM machine_calls WHERE day = ?", day)
    if (spent or 0) >= altogether:
        return None
    skip_locked = " FOR UPDATE OF one SKIP LOCKED" if dialect == "postgres" else ""
    found = await tx.one(
        Claimed,
        "SELECT one.id, i.place_id, one.from_language, one.language, one.of_words, i.words, one.attempts + 1"  # noqa: S608
        " FROM machine_translations one JOIN ideas i ON i.id = one.idea_id WHERE one.state = 'waiting'"
        f" AND one.not_before <= ? AND {ROOM} AND {WANTED} ORDER BY one.not_before, one.id LIMIT 1{skip_locked}",
        now,
        day,
        a_place,
    )
    if found is None:
        return None
    await tx.run(
        "UPDATE machine_translations SET state = 'asking', attempts = attempts + 1, claimed_at = ?, claimed_by = ?"
        " WHERE id = ?",
        now,
        by,
        found.id,
    )
    await tx.run(
        "INSERT INTO machine_calls (place_id, day, calls) VALUES (?, ?, 1)"
        " ON CONFLICT (place_id, day) DO UPDATE SET calls = machine_calls.calls + 1",
        found.place_id,
        day,
    )
    await tx.run("DELETE FROM machine_calls WHERE day < ?", day - 7)
    return found


async def made(tx: Tx, one: Claimed, words: str, now: int) -> bool:
    """False when it is not let any more: then it is gone, as if it had never been asked for.

    What a person said meanwhile goes before it and takes nothing away: else saying it and taking it back again and
    again would spend what there is for a day.
    """
    kept = await tx.run(
        "UPDATE machine_translations AS one SET state = 'made', words = ?, made_at = ?"  # noqa: S608 constant
        f" WHERE {SAME} AND {LET}",
        words,
        now,
        *_same(one),
    )
    if not kept:
        await tx.run(f"DELETE FROM machine_translations AS one WHERE {SAME}", *_same(one))  # noqa: S608 constant
    return bool(kept)


async def later(tx: Tx, one: Claimed, not_before: int) -> None:
    sql = f"UPDATE machine_translations AS one SET state = 'waiting', not_before = ? WHERE {SAME}"  # noqa: S608 constant
    await tx.run(sql, not_before, *_same(one))


async def dropped(tx: Tx, one: Claimed) -> None:
    """Not asked for again, until the words change."""
    await tx.run(f"UPDATE machine_translations AS one SET state = 'dropped' WHERE {SAME}", *_same(one))  # noqa: S608 constant


def _same(one: Claimed) -> tuple[int, int, str]:
    return one.id, one.attempts, one.of_words


async def abandoned(tx: Tx, gone: Collection[int], unnumbered: int) -> None:
    """It was being asked when the process died: to ask twice harms nobody."""
    await tx.run(
        f"UPDATE machine_translations SET state = 'waiting' WHERE state = 'asking' AND {left_by(gone)}",  # noqa: S608
        *gone,
        unnumbered,
    )


async def note_machine(tx: Tx, host: str, pairs: str) -> None:
    """Whom the operator names now; empty: nobody. What another one made goes, and so does its permission.

    So does what was made or waits for a pair that she does not name any more.
    """
    await tx.lock("the machine that translates")
    known = await tx.all(lambda *row: row, "SELECT host, pairs FROM machine_translators")
    if known != ([(host, pairs)] if host else []):
        await tx.run("DELETE FROM machine_translators")
        if host:
            await tx.run("INSERT INTO machine_translators (host, pairs) VALUES (?, ?)", host, pairs)
        await tx.run(
            "DELETE FROM machine_translations WHERE ',' || CAST(? AS TEXT) || ','"
            " NOT LIKE '%,' || from_language || '-' || language || ',%'",
            pairs,
        )
    if await tx.one(int, "SELECT count(*) FROM machine_translations WHERE host <> ?", host):
        await tx.run("DELETE FROM machine_translations WHERE host <> ?", host)
    if await tx.one(int, "SELECT count(*) FROM machine_places WHERE host <> ?", host):
        await tx.run("DELETE FROM machine_places WHERE host <> ?", host)
