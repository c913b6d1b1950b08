"""Who wants to hear when a kind of work needs somebody, and who has done it before."""

from bot.database.db import Tx
from handlers.tasks.rules import Work

LESS = "EXISTS (SELECT 1 FROM task_eases z WHERE z.place_id = {place} AND z.person_id = {person} AND z.less = 1)"


async def of_person(tx: Tx, place_id: int, person_id: int) -> frozenset[Work]:
    found = await tx.all(
        Work, "SELECT work FROM task_watches WHERE place_id = ? AND person_id = ?", place_id, person_id
    )
    return frozenset(found)


async def watch(tx: Tx, place_id: int, person_id: int, work: Work, now: int) -> None:
    """Whoever asks for it again is asked as before."""
    await tx.run(
        "INSERT INTO task_watches (place_id, person_id, work, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        place_id,
        person_id,
        work.value,
        now,
    )
    await tx.run("UPDATE task_eases SET less = 0 WHERE place_id = ? AND person_id = ?", place_id, person_id)


async def unwatch(tx: Tx, place_id: int, person_id: int, work: Work) -> None:
    await tx.run(
        "DELETE FROM task_watches WHERE place_id = ? AND person_id = ? AND work = ?", place_id, person_id, work.value
    )


async def watchers(tx: Tx, place_id: int, work: Work) -> list[int]:
    return await tx.all(
        int,
        "SELECT person_id FROM task_watches WHERE place_id = ? AND work = ? ORDER BY person_id",
        place_id,
        work.value,
    )


async def did_before(tx: Tx, place_id: int, work: Work) -> list[int]:
    """Whoever did such work here and did not say that she wants to be asked less."""
    less = LESS.format(place="t.place_id", person="c.person_id")
    return await tx.all(
        int,
        "SELECT DISTINCT c.person_id FROM task_claims c JOIN task_dates d ON d.id = c.date_id"  # noqa: S608
        " JOIN tasks t ON t.id = d.task_id JOIN people p ON p.id = c.person_id"
        " WHERE t.place_id = ? AND t.work = ? AND c.state = 'done' AND c.for_name = '' AND p.consented_at IS NOT NULL"
        f" AND NOT {less} ORDER BY c.person_id",
        place_id,
        work.value,
    )
