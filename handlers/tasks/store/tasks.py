"""Tasks as their makers see them: drafts, what other features propose, what is open."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.tasks.rules import MOST_PROPOSED, USUAL_DUE, Every, Kind, State, Step, Work

TASK = (
    "SELECT t.id, t.place_id, t.state, t.kind, t.title, t.bring, t.safety, t.spot_id, t.idea_id, t.event_id, t.work,"
    " t.skilled, t.adults, t.needed, t.minimum, t.starts_at, t.lasts, t.every, t.planned_at, t.until_at,"
    " t.asked_on_at, t.made_by, t.made_at FROM tasks t"
)


@dataclass(frozen=True)
class Task:
    """Of a draft everything but the title may still be missing. Moments and how long it `lasts` in ms."""

    id: int
    place_id: int
    state: State
    kind: Kind | None
    title: str
    bring: str
    safety: str
    spot_id: int | None
    idea_id: int | None
    event_id: int | None
    work: Work | None
    skilled: int
    adults: int
    needed: int | None
    minimum: int
    starts_at: int | None
    lasts: int
    every: Every | None
    planned_at: int | None
    until_at: int | None
    asked_on_at: int | None
    made_by: int | None
    made_at: int

    @property
    def step(self) -> Step:
        """What is still open about the draft."""
        if self.kind is None:
            return Step.KIND
        if self.starts_at is None:
            return Step.WHEN
        if self.kind is Kind.STANDING and self.every is None:
            return Step.EVERY
        if self.work is None:
            return Step.WORK
        return Step.NEEDED if self.needed is None else Step.PREVIEW


async def find(tx: Tx, place_id: int, task_id: int) -> Task | None:
    return await tx.one(_task, f"{TASK} WHERE t.place_id = ? AND t.id = ?", place_id, task_id)


async def draft_of(tx: Tx, place_id: int, person_id: int) -> Task | None:
    return await tx.one(
        _task, f"{TASK} WHERE t.place_id = ? AND t.made_by = ? AND t.state = 'draft'", place_id, person_id
    )


async def proposed(tx: Tx, place_id: int, limit: int) -> list[Task]:
    """What other features found to be done, the oldest first: the team opens it or lets it go."""
    return await tx.all(
        _task, f"{TASK} WHERE t.place_id = ? AND t.state = 'proposed' ORDER BY t.id LIMIT ?", place_id, limit
    )


async def start_draft(
    tx: Tx, place_id: int, person_id: int, title: str, now: int, idea_id: int | None, event_id: int | None
) -> int:
    """Expects that she has none."""
    task_id = await tx.one(
        int,
        "INSERT INTO tasks (place_id, state, title, idea_id, event_id, made_by, made_at)"
        " VALUES (?, 'draft', ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        title,
        idea_id,
        event_id,
        person_id,
        now,
    )
    if task_id is None:
        raise LookupError("the new task has no id")
    return task_id


async def propose(
    tx: Tx,
    place_id: int,
    title: str,
    subject: str,
    now: int,
    *,
    idea_id: int | None = None,
    event_id: int | None = None,
    spot_id: int | None = None,
    work: Work = Work.HANDS,
    made_by: int | None = None,
) -> int | None:
    """For other features: something is to be done. It waits for one tap of the team, and nobody else sees it before.

    `subject` says what for, as "care 12": the same is proposed once, and its id returned again. None where too many
    wait already.
    """
    if (there := await _found_for(tx, place_id, subject)) is not None:
        return there
    waiting = await tx.one(int, "SELECT count(*) FROM tasks WHERE place_id = ? AND state = 'proposed'", place_id)
    if (waiting or 0) >= MOST_PROPOSED:
        return None
    task_id = await tx.one(
        int,
        "INSERT INTO tasks (place_id, state, kind, title, subject, idea_id, event_id, spot_id, work, needed,"
        " starts_at, made_by, made_at) VALUES (?, 'proposed', 'once', ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)"
        " ON CONFLICT (place_id, subject) DO NOTHING RETURNING id",
        place_id,
        title,
        subject,
        idea_id,
        event_id,
        spot_id,
        work.value,
        now + int(USUAL_DUE.total_seconds() * 1000),
        made_by,
        now,
    )
    # Somebody proposed the same at once.
    return task_id if task_id is not None else await _found_for(tx, place_id, subject)


async def _found_for(tx: Tx, place_id: int, subject: str) -> int | None:
    return await tx.one(int, "SELECT id FROM tasks WHERE place_id = ? AND subject = ?", place_id, subject)


async def set_title(tx: Tx, task_id: int, title: str) -> None:
    await tx.run("UPDATE tasks SET title = ? WHERE id = ?", title, task_id)


async def set_kind(tx: Tx, task_id: int, kind: Kind) -> None:
    """What was said of its time was said of another kind."""
    await tx.run(
        "UPDATE tasks SET kind = ?, starts_at = NULL, lasts = 0, every = NULL WHERE id = ? AND state IN"
        " ('draft', 'proposed')",
        kind.value,
        task_id,
    )


async def set_when(tx: Tx, task_id: int, starts_at: int, lasts: int) -> None:
    await tx.run("UPDATE tasks SET starts_at = ?, lasts = ? WHERE id = ?", starts_at, lasts, task_id)


async def set_every(tx: Tx, task_id: int, every: Every) -> None:
    await tx.run("UPDATE tasks SET every = ? WHERE id = ?", every.value, task_id)


async def set_work(tx: Tx, task_id: int, work: Work) -> None:
    await tx.run("UPDATE tasks SET work = ? WHERE id = ?", work.value, task_id)


async def set_needed(tx: Tx, task_id: int, needed: int) -> None:
    await tx.run(
        "UPDATE tasks SET needed = ?, minimum = CASE WHEN minimum > ? THEN ? ELSE minimum END WHERE id = ?",
        needed,
        needed,
        needed,
        task_id,
    )


async def set_minimum(tx: Tx, task_id: int, minimum: int) -> None:
    await tx.run("UPDATE tasks SET minimum = ? WHERE id = ? AND needed >= ?", minimum, task_id, minimum)


async def set_bring(tx: Tx, task_id: int, words: str) -> None:
    await tx.run("UPDATE tasks SET bring = ? WHERE id = ?", words, task_id)


async def set_safety(tx: Tx, task_id: int, words: str) -> None:
    await tx.run("UPDATE tasks SET safety = ? WHERE id = ?", words, task_id)


async def set_spot(tx: Tx, task_id: int, spot_id: int | None) -> None:
    await tx.run("UPDATE tasks SET spot_id = ? WHERE id = ?", spot_id, task_id)


async def set_skilled(tx: Tx, task_id: int, wished: int) -> None:
    await tx.run("UPDATE tasks SET skilled = ? WHERE id = ?", wished, task_id)


async def set_adults(tx: Tx, task_id: int, wished: int) -> None:
    await tx.run("UPDATE tasks SET adults = ? WHERE id = ?", wished, task_id)


async def open_(tx: Tx, task_id: int, by: int, until_at: int | None, now: int) -> None:
    """Expects that nothing is missing; whoever opens it stands for it. It counts as made from now on."""
    await tx.run(
        "UPDATE tasks SET state = 'open', until_at = ?, made_by = coalesce(made_by, ?), made_at = ? WHERE id = ?",
        until_at,
        by,
        now,
        task_id,
    )


async def end(tx: Tx, task_id: int) -> None:
    await tx.run("UPDATE tasks SET state = 'ended' WHERE id = ? AND state = 'open'", task_id)


async def go_on(tx: Tx, task_id: int, until_at: int) -> None:
    await tx.run("UPDATE tasks SET until_at = ?, asked_on_at = NULL WHERE id = ?", until_at, task_id)


async def note_asked_on(tx: Tx, task_id: int, now: int) -> None:
    await tx.run("UPDATE tasks SET asked_on_at = ? WHERE id = ?", now, task_id)


async def drop(tx: Tx, task_id: int) -> None:
    await tx.run("DELETE FROM tasks WHERE id = ? AND state IN ('draft', 'proposed')", task_id)


async def forget_old(tx: Tx, place_id: int, before: int) -> None:
    """Drafts and proposals that nobody came back to."""
    await tx.run(
        "DELETE FROM tasks WHERE place_id = ? AND state IN ('draft', 'proposed') AND made_at < ?", place_id, before
    )


async def standing(tx: Tx, place_id: int) -> list[Task]:
    return await tx.all(
        _task, f"{TASK} WHERE t.place_id = ? AND t.state = 'open' AND t.kind = 'standing' ORDER BY t.id", place_id
    )


def _task(
    task_id: int,
    place_id: int,
    state: str,
    kind: str | None,
    title: str,
    bring: str,
    safety: str,
    spot_id: int | None,
    idea_id: int | None,
    event_id: int | None,
    work: str | None,
    skilled: int,
    adults: int,
    needed: int | None,
    minimum: int,
    starts_at: int | None,
    lasts: int,
    every: str | None,
    planned_at: int | None,
    until_at: int | None,
    asked_on_at: int | None,
    made_by: int | None,
    made_at: int,
) -> Task:
    return Task(
        task_id,
        place_id,
        State(state),
        Kind(kind) if kind else None,
        title,
        bring,
        safety,
        spot_id,
        idea_id,
        event_id,
        Work(work) if work else None,
        skilled,
        adults,
        needed,
        minimum,
        starts_at,
        lasts,
        Every(every) if every else None,
        planned_at,
        until_at,
        asked_on_at,
        made_by,
        made_at,
    )


async def most_taken(tx: Tx, task_id: int) -> int:
    """Of all its dates the one that most people do."""
    sql = (
        "SELECT max((SELECT count(*) FROM task_claims c WHERE c.date_id = d.id AND c.state IN"
        " ('claimed', 'stand_in', 'done', 'missed'))) FROM task_dates d WHERE d.task_id = ?"
    )
    return await tx.one(int, sql, task_id) or 0
