"""Who holds which role in which place: the one that reads and writes the table. Other SQL takes `holds` from here."""

from dataclasses import dataclass
from enum import StrEnum

from bot.database.db import Tx


class Role(StrEnum):
    RESIDENT = "resident"
    VOLUNTEER = "volunteer"
    LEAD = "lead"
    SHOPKEEPER = "shopkeeper"
    LIAISON = "liaison"
    # Of the shared yard: property management, or the community office where there is none.
    PROPERTY_MANAGER = "property_manager"


@dataclass(frozen=True)
class Audience:
    """Who may do something. A newcomer has not agreed to the notice yet."""

    roles: frozenset[Role]
    newcomers: bool = False

    def __or__(self, other: "Audience") -> "Audience":
        return Audience(self.roles | other.roles, self.newcomers or other.newcomers)


NEWCOMERS = Audience(frozenset(Role), newcomers=True)
EVERYONE = Audience(frozenset(Role))
TEAM = Audience(frozenset({Role.VOLUNTEER, Role.LEAD}))
LEADS = Audience(frozenset({Role.LEAD}))
SHOPKEEPERS = Audience(frozenset({Role.SHOPKEEPER}))
LIAISONS = Audience(frozenset({Role.LIAISON}))
PROPERTY_MANAGERS = Audience(frozenset({Role.PROPERTY_MANAGER}))
# Without one of these nobody could invite anybody or decide, so a place that ever had one always has.
HEADS = (Role.LEAD, Role.SHOPKEEPER)
# What is a row: everybody in a place is a resident without one.
HELD = tuple(role for role in Role if role is not Role.RESIDENT)


def holds(person: str, place: str, *any_of: Role) -> str:
    """A condition in SQL: `person` holds one of these roles in `place`, or any at all. Both are columns of ours."""
    which = f" AND held.role IN ({in_sql(*any_of)})" if any_of else ""
    return (
        f"EXISTS (SELECT 1 FROM roles held WHERE held.person_id = {person}"  # noqa: S608 our own words
        f" AND held.place_id = {place}{which})"
    )


def in_sql(*roles: Role) -> str:
    return ", ".join(f"'{role.value}'" for role in sorted(roles))


def how_many(person: str) -> str:
    """A number in SQL: the roles that `person`, a column of ours, holds in all places together."""
    return f"(SELECT count(*) FROM roles held WHERE held.person_id = {person})"  # noqa: S608 our own words


async def of(tx: Tx, person_id: int, place_id: int) -> frozenset[Role]:
    """What the person is in the place; a resident in any case."""
    sql = "SELECT role FROM roles WHERE person_id = ? AND place_id = ?"
    return frozenset({Role.RESIDENT, *await tx.all(Role, sql, person_id, place_id)})


async def holders(tx: Tx, place_id: int, *any_of: Role) -> list[int]:
    """The ids of the people who hold one of these roles in the place."""
    return await tx.all(
        int,
        "SELECT DISTINCT person_id FROM roles"  # noqa: S608 question marks
        f" WHERE place_id = ? AND role IN ({', '.join('?' for _ in any_of)}) ORDER BY person_id",
        place_id,
        *(role.value for role in any_of),
    )


async def team(tx: Tx, place_id: int) -> list[int]:
    """Volunteers and leads."""
    return await holders(tx, place_id, *sorted(TEAM.roles))


async def keepers(tx: Tx, place_id: int) -> list[int]:
    """Who answers for the place: the team, else its owner, else the city's liaison."""
    for one in ((Role.VOLUNTEER, Role.LEAD), (Role.SHOPKEEPER,), (Role.LIAISON,)):
        if found := await holders(tx, place_id, *one):
            return found
    return []


async def by_seniority(tx: Tx, place_id: int, role: Role) -> list[int]:
    """Whoever has held it longest comes first."""
    sql = "SELECT person_id FROM roles WHERE place_id = ? AND role = ? ORDER BY since, person_id"
    return await tx.all(int, sql, place_id, role.value)


async def held_since(tx: Tx, person_id: int, place_id: int) -> list[tuple[Role, int]]:
    sql = "SELECT role, since FROM roles WHERE person_id = ? AND place_id = ? ORDER BY since, role"
    return await tx.all(lambda role, since: (Role(role), since), sql, person_id, place_id)


async def give(tx: Tx, person_id: int, place_id: int, role: Role, now: int) -> None:
    """Expects a member of the place. Everybody in it is a resident already."""
    if role is not Role.RESIDENT:
        await tx.run(
            "INSERT INTO roles (person_id, place_id, role, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            person_id,
            place_id,
            role.value,
            now,
        )
    if role in HEADS:
        await tx.run("UPDATE places SET begun_at = ? WHERE id = ? AND begun_at IS NULL", now, place_id)


async def take(tx: Tx, person_id: int, place_id: int, role: Role) -> None:
    sql = "DELETE FROM roles WHERE person_id = ? AND place_id = ? AND role = ?"
    await tx.run(sql, person_id, place_id, role.value)
