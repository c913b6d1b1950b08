"""Who holds something and has not been here for long, and what was asked and answered then."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import TEAM

SPOKE = "(SELECT max(i.spoke_at) FROM identities i WHERE i.person_id = m.person_id)"
# Not asked in this silence yet, and no pause runs or ended a moment ago.
UNASKED = (
    "NOT EXISTS (SELECT 1 FROM silence_asks a WHERE a.place_id = m.place_id AND a.person_id = m.person_id"  # noqa: S608
    f" AND (a.silent_since >= {SPOKE} OR coalesce(a.paused_until, 0) > ?))"
)


ASKED = (
    "SELECT a.person_id FROM silence_asks a JOIN members m ON m.person_id = a.person_id AND m.place_id = a.place_id"  # noqa: S608
    f" WHERE a.place_id = ? AND a.answer IS NULL AND a.silent_since >= {SPOKE}"
)


@dataclass(frozen=True)
class Silent:
    person_id: int
    spoke_at: int


@dataclass(frozen=True)
class Unanswered:
    """Asked, and silent since."""

    person_id: int
    name: str
    silent_since: int
    reached: int


async def silent(tx: Tx, place_id: int, before: int, now: int, holders: Sequence[int]) -> list[Silent]:
    """Whoever holds a role or is one of `holders`, has not spoken since then at any door, and was not asked yet.

    Whoever paused all messages is not asked meanwhile: she could not answer."""
    among = f" OR m.person_id IN ({', '.join('?' for _ in holders)})" if holders else ""
    return await tx.all(
        Silent,
        f"SELECT m.person_id, {SPOKE} FROM members m JOIN people p ON p.id = m.person_id"  # noqa: S608 our own words
        f" WHERE m.place_id = ? AND p.consented_at IS NOT NULL AND {SPOKE} <= ?"
        " AND coalesce(p.paused_until, 0) <= ?"
        f" AND ({roles.holds('m.person_id', 'm.place_id')}{among}) AND {UNASKED} ORDER BY m.person_id",
        place_id,
        before,
        now,
        *holders,
        before,
    )


async def note_asked(tx: Tx, place_id: int, one: Silent, reached: int, now: int) -> None:
    await tx.run(
        "INSERT INTO silence_asks (place_id, person_id, silent_since, asked_at, reached) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, person_id) DO UPDATE SET silent_since = excluded.silent_since,"
        " asked_at = excluded.asked_at, reached = excluded.reached, answer = NULL, paused_until = NULL,"
        " told_at = NULL",
        place_id,
        one.person_id,
        one.spoke_at,
        now,
        reached,
    )


async def answer(tx: Tx, place_id: int, person_id: int, said: str, until: int | None, now: int) -> None:
    """Also without being asked: a pause is hers to take."""
    await tx.run(
        "INSERT INTO silence_asks (place_id, person_id, silent_since, asked_at, answer, paused_until)"
        " VALUES (?, ?, 0, ?, ?, ?) ON CONFLICT (place_id, person_id) DO UPDATE SET answer = excluded.answer,"
        " paused_until = excluded.paused_until",
        place_id,
        person_id,
        now,
        said,
        until,
    )


async def unanswered(tx: Tx, place_id: int, asked_before: int) -> list[Unanswered]:
    """Others have not been told yet."""
    return await tx.all(
        Unanswered,
        "SELECT m.person_id, p.name, a.silent_since, a.reached FROM silence_asks a"  # noqa: S608
        " JOIN people p ON p.id = a.person_id"
        " JOIN members m ON m.person_id = a.person_id AND m.place_id = a.place_id WHERE a.place_id = ?"
        f" AND a.answer IS NULL AND a.told_at IS NULL AND a.asked_at <= ? AND a.silent_since >= {SPOKE}"
        " ORDER BY m.person_id",
        place_id,
        asked_before,
    )


async def is_unanswered(tx: Tx, place_id: int, person_id: int) -> bool:
    """Others were told, and she is silent still."""
    found = await tx.one(
        int,
        "SELECT 1 FROM silence_asks a JOIN members m ON m.person_id = a.person_id AND m.place_id = a.place_id"  # noqa: S608
        f" WHERE a.place_id = ? AND a.person_id = ? AND a.answer IS NULL AND a.told_at IS NOT NULL"
        f" AND a.silent_since >= {SPOKE}",
        place_id,
        person_id,
    )
    return found is not None


async def silent_now(tx: Tx, place_id: int) -> list[int]:
    """Whoever was asked and has not spoken since."""
    return await tx.all(int, f"{ASKED} ORDER BY a.person_id", place_id)


async def told_of(tx: Tx, place_id: int) -> list[int]:
    """The same, after others were told; longest first."""
    return await tx.all(int, f"{ASKED} AND a.told_at IS NOT NULL ORDER BY a.told_at, a.person_id", place_id)


async def note_told(tx: Tx, place_id: int, person_id: int, now: int) -> None:
    sql = "UPDATE silence_asks SET told_at = ? WHERE place_id = ? AND person_id = ?"
    await tx.run(sql, now, place_id, person_id)


async def team_is_silent(tx: Tx, place_id: int) -> bool:
    """Everybody of the team was asked, did not answer, and others were told."""
    here = (
        "SELECT 1 FROM members m WHERE m.place_id = ?"  # noqa: S608 our own words
        f" AND {roles.holds('m.person_id', 'm.place_id', *TEAM.roles)} AND NOT EXISTS (SELECT 1 FROM silence_asks a"
        " WHERE a.place_id = m.place_id AND a.person_id = m.person_id AND a.answer IS NULL"
        f" AND a.told_at IS NOT NULL AND a.silent_since >= {SPOKE}) LIMIT 1"
    )
    return await tx.one(int, here, place_id) is None
