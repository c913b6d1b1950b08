"""Quotes and pictures that somebody was asked for, and what she said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from handlers.press.rules import Kind, State
from handlers.press.store.sources import SHOWN, STILL_SAID, Photo, Quote, refused

# Her words are still these and may be read by everybody, and so may her picture be seen.
STANDS = (
    "CASE WHEN p.kind = 'picture' THEN CASE WHEN EXISTS"  # noqa: S608 our own words
    f" (SELECT 1 {SHOWN} AND i.id = p.idea_id AND m.id = p.media_id AND m.person_id = p.person_id"
    " AND i.place_id = p.place_id) THEN 1 ELSE 0 END"
    f" WHEN EXISTS (SELECT 1 FROM ({STILL_SAID}) q WHERE q.kind = p.kind AND q.source_id = p.source_id"
    " AND q.person_id = p.person_id AND q.words = p.words AND q.place_id = p.place_id) THEN 1 ELSE 0 END"
)
# Whoever goes by another name today did not agree to that one, and her old one is nobody's.
NAMED = "CASE WHEN w.name = p.name THEN p.name ELSE '' END"
PIECE = (
    "SELECT p.id, p.place_id, p.kind, p.idea_id, p.media_id, p.after, p.words, p.person_id, p.state,"  # noqa: S608
    f" {NAMED}, p.left_out, {STANDS}, coalesce(n.number, 0) FROM press_pieces p JOIN people w ON w.id = p.person_id"
    " LEFT JOIN ideas n ON n.id = p.idea_id"
)


@dataclass(frozen=True)
class Piece:
    """`number` is that of the idea a picture is of; `stands`: it is still there, as she was asked for it."""

    id: int
    place_id: int
    kind: Kind
    idea_id: int | None
    media_id: int | None
    after: bool
    words: str
    person_id: int
    state: State
    name: str
    left_out: bool
    stands: bool
    number: int


async def ask_quote(tx: Tx, place_id: int, one: Quote, by: int, now: int) -> None:
    """Anew where her words were others."""
    await tx.run(
        "INSERT INTO press_pieces (place_id, kind, source_id, words, person_id, asked_by, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (place_id, kind, source_id) DO UPDATE SET words = excluded.words,"
        " person_id = excluded.person_id, state = 'waiting', name = '', left_out = 0, asked_by = excluded.asked_by,"
        " asked_at = excluded.asked_at, told_at = NULL, said_at = NULL",
        *(place_id, one.kind.value, one.source_id, one.words, one.person_id, by, now),
    )


async def ask_picture(tx: Tx, place_id: int, one: Photo, by: int, now: int) -> bool:
    """False where it was asked for before."""
    return bool(
        await tx.run(
            "INSERT INTO press_pieces (place_id, kind, source_id, idea_id, media_id, after, person_id, asked_by,"
            " asked_at) VALUES (?, 'picture', ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            *(place_id, one.media_id, one.idea_id, one.media_id, int(one.after), one.person_id, by, now),
        )
    )


async def find(tx: Tx, place_id: int, piece_id: int) -> Piece | None:
    return await tx.one(_piece, f"{PIECE} WHERE p.place_id = ? AND p.id = ?", place_id, piece_id)


async def listed(tx: Tx, place_id: int, limit: int) -> list[Piece]:
    """The newest question first."""
    return await tx.all(_piece, f"{PIECE} WHERE p.place_id = ? ORDER BY p.asked_at DESC, p.id DESC LIMIT ?",
                        place_id, limit)  # fmt: skip


async def agreed(tx: Tx, place_id: int) -> list[Piece]:
    """What may stand in a sheet made now, in the order in which it was agreed to."""
    sql = (
        f"{PIECE} WHERE p.place_id = ? AND p.state = 'yes' AND p.left_out = 0 AND NOT {refused('p.person_id')}"
        f" AND {STANDS} = 1 ORDER BY p.said_at, p.id"
    )
    return await tx.all(_piece, sql, place_id)


async def of_person(tx: Tx, place_id: int, person_id: int, limit: int) -> list[Piece]:
    """What she was asked for, the newest first."""
    sql = f"{PIECE} WHERE p.place_id = ? AND p.person_id = ? AND p.told_at IS NOT NULL ORDER BY p.id DESC LIMIT ?"
    return await tx.all(_piece, sql, place_id, person_id, limit)


async def given_of(tx: Tx, place_id: int, person_id: int) -> list[Piece]:
    """What she said yes to."""
    sql = f"{PIECE} WHERE p.place_id = ? AND p.person_id = ? AND p.state = 'yes' ORDER BY p.id"
    return await tx.all(_piece, sql, place_id, person_id)


async def next_to_tell(tx: Tx, place_id: int, person_id: int) -> Piece | None:
    """The oldest question that waits to be asked, unless she has one before her."""
    sql = (
        f"{PIECE} WHERE p.place_id = ? AND p.person_id = ? AND p.state = 'waiting' AND p.told_at IS NULL"  # noqa: S608
        f" AND {STANDS} = 1 AND NOT EXISTS (SELECT 1 FROM press_pieces b WHERE b.person_id = p.person_id"
        " AND b.state = 'waiting' AND b.told_at IS NOT NULL) ORDER BY p.id LIMIT 1"
    )
    return await tx.one(_piece, sql, place_id, person_id)


async def not_asked_yet(tx: Tx, place_id: int) -> list[int]:
    """Ids of people for whom a question waits."""
    sql = "SELECT DISTINCT person_id FROM press_pieces WHERE place_id = ? AND state = 'waiting' AND told_at IS NULL"
    return await tx.all(int, sql, place_id)


async def note_told(tx: Tx, piece_id: int, now: int) -> None:
    await tx.run("UPDATE press_pieces SET told_at = ? WHERE id = ?", now, piece_id)


async def say(tx: Tx, piece_id: int, state: State, name: str, now: int) -> None:
    sql = "UPDATE press_pieces SET state = ?, name = ?, said_at = ?, told_at = coalesce(told_at, ?) WHERE id = ?"
    await tx.run(sql, state.value, name, now, now, piece_id)


async def leave_out(tx: Tx, piece_id: int, left_out: int) -> None:
    await tx.run("UPDATE press_pieces SET left_out = ? WHERE id = ?", left_out, piece_id)


async def fall_silent(tx: Tx, place_id: int, before: int) -> None:
    """No answer is no, once she was asked; what she cannot be asked for any more waits no longer than that either."""
    sql = (
        "UPDATE press_pieces AS p SET state = 'silent' WHERE p.place_id = ? AND p.state = 'waiting'"  # noqa: S608
        f" AND (p.told_at < ? OR (p.told_at IS NULL AND p.asked_at < ? AND {STANDS} = 0))"
    )
    await tx.run(sql, place_id, before, before)


async def withdrawn_elsewhere(tx: Tx, place_id: int) -> list[Piece]:
    """Yeses of those who have since said that nothing of theirs goes to newspapers."""
    sql = f"{PIECE} WHERE p.place_id = ? AND p.state = 'yes' AND {refused('p.person_id')} ORDER BY p.id"
    return await tx.all(_piece, sql, place_id)


async def anything_to_do(tx: Tx) -> bool:
    sql = (
        "SELECT count(*) FROM (SELECT 1 FROM press_pieces p WHERE p.state = 'waiting'"  # noqa: S608 our own words
        f" OR (p.state = 'yes' AND {refused('p.person_id')}) LIMIT 1) f"
    )
    return bool(await tx.one(int, sql))


async def count_waiting(tx: Tx, place_id: int) -> int:
    sql = "SELECT count(*) FROM press_pieces WHERE place_id = ? AND state = 'waiting'"
    return await tx.one(int, sql, place_id) or 0


async def count_asked(tx: Tx, place_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM press_pieces WHERE place_id = ? AND asked_at > ?"
    return await tx.one(int, sql, place_id, since) or 0


async def asked_for(tx: Tx, place_id: int) -> frozenset[int]:
    """Ids of pictures somebody was asked for."""
    sql = "SELECT source_id FROM press_pieces WHERE place_id = ? AND kind = 'picture'"
    return frozenset(await tx.all(int, sql, place_id))


async def hashes(tx: Tx, media_ids: Sequence[int]) -> dict[int, str]:
    """Of pictures that may be shown."""
    if not media_ids:
        return {}
    slots = ", ".join("?" for _ in media_ids)
    sql = f"SELECT id, hash FROM media WHERE id IN ({slots}) AND state = 'ready' AND hash IS NOT NULL"  # noqa: S608
    return dict(await tx.all(lambda media_id, found: (media_id, found), sql, *media_ids))


def _piece(
    piece_id: int,
    place_id: int,
    kind: str,
    idea_id: int | None,
    media_id: int | None,
    after: int,
    words: str,
    person_id: int,
    state: str,
    name: str,
    left_out: int,
    stands: int,
    number: int,
) -> Piece:
    what, said, rest = Kind(kind), State(state), (bool(left_out), bool(stands), number)
    return Piece(piece_id, place_id, what, idea_id, media_id, bool(after), words, person_id, said, name, *rest)
