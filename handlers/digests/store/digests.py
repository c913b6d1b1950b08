"""Digests and what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Tx
from handlers.digests.rules import Kind


@dataclass(frozen=True)
class Counts:
    """`more` decisions wait beside those that stand in it; `partial` when a feature could not say its part."""

    new: int = 0
    more: int = 0
    partial: bool = False


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
    partial: int
    outbox_id: int | None
    read_at: int | None


@dataclass(frozen=True)
class Asked:
    """A decision on its way into a digest; `words` is a sentence without a language, `opens` an address, `press` what
    its button says."""

    feature: str
    subject: int
    label: str
    words: str
    opens: str
    press: str | None = None
    choices: str = "say"


@dataclass(frozen=True)
class Item:
    """A decision as it stood in a digest."""

    id: int
    digest_id: int
    feature: str
    subject: int
    label: str
    words: str
    opens: str
    answer: str | None
    press: str | None
    choices: str


DIGEST = "id, person_id, kind, since_at, made_at, late_for, new_count, more_count, partial, outbox_id, read_at"
ITEM = "id, digest_id, feature, subject, label, words, opens, answer, press, choices"


async def last_read(tx: Tx, place_id: int, person_id: int, kind: str) -> int | None:
    """Up to when everything that could be said was read."""
    return await tx.one(
        lambda at: at,
        "SELECT max(CASE WHEN partial = 1 THEN since_at ELSE made_at END) FROM digests"
        " WHERE place_id = ? AND person_id = ? AND kind = ? AND read_at IS NOT NULL",
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


async def made_since(tx: Tx, place_id: int, person_id: int, kind: str, since: int) -> list[int]:
    """When each one was made, oldest first."""
    return await tx.all(
        int,
        "SELECT made_at FROM digests WHERE place_id = ? AND person_id = ? AND kind = ? AND made_at > ?"
        " ORDER BY made_at",
        place_id,
        person_id,
        kind,
        since,
    )


async def add_digest(
    tx: Tx,
    place_id: int,
    person_id: int,
    kind: Kind,
    key: str | None,
    since: datetime,
    now: datetime,
    late_for: datetime | None,
    counts: Counts,
) -> int:
    """`key` is the date or week it belongs to; the database takes only one of each."""
    digest_id = await tx.one(
        int,
        "INSERT INTO digests (place_id, person_id, kind, day, since_at, made_at, late_for, new_count, more_count,"
        " partial) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        person_id,
        kind.value,
        key,
        milliseconds(since),
        milliseconds(now),
        milliseconds(late_for) if late_for else None,
        counts.new,
        counts.more,
        int(counts.partial),
    )
    if digest_id is None:
        raise LookupError("the new digest has no id")
    return digest_id


async def add_item(tx: Tx, digest_id: int, position: int, one: Asked) -> None:
    await tx.run(
        "INSERT INTO digest_items (digest_id, position, feature, subject, label, words, opens, press, choices)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        digest_id,
        position,
        one.feature,
        one.subject,
        one.label,
        one.words,
        one.opens,
        one.press,
        one.choices,
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


async def last_lines(tx: Tx, place_id: int, person_id: int, kind: str) -> list[str]:
    """Of the newest digest."""
    return await tx.all(
        str,
        "SELECT l.words FROM digest_lines l WHERE l.digest_id = (SELECT max(d.id) FROM digests d"
        " WHERE d.place_id = ? AND d.person_id = ? AND d.kind = ?)",
        place_id,
        person_id,
        kind,
    )


async def photos(tx: Tx, digest_id: int) -> list[tuple[int, str]]:
    """Those that can still be shown."""
    return await tx.all(
        lambda media_id, label: (media_id, label),
        "SELECT d.media_id, d.label FROM digest_photos d JOIN media m ON m.id = d.media_id"
        " WHERE d.digest_id = ? AND m.state = 'ready' ORDER BY d.position",
        digest_id,
    )


async def note_answer(tx: Tx, kind: str, place_id: int, item: Item, answer: str, by: int, now: int) -> None:
    """In every digest of this kind and of the team's: what two parties answer is still asked of the other."""
    await tx.run(
        "UPDATE digest_items SET answer = ?, answered_by = ?, answered_at = ?"
        " WHERE feature = ? AND subject = ? AND answer IS NULL"
        " AND digest_id IN (SELECT id FROM digests WHERE place_id = ? AND kind IN (?, 'team'))",
        answer,
        by,
        now,
        item.feature,
        item.subject,
        place_id,
        kind,
    )


async def prune(tx: Tx, place_id: int, before: int) -> None:
    """What people wrote does not stay in old digests."""
    old = "(SELECT id FROM digests WHERE place_id = ? AND made_at < ?)"
    for table in ("digest_items", "digest_lines", "digest_photos"):
        await tx.run(f"DELETE FROM {table} WHERE digest_id IN {old}", place_id, before)  # noqa: S608 constants
    await tx.run("DELETE FROM digests WHERE place_id = ? AND made_at < ?", place_id, before)
