"""The rows that name a person: how two of hers meet when two people become one, and how they are copied."""

import json
from dataclasses import dataclass

from bot.database.db import Tx, Value
from bot.identity.columns import PersonColumn

Row = dict[str, Value]
Group = tuple[Value, ...]


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

    def group(self, person_column: PersonColumn) -> Group:
        one = (unpacked(self.others) or unpacked(self.hers))[0]
        return tuple(one[name] for name in person_column.once_per or ())


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


async def of_group(tx: Tx, person_column: PersonColumn, person_id: int, group: Group) -> list[Row]:
    """What she has there, without what the feature makes by itself."""
    where, values = where_group(person_column, group)
    derived = f" AND NOT ({person_column.derived})" if person_column.derived else ""
    sql = f"SELECT * FROM {person_column.table} WHERE {where}{derived}"  # noqa: S608 our own names
    return await tx.records(sql, person_id, *values)


async def insert(tx: Tx, table: str, rows: list[Row]) -> None:
    """SQLite may have given the number of a row that was set aside to somebody else's: then it gets a new one."""
    for row in rows:
        kept = {name: value for name, value in row.items() if name != "id" or not await _is_taken(tx, table, value)}
        await tx.run(
            f"INSERT INTO {table} ({', '.join(kept)}) VALUES ({', '.join('?' for _ in kept)})",  # noqa: S608 our own
            *kept.values(),
        )


async def _is_taken(tx: Tx, table: str, row_id: Value) -> bool:
    return await tx.one(int, f"SELECT 1 FROM {table} WHERE id = ?", row_id) is not None  # noqa: S608 our own names


async def drop_group(tx: Tx, person_column: PersonColumn, person_id: int, group: Group) -> None:
    where, values = where_group(person_column, group)
    await tx.run(f"DELETE FROM {person_column.table} WHERE {where}", person_id, *values)  # noqa: S608 our own names


async def drop_derived(tx: Tx, person_column: PersonColumn, person_id: int) -> None:
    if person_column.derived:
        sql = f"DELETE FROM {person_column.table} WHERE {person_column.column} = ? AND {person_column.derived}"  # noqa: S608 our own
        await tx.run(sql, person_id)


async def forget_over(tx: Tx, table: str, name: str, value: int) -> None:
    """What is over, and is kept without its people from now on, is not kept for a parting either."""
    found = await tx.all(
        lambda *row: row, "SELECT id, hers, others FROM joining_rows WHERE table_name = ? AND hers IS NOT NULL", table
    )
    for kept_id, *sides in found:
        if any(row[name] == value for side in sides for row in unpacked(side)):
            await tx.run("DELETE FROM joining_rows WHERE id = ?", kept_id)


def where_group(person_column: PersonColumn, group: Group) -> tuple[str, Group]:
    """The person's id comes first among the values."""
    names = [person_column.column, *(person_column.once_per or ())]
    return " AND ".join(f"{name} = ?" for name in names), group


def group_of(person_column: PersonColumn, row: Row) -> Group:
    return tuple(row[name] for name in person_column.once_per or ())


def last(person_column: PersonColumn, rows: list[Row]) -> tuple[int, int]:
    """How strong the strongest of them is, and when the newest was made; -1 when there is none."""
    return max(((_strength(person_column, row), _made(person_column, row)) for row in rows), default=(-1, -1))


def _made(person_column: PersonColumn, row: Row) -> int:
    return int(row[person_column.newest] or 0) if person_column.newest else 0


def _strength(person_column: PersonColumn, row: Row) -> int:
    column, values = person_column.strongest or ("", ())
    return len(values) - values.index(str(row[column])) if column and row[column] in values else 0


def packed(rows: list[Row]) -> str:
    """The same rows give the same words, in whatever order they were read."""
    return json.dumps(
        sorted(rows, key=lambda row: json.dumps(row, sort_keys=True)), sort_keys=True, ensure_ascii=False
    )


def unpacked(words: str | None) -> list[Row]:
    rows: list[Row] = json.loads(words or "[]")
    return rows
