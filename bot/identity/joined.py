"""Two people become one: rows change hands, and for thirty days what each had before is kept (`parted.py`).

What a feature owns, and what happens where both have a row, its `meetings` tell; no table of the town is named here.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.database.db import Tx
from bot.identity import joined_rows, names, people
from bot.identity.joined_rows import Group, Meeting, Row
from bot.identity.people import Role

UNDO_FOR = timedelta(days=30)
ROLES = tuple(role.value for role in Role if role is not Role.RESIDENT)


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
    found = [one for person_id in person_ids for one in await identities(tx, person_id)]
    for name in sorted(f"chat {one.door} {one.chat_id}" for one in found):
        await tx.lock(name)


async def join(tx: Tx, meetings: Sequence[Meeting], keeper: int, other: int, now: int) -> int:
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
    await _Move(tx, joining_id, keeper, other, now).everything(meetings)
    return joining_id


async def note_outcome(tx: Tx, meetings: Sequence[Meeting], joining_id: int, keeper: int) -> None:
    """What the two became: only what is still so when they part is restored for both."""
    by_column = {(one.table, one.column): one for one in meetings if one.keeps_groups}
    for kept in await joined_rows.kept(tx, joining_id):
        meeting = by_column.get((kept.table, kept.column))
        if meeting is not None:
            became = joined_rows.packed(await joined_rows.of_group(tx, meeting, keeper, kept.group(meeting)))
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

    async def everything(self, meetings: Sequence[Meeting]) -> None:
        # Who follows another table needs to know who won there.
        for meeting in sorted(meetings, key=lambda one: bool(one.follows)):
            await joined_rows.drop_derived(self.tx, meeting, self.keeper)
            await joined_rows.drop_derived(self.tx, meeting, self.other)
            if meeting.once_per is None:
                await self._all(meeting)
            else:
                await self._groups(meeting)
        for meeting in meetings:
            await self._set_aside_own(meeting)
        await self._members()
        await self._name()
        await self._waiting_messages()
        # A half-finished thing that stays behind would be asked about for ever.
        question = ", question = NULL" if self._left_something else ""
        await self.tx.run(
            f"UPDATE identities SET person_id = ?{question} WHERE person_id = ?",  # noqa: S608 constant
            self.keeper,
            self.other,
        )

    async def _all(self, meeting: Meeting) -> None:
        moved = await self.tx.all(
            lambda key: key,
            f"UPDATE {meeting.table} SET {meeting.column} = ?"  # noqa: S608 our own names
            f" WHERE {meeting.column} = ?{self._unless_it_stays(meeting)} RETURNING {meeting.key}",
            self.keeper,
            self.other,
        )
        if moved:
            await joined_rows.keep(self.tx, self.id, meeting.table, meeting.column, moved=json.dumps(moved))
        if meeting.stays:
            left = f"SELECT count(*) FROM {meeting.table} WHERE {meeting.column} = ?"  # noqa: S608 our own names
            self._left_something |= bool(await self.tx.one(int, left, self.other))

    async def _groups(self, meeting: Meeting) -> None:
        theirs, hers = await self._by_group(meeting, self.other), await self._by_group(meeting, self.keeper)
        groups = list(theirs)
        if meeting.follows:
            groups += [one for one in hers if one not in theirs and (meeting.follows, one) in self._others_won]
        for group in groups:
            await self._group(meeting, group, hers.get(group, []), theirs.get(group, []))

    async def _by_group(self, meeting: Meeting, person_id: int) -> dict[Group, list[Row]]:
        found: dict[Group, list[Row]] = {}
        stays = self._unless_it_stays(meeting)
        sql = f"SELECT * FROM {meeting.table} WHERE {meeting.column} = ?{stays}"  # noqa: S608 our own names
        for row in await self.tx.records(sql, person_id):
            found.setdefault(joined_rows.group_of(meeting, row), []).append(row)
        return found

    async def _group(self, meeting: Meeting, group: Group, hers: list[Row], theirs: list[Row]) -> None:
        others_win = self._others_won.get((meeting.follows, group))
        if others_win is None:
            others_win = not hers or joined_rows.last(meeting, theirs) > joined_rows.last(meeting, hers)
        self._others_won[meeting.table, group] = others_win
        await self._note(meeting, group, hers, theirs)
        await joined_rows.drop_group(self.tx, meeting, self.keeper if others_win else self.other, group)
        if others_win:
            where, values = joined_rows.where_group(meeting, group)
            await self.tx.run(
                f"UPDATE {meeting.table} SET {meeting.column} = ? WHERE {where}",  # noqa: S608 our own names
                self.keeper,
                self.other,
                *values,
            )

    async def _set_aside_own(self, meeting: Meeting) -> None:
        """Nobody supports an idea of her own: that voice waits for them to part."""
        if not meeting.own:
            return
        own = meeting.own.format(keeper=self.keeper, now=self.now)
        sql = f"SELECT * FROM {meeting.table} WHERE {meeting.column} = ? AND {own}"  # noqa: S608 our own names
        for row in await self.tx.records(sql, self.keeper):
            group = joined_rows.group_of(meeting, row)
            await self._note(meeting, group, [row], [])
            await joined_rows.drop_group(self.tx, meeting, self.keeper, group)

    async def _note(self, meeting: Meeting, group: Group, hers: list[Row], theirs: list[Row]) -> None:
        """The first note of a group is the true one."""
        if (meeting.table, group) not in self._noted:
            self._noted.add((meeting.table, group))
            before, others = joined_rows.packed(hers), joined_rows.packed(theirs)
            await joined_rows.keep(self.tx, self.id, meeting.table, meeting.column, hers=before, others=others)

    def _unless_it_stays(self, meeting: Meeting) -> str:
        return f" AND NOT ({meeting.stays.format(keeper=self.keeper, now=self.now)})" if meeting.stays else ""

    async def _members(self) -> None:
        """The roles of both carry on."""
        hers = {row["place_id"]: row for row in await self._members_of(self.keeper)}
        for row in await self._members_of(self.other):
            mine = hers.get(row["place_id"])
            before, others = joined_rows.packed([mine] if mine else []), joined_rows.packed([row])
            await joined_rows.keep(self.tx, self.id, "members", "person_id", hers=before, others=others)
            await joined_rows.drop_member(self.tx, self.other, row["place_id"])
            both = mine or row
            roles = {role: max(int(both[role] or 0), int(row[role] or 0)) for role in ROLES}
            await joined_rows.put_member(self.tx, {**both, **roles, "person_id": self.keeper})

    async def _members_of(self, person_id: int) -> list[Row]:
        return await self.tx.records("SELECT * FROM members WHERE person_id = ? ORDER BY place_id", person_id)

    async def _name(self) -> None:
        """A name that was made up for her gives way to one that she has or chose."""
        mine, theirs = await people.person(self.tx, self.keeper), await people.person(self.tx, self.other)
        if names.is_made_up(mine.name) and not names.is_made_up(theirs.name):
            before, others = json.dumps(mine.name), json.dumps(theirs.name)
            await joined_rows.keep(self.tx, self.id, "people", "name", hers=before, others=others)
            await self.tx.run("UPDATE people SET name = ? WHERE id = ?", theirs.name, self.keeper)

    async def _waiting_messages(self) -> None:
        """What still waits to be sent to many goes to her, and once."""
        twice = await self.tx.all(
            int,
            "SELECT DISTINCT o.campaign FROM outbox o JOIN outbox h ON h.campaign = o.campaign AND h.person_id = ?"
            " WHERE o.person_id = ? AND o.state = 'waiting' AND h.state <> 'refused'",
            self.keeper,
            self.other,
        )
        for campaign in twice:
            sql = "DELETE FROM outbox WHERE campaign = ? AND person_id = ? AND state = 'waiting'"
            await self.tx.run(sql, str(campaign), self.other)
            sql = "DELETE FROM campaign_people WHERE campaign_id = ? AND person_id = ?"
            await self.tx.run(sql, campaign, self.other)
        rest = await self.tx.all(
            int,
            "UPDATE outbox SET person_id = ? WHERE person_id = ? AND state = 'waiting' AND campaign IS NOT NULL"
            " RETURNING campaign",
            self.keeper,
            self.other,
        )
        for campaign in dict.fromkeys(rest):
            await self.tx.run(
                "UPDATE campaign_people SET person_id = ? WHERE campaign_id = ? AND person_id = ? AND NOT EXISTS"
                " (SELECT 1 FROM campaign_people h WHERE h.campaign_id = ? AND h.person_id = ?)",
                self.keeper,
                campaign,
                self.other,
                campaign,
                self.keeper,
            )
        # What waits for room waits for her now, unless she has it, or waits for it, already.
        await self.tx.run(
            "UPDATE campaign_people SET person_id = ? WHERE person_id = ? AND held_until IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM campaign_people h WHERE h.campaign_id = campaign_people.campaign_id"
            " AND h.person_id = ?)",
            self.keeper,
            self.other,
            self.keeper,
        )
