"""What somebody does who leaves, or becomes one with somebody."""

from dataclasses import dataclass

from bot.database.db import Tx

AHEAD = (
    "date_id IN (SELECT d.id FROM task_dates d JOIN tasks t ON t.id = d.task_id"
    " WHERE t.place_id = ? AND d.ends_at > ?) AND state IN ('claimed', 'stand_in')"
)


@dataclass(frozen=True)
class Ahead:
    """A place of hers on a date that is not over."""

    id: int
    date_id: int
    claimed_at: int


async def drop_drafts(tx: Tx, place_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM tasks WHERE place_id = ? AND made_by = ? AND state = 'draft'", place_id, person_id)


async def ahead_of(tx: Tx, place_id: int, person_id: int, now: int) -> list[Ahead]:
    """What she holds herself."""
    return await tx.all(
        Ahead,
        f"SELECT id, date_id, claimed_at FROM task_claims WHERE person_id = ? AND for_name = '' AND {AHEAD}"  # noqa: S608
        " ORDER BY date_id",
        person_id,
        place_id,
        now,
    )


async def drop(tx: Tx, claim_id: int) -> None:
    await tx.run("DELETE FROM task_claims WHERE id = ?", claim_id)


async def noted_ahead(tx: Tx, place_id: int, person_id: int, now: int) -> list[Ahead]:
    """What she noted for people without a phone, who still come."""
    return await tx.all(
        Ahead,
        f"SELECT id, date_id, claimed_at FROM task_claims WHERE person_id = ? AND for_name <> '' AND {AHEAD}"  # noqa: S608
        " ORDER BY id",
        person_id,
        place_id,
        now,
    )


async def hand_over(tx: Tx, claim_id: int, person_id: int) -> None:
    """Where the other has noted somebody of the same name for the same date, that is the same neighbour."""
    await tx.run(
        "DELETE FROM task_claims WHERE id = ? AND EXISTS (SELECT 1 FROM task_claims o WHERE o.person_id = ?"
        " AND o.date_id = task_claims.date_id AND o.for_name = task_claims.for_name)",
        claim_id,
        person_id,
    )
    await tx.run("UPDATE task_claims SET person_id = ? WHERE id = ?", person_id, claim_id)


async def crowded(tx: Tx, place_id: int, now: int, *person_ids: int) -> list[tuple[int, int]]:
    """Dates to come that more people hold than are needed, with how many too many, among those of these people."""
    slots = ", ".join("?" for _ in person_ids)
    return await tx.all(
        lambda date_id, over: (date_id, over),
        "SELECT d.id, (SELECT count(*) FROM task_claims c WHERE c.date_id = d.id"  # noqa: S608 slots
        " AND c.state IN ('claimed', 'stand_in', 'done', 'missed')) - t.needed"
        " FROM task_dates d JOIN tasks t ON t.id = d.task_id WHERE t.place_id = ? AND d.ends_at > ?"
        f" AND EXISTS (SELECT 1 FROM task_claims m WHERE m.date_id = d.id AND m.person_id IN ({slots}))"
        " AND (SELECT count(*) FROM task_claims c WHERE c.date_id = d.id"
        " AND c.state IN ('claimed', 'stand_in', 'done', 'missed')) > t.needed ORDER BY d.id",
        place_id,
        now,
        *person_ids,
    )


async def drop_newest(tx: Tx, date_id: int, now: int, *person_ids: int) -> int | None:
    """Takes the newest place back of those people, and says which it was."""
    slots = ", ".join("?" for _ in person_ids)
    return await tx.one(
        int,
        "UPDATE task_claims SET state = 'withdrawn', changed_at = ? WHERE id = (SELECT id FROM task_claims"  # noqa: S608
        f" WHERE date_id = ? AND person_id IN ({slots}) AND state IN ('claimed', 'stand_in')"
        " ORDER BY claimed_at DESC, id DESC LIMIT 1) RETURNING id",
        now,
        date_id,
        *person_ids,
    )
