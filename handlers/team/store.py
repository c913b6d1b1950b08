"""Who holds what, and the record of how it came and went."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import Role
from handlers.team.rules import HELD


@dataclass(frozen=True)
class Holder:
    """A person with one of her roles; who holds two is listed twice."""

    person_id: int
    name: str
    role: Role


async def holders(tx: Tx, place_id: int) -> list[Holder]:
    """Leads first; within a role those who came first."""
    found: list[Holder] = []
    for role in HELD:
        sql = (
            "SELECT p.id, p.name FROM members m JOIN people p ON p.id = m.person_id"  # noqa: S608 our own words
            f" WHERE m.place_id = ? AND {roles.holds('m.person_id', 'm.place_id', role)} ORDER BY m.joined_at, p.id"
        )
        held = await tx.all(lambda person_id, name: (person_id, name), sql, place_id)
        found += [Holder(person_id, name, role) for person_id, name in held]
    return found


async def find_holder(tx: Tx, place_id: int, person_id: int, role: Role) -> Holder | None:
    return next((one for one in await holders(tx, place_id) if (one.person_id, one.role) == (person_id, role)), None)


async def note_change(
    tx: Tx, place_id: int, person_id: int, role: Role, given: int, by: int | None, now: int
) -> None:
    await tx.run(
        "INSERT INTO role_changes (place_id, person_id, role, given, by_person, at) VALUES (?, ?, ?, ?, ?, ?)",
        place_id,
        person_id,
        role.value,
        given,
        by,
        now,
    )


async def end_invites_of(tx: Tx, place_id: int, person_id: int, now: int) -> None:
    """Links that nobody used yet end with the role of whoever made them."""
    await tx.run(
        "UPDATE invites SET expires_at = ? WHERE place_id = ? AND made_by = ? AND used_at IS NULL AND expires_at > ?",
        now,
        place_id,
        person_id,
        now,
    )
