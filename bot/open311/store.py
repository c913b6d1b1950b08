"""Rows of what is handed over, as the loop claims, settles and looks after them."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from bot.database.claims import left_by
from bot.database.db import Tx
from bot.open311.reading import CLOSED, Report, Service, Update

OPEN = "open"
# Nothing of an idea that was hidden, taken back or forbidden by its author meanwhile leaves.
STANDS = (
    "EXISTS (SELECT 1 FROM ideas i JOIN consents_standing c ON c.person_id = i.person_id AND c.purpose = 'city'"
    " AND c.given = 1 WHERE i.id = due.idea_id AND i.status NOT IN ('draft', 'new', 'hidden', 'withdrawn'))"
)
# What was sent is with the city now, and what is not sent any more is nobody's business: the copy of it goes.
FORGOTTEN = "words = '', address = '', latitude = NULL, longitude = NULL, photo_url = ''"
CLAIM = """
UPDATE city_requests SET state = 'sending', attempts = attempts + 1, claimed_at = ?, claimed_by = ?,
    endpoint = ?
WHERE id IN (
    SELECT due.id FROM city_requests due WHERE due.state = 'waiting' AND due.not_before <= ? AND {stands}
    ORDER BY due.id LIMIT 1{skip_locked})
RETURNING id, service, words, address, latitude, longitude, photo_url, attempts, made_at
"""


@dataclass(frozen=True)
class Claimed:
    id: int
    service: str
    words: str
    address: str
    latitude: int | None
    longitude: int | None
    photo_url: str
    attempts: int
    made_at: int


@dataclass(frozen=True)
class Looked:
    """One whose fate is looked up: `taken` ones have a number or a token, `uncertain` ones only their mark."""

    id: int
    state: str
    mark: str
    service: str
    token: str
    number: str
    status: str
    looks: int
    claimed_at: int
    look_at: int


async def anything_due(tx: Tx, endpoint: str, now: int) -> bool:
    return bool(
        await tx.one(
            int,
            "SELECT id FROM city_requests WHERE (state = 'waiting' AND not_before <= ?)"
            " OR (state IN ('taken', 'uncertain') AND endpoint = ? AND closed_at IS NULL AND look_at <= ?) LIMIT 1",
            now,
            endpoint,
            now,
        )
    )


async def claim(tx: Tx, by: int, endpoint: str, now: int, dialect: str) -> Claimed | None:
    await tx.run(
        f"UPDATE city_requests SET state = 'dropped', {FORGOTTEN}"  # noqa: S608
        f" WHERE id IN (SELECT due.id FROM city_requests due WHERE due.state = 'waiting' AND NOT {STANDS})"
    )
    sql = CLAIM.format(stands=STANDS, skip_locked=" FOR UPDATE SKIP LOCKED" if dialect == "postgres" else "")
    return await tx.one(Claimed, sql, now, by, endpoint, now)


async def later(tx: Tx, one: Claimed, reason: str, said: str, not_before: int) -> None:
    await tx.run(
        "UPDATE city_requests SET state = 'waiting', reason = ?, said = ?, not_before = ?"
        " WHERE id = ? AND state = 'sending' AND attempts = ?",
        reason,
        said,
        not_before,
        one.id,
        one.attempts,
    )


async def refused(tx: Tx, one: Claimed, reason: str, said: str) -> None:
    await tx.run(
        f"UPDATE city_requests SET state = 'refused', {FORGOTTEN},"  # noqa: S608 constant
        " reason = ?, said = ?, news = news + 1"
        " WHERE id = ? AND state = 'sending' AND attempts = ?",
        reason,
        said,
        one.id,
        one.attempts,
    )


async def uncertain(tx: Tx, one: Claimed, reason: str, said: str, look_at: int) -> None:
    await tx.run(
        f"UPDATE city_requests SET state = 'uncertain', {FORGOTTEN},"  # noqa: S608 constant
        " reason = ?, said = ?, looks = 0, look_at = ?, news = news + 1"
        " WHERE id = ? AND state = 'sending' AND attempts = ?",
        reason,
        said,
        look_at,
        one.id,
        one.attempts,
    )


async def taken(tx: Tx, request_id: int, number: str, token: str, look_at: int, now: int) -> bool:
    """Also when it had been given up for lost; an answer that comes twice changes nothing the second time."""
    return bool(
        await tx.run(
            f"UPDATE city_requests SET state = 'taken', {FORGOTTEN},"  # noqa: S608 constant
            " number = ?, token = ?, reason = '', said = '', looks = 0,"
            " look_at = ?, taken_at = ?, news = news + 1 WHERE id = ? AND state IN ('sending', 'uncertain')",
            number,
            token,
            look_at,
            now,
            request_id,
        )
    )


async def numbered(tx: Tx, request_id: int, number: str, look_at: int) -> None:
    await tx.run(
        "UPDATE city_requests SET number = ?, token = '', looks = 0, look_at = ?, news = news + 1"
        " WHERE id = ? AND state = 'taken' AND number = ''",
        number,
        look_at,
        request_id,
    )


async def due_to_look(tx: Tx, endpoint: str, now: int, limit: int) -> list[Looked]:
    return await tx.all(
        Looked,
        "SELECT id, state, mark, service, token, number, status, looks, coalesce(claimed_at, made_at), look_at"
        " FROM city_requests WHERE state IN ('taken', 'uncertain') AND channel = 'open311' AND endpoint = ?"
        " AND closed_at IS NULL AND look_at <= ? ORDER BY look_at, id LIMIT ?",
        endpoint,
        now,
        limit,
    )


async def looked(tx: Tx, request_id: int, look_at: int | None) -> None:
    await tx.run(
        "UPDATE city_requests SET looks = looks + 1, look_at = ? WHERE id = ? AND closed_at IS NULL",
        look_at,
        request_id,
    )


async def note_report(tx: Tx, request_id: int, report: Report, now: int) -> None:
    """What stands there now; told when it is something else than before."""
    await tx.run(
        "UPDATE city_requests SET expected_at = coalesce(?, expected_at), news = news + CASE WHEN status <> ? THEN 1"
        " ELSE 0 END, status = ?, closed_at = ?, look_at = CASE WHEN ? = 1 THEN NULL ELSE look_at END"
        " WHERE id = ? AND closed_at IS NULL",
        report.expected_at,
        report.status,
        report.status,
        now if report.status in CLOSED else None,
        int(report.status in CLOSED),
        request_id,
    )
    if report.notes:
        key = f"notes {sha256(report.notes.encode()).hexdigest()[:16]}"
        said = Update(key, report.number, report.status, report.notes, report.updated_at or now)
        await note_update(tx, request_id, said, now)


async def note_update(tx: Tx, request_id: int, update: Update, now: int) -> bool:
    """Once, however often it is handed to us; one that says nothing but what is known is no news. True when new."""
    new = await tx.run(
        "INSERT INTO city_updates (request_id, update_id, status, words, happened_at)"
        " SELECT CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT)"
        " WHERE NOT EXISTS (SELECT 1 FROM city_updates WHERE request_id = ? AND status = ? AND words = ?)"
        " ON CONFLICT DO NOTHING",
        request_id,
        update.id,
        update.status,
        update.words,
        min(update.at, now),
        request_id,
        update.status,
        update.words,
    )
    if new and (update.words or update.status != OPEN):
        await tx.run("UPDATE city_requests SET news = news + 1 WHERE id = ?", request_id)
    return bool(new)


async def close_by_last(tx: Tx, request_id: int, now: int) -> None:
    """When the newest of what was said ends it: what was closed and opened again goes on."""
    last = await tx.one(
        str,
        "SELECT status FROM city_updates WHERE request_id = ? ORDER BY happened_at DESC, update_id DESC LIMIT 1",
        request_id,
    )
    if last in CLOSED:
        await tx.run(
            "UPDATE city_requests SET status = ?, closed_at = ?, look_at = NULL WHERE id = ? AND closed_at IS NULL",
            last,
            now,
            request_id,
        )


async def abandoned(tx: Tx, gone: Collection[int], unnumbered: int, look_at: int) -> int:
    """On its way when the process died: it may have arrived, so it is not sent again."""
    return await tx.run(
        f"UPDATE city_requests SET state = 'uncertain', {FORGOTTEN},"  # noqa: S608 constant
        " reason = 'silent', looks = 0, look_at = ?, news = news + 1"
        f" WHERE state = 'sending' AND {left_by(gone)}",
        look_at,
        *gone,
        unnumbered,
    )


async def no_endpoint(tx: Tx) -> None:
    """The operator names none (any more)."""
    if await tx.one(int, "SELECT count(*) FROM city_services"):
        await tx.run("DELETE FROM city_services")
    await tx.run(
        f"UPDATE city_requests SET state = 'refused', {FORGOTTEN},"  # noqa: S608 constant
        " reason = 'closed', news = news + 1 WHERE state = 'waiting'"
    )


async def keep_services(tx: Tx, services: tuple[Service, ...]) -> None:
    await tx.run("DELETE FROM city_services")
    for position, one in enumerate(services):
        await tx.run(
            "INSERT INTO city_services (code, name, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            one.code,
            one.name,
            position,
        )
