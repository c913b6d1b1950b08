"""Permits as rows: their days and the offices' words, and nobody who looked after them."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class PermitRow:
    """`idea` is its number. The names of the columns follow BLDS 1.2 where it has them."""

    idea: int | None
    number: str
    kind: str
    status: str
    description: str
    whose: str | None
    fee: str | None
    office: str
    office_words: str
    conditions: str
    refused_by: str
    ask_else: str
    steps: int
    steps_done: int
    begun_at: int
    applied_at: int | None
    expected_at: int | None
    issued_at: int | None
    completed_at: int | None
    expires_at: int | None


STEPS = "(SELECT count(*) FROM permit_steps s WHERE s.permit_id = p.id{which})"


async def rows(tx: Tx, place_id: int) -> list[PermitRow]:
    steps = ", ".join(STEPS.format(which=one) for one in ("", " AND s.done_at IS NOT NULL"))
    return await tx.all(
        PermitRow,
        "SELECT i.number, p.number, p.kind, p.status, p.description, p.whose, p.fee, p.office, p.office_words,"  # noqa: S608
        f" p.conditions, p.refused_by, p.ask_else, {steps}, p.begun_at, p.applied_at, p.expected_at, p.issued_at,"
        " p.completed_at, p.expires_at FROM permits p LEFT JOIN ideas i ON i.id = p.idea_id"
        " WHERE p.place_id = ? ORDER BY p.id",
        place_id,
    )
