"""Two again: each has what she had; what was done since stays with the one who remained."""

import json
from collections.abc import Sequence

from bot.database.db import Tx
from bot.identity import joined_rows
from bot.identity.joined import ROLES, Joining
from bot.identity.joined_rows import Group, Kept, Meeting, Row

CHUNK = 400  # values in one statement; older SQLite takes no more than 999


async def part(tx: Tx, meetings: Sequence[Meeting], joining: Joining, now: int) -> None:
    """Expects `joined.hold_still`, and the last joining of this person."""
    by_column = {(one.table, one.column): one for one in meetings}
    for one in meetings:
        await joined_rows.drop_derived(tx, one, joining.person_id)
    for kept in reversed(await joined_rows.kept(tx, joining.id)):
        if kept.table == "members":
            await _give_back_membership(tx, joining, kept)
        elif kept.table == "people":
            await _give_back_name(tx, joining, kept)
        elif (meeting := by_column.get((kept.table, kept.column))) is None:
            continue
        elif kept.moved is not None:
            await _move_back(tx, meeting, joining, json.loads(kept.moved))
        else:
            await _give_back(tx, meeting, joining, kept, now)
    await tx.run(
        "UPDATE identities SET person_id = ?, question = NULL WHERE person_id = ? AND EXISTS (SELECT 1"
        " FROM joining_doors d WHERE d.joining_id = ? AND d.door = identities.door"
        " AND d.user_id = identities.user_id)",
        joining.other_id,
        joining.person_id,
        joining.id,
    )
    await tx.run("UPDATE joinings SET parted_at = ? WHERE id = ?", now, joining.id)
    await tx.run("DELETE FROM joining_rows WHERE joining_id = ?", joining.id)


async def _move_back(tx: Tx, meeting: Meeting, joining: Joining, moved: list[int]) -> None:
    for start in range(0, len(moved), CHUNK):
        chunk = moved[start : start + CHUNK]
        await tx.run(
            f"UPDATE {meeting.table} SET {meeting.column} = ? WHERE {meeting.column} = ?"  # noqa: S608 our own names
            f" AND {meeting.key} IN ({', '.join('?' for _ in chunk)})",
            joining.other_id,
            joining.person_id,
            *chunk,
        )


async def _give_back(tx: Tx, meeting: Meeting, joining: Joining, kept: Kept, now: int) -> None:
    group = kept.group(meeting)
    await joined_rows.insert(tx, meeting.table, joined_rows.unpacked(kept.others))
    if await _is_over(tx, meeting, joining, group, now):
        # It ended while they were one, and was counted as one.
        await joined_rows.drop_group(tx, meeting, joining.other_id, group)
        return
    if joined_rows.packed(await joined_rows.of_group(tx, meeting, joining.person_id, group)) == kept.became:
        await joined_rows.drop_group(tx, meeting, joining.person_id, group)
        await joined_rows.insert(tx, meeting.table, joined_rows.unpacked(kept.hers))


async def _is_over(tx: Tx, meeting: Meeting, joining: Joining, group: Group, now: int) -> bool:
    if not meeting.stays:
        return False
    where, values = joined_rows.where_group(meeting, group)
    stays = meeting.stays.format(keeper=joining.person_id, now=now)
    sql = f"SELECT count(*) FROM {meeting.table} WHERE {where} AND ({stays})"  # noqa: S608 our own names
    return bool(await tx.one(int, sql, joining.other_id, *values))


async def _give_back_membership(tx: Tx, joining: Joining, kept: Kept) -> None:
    """A role taken since is not given back, and one given since stays with the one who remained."""
    hers, theirs = joined_rows.unpacked(kept.hers), joined_rows.unpacked(kept.others)[0]
    sql = "SELECT * FROM members WHERE person_id = ? AND place_id = ?"
    found = await tx.records(sql, joining.person_id, theirs["place_id"])
    if not found:
        return
    before: Row = hers[0] if hers else {}
    held, mine = dict(theirs), dict(found[0])
    for role in ROLES:
        held[role] = int(bool(theirs[role]) and bool(found[0][role]))
        mine[role] = int(bool(found[0][role]) and bool(before.get(role) or not theirs[role]))
    current = await tx.one(int, "SELECT place_id FROM people WHERE id = ?", joining.person_id)
    await joined_rows.drop_member(tx, joining.person_id, theirs["place_id"])
    if hers or current == theirs["place_id"] or any(mine[role] for role in ROLES):
        await joined_rows.put_member(tx, mine)
    await joined_rows.put_member(tx, held)


async def _give_back_name(tx: Tx, joining: Joining, kept: Kept) -> None:
    before, since = json.loads(kept.hers or '""'), json.loads(kept.others or '""')
    await tx.run("UPDATE people SET name = ? WHERE id = ? AND name = ?", before, joining.person_id, since)
