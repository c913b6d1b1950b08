"""Every step in the life of an idea, on record: taken, undone, and told."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.places import Space
from handlers.ideas import rules
from handlers.ideas.rules import Status
from handlers.ideas.store.ideas import Idea

DECISIONS = ", ".join(f"'{status}'" for status in sorted(rules.DECISIONS))
# Not "IS NULL": SQLite would look for an idea's steps among all that undo nothing, by the index on `undoes`.
STANDING = "coalesce(s.undoes, 0) = 0 AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = s.id)"
STEP = (
    "s.id, s.idea_id, s.person_id, s.role, s.from_status, s.to_status, s.space, s.reason, s.taken_at,"
    " s.after_media_id, s.undoes"
)


@dataclass(frozen=True)
class Step:
    """`role` is as whom it was taken, `undoes` the step it took back."""

    id: int
    idea_id: int
    person_id: int
    role: str
    before: Status
    after: Status
    space: Space
    reason: str
    taken_at: int
    after_media_id: int | None
    undoes: int | None


@dataclass(frozen=True)
class AfterPhoto:
    """How something looks now that it is done."""

    media_id: int
    taken_at: int


async def take(
    tx: Tx, idea: Idea, person_id: int, role: str, to: Status, reason: str, now: int, undoes: int | None = None
) -> int:
    """Expects the rules to be checked. The step still has to be told."""
    step_id = await _record(tx, idea, person_id, role, to, reason, now, undoes)
    await tx.run("UPDATE ideas SET status = ?, trial_asked_at = NULL WHERE id = ?", to.value, idea.id)
    return step_id


async def take_merge(tx: Tx, idea: Idea, target_id: int, person_id: int, role: str, now: int) -> int:
    step_id = await _record(tx, idea, person_id, role, Status.MERGED, "", now, None)
    await tx.run("UPDATE ideas SET status = 'merged', merged_into = ? WHERE id = ?", target_id, idea.id)
    return step_id


async def take_unmerge(tx: Tx, idea: Idea, step: Step, person_id: int, role: str, reason: str, now: int) -> int:
    step_id = await _record(tx, idea, person_id, role, step.before, reason, now, step.id)
    await tx.run("UPDATE ideas SET status = ?, merged_into = NULL WHERE id = ?", step.before.value, idea.id)
    return step_id


async def _record(
    tx: Tx, idea: Idea, person_id: int, role: str, to: Status, reason: str, now: int, undoes: int | None
) -> int:
    step_id = await tx.one(
        int,
        "INSERT INTO idea_steps (idea_id, person_id, role, from_status, to_status, space, reason, taken_at, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        idea.id,
        person_id,
        role,
        idea.status.value,
        to.value,
        idea.space.value,
        reason,
        now,
        undoes,
    )
    if step_id is None:
        raise LookupError("the new step has no id")
    return step_id


async def publish(tx: Tx, idea_id: int, now: int) -> None:
    await tx.run("UPDATE ideas SET published_at = coalesce(published_at, ?) WHERE id = ?", now, idea_id)


async def published_at(tx: Tx, idea_id: int) -> int:
    """Since when everybody may support it (ms)."""
    return await tx.one(int, "SELECT coalesce(published_at, sent_at, 0) FROM ideas WHERE id = ?", idea_id) or 0


async def try_until(tx: Tx, idea_id: int, until: int) -> None:
    await tx.run("UPDATE ideas SET trial_until = ?, trial_asked_at = NULL WHERE id = ?", until, idea_id)


async def note_trial_asked(tx: Tx, idea_id: int, now: int) -> None:
    await tx.run("UPDATE ideas SET trial_asked_at = ? WHERE id = ?", now, idea_id)


async def put_off(tx: Tx, idea_id: int, now: int) -> None:
    await tx.run("UPDATE ideas SET passed_at = ? WHERE id = ?", now, idea_id)


async def last_step(tx: Tx, idea_id: int) -> Step | None:
    """The newest one that still stands."""
    return next(iter(await standing(tx, idea_id)), None)


async def standing(tx: Tx, idea_id: int) -> list[Step]:
    """All that were not taken back, newest first."""
    sql = f"SELECT {STEP} FROM idea_steps s WHERE s.idea_id = ? AND {STANDING} ORDER BY s.id DESC"  # noqa: S608
    return await tx.all(_step, sql, idea_id)


async def step(tx: Tx, step_id: int) -> Step | None:
    return await tx.one(_step, f"SELECT {STEP} FROM idea_steps s WHERE s.id = ?", step_id)  # noqa: S608 constant


async def history(tx: Tx, idea_id: int) -> list[Step]:
    sql = f"SELECT {STEP} FROM idea_steps s WHERE s.idea_id = ? ORDER BY s.id"  # noqa: S608 constant
    return await tx.all(_step, sql, idea_id)


async def settled_space(tx: Tx, idea_id: int) -> Space | None:
    """The space that the last decision which still stands was about."""
    found = await tx.one(
        str,
        f"SELECT s.space FROM idea_steps s WHERE s.idea_id = ? AND s.to_status IN ({DECISIONS}) AND {STANDING}"  # noqa: S608
        " ORDER BY s.id DESC LIMIT 1",
        idea_id,
    )
    return Space(found) if found else None


async def wait_for_photo(tx: Tx, step_id: int, media_id: int) -> None:
    await tx.run("UPDATE idea_steps SET after_media_id = ? WHERE id = ?", media_id, step_id)


async def note_told(tx: Tx, step_id: int, now: int) -> bool:
    """Whether it had not been told before."""
    return bool(await tx.run("UPDATE idea_steps SET told_at = ? WHERE id = ? AND told_at IS NULL", now, step_id))


async def after_photo(tx: Tx, idea_id: int) -> AfterPhoto | None:
    """The newest one that may be sent, of a step that still stands."""
    return await tx.one(
        AfterPhoto,
        "SELECT m.id, s.taken_at FROM idea_steps s JOIN media m ON m.id = s.after_media_id"
        " WHERE s.idea_id = ? AND m.state = 'ready'"
        " AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = s.id) ORDER BY s.id DESC LIMIT 1",
        idea_id,
    )


async def untold_with_photo(tx: Tx, media_id: int) -> Step | None:
    sql = f"SELECT {STEP} FROM idea_steps s WHERE s.after_media_id = ? AND s.told_at IS NULL"  # noqa: S608 constant
    return await tx.one(_step, sql, media_id)


async def untold(tx: Tx, place_id: int, before: int) -> list[Step]:
    """Steps that nobody has heard of, taken before then."""
    sql = (
        f"SELECT {STEP} FROM idea_steps s JOIN ideas i ON i.id = s.idea_id"  # noqa: S608 constant
        " WHERE i.place_id = ? AND s.told_at IS NULL AND s.taken_at < ? ORDER BY s.id"
    )
    return await tx.all(_step, sql, place_id, before)


def _step(
    step_id: int,
    idea_id: int,
    person_id: int,
    role: str,
    before: str,
    after: str,
    space: str,
    reason: str,
    taken_at: int,
    after_media_id: int | None,
    undoes: int | None,
) -> Step:
    return Step(
        step_id, idea_id, person_id, role, Status(before), Status(after), Space(space), reason, taken_at,
        after_media_id, undoes,
    )  # fmt: skip
