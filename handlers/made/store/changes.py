"""Changes that an owner wants: how long its makers have, what they say, and what became of it."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.made.rules import Answer, Outcome

CHANGE = (
    "SELECT c.id, c.surface_id, s.thing_id, c.begun_by, c.why, c.urgent, c.begun_at, c.may_at, c.told_at, c.outcome,"
    " c.ended_at, c.shown_at FROM made_changes c JOIN made_surfaces s ON s.id = c.surface_id"
)
OF_PLACE = f"{CHANGE} JOIN made_things t ON t.id = s.thing_id WHERE t.place_id = ?"


@dataclass(frozen=True)
class Change:
    """`urgent` is why it could not wait. Times are ms."""

    id: int
    surface_id: int
    thing_id: int
    begun_by: int | None
    why: str
    urgent: str | None
    begun_at: int
    may_at: int
    told_at: int | None
    outcome: Outcome | None
    ended_at: int | None
    shown_at: int | None


async def find(tx: Tx, place_id: int, change_id: int) -> Change | None:
    return await tx.one(_change, f"{OF_PLACE} AND c.id = ?", place_id, change_id)


async def begin(
    tx: Tx, surface_id: int, by: int, why: str, urgent: str | None, begun_at: int, half_at: int, may_at: int
) -> int:
    """Expects that none is open there; the database refuses a second one."""
    change_id = await tx.one(
        int,
        "INSERT INTO made_changes (surface_id, begun_by, why, urgent, begun_at, half_at, may_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        surface_id,
        by,
        why,
        urgent,
        begun_at,
        half_at,
        may_at,
    )
    if change_id is None:
        raise LookupError("the new change has no id")
    return change_id


async def make_urgent(tx: Tx, change_id: int, why: str) -> None:
    await tx.run("UPDATE made_changes SET urgent = ? WHERE id = ?", why, change_id)


async def shorten(tx: Tx, change_id: int, now: int) -> None:
    await tx.run("UPDATE made_changes SET may_at = ? WHERE id = ? AND may_at > ?", now, change_id, now)


async def note_told(tx: Tx, change_id: int, now: int) -> None:
    """Its owner knows that the term is over."""
    await tx.run("UPDATE made_changes SET told_at = ? WHERE id = ? AND told_at IS NULL", now, change_id)


async def note_reminded(tx: Tx, change_id: int, now: int) -> None:
    await tx.run("UPDATE made_changes SET reminded_at = ? WHERE id = ?", now, change_id)


async def end(tx: Tx, change_id: int, outcome: Outcome, now: int) -> bool:
    """False when it is over already."""
    return bool(
        await tx.run(
            "UPDATE made_changes SET outcome = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL",
            outcome.value,
            now,
            change_id,
        )
    )


async def note_shown(tx: Tx, change_id: int, now: int) -> bool:
    """Whether its makers had not been shown yet."""
    return bool(
        await tx.run("UPDATE made_changes SET shown_at = ? WHERE id = ? AND shown_at IS NULL", now, change_id)
    )


async def answer(tx: Tx, change_id: int, person_id: int, said: Answer, now: int) -> None:
    await tx.run(
        "INSERT INTO made_answers (change_id, person_id, answer, answered_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (change_id, person_id) DO UPDATE SET answer = excluded.answer,"
        " answered_at = excluded.answered_at",
        change_id,
        person_id,
        said.value,
        now,
    )


async def answers(tx: Tx, change_id: int) -> dict[int, Answer]:
    sql = "SELECT person_id, answer FROM made_answers WHERE change_id = ? ORDER BY answered_at"
    return dict(await tx.all(lambda person_id, said: (person_id, Answer(said)), sql, change_id))


async def open_in(tx: Tx, place_id: int) -> list[Change]:
    return await tx.all(_change, f"{OF_PLACE} AND c.ended_at IS NULL ORDER BY c.id", place_id)


async def half_over(tx: Tx, place_id: int, now: int) -> list[Change]:
    """Whose makers have half of their time left, or less, and were not reminded."""
    sql = f"{OF_PLACE} AND c.ended_at IS NULL AND c.urgent IS NULL AND c.reminded_at IS NULL AND c.half_at <= ?"
    return await tx.all(_change, f"{sql} AND c.may_at > ? ORDER BY c.id", place_id, now, now)


async def over(tx: Tx, place_id: int, now: int) -> list[Change]:
    """Whose term is over without that its owner knows."""
    sql = f"{OF_PLACE} AND c.ended_at IS NULL AND c.told_at IS NULL AND c.may_at <= ? ORDER BY c.id"
    return await tx.all(_change, sql, place_id, now)


async def lapsed(tx: Tx, place_id: int, before: int) -> list[Change]:
    return await tx.all(
        _change, f"{OF_PLACE} AND c.ended_at IS NULL AND c.may_at <= ? ORDER BY c.id", place_id, before
    )


async def unshown(tx: Tx, place_id: int, before: int) -> list[Change]:
    """What has been gone since then, while its makers still wait for a last photo."""
    sql = f"{OF_PLACE} AND c.outcome = 'gone' AND c.shown_at IS NULL AND c.ended_at <= ? ORDER BY c.id"
    return await tx.all(_change, sql, place_id, before)


async def open_of(tx: Tx, thing_id: int) -> list[int]:
    return await tx.all(
        int,
        "SELECT c.id FROM made_changes c JOIN made_surfaces s ON s.id = c.surface_id"
        " WHERE s.thing_id = ? AND c.ended_at IS NULL ORDER BY c.id",
        thing_id,
    )


def _change(
    change_id: int,
    surface_id: int,
    thing_id: int,
    begun_by: int | None,
    why: str,
    urgent: str | None,
    begun_at: int,
    may_at: int,
    told_at: int | None,
    outcome: str | None,
    ended_at: int | None,
    shown_at: int | None,
) -> Change:
    became = Outcome(outcome) if outcome else None
    return Change(
        change_id, surface_id, thing_id, begun_by, why, urgent, begun_at, may_at, told_at, became, ended_at, shown_at
    )
