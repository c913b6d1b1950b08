"""Roles of a town that lived before they were rows: nobody loses one, and two who became one part as they were."""

from pathlib import Path

from bot.identity import linking, people, roles, unlinking
from bot.identity.linking import Joining
from bot.identity.roles import Role
from tests.tools.migrating import migrated

BEFORE = 46
# A membership as it was kept when two people became one.
WAS = (
    '[{{"joined_at": {at}, "lead": {lead}, "liaison": 0, "person_id": {person}, "place_id": {place},'
    ' "shopkeeper": 0, "volunteer": {volunteer}}}]'
)
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh', 0), (11, 'q', 'M', 'Asia/Urumqi', 'zh', 0)",
    "INSERT INTO people (id, name, place_id, created_at)"
    " VALUES (1, 'Rena', 1, 0), (2, 'R.', 1, 0), (3, 'Aygül', 1, 0)",
    "INSERT INTO identities (door, user_id, chat_id, person_id, spoke_at)"
    " VALUES ('web', 1, 1, 1, 0), ('telegram', 2, 2, 1, 0), ('web', 3, 3, 3, 0)",
    "INSERT INTO members (person_id, place_id, volunteer, lead, shopkeeper, liaison, joined_at)"
    " VALUES (1, 1, 1, 1, 0, 0, 5), (1, 11, 0, 0, 1, 1, 6), (3, 1, 0, 0, 0, 0, 7)",
    "INSERT INTO role_changes (place_id, person_id, role, given, at)"
    " VALUES (1, 1, 'lead', 1, 30), (1, 1, 'lead', 0, 35), (1, 1, 'lead', 1, 40)",
    "INSERT INTO joinings (id, person_id, other_id, joined_at) VALUES (9, 1, 2, 50)",
    "INSERT INTO joining_doors (joining_id, door, user_id) VALUES (9, 'telegram', 2)",
    "INSERT INTO joining_rows (joining_id, table_name, column_name, hers, others) VALUES (9, 'members', 'person_id',"  # noqa: S608
    f" '{WAS.format(at=5, lead=0, person=1, place=1, volunteer=1)}',"
    f" '{WAS.format(at=4, lead=1, person=2, place=1, volunteer=1)}')",
)


async def test_nobody_loses_a_role_when_roles_become_rows(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.read() as tx:
        held = await tx.all(lambda *row: row, "SELECT person_id, place_id, role, since FROM roles ORDER BY 1, 2, 3")
        assert held == [
            (1, 1, "lead", 40),
            (1, 1, "volunteer", 5),
            (1, 11, "liaison", 6),
            (1, 11, "shopkeeper", 6),
        ]
        speaker = await people.find_speaker(tx, "web", 1)
        assert speaker is not None
        assert speaker.roles == {Role.RESIDENT, Role.LEAD, Role.VOLUNTEER}


async def test_who_became_one_before_still_parts_as_they_were(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.write() as tx:
        await unlinking.part(tx, (), Joining(9, 1, 2, 50), 60)
        assert await roles.of(tx, 1, 1) == {Role.RESIDENT, Role.VOLUNTEER}
        assert await roles.of(tx, 2, 1) == {Role.RESIDENT, Role.VOLUNTEER, Role.LEAD}
        assert await tx.one(int, "SELECT joined_at FROM members WHERE person_id = 2 AND place_id = 1") == 4
        joined_again = await linking.join(tx, (), 1, 2, 70)
        assert await roles.of(tx, 1, 1) == {Role.RESIDENT, Role.VOLUNTEER, Role.LEAD}
        assert await roles.of(tx, 2, 1) == {Role.RESIDENT}
        await unlinking.part(tx, (), Joining(joined_again, 1, 2, 70), 80)
        assert await roles.of(tx, 1, 1) == {Role.RESIDENT, Role.VOLUNTEER}
