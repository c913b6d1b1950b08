"""What somebody gave: tasks with their hours, hours without a task, and training as a line of its own."""

from dataclasses import dataclass

from bot.database.db import Tx

# Done by herself: what she noted for somebody without a phone is not hers.
DONE = (
    "FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"
    " WHERE c.state = 'done' AND c.for_name = ''"
)


@dataclass(frozen=True)
class Given:
    """One line of what somebody gave. `task_id` is None for hours without a task; `at` in ms."""

    task_id: int | None
    title: str
    minutes: int
    training: int
    at: int


@dataclass(frozen=True)
class Sum:
    """`minutes` without training."""

    tasks: int
    minutes: int
    training: int


@dataclass(frozen=True)
class Entry:
    """Hours without a task, as they can be corrected."""

    id: int
    person_id: int
    name: str
    training: int
    minutes: int
    words: str
    noted_at: int


async def of_person(tx: Tx, place_id: int, person_id: int, since: int = 0, until: int = 10**15) -> list[Given]:
    """For other features: every line between two moments, the oldest first. Only she may read it, or who she shows
    it."""
    return await tx.all(
        Given,
        f"SELECT t.id, t.title, c.minutes, 0, d.ends_at {DONE} AND t.place_id = ? AND c.person_id = ?"  # noqa: S608
        " AND d.ends_at >= ? AND d.ends_at < ?"
        " UNION ALL SELECT NULL, h.words, h.minutes, h.training, h.noted_at FROM task_hours h"
        " WHERE h.place_id = ? AND h.person_id = ? AND h.noted_at >= ? AND h.noted_at < ? ORDER BY 5",
        place_id,
        person_id,
        since,
        until,
        place_id,
        person_id,
        since,
        until,
    )


async def sum_of(tx: Tx, place_id: int, person_id: int, since: int = 0, until: int = 10**15) -> Sum:
    """The same, added up."""
    given = await of_person(tx, place_id, person_id, since, until)
    return Sum(
        sum(one.task_id is not None for one in given),
        sum(one.minutes for one in given if not one.training),
        sum(one.minutes for one in given if one.training),
    )


async def in_place(tx: Tx, place_id: int, since: int, until: int) -> tuple[int, int]:
    """How many tasks were done, by whomever, and the hours of all together: whole ones, rounded down.

    Hours without a task are not among them: a stranger could note as many as she likes.
    """
    tasks = await tx.one(
        int,
        "SELECT count(*) FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"
        " WHERE c.state = 'done' AND t.place_id = ? AND d.ends_at >= ? AND d.ends_at < ?",
        place_id,
        since,
        until,
    )
    minutes = await tx.one(
        int,
        "SELECT CAST(coalesce(sum(c.minutes), 0) AS BIGINT) FROM task_claims c JOIN task_dates d ON d.id = c.date_id"
        " JOIN tasks t ON t.id = d.task_id WHERE c.state = 'done' AND t.place_id = ? AND d.ends_at >= ?"
        " AND d.ends_at < ?",
        place_id,
        since,
        until,
    )
    return tasks or 0, (minutes or 0) // 60


async def add(tx: Tx, place_id: int, person_id: int, minutes: int, words: str, training: int, now: int) -> int:
    entry_id = await tx.one(
        int,
        "INSERT INTO task_hours (place_id, person_id, training, minutes, words, noted_at)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        person_id,
        training,
        minutes,
        words,
        now,
    )
    if entry_id is None:
        raise LookupError("the new hours have no id")
    return entry_id


async def noted_since(tx: Tx, place_id: int, person_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM task_hours WHERE place_id = ? AND person_id = ? AND noted_at > ?"
    return await tx.one(int, sql, place_id, person_id, since) or 0


ENTRY = (
    "SELECT h.id, h.person_id, p.name, h.training, h.minutes, h.words, h.noted_at"
    " FROM task_hours h JOIN people p ON p.id = h.person_id WHERE h.place_id = ?"
)


async def find(tx: Tx, place_id: int, entry_id: int) -> Entry | None:
    return await tx.one(Entry, f"{ENTRY} AND h.id = ?", place_id, entry_id)


async def recent(tx: Tx, place_id: int, since: int, limit: int, offset: int) -> list[Entry]:
    """What a lead may still correct, the newest first."""
    return await tx.all(
        Entry, f"{ENTRY} AND h.noted_at > ? ORDER BY h.id DESC LIMIT ? OFFSET ?", place_id, since, limit, offset
    )


async def correct(tx: Tx, entry_id: int, minutes: int, by: int) -> None:
    await tx.run("UPDATE task_hours SET minutes = ?, settled_by = ? WHERE id = ?", minutes, by, entry_id)


async def take_back(tx: Tx, entry_id: int) -> None:
    await tx.run("DELETE FROM task_hours WHERE id = ?", entry_id)
