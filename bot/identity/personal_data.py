"""One person's data, found by the columns that name her: what she may take along, and what goes when she leaves."""

import secrets
from collections.abc import Sequence

from bot.database.db import Tx, Value
from bot.identity.columns import Fate, PersonColumn, PictureColumn

OURS = frozenset({"file_id", "hash", "fingerprint", "grams", "read_as", "calendar_key"})  # nothing that says anything
NOBODY = "—"  # what a row without its person shows where a name would stand


async def forget_pictures(tx: Tx, about: Sequence[PictureColumn], media_ids: Sequence[int]) -> None:
    """Their rows, and every row or column that shows them. Their files are noted and removed after the commit."""
    for media_id in media_ids:
        for one in about:
            if one.hash:
                await tx.run(
                    f"INSERT INTO erasures (kind, name) SELECT 'photo', {one.hash} FROM {one.table}"  # noqa: S608 our own
                    f" WHERE {one.column} = ? AND {one.hash} IS NOT NULL ON CONFLICT DO NOTHING",
                    media_id,
                )
            if one.keeps_row:
                sql = f"UPDATE {one.table} SET {one.column} = NULL WHERE {one.column} = ?"  # noqa: S608 our own names
            else:
                sql = f"DELETE FROM {one.table} WHERE {one.column} = ?"  # noqa: S608 our own names
            await tx.run(sql, media_id)
        await tx.run(
            "INSERT INTO erasures (kind, name) SELECT kind, hash FROM media WHERE id = ? AND hash IS NOT NULL"
            " ON CONFLICT DO NOTHING",
            media_id,
        )
        await tx.run("DELETE FROM media WHERE id = ?", media_id)


async def forget_rows(tx: Tx, about: Sequence[PersonColumn], person_id: int, place_id: int) -> None:
    """Expects the features to have put right what follows from it, such as a free seat."""
    nameless: dict[tuple[str, Value], int] = {}
    for one in about:
        match one.fate:
            case Fate.DELETE:
                await tx.run(f"DELETE FROM {one.table} WHERE {one.column} = ?", person_id)  # noqa: S608 our own
            case Fate.CLEAR:
                emptied = _emptied(one)
                sql = f"UPDATE {one.table} SET {one.column} = NULL{emptied} WHERE {one.column} = ?"  # noqa: S608
                await tx.run(sql, person_id)
            case Fate.NAMELESS:
                await _hand_to_nobody(tx, one, person_id, place_id, nameless)


async def rows_about(tx: Tx, about: Sequence[PersonColumn], person_id: int) -> dict[str, list[dict[str, Value]]]:
    """What she may take with her, by table; of other people not even a number."""
    found: dict[str, list[dict[str, Value]]] = {}
    for one in about:
        if one.export:
            sql = f"SELECT * FROM {one.table} WHERE {one.column} = ?"  # noqa: S608 our own names
            theirs = {other.column for other in about if other.table == one.table}
            rows = [
                {name: value for name, value in row.items() if name not in theirs and name not in OURS}
                for row in await tx.records(sql, person_id)
            ]
            known = found.setdefault(one.table, [])
            known += [row for row in rows if row not in known] if known else rows
    return {table: rows for table, rows in found.items() if rows}


async def _hand_to_nobody(
    tx: Tx, one: PersonColumn, person_id: int, place_id: int, nameless: dict[tuple[str, Value], int]
) -> None:
    kind, expression = one.together or (one.table, "id")
    sql = f"SELECT DISTINCT {expression} FROM {one.table} WHERE {one.column} = ?"  # noqa: S608 our own names
    for value in await tx.all(lambda value: value, sql, person_id):
        if (kind, value) not in nameless:
            nameless[kind, value] = await _nobody(tx, place_id)
        await tx.run(
            f"UPDATE {one.table} SET {one.column} = ?{_emptied(one)}"  # noqa: S608 our own names
            f" WHERE {one.column} = ? AND {expression} = ?",
            nameless[kind, value],
            person_id,
            value,
        )


async def _nobody(tx: Tx, place_id: int) -> int:
    """By a random number and without a date: what came from one person must not stand side by side."""
    nobody = -1 - secrets.randbits(62)
    await tx.run("INSERT INTO people (id, name, place_id, created_at) VALUES (?, ?, ?, 0)", nobody, NOBODY, place_id)
    return nobody


def _emptied(one: PersonColumn) -> str:
    return "".join(f", {word} = ''" for word in one.words)
