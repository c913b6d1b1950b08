"""Who answers questions of which field, and the links by which somebody becomes an expert."""

import hashlib
import secrets
from dataclasses import dataclass

from bot.database.db import Tx
from handlers.experts.rules import Field, Standing

TOKEN_BYTES = 16
EXPERT = (
    "SELECT x.id, x.place_id, x.person_id, coalesce(p.name, ''), x.field, x.called, x.state, x.named, x.invited_by"
    " FROM experts x LEFT JOIN people p ON p.id = x.person_id"
)
NOW = "x.state IN ('active', 'paused')"


@dataclass(frozen=True)
class Expert:
    """`called` is what her field is called where it is none of the four."""

    id: int
    place_id: int
    person_id: int | None
    name: str
    field: Field
    called: str
    state: Standing
    named: bool
    invited_by: int | None


async def find(tx: Tx, place_id: int, expert_id: int) -> Expert | None:
    return await tx.one(_expert, f"{EXPERT} WHERE x.place_id = ? AND x.id = ?", place_id, expert_id)


async def of_person(tx: Tx, place_id: int, person_id: int) -> list[Expert]:
    """What she answers, paused or not."""
    sql = f"{EXPERT} WHERE x.place_id = ? AND x.person_id = ? AND {NOW} ORDER BY x.id"
    return await tx.all(_expert, sql, place_id, person_id)


async def listed(tx: Tx, place_id: int) -> list[Expert]:
    sql = f"{EXPERT} WHERE x.place_id = ? AND {NOW} ORDER BY x.id"
    return await tx.all(_expert, sql, place_id)


async def count(tx: Tx, place_id: int) -> int:
    """With the links that nobody took up yet."""
    sql = "SELECT count(*) FROM experts WHERE place_id = ? AND state <> 'ended'"
    return await tx.one(int, sql, place_id) or 0


async def people(tx: Tx, place_id: int) -> list[int]:
    sql = f"SELECT DISTINCT x.person_id FROM experts x WHERE x.place_id = ? AND {NOW} AND x.person_id > 0"  # noqa: S608
    return await tx.all(int, sql, place_id)


async def free(tx: Tx, place_id: int, field: Field, called: str, question_id: int) -> list[Expert]:
    """Whom the question could go to: of the field, not paused, did not pass it on; who has fewest stands first.

    Two doors that became one person may be the same expert twice: what she passed on at one comes at neither.
    """
    sql = (
        f"{EXPERT} WHERE x.place_id = ? AND x.field = ? AND x.called = ? AND x.state = 'active'"  # noqa: S608 ours
        " AND x.person_id IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM expert_passes e JOIN experts y ON y.id = e.expert_id"
        " WHERE e.question_id = ? AND (y.id = x.id OR y.person_id = x.person_id))"
        " ORDER BY (SELECT count(*) FROM expert_questions q WHERE q.expert_id = x.id AND q.state = 'open'), x.id"
    )
    return await tx.all(_expert, sql, place_id, field.value, called, question_id)


async def invite(tx: Tx, place_id: int, field: Field, called: str, by: int | None, now: int) -> str:
    """The token of the new link; it is kept nowhere, only its hash."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await tx.run(
        "INSERT INTO experts (place_id, field, called, state, token_hash, invited_by, invited_at)"
        " VALUES (?, ?, ?, 'invited', ?, ?, ?)",
        place_id,
        field.value,
        called,
        _hash(token),
        by,
        now,
    )
    return token


async def invited(tx: Tx, token: str, since: int) -> Expert | None:
    """What the link offers, while nobody took it up and it is not too old."""
    sql = f"{EXPERT} WHERE x.token_hash = ? AND x.state = 'invited' AND x.invited_at > ?"
    return await tx.one(_expert, sql, _hash(token), since)


async def accept(tx: Tx, expert_id: int, person_id: int, now: int) -> bool:
    """The first who opens it; False for the second."""
    return bool(
        await tx.run(
            "UPDATE experts SET person_id = ?, state = 'active', token_hash = NULL, accepted_at = ?"
            " WHERE id = ? AND state = 'invited'",
            person_id,
            now,
            expert_id,
        )
    )


async def set_state(tx: Tx, expert_id: int, state: Standing) -> None:
    await tx.run("UPDATE experts SET state = ? WHERE id = ?", state.value, expert_id)


async def set_named(tx: Tx, expert_id: int, named: int) -> None:
    await tx.run("UPDATE experts SET named = ? WHERE id = ?", named, expert_id)


async def drop_old_links(tx: Tx, place_id: int, before: int) -> None:
    await tx.run("DELETE FROM experts WHERE place_id = ? AND state = 'invited' AND invited_at < ?", place_id, before)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _expert(
    expert_id: int, place_id: int, person_id: int | None, name: str, field: str, called: str, state: str, named: int,
    invited_by: int | None,
) -> Expert:  # fmt: skip
    return Expert(
        expert_id, place_id, person_id, name, Field(field), called, Standing(state), bool(named), invited_by
    )
