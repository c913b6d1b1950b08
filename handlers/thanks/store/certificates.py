"""Certificates: from the first question to the address that says whether one is valid."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.roles import Role
from handlers.thanks.rules import Kind, Line, State

CERTIFICATE = (
    "SELECT c.id, c.place_id, c.person_id, coalesce(p.name, ''), c.state, c.name, c.since, c.until, c.changed_at,"
    " c.told_at, c.code, c.signed_by, c.signer, c.signer_role, c.issued_at FROM certificates c"
    " LEFT JOIN people p ON p.id = c.person_id"
)
OPEN = "c.state IN ('draft', 'asked')"


@dataclass(frozen=True)
class Certificate:
    """`called` is what its person is called here, `name` what stands on it. Moments in ms."""

    id: int
    place_id: int
    person_id: int | None
    called: str
    state: State
    name: str
    since: int | None
    until: int | None
    changed_at: int
    told_at: int | None
    code: str | None
    signed_by: int | None
    signer: str
    signer_role: Role | None
    issued_at: int | None


async def find(tx: Tx, place_id: int, certificate_id: int) -> Certificate | None:
    return await tx.one(_certificate, f"{CERTIFICATE} WHERE c.place_id = ? AND c.id = ?", place_id, certificate_id)


async def anywhere(tx: Tx, certificate_id: int) -> Certificate | None:
    """For the machine alone, which draws it."""
    return await tx.one(_certificate, f"{CERTIFICATE} WHERE c.id = ?", certificate_id)


async def open_of(tx: Tx, place_id: int, person_id: int) -> Certificate | None:
    """The one she is asking for; the newest, should two doors have brought two."""
    return await tx.one(
        _certificate,
        f"{CERTIFICATE} WHERE c.place_id = ? AND c.person_id = ? AND {OPEN}"
        " ORDER BY c.changed_at DESC, c.id DESC LIMIT 1",
        place_id,
        person_id,
    )


async def issued_to(tx: Tx, place_id: int, person_id: int, limit: int, offset: int) -> list[Certificate]:
    return await tx.all(
        _certificate,
        f"{CERTIFICATE} WHERE c.place_id = ? AND c.person_id = ? AND c.code IS NOT NULL"
        " ORDER BY c.issued_at DESC, c.id DESC LIMIT ? OFFSET ?",
        place_id,
        person_id,
        limit,
        offset,
    )


async def count_valid(tx: Tx, place_id: int, person_id: int) -> int:
    sql = "SELECT count(*) FROM certificates WHERE place_id = ? AND person_id = ? AND state = 'valid'"
    return await tx.one(int, sql, place_id, person_id) or 0


async def valid_in(tx: Tx, place_id: int, limit: int, offset: int) -> list[Certificate]:
    """For whoever may take one back, also of those who have left."""
    return await tx.all(
        _certificate,
        f"{CERTIFICATE} WHERE c.place_id = ? AND c.state = 'valid'"
        " ORDER BY c.issued_at DESC, c.id DESC LIMIT ? OFFSET ?",
        place_id,
        limit,
        offset,
    )


async def asked_in(tx: Tx, place_id: int) -> list[Certificate]:
    """What waits for a signature, oldest first."""
    sql = f"{CERTIFICATE} WHERE c.place_id = ? AND c.state = 'asked' ORDER BY c.changed_at, c.id"
    return await tx.all(_certificate, sql, place_id)


async def begin(tx: Tx, place_id: int, person_id: int, name: str, now: int) -> int:
    certificate_id = await tx.one(
        int,
        "INSERT INTO certificates (place_id, person_id, state, name, changed_at) VALUES (?, ?, 'draft', ?, ?)"
        " RETURNING id",
        place_id,
        person_id,
        name,
        now,
    )
    if certificate_id is None:
        raise LookupError("the new certificate has no id")
    return certificate_id


async def rename(tx: Tx, certificate_id: int, name: str, now: int) -> None:
    await tx.run("UPDATE certificates SET name = ?, changed_at = ? WHERE id = ?", name, now, certificate_id)


async def set_period(tx: Tx, certificate_id: int, since: int, until: int) -> None:
    await tx.run(
        "UPDATE certificates SET since = ?, until = ?, changed_at = ? WHERE id = ?",
        since,
        until,
        until,
        certificate_id,
    )


async def put_lines(tx: Tx, certificate_id: int, lines: Sequence[Line]) -> None:
    """In the place of what stood on it."""
    await tx.run("DELETE FROM certificate_lines WHERE certificate_id = ?", certificate_id)
    for position, one in enumerate(lines):
        await tx.run(
            "INSERT INTO certificate_lines (certificate_id, position, kind, words, times, minutes)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            certificate_id,
            position,
            one.kind.value,
            one.words,
            one.times,
            one.minutes,
        )


async def lines(tx: Tx, certificate_id: int) -> list[Line]:
    return await tx.all(
        lambda kind, words, times, minutes: Line(Kind(kind), words, times, minutes),
        "SELECT kind, words, times, minutes FROM certificate_lines WHERE certificate_id = ? ORDER BY position",
        certificate_id,
    )


async def set_state(tx: Tx, certificate_id: int, state: State, now: int) -> None:
    await tx.run("UPDATE certificates SET state = ?, changed_at = ? WHERE id = ?", state.value, now, certificate_id)


async def note_told(tx: Tx, certificate_id: int, now: int) -> None:
    await tx.run("UPDATE certificates SET told_at = ? WHERE id = ?", now, certificate_id)


async def issue(
    tx: Tx, certificate_id: int, code: str, by: int, signer: str, role: Role, credential: str, now: int
) -> bool:
    """Whether it was asked for still."""
    return bool(
        await tx.run(
            "UPDATE certificates SET state = 'valid', code = ?, signed_by = ?, signer = ?, signer_role = ?,"
            " credential = ?, issued_at = ?, changed_at = ? WHERE id = ? AND state = 'asked'",
            code,
            by,
            signer,
            role.value,
            credential,
            now,
            now,
            certificate_id,
        )
    )


async def credential(tx: Tx, certificate_id: int) -> str:
    return await tx.one(str, "SELECT credential FROM certificates WHERE id = ?", certificate_id) or ""


@dataclass(frozen=True)
class Standing:
    """What an address says: the place's code, whether it is valid, and since when (ms) it stands as it does."""

    place_code: str
    valid: bool
    since: int


async def by_code(tx: Tx, code: str) -> Standing | None:
    """Whether it is valid, and of which place; nothing else is read."""
    return await tx.one(
        lambda place, state, since: Standing(place, state == State.VALID, since),
        "SELECT p.code, c.state, c.changed_at FROM certificates c JOIN places p ON p.id = c.place_id"
        " WHERE c.code = ?",
        code,
    )


async def drop_old_drafts(tx: Tx, place_id: int, before: int) -> None:
    await _drop(tx, "place_id = ? AND state = 'draft' AND changed_at <= ?", place_id, before)


async def drop_open_of(tx: Tx, person_id: int) -> None:
    await _drop(tx, "person_id = ? AND state IN ('draft', 'asked')", person_id)


async def drop_open_but(tx: Tx, place_id: int, person_id: int, kept: int) -> None:
    await _drop(
        tx, "place_id = ? AND person_id = ? AND state IN ('draft', 'asked') AND id <> ?", place_id, person_id, kept
    )


async def drop_lines_of(tx: Tx, person_id: int) -> None:
    await tx.run(
        "DELETE FROM certificate_lines WHERE certificate_id IN (SELECT id FROM certificates WHERE person_id = ?)",
        person_id,
    )


async def _drop(tx: Tx, which: str, *values: int) -> None:
    await tx.run(
        f"DELETE FROM certificate_lines WHERE certificate_id IN (SELECT id FROM certificates WHERE {which})",  # noqa: S608
        *values,
    )
    await tx.run(f"DELETE FROM certificates WHERE {which}", *values)  # noqa: S608 our own words


async def overdue(tx: Tx, place_id: int, before: int) -> list[Certificate]:
    """What has waited for a signature since then."""
    sql = f"{CERTIFICATE} WHERE c.place_id = ? AND c.state = 'asked' AND c.changed_at <= ? ORDER BY c.id"
    return await tx.all(_certificate, sql, place_id, before)


async def signed_by_herself(tx: Tx, place_id: int) -> list[Certificate]:
    """What was another's signature until two doors turned out to be one person's."""
    sql = f"{CERTIFICATE} WHERE c.place_id = ? AND c.state = 'valid' AND c.signed_by = c.person_id ORDER BY c.id"
    return await tx.all(_certificate, sql, place_id)


def _certificate(
    certificate_id: int,
    place_id: int,
    person_id: int | None,
    called: str,
    state: str,
    name: str,
    since: int | None,
    until: int | None,
    changed_at: int,
    told_at: int | None,
    code: str | None,
    signed_by: int | None,
    signer: str,
    signer_role: str,
    issued_at: int | None,
) -> Certificate:
    role = Role(signer_role) if signer_role else None
    return Certificate(
        certificate_id, place_id, person_id, called, State(state), name, since, until, changed_at, told_at, code,
        signed_by, signer, role, issued_at,
    )  # fmt: skip
