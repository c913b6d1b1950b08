"""How-to cards, one for each kind of task, and to whom they were shown."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.tasks.rules import Work

CARD = (
    "SELECT c.id, c.work, c.words, CASE WHEN m.state = 'ready' THEN m.id END,"
    " CASE WHEN v.state = 'ready' THEN v.id END"
    " FROM howto_cards c LEFT JOIN media m ON m.id = c.media_id LEFT JOIN media v ON v.id = c.voice_id"
)


@dataclass(frozen=True)
class Card:
    """`picture` and `voice` are media ids once they can be shown."""

    id: int
    work: Work
    words: str
    picture: int | None
    voice: int | None


async def of_work(tx: Tx, place_id: int, work: Work) -> Card | None:
    return await tx.one(_card, f"{CARD} WHERE c.place_id = ? AND c.work = ?", place_id, work.value)


async def listed(tx: Tx, place_id: int) -> list[Card]:
    return await tx.all(_card, f"{CARD} WHERE c.place_id = ? ORDER BY c.id", place_id)


async def write(tx: Tx, place_id: int, work: Work, words: str, person_id: int, now: int) -> None:
    """What is written anew keeps its picture and its voice."""
    await tx.run(
        "INSERT INTO howto_cards (place_id, work, words, made_by, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place_id, work) DO UPDATE SET words = excluded.words, made_by = excluded.made_by,"
        " changed_at = excluded.changed_at",
        place_id,
        work.value,
        words,
        person_id,
        now,
    )


async def set_picture(tx: Tx, card_id: int, media_id: int) -> None:
    await tx.run("UPDATE howto_cards SET media_id = ? WHERE id = ?", media_id, card_id)


async def set_voice(tx: Tx, card_id: int, media_id: int) -> None:
    await tx.run("UPDATE howto_cards SET voice_id = ? WHERE id = ?", media_id, card_id)


async def remove(tx: Tx, card_id: int) -> None:
    await tx.run("DELETE FROM howto_reads WHERE card_id = ?", card_id)
    await tx.run("DELETE FROM howto_cards WHERE id = ?", card_id)


async def note_shown(tx: Tx, card_id: int, person_id: int, now: int) -> bool:
    """False when she has seen it before."""
    return bool(
        await tx.run(
            "INSERT INTO howto_reads (card_id, person_id, shown_at) VALUES (?, ?, ?)"
            " ON CONFLICT (card_id, person_id) DO NOTHING",
            card_id,
            person_id,
            now,
        )
    )


async def note_read(tx: Tx, card_id: int, person_id: int, now: int) -> None:
    await note_shown(tx, card_id, person_id, now)
    await tx.run(
        "UPDATE howto_reads SET read_at = ? WHERE card_id = ? AND person_id = ? AND read_at IS NULL",
        now,
        card_id,
        person_id,
    )


async def drop_picture(tx: Tx, media_id: int) -> int | None:
    """What turned out to be no picture, or no voice; who sent it."""
    sql = "UPDATE howto_cards SET media_id = NULL WHERE media_id = ? RETURNING made_by"
    found = await tx.one(lambda person_id: person_id or 0, sql, media_id)
    if found is None:
        sql = "UPDATE howto_cards SET voice_id = NULL WHERE voice_id = ? RETURNING made_by"
        found = await tx.one(lambda person_id: person_id or 0, sql, media_id)
    return found or None


def _card(card_id: int, work: str, words: str, picture: int | None, voice: int | None) -> Card:
    return Card(card_id, Work(work), words, picture, voice)
