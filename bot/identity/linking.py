"""Two people become one: rows change hands, and for thirty days what each had before is kept (`unlinking.py`).

What happens where both have a row its columns tell (`identity/columns.py`); no table of the town is named here.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.database.db import Tx
from bot.identity import linked_rows, memberships, names, people
from bot.identity.columns import PersonColumn
from bot.identity.linked_rows import Group, Row

UNDO_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Joining:
    id: int
    person_id: int
    other_id: int
    joined_at: int


@dataclass(frozen=True)
class Identity:
    """A person at one door."""

    door: str
    user_id: int
    chat_id: int
    person_id: int
    question: str | None


async def identities(tx: Tx, person_id: int) -> list[Identity]:
    """Where she spoke last comes first."""
    return await tx.all(
        Identity,
        "SELECT door, user_id, chat_id, person_id, question FROM identities WHERE person_id = ?"
        " ORDER BY spoke_at DESC, door, user_id",
        person_id,
    )


async def find_identity(tx: Tx, door: str, user_id: int) -> Identity | None:
    return await tx.one(
        Identity,
        "SELECT door, user_id, chat_id, person_id, question FROM identities WHERE door = ? AND user_id = ?",
        door,
        user_id,
    )


async def last_joining(tx: Tx, person_id: int, since: int) -> Joining | None:
    """The one that can be taken back; an older one only after it."""
    found = await tx.one(
        Joining,
        "SELECT id, person_id, other_id, joined_at FROM joinings WHERE person_id = ? AND parted_at IS NULL"
        " ORDER BY id DESC LIMIT 1",
        person_id,
    )
    return found if found is not None and found.joined_at > since else None


async def hold_still(tx: Tx, *person_ids: int) -> None:
    """Waits until nothing that these people did just now is still under way, at any of their doors."""
    await people.wait_for_turn_of(tx, *person_ids)
    found = [one for person_id in person_ids for one in await identities(tx, person_id)]
    for name in sorted(f"chat {one.door} {one.chat_id}" for one in found):
        await tx.lock(name)


async def join(tx: Tx, columns: Sequence[PersonColumn], keeper: int, other: int, now: int) -> int:
    """`other` is `keeper` from now on. Followed by `note_outcome`, once the features have put right what they count.

    Expects `hold_still`, and two people who are not one already.
    """
    joining_id = await tx.one(
        int,
        "INSERT INTO joinings (person_id, other_id, joined_at) VALUES (?, ?, ?) RETURNING id",
        keeper,
        other,
        now,
    )
    if joining_id is None:
        raise LookupError("the new joining has no id")
    await tx.run(
        "INSERT INTO joining_doors (joining_id, door, user_id)"
        " SELECT CAST(? AS BIGINT), door, user_id FROM identities WHERE person_id = ?",
        joining_id,
        other,
    )
    await _Move(tx, joining_id, keeper, other, now).everything(columns)
    return joining_id


async def note_outcome(tx: Tx, columns: Sequence[PersonColumn], joining_id: int, keeper: int) -> None:
    """What the two became: only what is still so when they part is restored for both."""
    by_column = {(one.table, one.column): one for one in columns if one.keeps_groups}
    for kept in await linked_rows.kept(tx, joining_id):
        person_column = by_column.get((kept.table, kept.column))
        if person_column is not None:
            became = linked_rows.packed(
                await linked_rows.of_group(tx, person_column, keeper, kept.group(person_column))
            )
            await tx.run("UPDATE joining_rows SET became = ? WHERE id = ?", became, kept.id)


async def others_of(tx: Tx, person_id: int) -> list[int]:
    """Everybody who became this person: what stayed as it was counted is theirs, for her to read and erase."""
    return await tx.all(
        int,
        "WITH RECURSIVE became (id) AS (SELECT other_id FROM joinings WHERE person_id = ? AND parted_at IS NULL"
        " UNION SELECT j.other_id FROM joinings j JOIN became b ON b.id = j.person_id WHERE j.parted_at IS NULL)"
        " SELECT id FROM became ORDER BY id",
        person_id,
    )


async def now_of(tx: Tx, person_ids: Iterable[int]) -> set[int]:
    """Who they are by now: whoever became somebody else is that one, once."""
    became = dict(
        await tx.all(
            lambda other, keeper: (other, keeper),
            "SELECT other_id, person_id FROM joinings WHERE parted_at IS NULL ORDER BY id",
        )
    )
    found = set(person_ids)
    while others := found & became.keys():
        found = (found - others) | {became[one] for one in others}
    return found


async def forget(tx: Tx, person_id: int) -> None:
    """Whoever leaves is in nobody's record of joinings."""
    hers = "SELECT id FROM joinings WHERE person_id = ? OR other_id = ?"
    for table in ("joining_rows", "joining_doors"):
        await tx.run(f"DELETE FROM {table} WHERE joining_id IN ({hers})", person_id, person_id)  # noqa: S608 constants
    await tx.run("DELETE FROM joinings WHERE person_id = ? OR other_id = ?", person_id, person_id)


async def erase_rows(tx: Tx, before: int) -> None:
    """What can no longer be taken back need not be kept."""
    await tx.run(
        "DELETE FROM joining_rows WHERE joining_id IN (SELECT id FROM joinings WHERE joined_at <= ?)", before
    )


class _Move:
    """Brings over one table after another, and remembers which side won where."""

    def __init__(self, tx: Tx, joining_id: int, keeper: int, other: int, now: int) -> None:
        self.tx, self.id, self.keeper, self.other, self.now = tx, joining_id, keeper, other, now
        self._others_won: dict[tuple[str, Group], bool] = {}
        self._noted: set[tuple[str, Group]] = set()
        self._left_something = False

    async def everything(self, columns: Sequence[PersonColumn]) -> None:
        # Who follows another table needs to know who won there.
        for person_column in sorted(columns, key=lambda one: bool(one.follows)):
            await linked_rows.drop_derived(self.tx, person_column, self.keeper)
            await linked_rows.drop_derived(self.tx, person_column, self.other)
            if person_column.once_per is None:
                await self._all(person_column)
            else:
                await self._groups(person_column)
        for person_column in columns:
            await self._set_aside_own(person_column)
        await memberships.carry_over(self.tx, self.id, self.keeper, self.other)
        await self._name()
        # A half-finished thing that stays behind would be asked about for ever.
        question = ", question = NULL" if self._left_something else ""
        await self.tx.run(
            f"UPDATE identities SET person_id = ?{question} WHERE person_id = ?",  # noqa: S608 constant
            self.keeper,
            self.other,
        )

    async def _all(self, person_column: PersonColumn) -> None:
        moved = await self.tx.all(
            lambda key: key,
            f"UPDATE {person_column.table} SET {person_column.column} = ?"  # noqa: S608 our own names
            f" WHERE {person_column.column} = ?{self._unless_it_stays(person_column)} RETURNING {person_column.key}",
            self.keeper,
            self.other,
        )
        if moved:
            await linked_rows.keep(
                self.tx, self.id, person_column.table, person_column.column, moved=json.dumps(moved)
            )
        if person_column.stays:
            left = f"SELECT count(*) FROM {person_column.table} WHERE {person_column.column} = ?"  # noqa: S608 our own names
            self._left_something |= bool(await self.tx.one(int, left, self.other))

    async def _groups(self, person_column: PersonColumn) -> None:
        theirs, hers = (
            await self._by_group(person_column, self.other),
            await self._by_group(person_column, self.keeper),
        )
        groups = list(theirs)
        if person_column.follows:
            groups += [one for one in hers if one not in theirs and (person_column.follows, one) in self._others_won]
        for group in groups:
            await self._group(person_column, group, hers.get(group, []), theirs.get(group, []))

    async def _by_group(self, person_column: PersonColumn, person_id: int) -> dict[Group, list[Row]]:
        found: dict[Group, list[Row]] = {}
        stays = self._unless_it_stays(person_column)
        sql = f"SELECT * FROM {person_column.table} WHERE {person_column.column} = ?{stays}"  # noqa: S608 our own names
        for row in await self.tx.records(sql, person_id):
            found.setdefault(linked_rows.group_of(person_column, row), []).append(row)
        return found

    async def _group(self, person_column: PersonColumn, group: Group, hers: list[Row], theirs: list[Row]) -> None:
        others_win = self._others_won.get((person_column.follows, group))
        if others_win is None:
            others_win = not hers or linked_rows.last(person_column, theirs) > linked_rows.last(person_column, hers)
        self._others_won[person_column.table, group] = others_win
        await self._note(person_column, group, hers, theirs)
        await linked_rows.drop_group(self.tx, person_column, self.keeper if others_win else self.other, group)
        if others_win:
            where, values = linked_rows.where_group(person_column, group)
            await self.tx.run(
                f"UPDATE {person_column.table} SET {person_column.column} = ? WHERE {where}",  # noqa: S608 our own names
                self.keeper,
                self.other,
                *values,
            )

    async def _set_aside_own(self, person_column: PersonColumn) -> None:
        """Nobody supports an idea of her own: that voice waits for them to part."""
        if not person_column.own:
            return
        own = person_column.own.format(keeper=self.keeper, now=self.now)
        sql = f"SELECT * FROM {person_column.table} WHERE {person_column.column} = ? AND {own}"  # noqa: S608 our own names
        for row in await self.tx.records(sql, self.keeper):
            group = linked_rows.group_of(person_column, row)
            await self._note(person_column, group, [row], [])
            await linked_rows.drop_group(self.tx, person_column, self.keeper, group)

    async def _note(self, person_column: PersonColumn, group: Group, hers: list[Row], theirs: list[Row]) -> None:
        """The first note of a group is the true one."""
        if (person_column.table, group) not in self._noted:
            self._noted.add((person_column.table, group))
            before, others = linked_rows.packed(hers), linked_rows.packed(theirs)
            await linked_rows.keep(
                self.tx, self.id, person_column.table, person_column.column, hers=before, others=others
            )

    def _unless_it_stays(self, person_column: PersonColumn) -> str:
        return (
            f" AND NOT ({person_column.stays.format(keeper=self.keeper, now=self.now)})"
            if person_column.stays
            else ""
        )

    async def _name(self) -> None:
        """A name that was made up for her gives way to one that she has or chose."""
        mine, theirs = await people.person(self.tx, self.keeper), await people.person(self.tx, self.other)
        if names.is_made_up(mine.name) and not names.is_made_up(theirs.name):
            before, others = json.dumps(mine.name), json.dumps(theirs.name)
            await linked_rows.keep(self.tx, self.id, "people", "name", hers=before, others=others)
            await self.tx.run("UPDATE people SET name = ? WHERE id = ?", theirs.name, self.keeper)
