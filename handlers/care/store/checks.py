"""Looks at what was done: whom each waits for, and what was found."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.care.rules import Found, Stage

CHECK = (
    "SELECT c.id, c.plan_id, c.due_at, c.early, c.stage, c.waits_until, c.put_off, c.asked_at, c.media_id, c.photos,"
    " c.answer, c.why, c.answered_by, c.answered_at, c.shown_at, c.kept_back,"
    " c.step_id, c.told_at, c.mended_at, c.closed_at"
    " FROM care_checks c JOIN care_plans p ON p.id = c.plan_id WHERE p.place_id = ?"
)


@dataclass(frozen=True)
class Check:
    """Times are ms. Closed without an answer is one that nobody came to."""

    id: int
    plan_id: int
    due_at: int
    early: int
    stage: Stage
    waits_until: int
    put_off: int
    asked_at: int
    media_id: int | None
    photos: int
    answer: Found | None
    why: str
    answered_by: int | None
    answered_at: int | None
    shown_at: int | None
    kept_back: int
    step_id: int | None
    told_at: int | None
    mended_at: int | None
    closed_at: int | None

    @property
    def for_all(self) -> bool:
        """Whether its words and photo are."""
        return self.shown_at is not None and not self.kept_back


async def find(tx: Tx, place_id: int, check_id: int) -> Check | None:
    return await tx.one(read_check, f"{CHECK} AND c.id = ?", place_id, check_id)


async def open_of(tx: Tx, place_id: int, plan_id: int) -> Check | None:
    return await tx.one(read_check, f"{CHECK} AND c.plan_id = ? AND c.closed_at IS NULL", place_id, plan_id)


async def newest(tx: Tx, place_id: int, plan_id: int) -> Check | None:
    """The last one that was answered."""
    sql = f"{CHECK} AND c.plan_id = ? AND c.answer IS NOT NULL ORDER BY c.id DESC LIMIT 1"
    return await tx.one(read_check, sql, place_id, plan_id)


async def newest_shown(tx: Tx, place_id: int, plan_id: int) -> Check | None:
    """The last one that everybody may know of."""
    sql = f"{CHECK} AND c.plan_id = ? AND c.shown_at IS NOT NULL ORDER BY c.id DESC LIMIT 1"
    return await tx.one(read_check, sql, place_id, plan_id)


async def begin(tx: Tx, plan_id: int, due_at: int, now: int, early: int, stage: Stage, waits_until: int) -> int:
    """Expects that none is open; the database refuses a second one."""
    check_id = await tx.one(
        int,
        "INSERT INTO care_checks (plan_id, due_at, asked_at, early, stage, waits_until) VALUES (?, ?, ?, ?, ?, ?)"
        " RETURNING id",
        plan_id,
        due_at,
        now,
        early,
        stage.value,
        waits_until,
    )
    if check_id is None:
        raise LookupError("the new look has no id")
    return check_id


async def begun_early(tx: Tx, plan_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM care_checks WHERE plan_id = ? AND early = 1 AND asked_at > ?"
    return await tx.one(int, sql, plan_id, since) or 0


async def turn_to(tx: Tx, check_id: int, stage: Stage, waits_until: int) -> None:
    await tx.run(
        "UPDATE care_checks SET stage = ?, remind = 0, waits_until = ? WHERE id = ?",
        stage.value,
        waits_until,
        check_id,
    )


async def put_off(tx: Tx, check_id: int, until: int) -> None:
    await tx.run(
        "UPDATE care_checks SET put_off = put_off + 1, remind = 1, waits_until = ? WHERE id = ?", until, check_id
    )


async def wants_reminder(tx: Tx, check_id: int) -> bool:
    """She asked for another day, and that has come."""
    return bool(await tx.one(int, "SELECT 1 FROM care_checks WHERE id = ? AND remind = 1", check_id))


async def note_reminded(tx: Tx, check_id: int, waits_until: int) -> None:
    await tx.run("UPDATE care_checks SET remind = 0, waits_until = ? WHERE id = ?", waits_until, check_id)


async def asked(tx: Tx, check_id: int) -> list[int]:
    return await tx.all(int, "SELECT person_id FROM care_asked WHERE check_id = ?", check_id)


async def note_asked(tx: Tx, check_id: int, person_id: int, stage: Stage, now: int) -> bool:
    """Whether she had not been asked before."""
    sql = "INSERT INTO care_asked (check_id, person_id, stage, asked_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
    return bool(await tx.run(sql, check_id, person_id, stage.value, now))


async def keep_photo(tx: Tx, check_id: int, media_id: int) -> None:
    await tx.run("UPDATE care_checks SET media_id = ?, photos = photos + 1 WHERE id = ?", media_id, check_id)


async def answer(tx: Tx, check_id: int, found: Found, why: str, by: int, now: int) -> bool:
    """False when somebody was quicker."""
    return bool(
        await tx.run(
            "UPDATE care_checks SET answer = ?, why = ?, answered_by = ?, answered_at = ?, closed_at = ?"
            " WHERE id = ? AND closed_at IS NULL",
            found.value,
            why,
            by,
            now,
            now,
            check_id,
        )
    )


async def lapse(tx: Tx, check_id: int, now: int) -> None:
    await tx.run("UPDATE care_checks SET closed_at = ? WHERE id = ? AND closed_at IS NULL", now, check_id)


async def open_again(tx: Tx, check_id: int, stage: Stage, waits_until: int) -> None:
    """What was found is taken back; its photo stays with it."""
    await tx.run(
        "UPDATE care_checks SET answer = NULL, why = '', answered_by = NULL, answered_at = NULL, shown_at = NULL,"
        " kept_back = 0, step_id = NULL, told_at = NULL, mended_at = NULL, closed_at = NULL, stage = ?,"
        " waits_until = ?, early = 0 WHERE id = ?",
        stage.value,
        waits_until,
        check_id,
    )


async def forget_answer(tx: Tx, check_id: int) -> None:
    """The same of one that nobody was asked for: it stays closed."""
    await tx.run(
        "UPDATE care_checks SET answer = NULL, why = '', answered_by = NULL, answered_at = NULL, shown_at = NULL,"
        " kept_back = 0, step_id = NULL, told_at = NULL, mended_at = NULL WHERE id = ?",
        check_id,
    )


async def drop_open(tx: Tx, plan_id: int, now: int) -> None:
    await tx.run("UPDATE care_checks SET closed_at = ? WHERE plan_id = ? AND closed_at IS NULL", now, plan_id)


async def note_shown(tx: Tx, check_id: int, step_id: int | None, now: int) -> None:
    await tx.run("UPDATE care_checks SET shown_at = ?, step_id = ? WHERE id = ?", now, step_id, check_id)


async def keep_back(tx: Tx, check_id: int) -> None:
    """Nobody of the team looked at a neighbour's words and photo: they are not for everybody."""
    await tx.run("UPDATE care_checks SET kept_back = 1 WHERE id = ?", check_id)


async def note_told(tx: Tx, check_id: int, told_at: int) -> bool:
    """Whether it had not been told before, nor found to be no news."""
    return bool(
        await tx.run("UPDATE care_checks SET told_at = ? WHERE id = ? AND told_at IS NULL", told_at, check_id)
    )


async def note_mended(tx: Tx, check_id: int, now: int) -> bool:
    return bool(
        await tx.run(
            "UPDATE care_checks SET mended_at = ? WHERE id = ? AND mended_at IS NULL AND answer = 'partly'",
            now,
            check_id,
        )
    )


async def with_photo(tx: Tx, media_id: int) -> tuple[int, int] | None:
    """The ids of the look a photo belongs to, and of the place."""
    return await tx.one(
        lambda check_id, place_id: (check_id, place_id),
        "SELECT c.id, p.place_id FROM care_checks c JOIN care_plans p ON p.id = c.plan_id WHERE c.media_id = ?",
        media_id,
    )


async def sender(tx: Tx, media_id: int) -> int | None:
    return await tx.one(int, "SELECT person_id FROM media WHERE id = ?", media_id)


async def drop_photo(tx: Tx, check_id: int) -> None:
    await tx.run("UPDATE care_checks SET media_id = NULL WHERE id = ?", check_id)


async def attach_photo(tx: Tx, idea_id: int, media_id: int) -> None:
    """How it is now, among the pictures of its idea."""
    await tx.run(
        "INSERT INTO idea_media (idea_id, media_id, kind) SELECT CAST(? AS BIGINT), m.id, 'after' FROM media m"
        " WHERE m.id = ? AND NOT EXISTS (SELECT 1 FROM idea_media a WHERE a.media_id = m.id)",
        idea_id,
        media_id,
    )


async def is_ready(tx: Tx, media_id: int) -> bool:
    return bool(await tx.one(int, "SELECT 1 FROM media WHERE id = ? AND state = 'ready'", media_id))


async def is_fetched(tx: Tx, media_id: int) -> bool:
    """Or never will be."""
    state = await tx.one(str, "SELECT state FROM media WHERE id = ?", media_id)
    return state != "waiting"


def read_check(*row: object) -> Check:
    values = list(row)
    values[4] = Stage(str(values[4]))
    values[10] = Found(str(values[10])) if values[10] else None
    return Check(*values)  # type: ignore[arg-type]  # the columns of CHECK, in their order
