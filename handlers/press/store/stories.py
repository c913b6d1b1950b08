"""The story of a place as its team said it, by length and language; and what it is checked for."""

from bot.database.db import Tx
from handlers.press.rules import Length


async def of(tx: Tx, place_id: int) -> dict[tuple[Length, str], str]:
    sql = "SELECT length, language, words FROM press_words WHERE place_id = ?"
    found = await tx.all(lambda length, language, words: (Length(length), language, words), sql, place_id)
    return {(length, language): words for length, language, words in found}


async def write(tx: Tx, place_id: int, length: Length, language: str, words: str, by: int, now: int) -> None:
    await tx.run(
        "INSERT INTO press_words (place_id, length, language, words, written_by, written_at)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, length, language) DO UPDATE SET words = excluded.words,"
        " written_by = excluded.written_by, written_at = excluded.written_at",
        *(place_id, length.value, language, words, by, now),
    )


async def drop(tx: Tx, place_id: int, length: Length, language: str) -> None:
    sql = "DELETE FROM press_words WHERE place_id = ? AND length = ? AND language = ?"
    await tx.run(sql, place_id, length.value, language)
