"""Kits that were made here, on record for the leads."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Made:
    """`mark` is its name wherever it goes, `made_at` in ms."""

    mark: str
    place_id: int
    pages: int
    made_at: int


async def note(tx: Tx, place_id: int, mark: str, pages: int, by: int, now: int) -> int:
    kit_id = await tx.one(
        int,
        "INSERT INTO kits (place_id, mark, pages, made_by, made_at) VALUES (?, ?, ?, ?, ?) RETURNING id",
        place_id,
        mark,
        pages,
        by,
        now,
    )
    if kit_id is None:
        raise LookupError("the new kit has no id")
    return kit_id


async def find(tx: Tx, kit_id: int) -> Made | None:
    return await tx.one(Made, "SELECT mark, place_id, pages, made_at FROM kits WHERE id = ?", kit_id)


async def count_since(tx: Tx, place_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM kits WHERE place_id = ? AND made_at > ?"
    return await tx.one(int, sql, place_id, since) or 0


async def last(tx: Tx, place_id: int) -> Made | None:
    sql = "SELECT mark, place_id, pages, made_at FROM kits WHERE place_id = ? ORDER BY id DESC LIMIT 1"
    return await tx.one(Made, sql, place_id)


async def is_ours(tx: Tx, place_id: int, mark: str) -> bool:
    return await tx.one(int, "SELECT 1 FROM kits WHERE place_id = ? AND mark = ?", place_id, mark) is not None
