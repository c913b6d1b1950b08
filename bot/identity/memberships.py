"""Where people belong, and in which roles, when two of them become one, and one two again."""

from collections.abc import Sequence

from bot.database.db import Tx
from bot.identity import linked_rows, people, roles
from bot.identity.linked_rows import Kept, Row
from bot.identity.roles import Role


async def carry_over(tx: Tx, joining_id: int, keeper: int, other: int) -> None:
    """The roles of both carry on."""
    hers = {row["place_id"]: row for row in await _of(tx, "members", keeper)}
    for row in await _of(tx, "members", other):
        await _carry(tx, joining_id, "members", hers.get(row["place_id"]), row, keeper)
    held = {(row["place_id"], row["role"]): row for row in await _of(tx, "roles", keeper)}
    for row in await _of(tx, "roles", other):
        await _carry(tx, joining_id, "roles", held.get((row["place_id"], row["role"])), row, keeper)
    for table in ("roles", "members"):
        await tx.run(f"DELETE FROM {table} WHERE person_id = ?", other)  # noqa: S608 two fixed words


async def give_back(tx: Tx, keeper: int, kept: Sequence[Kept]) -> None:
    """A role taken since is not given back, and one given since stays with the one who remained."""
    memberships = [one for one in kept if one.table == "members"]
    for one in memberships:
        if await people.is_member(tx, keeper, _place(one)):
            await linked_rows.insert(tx, "members", linked_rows.unpacked(one.others))
    for one in kept:
        if one.table == "roles":
            await _give_back_role(tx, keeper, one)
    current = (await people.person(tx, keeper)).place_id
    for one in memberships:
        if _place(one) != current and not linked_rows.unpacked(one.hers):
            await people.pass_through(tx, keeper, _place(one))


async def _give_back_role(tx: Tx, keeper: int, kept: Kept) -> None:
    theirs = linked_rows.unpacked(kept.others)
    role = Role(str(theirs[0]["role"]))
    if role in await roles.of(tx, keeper, _place(kept)):
        await linked_rows.insert(tx, "roles", theirs)
        if not linked_rows.unpacked(kept.hers):
            await roles.take(tx, keeper, _place(kept), role)


async def _carry(tx: Tx, joining_id: int, table: str, hers: Row | None, others: Row, keeper: int) -> None:
    before, packed = linked_rows.packed([hers] if hers else []), linked_rows.packed([others])
    await linked_rows.keep(tx, joining_id, table, "person_id", hers=before, others=packed)
    if hers is None:
        await linked_rows.insert(tx, table, [{**others, "person_id": keeper}])


async def _of(tx: Tx, table: str, person_id: int) -> list[Row]:
    return await tx.records(f"SELECT * FROM {table} WHERE person_id = ? ORDER BY place_id", person_id)  # noqa: S608


def _place(kept: Kept) -> int:
    return int(linked_rows.unpacked(kept.others)[0]["place_id"] or 0)
