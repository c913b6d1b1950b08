"""What the report counts, and when something is due."""

from dataclasses import dataclass
from typing import TypeVar

from bot.database.db import Tx
from bot.identity import roles
from bot.outbox.store import counts

T = TypeVar("T")


@dataclass(frozen=True)
class Turnout:
    question: str
    asked: int
    voters: int


@dataclass(frozen=True)
class Gathering:
    coming: int
    guests: int
    came: int
    no_shows: int


async def next_due(tx: Tx, now: int) -> int | None:
    """When the next message may leave, or the next picture be fetched again."""
    picture = await tx.one(
        lambda at: at,
        "SELECT min(not_before) FROM media WHERE state = 'waiting' AND not_before > ?",
        now,
    )
    return min((at for at in (picture, await counts.next_due(tx, now)) if at is not None), default=None)


async def ideas_by_status(tx: Tx) -> dict[str, int]:
    rows = await tx.all(_pair, "SELECT status, count(*) FROM ideas GROUP BY status ORDER BY status")
    return dict(rows)


async def count(tx: Tx, table: str) -> int:
    """`table` is one of our own names."""
    return await tx.one(int, f"SELECT count(*) FROM {table}") or 0  # noqa: S608


async def tables(tx: Tx) -> list[str]:
    return await tx.all(
        str, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )


async def turnouts(tx: Tx) -> list[Turnout]:
    return await tx.all(
        Turnout,
        "SELECT p.question, (SELECT count(*) FROM poll_asked a WHERE a.poll_id = p.id),"
        " (SELECT count(DISTINCT v.person_id) FROM poll_votes v WHERE v.poll_id = p.id)"
        " FROM polls p WHERE p.state IN ('open', 'closed') ORDER BY p.id",
    )


async def gatherings(tx: Tx, now: int) -> list[Gathering]:
    return await tx.all(
        Gathering,
        "SELECT coalesce(sum(CASE WHEN a.answer = 'coming' THEN 1 ELSE 0 END), 0),"
        " coalesce(sum(CASE WHEN a.answer = 'coming' THEN a.guests + a.children ELSE 0 END), 0),"
        " coalesce(sum(a.came), 0),"
        " coalesce(sum(CASE WHEN a.answer = 'coming' AND a.came = 0 AND e.starts_at < ? THEN 1 ELSE 0 END), 0)"
        " FROM events e LEFT JOIN (SELECT event_id, answer, guests, children, came FROM event_answers UNION ALL"
        " SELECT event_id, answer, guests, children, came FROM event_on_behalf) a ON a.event_id = e.id"
        " WHERE e.status = 'announced'"
        " GROUP BY e.id ORDER BY e.id",
        now,
    )


async def digests(tx: Tx) -> dict[str, tuple[int, int]]:
    """By kind: how many, and how many of them read."""
    rows = await tx.all(
        lambda kind, made, read: (kind, (made, read)),
        "SELECT kind, count(*), count(read_at) FROM digests WHERE day IS NOT NULL GROUP BY kind ORDER BY kind",
    )
    return dict(rows)


async def digest_answers(tx: Tx) -> int:
    return await tx.one(int, "SELECT count(*) FROM digest_items WHERE answered_at IS NOT NULL") or 0


async def recent_broadcasts(tx: Tx, since: int) -> list[int]:
    """The campaigns of broadcasts whose rows the outbox still has."""
    return await tx.all(
        int,
        "SELECT campaign_id FROM broadcasts WHERE campaign_id IS NOT NULL AND send_at >= ? ORDER BY campaign_id",
        since,
    )


async def unasked_since(tx: Tx, since: int) -> dict[int, int]:
    """What reached residents without their having done anything for it, by person."""
    sql = f"SELECT m.person_id, m.place_id FROM members m WHERE NOT {roles.holds('m.person_id', 'm.place_id')}"  # noqa: S608
    residents = set(await tx.all(lambda *member: member, sql))
    told: dict[int, int] = {}
    for person_id, place_id, count in await counts.unasked_since(tx, since):
        if (person_id, place_id) in residents:
            told[person_id] = told.get(person_id, 0) + count
    return told


async def sent_since(tx: Tx, since: int) -> dict[str, int]:
    return await counts.settled_since(tx, since)


async def quiet_hours(tx: Tx, door: str) -> dict[int, tuple[int | None, int | None]]:
    """What each person at this door chose; minutes after midnight."""
    rows = await tx.all(
        lambda user_id, start, end: (user_id, (start, end)),
        "SELECT i.user_id, p.quiet_from, p.quiet_to FROM identities i JOIN people p ON p.id = i.person_id"
        " WHERE i.door = ?",
        door,
    )
    return dict(rows)


async def receipts(tx: Tx, door: str) -> set[int]:
    return set(await tx.all(int, "SELECT update_id FROM receipts WHERE door = ?", door))


async def people_reached(tx: Tx) -> tuple[int, int, int]:
    """Everybody who spoke, who agreed, and who cannot be reached now."""
    found = await tx.one(
        lambda *counts: counts,
        "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM people WHERE consented_at IS NOT NULL),"
        " (SELECT count(*) FROM identities WHERE unreachable_at IS NOT NULL)",
    )
    return found or (0, 0, 0)


def _pair(first: T, second: int) -> tuple[T, int]:
    return first, second
