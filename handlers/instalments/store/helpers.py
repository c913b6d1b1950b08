"""The one helper of a shopkeeper."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.roles import Role, holds

HELPER = (
    "SELECT h.id, h.person_id, o.name, h.helper_id, p.name, h.state = 'accepted' FROM private_helpers h"
    " JOIN people o ON o.id = h.person_id JOIN people p ON p.id = h.helper_id"
)
ROLES = (Role.VOLUNTEER, Role.LEAD, Role.LIAISON)
MAY_HELP = holds("p.id", "m.place_id", *ROLES)
HELPS = holds("h.helper_id", "h.place_id", *ROLES)  # still


@dataclass(frozen=True)
class Helper:
    """`name` is the helper's."""

    id: int
    person_id: int
    owner: str
    helper_id: int
    name: str
    accepted: bool


@dataclass(frozen=True)
class Candidate:
    person_id: int
    name: str


async def of(tx: Tx, place_id: int, person_id: int) -> Helper | None:
    """Hers, whether that one has said yes or not."""
    return await tx.one(_helper, f"{HELPER} WHERE h.place_id = ? AND h.person_id = ?", place_id, person_id)


async def find(tx: Tx, place_id: int, either_id: int, helper_row: int) -> Helper | None:
    """As either of the two."""
    sql = f"{HELPER} WHERE h.place_id = ? AND h.id = ? AND (h.person_id = ? OR h.helper_id = ?)"
    return await tx.one(_helper, sql, place_id, helper_row, either_id, either_id)


async def with_(tx: Tx, place_id: int, person_id: int) -> list[Helper]:
    """Those where somebody is one of the two."""
    sql = f"{HELPER} WHERE h.place_id = ? AND (h.person_id = ? OR h.helper_id = ?) ORDER BY h.id"
    return await tx.all(_helper, sql, place_id, person_id, person_id)


async def candidates(tx: Tx, place_id: int, person_id: int) -> list[Candidate]:
    return await tx.all(
        Candidate,
        "SELECT p.id, p.name FROM people p JOIN members m ON m.person_id = p.id"  # noqa: S608 our own words
        f" WHERE m.place_id = ? AND p.id <> ? AND {MAY_HELP} ORDER BY p.id",
        place_id,
        person_id,
    )


async def ask(tx: Tx, place_id: int, person_id: int, helper_id: int, now: int) -> int:
    """Expects that she has none; the database refuses a second one."""
    row = await tx.one(
        int,
        "INSERT INTO private_helpers (place_id, person_id, helper_id, state, asked_at) VALUES (?, ?, ?, 'asked', ?)"
        " RETURNING id",
        place_id,
        person_id,
        helper_id,
        now,
    )
    if row is None:
        raise LookupError("the new helper has no id")
    return row


async def accept(tx: Tx, helper_row: int) -> None:
    await tx.run("UPDATE private_helpers SET state = 'accepted' WHERE id = ?", helper_row)


async def end(tx: Tx, helper_row: int) -> None:
    await tx.run("DELETE FROM private_helpers WHERE id = ?", helper_row)


async def of_the_team_no_more(tx: Tx, place_id: int) -> list[Helper]:
    """Asked or accepted, and without the role for it."""
    sql = f"{HELPER} WHERE h.place_id = ? AND NOT {HELPS} ORDER BY h.id"
    return await tx.all(_helper, sql, place_id)


def _helper(helper_row: int, person_id: int, owner: str, helper_id: int, name: str, accepted: int) -> Helper:
    return Helper(helper_row, person_id, owner, helper_id, name, bool(accepted))
