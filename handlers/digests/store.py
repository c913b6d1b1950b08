"""Digests, what stands in them, and who wants one when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.db import Tx
from handlers.digests.rules import Kind


@dataclass(frozen=True)
class Reader:
    """`from_at`: a digest that was due before this moment is not made up for."""

    person_id: int
    kind: str
    minute: int
    stopped_at: int | None
    met_at: int
    from_at: int


@dataclass(frozen=True)
class Digest:
    """`late_for` (ms) is the time it should have come, when it came much later."""

    id: int
    person_id: int
    kind: str
    since_at: int
    made_at: int
    late_for: int | None
    new_count: int
    more_count: int
    outbox_id: int | None
    read_at: int | None


@dataclass(frozen=True)
class Item:
    """A decision as it stood in a digest."""

    id: int
    digest_id: int
    feature: str
    subject: int
    label: str
    words: str
    answer: str | None


DIGEST = "id, person_id, kind, since_at, made_at, late_for, new_count, more_count, outbox_id, read_at"
ITEM = "id, digest_id, feature, subject, label, words, answer"


async def reader(tx: Tx, place_id: int, person_id: int, kind: Kind, usual_minute: int, now: int) -> Reader:
    """Whoever never chose a time is written to at the usual minute of her place, as it is now."""
    await tx.run(
        "INSERT INTO digest_readers (place_id, person_id, kind, minute, met_at, from_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        place_id,
        person_id,
        kind.value,
        usual_minute,
        now,
        now,
    )
    found = await tx.one(
        Reader,
        "SELECT person_id, kind, CASE WHEN chosen = 1 THEN minute ELSE CAST(? AS BIGINT) END, stopped_at, met_at,"
        " from_at FROM digest_readers WHERE place_id = ? AND person_id = ? AND kind = ?",
        usual_minute,
        place_id,
        person_id,
        kind.value,
    )
    if found is None:
        raise LookupError("the new reader is not there")
    return found


async def choose_minute(tx: Tx, place_id: int, person_id: int, kind: Kind, minute: int, now: int) -> None:
    """Also begins again for somebody who had stopped."""
    await tx.run(
        "UPDATE digest_readers SET minute = ?, chosen = 1, stopped_at = NULL, from_at = ?"
        " WHERE place_id = ? AND person_id = ? AND kind = ?",
        minute,
        now,
        place_id,
        person_id,
        kind.value,
    )


async def start_from(tx: Tx, place_id: int, now: int) -> None:
    """The clocks or the usual times of the place changed: a time that is past by now is not made up for."""
    await tx.run("UPDATE digest_readers SET from_at = ? WHERE place_id = ?", now, place_id)


async def usual_from(tx: Tx, place_id: int, kind: Kind, now: int) -> None:
    """The same for those who never chose a time, when their usual one changes."""
    await tx.run(
        "UPDATE digest_readers SET from_at = ? WHERE place_id = ? AND kind = ? AND chosen = 0",
        now,
        place_id,
        kind.value,
    )


async def stop(tx: Tx, place_id: int, person_id: int, kind: str, now: int) -> None:
    await tx.run(
        "UPDATE digest_readers SET stopped_at = ? WHERE place_id = ? AND person_id = ? AND kind = ?",
        now,
        place_id,
        person_id,
        kind,
    )


async def resume(tx: Tx, place_id: int, person_id: int, kind: str, now: int) -> None:
    await tx.run(
        "UPDATE digest_readers SET stopped_at = NULL, from_at = ? WHERE place_id = ? AND person_id = ? AND kind = ?",
        now,
        place_id,
        person_id,
        kind,
    )


async def last_read(tx: Tx, place_id: int, person_id: int, kind: str) -> int | None:
    """When the newest digest that was read was made."""
    return await tx.one(
        lambda at: at,
        "SELECT max(made_at) FROM digests WHERE place_id = ? AND person_id = ? AND kind = ? AND read_at IS NOT NULL",
        place_id,
        person_id,
        kind,
    )


async def last_made(tx: Tx, place_id: int, person_id: int, kind: str) -> int | None:
    return await tx.one(
        lambda at: at,
        "SELECT max(made_at) FROM digests WHERE place_id = ? AND person_id = ? AND kind = ?",
        place_id,
        person_id,
        kind,
    )


async def add_digest(
    tx: Tx,
    place_id: int,
    person_id: int,
    kind: str,
    day: date | None,
    since: int,
    now: int,
    late_for: int | None,
    new_count: int,
    more_count: int,
) -> int:
    digest_id = await tx.one(
        int,
        "INSERT INTO digests (place_id, person_id, kind, day, since_at, made_at, late_for, new_count, more_count)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        person_id,
        kind,
        day.isoformat() if day else None,
        since,
        now,
        late_for,
        new_count,
        more_count,
    )
    if digest_id is None:
        raise LookupError("the new digest has no id")
    return digest_id


async def add_item(tx: Tx, digest_id: int, position: int, feature: str, subject: int, label: str, words: str) -> None:
    await tx.run(
        "INSERT INTO digest_items (digest_id, position, feature, subject, label, words) VALUES (?, ?, ?, ?, ?, ?)",
        digest_id,
        position,
        feature,
        subject,
        label,
        words,
    )


async def add_line(tx: Tx, digest_id: int, position: int, words: str) -> None:
    await tx.run("INSERT INTO digest_lines (digest_id, position, words) VALUES (?, ?, ?)", digest_id, position, words)


async def add_photos(tx: Tx, digest_id: int, photos: Sequence[tuple[int, str]]) -> None:
    for position, (media_id, label) in enumerate(photos):
        await tx.run(
            "INSERT INTO digest_photos (digest_id, position, media_id, label) VALUES (?, ?, ?, ?)",
            digest_id,
            position,
            media_id,
            label,
        )


async def note_sent(tx: Tx, digest_id: int, outbox_id: int) -> None:
    await tx.run("UPDATE digests SET outbox_id = ? WHERE id = ?", outbox_id, digest_id)


async def mark_read(tx: Tx, digest_id: int, now: int) -> None:
    await tx.run("UPDATE digests SET read_at = ? WHERE id = ? AND read_at IS NULL", now, digest_id)


async def find_digest(tx: Tx, place_id: int, person_id: int, digest_id: int) -> Digest | None:
    return await tx.one(
        Digest,
        f"SELECT {DIGEST} FROM digests WHERE place_id = ? AND person_id = ? AND id = ?",  # noqa: S608 constant
        place_id,
        person_id,
        digest_id,
    )


async def find_item(tx: Tx, item_id: int) -> Item | None:
    return await tx.one(Item, f"SELECT {ITEM} FROM digest_items WHERE id = ?", item_id)  # noqa: S608 constant


async def items(tx: Tx, digest_id: int) -> list[Item]:
    sql = f"SELECT {ITEM} FROM digest_items WHERE digest_id = ? ORDER BY position"  # noqa: S608 constant
    return await tx.all(Item, sql, digest_id)


async def lines(tx: Tx, digest_id: int) -> list[str]:
    return await tx.all(str, "SELECT words FROM digest_lines WHERE digest_id = ? ORDER BY position", digest_id)


async def photos(tx: Tx, digest_id: int) -> list[tuple[int, str]]:
    """Those that can still be shown."""
    return await tx.all(
        lambda media_id, label: (media_id, label),
        "SELECT d.media_id, d.label FROM digest_photos d JOIN media m ON m.id = d.media_id"
        " WHERE d.digest_id = ? AND m.state = 'ready' ORDER BY d.position",
        digest_id,
    )


async def note_answer(tx: Tx, place_id: int, feature: str, subject: int, answer: str, by: int, now: int) -> None:
    """In every digest of the place that asks for it: nobody shall be asked what is answered."""
    await tx.run(
        "UPDATE digest_items SET answer = ?, answered_by = ?, answered_at = ?"
        " WHERE feature = ? AND subject = ? AND answer IS NULL"
        " AND digest_id IN (SELECT id FROM digests WHERE place_id = ?)",
        answer,
        by,
        now,
        feature,
        subject,
        place_id,
    )


async def prune(tx: Tx, place_id: int, before: int) -> None:
    """What people wrote does not stay in old digests."""
    old = "(SELECT id FROM digests WHERE place_id = ? AND made_at < ?)"
    for table in ("digest_items", "digest_lines", "digest_photos"):
        await tx.run(f"DELETE FROM {table} WHERE digest_id IN {old}", place_id, before)  # noqa: S608 constants
    await tx.run("DELETE FROM digests WHERE place_id = ? AND made_at < ?", place_id, before)
