"""The rows that name a person: how two of hers meet when two people become one, and how they are copied."""

import json
from dataclasses import dataclass

from bot.database.db import Tx, Value

Row = dict[str, Value]
Group = tuple[Value, ...]


@dataclass(frozen=True)
class Meeting:
    """A column that names a person, and what happens where both of two people who become one have a row.

    Without `once_per` all rows change hands, found again by `key`. With it a person has one row for each of these
    columns (several, where they are one answer): where both have, the `newest` counts, without that column hers.
    A table that `follows` another takes whichever side won there. Conditions in SQL, of our own words only, where
    {keeper} is her id and {now} the moment: `stays` for rows that are not moved, since they are over and were
    counted; `derived` for rows the feature makes anew by itself; `own` for rows she cannot have, once what they are
    about is hers as well.
    """

    table: str
    column: str = "person_id"
    once_per: tuple[str, ...] | None = None
    newest: str = ""
    follows: str = ""
    stays: str = ""
    derived: str = ""
    own: str = ""
    key: str = "id"

    @property
    def keeps_groups(self) -> bool:
        return self.once_per is not None


OWN = (
    Meeting("media"),
    Meeting("held_updates"),
    Meeting("crowd_visits", once_per=("kind", "thing_id")),
    Meeting("invites", "made_by"),
    Meeting("invites", "used_by"),
)


@dataclass(frozen=True)
class Kept:
    """What the two had, for undoing: keys that only changed hands, or their rows and what became of them."""

    id: int
    table: str
    column: str
    moved: str | None
    hers: str | None
    others: str | None
    became: str | None

    def group(self, meeting: Meeting) -> Group:
        one = (unpacked(self.others) or unpacked(self.hers))[0]
        return tuple(one[name] for name in meeting.once_per or ())


async def kept(tx: Tx, joining_id: int) -> list[Kept]:
    return await tx.all(
        Kept,
        "SELECT id, table_name, column_name, moved, hers, others, became FROM joining_rows"
        " WHERE joining_id = ? ORDER BY id",
        joining_id,
    )


async def keep(
    tx: Tx,
    joining_id: int,
    table: str,
    column: str,
    moved: str | None = None,
    hers: str | None = None,
    others: str | None = None,
) -> None:
    await tx.run(
        "INSERT INTO joining_rows (joining_id, table_name, column_name, moved, hers, others)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        joining_id,
        table,
        column,
        moved,
        hers,
        others,
    )


async def of_group(tx: Tx, meeting: Meeting, person_id: int, group: Group) -> list[Row]:
    """What she has there, without what the feature makes by itself."""
    where, values = where_group(meeting, group)
    derived = f" AND NOT ({meeting.derived})" if meeting.derived else ""
    sql = f"SELECT * FROM {meeting.table} WHERE {where}{derived}"  # noqa: S608 our own names
    return await tx.records(sql, person_id, *values)


async def insert(tx: Tx, table: str, rows: list[Row]) -> None:
    for row in rows:
        await tx.run(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})",  # noqa: S608 our own
            *row.values(),
        )


async def drop_group(tx: Tx, meeting: Meeting, person_id: int, group: Group) -> None:
    where, values = where_group(meeting, group)
    await tx.run(f"DELETE FROM {meeting.table} WHERE {where}", person_id, *values)  # noqa: S608 our own names


async def drop_derived(tx: Tx, meeting: Meeting, person_id: int) -> None:
    if meeting.derived:
        sql = f"DELETE FROM {meeting.table} WHERE {meeting.column} = ? AND {meeting.derived}"  # noqa: S608 our own
        await tx.run(sql, person_id)


async def put_member(tx: Tx, row: Row) -> None:
    await drop_member(tx, int(row["person_id"] or 0), row["place_id"])
    await insert(tx, "members", [row])


async def drop_member(tx: Tx, person_id: int, place_id: Value) -> None:
    await tx.run("DELETE FROM members WHERE person_id = ? AND place_id = ?", person_id, place_id)


def where_group(meeting: Meeting, group: Group) -> tuple[str, Group]:
    """The person's id comes first among the values."""
    names = [meeting.column, *(meeting.once_per or ())]
    return " AND ".join(f"{name} = ?" for name in names), group


def group_of(meeting: Meeting, row: Row) -> Group:
    return tuple(row[name] for name in meeting.once_per or ())


def last(meeting: Meeting, rows: list[Row]) -> int:
    """When the newest of them was made; -1 when there is none."""
    if not meeting.newest:
        return 0
    return max((int(row[meeting.newest] or 0) for row in rows), default=-1)


def packed(rows: list[Row]) -> str:
    """The same rows give the same words, in whatever order they were read."""
    return json.dumps(
        sorted(rows, key=lambda row: json.dumps(row, sort_keys=True)), sort_keys=True, ensure_ascii=False
    )


def unpacked(words: str | None) -> list[Row]:
    rows: list[Row] = json.loads(words or "[]")
    return rows
