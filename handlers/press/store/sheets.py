"""Sheets that were made, for whom, and what was set in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.database.db import Tx

SHEET = "SELECT s.id, s.place_id, s.languages, s.given_to, s.made_by, s.made_at FROM press_sheets s"


@dataclass(frozen=True)
class Sheet:
    """`languages` are codes with a dash between them, `made_at` is in ms."""

    id: int
    place_id: int
    languages: str
    given_to: str
    made_by: int | None
    made_at: int


async def note(tx: Tx, place_id: int, languages: Iterable[str], given_to: str, by: int, now: int) -> int:
    sheet_id = await tx.one(
        int,
        "INSERT INTO press_sheets (place_id, languages, given_to, made_by, made_at)"
        " VALUES (?, ?, ?, ?, ?) RETURNING id",
        *(place_id, "-".join(languages), given_to, by, now),
    )
    if sheet_id is None:
        raise LookupError("the new sheet has no id")
    return sheet_id


async def find(tx: Tx, sheet_id: int) -> Sheet | None:
    return await tx.one(Sheet, f"{SHEET} WHERE s.id = ?", sheet_id)


async def last(tx: Tx, place_id: int) -> Sheet | None:
    return await tx.one(Sheet, f"{SHEET} WHERE s.place_id = ? ORDER BY s.id DESC LIMIT 1", place_id)


async def count_since(tx: Tx, place_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM press_sheets WHERE place_id = ? AND made_at > ?"
    return await tx.one(int, sql, place_id, since) or 0


async def note_set(tx: Tx, sheet_id: int, piece_ids: Iterable[int]) -> None:
    """A sheet that was sent and perhaps not received is made once more: whatever was in either may be out there."""
    for piece_id in piece_ids:
        await tx.run(
            "INSERT INTO press_sheet_pieces (sheet_id, piece_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            sheet_id,
            piece_id,
        )


async def with_piece(tx: Tx, piece_id: int) -> list[Sheet]:
    """Newest first."""
    sql = f"{SHEET} JOIN press_sheet_pieces x ON x.sheet_id = s.id WHERE x.piece_id = ? ORDER BY s.id DESC"
    return await tx.all(Sheet, sql, piece_id)
