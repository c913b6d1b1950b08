"""Two again: each has what she had; what was done since stays with the one who remained."""

import json
from collections.abc import Sequence

from bot.database.db import Tx
from bot.identity import linked_rows, memberships
from bot.identity.columns import PersonColumn
from bot.identity.linked_rows import Group, Kept
from bot.identity.linking import Joining

CHUNK = 400  # values in one statement; older SQLite takes no more than 999


async def part(tx: Tx, columns: Sequence[PersonColumn], joining: Joining, now: int) -> None:
    """Expects `joined.hold_still`, and the last joining of this person."""
    by_column = {(one.table, one.column): one for one in columns}
    for one in columns:
        await linked_rows.drop_derived(tx, one, joining.person_id)
    everything = await linked_rows.kept(tx, joining.id)
    await memberships.give_back(tx, joining.person_id, everything)
    for kept in reversed(everything):
        if kept.table == "people":
            await _give_back_name(tx, joining, kept)
        elif (person_column := by_column.get((kept.table, kept.column))) is None:
            continue
        elif kept.moved is not None:
            await _move_back(tx, person_column, joining, json.loads(kept.moved))
        else:
            await _give_back(tx, person_column, joining, kept, now)
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


async def _move_back(tx: Tx, person_column: PersonColumn, joining: Joining, moved: list[int]) -> None:
    for start in range(0, len(moved), CHUNK):
        chunk = moved[start : start + CHUNK]
        await tx.run(
            f"UPDATE {person_column.table} SET {person_column.column} = ? WHERE {person_column.column} = ?"  # noqa: S608 our own names
            f" AND {person_column.key} IN ({', '.join('?' for _ in chunk)})",
            joining.other_id,
            joining.person_id,
            *chunk,
        )


async def _give_back(tx: Tx, person_column: PersonColumn, joining: Joining, kept: Kept, now: int) -> None:
    group = kept.group(person_column)
    await linked_rows.insert(tx, person_column.table, linked_rows.unpacked(kept.others))
    if await _is_over(tx, person_column, joining, group, now):
        # It ended while they were one, and was counted as one.
        await linked_rows.drop_group(tx, person_column, joining.other_id, group)
        return
    if linked_rows.packed(await linked_rows.of_group(tx, person_column, joining.person_id, group)) == kept.became:
        await linked_rows.drop_group(tx, person_column, joining.person_id, group)
        await linked_rows.insert(tx, person_column.table, linked_rows.unpacked(kept.hers))


async def _is_over(tx: Tx, person_column: PersonColumn, joining: Joining, group: Group, now: int) -> bool:
    if not person_column.stays:
        return False
    where, values = linked_rows.where_group(person_column, group)
    stays = person_column.stays.format(keeper=joining.person_id, now=now)
    sql = f"SELECT count(*) FROM {person_column.table} WHERE {where} AND ({stays})"  # noqa: S608 our own names
    return bool(await tx.one(int, sql, joining.other_id, *values))


async def _give_back_name(tx: Tx, joining: Joining, kept: Kept) -> None:
    before, since = json.loads(kept.hers or '""'), json.loads(kept.others or '""')
    await tx.run("UPDATE people SET name = ? WHERE id = ? AND name = ?", before, joining.person_id, since)
