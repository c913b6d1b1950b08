"""When a task is to be done, and how many do it: what everybody may see."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import moment
from bot.database.db import Tx
from bot.identity.places import Space
from handlers.ideas.store.ideas import PUBLIC
from handlers.tasks.rules import Every, Kind, Work
from handlers.tasks.store.tasks import Task

TAKEN = (
    "(SELECT count(*) FROM task_claims c WHERE c.date_id = d.id"
    " AND c.state IN ('claimed', 'stand_in', 'done', 'missed'))"
)
STAND_INS = "(SELECT count(*) FROM task_claims c WHERE c.date_id = d.id AND c.state = 'stand_in')"
# What is called off with its event is off at once, also before the job tells so. Of a standing task that ended the
# dates to come were called off; those before stay what they were.
STANDS = "(t.state IN ('open', 'ended') AND d.cancelled_at IS NULL AND (e.id IS NULL OR e.status = 'announced'))"
FROM = (
    " FROM task_dates d JOIN tasks t ON t.id = d.task_id LEFT JOIN spots o ON o.id = t.spot_id"
    " LEFT JOIN ideas i ON i.id = t.idea_id LEFT JOIN events e ON e.id = t.event_id"
)
DATE = (
    "SELECT d.id, d.task_id, t.place_id, t.kind, t.title, t.bring, t.safety, t.spot_id, o.name, o.space, i.id,"
    f" CASE WHEN i.status IN ({PUBLIC}) THEN i.number END, e.id, e.title, t.work, t.skilled, t.adults, t.every,"
    f" t.needed, t.minimum, d.starts_at, d.ends_at, d.reason, d.called_at, {TAKEN}, {STAND_INS},"
    f" CASE WHEN {STANDS} THEN 1 ELSE 0 END, t.made_by{FROM}"
)
WANTED = f"({TAKEN} < t.needed OR {STAND_INS} > 0)"


@dataclass(frozen=True)
class Date:
    """`number` is that of its idea, where everybody may see it. `stands`: neither ended nor called off. Times in ms.

    A place whose holder looks for a stand-in counts as taken until somebody has it.
    """

    id: int
    task_id: int
    place_id: int
    kind: Kind
    title: str
    bring: str
    safety: str
    spot_id: int | None
    spot_name: str | None
    space: Space | None
    idea_id: int | None
    number: int | None
    event_id: int | None
    event_title: str | None
    work: Work
    skilled: int
    adults: int
    every: Every | None
    needed: int
    minimum: int
    starts_at: int
    ends_at: int
    reason: str
    called_at: int | None
    taken: int
    stand_ins: int
    stands: int
    made_by: int | None

    @property
    def start(self) -> datetime:
        return moment(self.starts_at)

    @property
    def end(self) -> datetime:
        return moment(self.ends_at)

    @property
    def wanted(self) -> int:
        """How many may still say that they do it."""
        return max(self.needed - self.taken, 0) + self.stand_ins


async def find(tx: Tx, place_id: int, date_id: int) -> Date | None:
    """Also of what is over."""
    return await tx.one(
        as_date, f"{DATE} WHERE t.place_id = ? AND t.state IN ('open', 'ended') AND d.id = ?", place_id, date_id
    )


async def open_(tx: Tx, place_id: int, now: int, limit: int, offset: int = 0) -> list[Date]:
    """Soonest first: what needs somebody, of a standing task its next such date only."""
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND {STANDS} AND d.ends_at > ? AND {WANTED}"  # noqa: S608 constants
        " AND NOT EXISTS (SELECT 1 FROM task_dates f WHERE f.task_id = d.task_id AND f.ends_at > ?"
        " AND f.starts_at < d.starts_at AND f.cancelled_at IS NULL AND (t.needed > (SELECT count(*)"
        " FROM task_claims c WHERE c.date_id = f.id AND c.state IN ('claimed', 'stand_in', 'done', 'missed'))"
        " OR EXISTS (SELECT 1 FROM task_claims c WHERE c.date_id = f.id AND c.state = 'stand_in')))"
        " ORDER BY d.starts_at, d.id LIMIT ? OFFSET ?",
        place_id,
        now,
        now,
        limit,
        offset,
    )


async def others(tx: Tx, date: Date, person_id: int, now: int, limit: int, offset: int = 0) -> list[Date]:
    """What she may do instead: other dates of the same, the same kind of work, then anything; not what is hers."""
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND {STANDS} AND d.ends_at > ? AND {WANTED} AND d.id <> ?"  # noqa: S608
        " AND NOT EXISTS (SELECT 1 FROM task_claims c WHERE c.date_id = d.id AND c.person_id = ?"
        " AND c.for_name = '' AND c.state IN ('claimed', 'stand_in', 'done'))"
        " ORDER BY CASE WHEN t.id = ? THEN 0 WHEN t.work = ? THEN 1 ELSE 2 END, d.starts_at, d.id LIMIT ? OFFSET ?",
        date.place_id,
        now,
        date.id,
        person_id,
        date.task_id,
        date.work.value,
        limit,
        offset,
    )


async def about(
    tx: Tx, place_id: int, now: int, *, idea_id: int | None = None, event_id: int | None = None
) -> list[Date]:
    """What needs somebody for this idea or this event, soonest first."""
    which = "t.idea_id = ?" if idea_id is not None else "t.event_id = ?"
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND {which} AND {STANDS} AND d.ends_at > ? AND {WANTED}"
        " ORDER BY d.starts_at, d.id LIMIT 20",
        place_id,
        idea_id if idea_id is not None else event_id,
        now,
    )


async def of_task(tx: Tx, place_id: int, task_id: int, after: int) -> list[Date]:
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND t.id = ? AND d.ends_at > ? AND d.cancelled_at IS NULL ORDER BY d.starts_at",
        place_id,
        task_id,
        after,
    )


async def under_way(tx: Tx, place_id: int, first: int, last: int) -> list[Date]:
    """What has hours, begins before `first` and ends after `last`."""
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND {STANDS} AND t.kind <> 'once' AND d.starts_at <= ? AND d.ends_at >= ?"
        " ORDER BY d.starts_at, d.id LIMIT 20",
        place_id,
        first,
        last,
    )


async def add(tx: Tx, task_id: int, starts_at: int, lasts: int, event_starts_at: int | None = None) -> None:
    await tx.run(
        "INSERT INTO task_dates (task_id, starts_at, ends_at, event_starts_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        task_id,
        starts_at,
        starts_at + lasts,
        event_starts_at,
    )
    await tx.run("UPDATE tasks SET planned_at = ? WHERE id = ?", starts_at, task_id)


async def first_of(tx: Tx, place_id: int, task_id: int) -> Date | None:
    return await tx.one(
        as_date, f"{DATE} WHERE t.place_id = ? AND t.id = ? ORDER BY d.starts_at LIMIT 1", place_id, task_id
    )


async def next_of(tx: Tx, place_id: int, task_id: int, now: int) -> Date | None:
    return await tx.one(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND t.id = ? AND d.ends_at > ? AND d.cancelled_at IS NULL"
        " ORDER BY d.starts_at LIMIT 1",
        place_id,
        task_id,
        now,
    )


async def as_it_would_be(tx: Tx, task: Task) -> Date:
    """The first date of what is not open yet, for a look at it. Expects that nothing is missing."""
    found = await tx.one(
        as_date,
        "SELECT 0, t.id, t.place_id, t.kind, t.title, t.bring, t.safety, t.spot_id, o.name, o.space, i.id,"  # noqa: S608
        f" CASE WHEN i.status IN ({PUBLIC}) THEN i.number END, e.id, e.title, t.work, t.skilled, t.adults, t.every,"
        " t.needed, t.minimum, t.starts_at, t.starts_at + t.lasts, '', NULL, 0, 0, 1, t.made_by FROM tasks t"
        " LEFT JOIN spots o ON o.id = t.spot_id LEFT JOIN ideas i ON i.id = t.idea_id"
        " LEFT JOIN events e ON e.id = t.event_id WHERE t.id = ?",
        task.id,
    )
    if found is None:
        raise LookupError(f"no task {task.id}")
    return found


async def taken_by_another(tx: Tx, date: Date, starts_at: int) -> bool:
    found = await tx.one(
        int,
        "SELECT 1 FROM task_dates WHERE task_id = ? AND starts_at = ? AND id <> ?",
        date.task_id,
        starts_at,
        date.id,
    )
    return found is not None


async def move(tx: Tx, date_id: int, starts_at: int, lasts: int, near: int) -> None:
    """Whoever does it is asked again, and reminded anew; the team hears anew that nobody was found, unless the new
    time is as near as what it heard of (`near`, ms)."""
    await tx.run(
        "UPDATE task_dates SET starts_at = ?, ends_at = ?,"
        " short_told_at = CASE WHEN CAST(? AS BIGINT) > ? THEN NULL ELSE short_told_at END WHERE id = ?",
        starts_at,
        starts_at + lasts,
        starts_at,
        near,
        date_id,
    )
    await tx.run(
        "UPDATE task_claims SET asked_again = 1, day_reminded_at = NULL, hours_reminded_at = NULL, asked_at = NULL"
        " WHERE date_id = ? AND state IN ('claimed', 'stand_in')",
        date_id,
    )


async def cancel(tx: Tx, date_id: int, reason: str, now: int) -> bool:
    """Whether it was on before."""
    sql = "UPDATE task_dates SET cancelled_at = ?, reason = ? WHERE id = ? AND cancelled_at IS NULL"
    return bool(await tx.run(sql, now, reason, date_id))


async def note_called(tx: Tx, date_id: int, now: int) -> bool:
    """Whether it is the first time."""
    return bool(await tx.run("UPDATE task_dates SET called_at = ? WHERE id = ? AND called_at IS NULL", now, date_id))


async def note_short(tx: Tx, date_id: int, now: int) -> None:
    await tx.run("UPDATE task_dates SET short_told_at = ? WHERE id = ?", now, date_id)


async def short(tx: Tx, place_id: int, now: int, until: int, opened: int) -> list[Date]:
    """Too few do it, it is near, it was open before `opened`, and the team does not know."""
    return await tx.all(
        as_date,
        f"{DATE} WHERE t.place_id = ? AND {STANDS} AND d.starts_at > ? AND d.starts_at <= ?"
        f" AND t.made_at <= ? AND d.short_told_at IS NULL AND {TAKEN} - {STAND_INS} < t.minimum"
        " ORDER BY d.starts_at, d.id",
        place_id,
        now,
        until,
        opened,
    )


@dataclass(frozen=True)
class OfEvent:
    """A date whose event was called off, or begins at another time than its people know."""

    date_id: int
    task_id: int
    off: int
    reason: str
    moved_by: int


async def changed_with_event(tx: Tx, place_id: int, now: int) -> list[OfEvent]:
    """Once the change of the event is told."""
    return await tx.all(
        OfEvent,
        "SELECT d.id, d.task_id, CASE WHEN e.status = 'announced' THEN 0 ELSE 1 END, coalesce(e.cancel_reason, ''),"
        " coalesce(e.starts_at, 0) - coalesce(d.event_starts_at, 0)"
        " FROM tasks t JOIN events e ON e.id = t.event_id JOIN task_dates d ON d.task_id = t.id"
        " WHERE t.place_id = ? AND t.state = 'open' AND d.cancelled_at IS NULL AND d.ends_at > ?"
        " AND (e.status = 'cancelled' OR (e.starts_at <> d.event_starts_at AND e.change_due_at IS NULL))"
        " ORDER BY d.id",
        place_id,
        now,
    )


async def follow_event(tx: Tx, date_id: int) -> None:
    await tx.run(
        "UPDATE task_dates SET event_starts_at = (SELECT e.starts_at FROM tasks t JOIN events e ON e.id = t.event_id"
        " WHERE t.id = task_dates.task_id) WHERE id = ?",
        date_id,
    )


async def forget_untaken(tx: Tx, place_id: int, before: int) -> None:
    await tx.run(
        "DELETE FROM task_dates WHERE ends_at < ? AND task_id IN (SELECT id FROM tasks WHERE place_id = ?"
        " AND kind = 'standing') AND NOT EXISTS (SELECT 1 FROM task_claims c WHERE c.date_id = task_dates.id)",
        before,
        place_id,
    )


def as_date(
    date_id: int,
    task_id: int,
    place_id: int,
    kind: str,
    title: str,
    bring: str,
    safety: str,
    spot_id: int | None,
    spot_name: str | None,
    space: str | None,
    idea_id: int | None,
    number: int | None,
    event_id: int | None,
    event_title: str | None,
    work: str,
    skilled: int,
    adults: int,
    every: str | None,
    needed: int,
    minimum: int,
    starts_at: int,
    ends_at: int,
    reason: str,
    called_at: int | None,
    taken: int,
    stand_ins: int,
    stands: int,
    made_by: int | None,
) -> Date:
    return Date(
        date_id,
        task_id,
        place_id,
        Kind(kind),
        title,
        bring,
        safety,
        spot_id,
        spot_name,
        Space(space) if space else None,
        idea_id,
        number,
        event_id,
        event_title,
        Work(work),
        skilled,
        adults,
        Every(every) if every else None,
        needed,
        minimum,
        starts_at,
        ends_at,
        reason,
        called_at,
        taken,
        stand_ins,
        stands,
        made_by,
    )
