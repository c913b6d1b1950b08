"""What has to be done for a permit: by whom, until when, with which document."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.permits.rules import TEMPLATES, Kind, Who

STEP = (
    "SELECT s.id, s.permit_id, s.template, s.words, s.who, s.due_at, s.done_at, s.media_id,"
    " (SELECT m.state FROM media m WHERE m.id = s.media_id) FROM permit_steps s"
)


@dataclass(frozen=True)
class Step:
    """`template` names a sentence of ours, unless somebody wrote `words`. `media_state` is that of its document."""

    id: int
    permit_id: int
    template: str
    words: str
    who: Who | None
    due_at: int | None
    done_at: int | None
    media_id: int | None
    media_state: str | None

    @property
    def document(self) -> int | None:
        """A picture that can be shown."""
        return self.media_id if self.media_state == "ready" else None


async def begin_with(tx: Tx, permit_id: int, kind: Kind) -> None:
    for number, who in enumerate(TEMPLATES[kind], 1):
        await add(tx, permit_id, f"{kind.value}-{number}", "", who)


async def add(tx: Tx, permit_id: int, template: str, words: str, who: str | None) -> int:
    step_id = await tx.one(
        int,
        "INSERT INTO permit_steps (permit_id, template, words, who) VALUES (?, ?, ?, ?) RETURNING id",
        permit_id,
        template,
        words,
        who,
    )
    if step_id is None:
        raise LookupError("the new step has no id")
    return step_id


async def of(tx: Tx, permit_id: int) -> list[Step]:
    """In the order in which they are done."""
    return await tx.all(_step, f"{STEP} WHERE s.permit_id = ? ORDER BY s.id", permit_id)


async def find(tx: Tx, place_id: int, step_id: int) -> Step | None:
    sql = f"{STEP} JOIN permits p ON p.id = s.permit_id WHERE p.place_id = ? AND s.id = ?"
    return await tx.one(_step, sql, place_id, step_id)


async def next_of(tx: Tx, permit_id: int) -> Step | None:
    return await tx.one(_step, f"{STEP} WHERE s.permit_id = ? AND s.done_at IS NULL ORDER BY s.id LIMIT 1", permit_id)


async def overdue(tx: Tx, place_id: int, now: int, limit: int) -> list[Step]:
    """Of permits that are not over."""
    sql = (
        f"{STEP} JOIN permits p ON p.id = s.permit_id WHERE p.place_id = ? AND s.done_at IS NULL AND s.due_at <= ?"
        " AND p.status IN ('finding_out', 'preparing', 'handed_in', 'questions') ORDER BY s.due_at, s.id LIMIT ?"
    )
    return await tx.all(_step, sql, place_id, now, limit)


async def set_done(tx: Tx, step_id: int, by: int | None, at: int | None) -> None:
    await tx.run("UPDATE permit_steps SET done_at = ?, done_by = ? WHERE id = ?", at, by, step_id)


async def set_who(tx: Tx, step_id: int, who: Who) -> None:
    await tx.run("UPDATE permit_steps SET who = ? WHERE id = ?", who.value, step_id)


async def set_due(tx: Tx, step_id: int, at: int | None) -> None:
    await tx.run("UPDATE permit_steps SET due_at = ? WHERE id = ?", at, step_id)


async def set_words(tx: Tx, step_id: int, words: str) -> None:
    await tx.run("UPDATE permit_steps SET words = ? WHERE id = ?", words, step_id)


async def set_document(tx: Tx, step_id: int, media_id: int | None) -> None:
    await tx.run("UPDATE permit_steps SET media_id = ? WHERE id = ?", media_id, step_id)


async def refused(tx: Tx, media_id: int) -> int | None:
    """Takes a document out that turned out to be no picture; who sent it, if it was one."""
    taken_out = await tx.run("UPDATE permit_steps SET media_id = NULL WHERE media_id = ?", media_id)
    return await tx.one(int, "SELECT person_id FROM media WHERE id = ?", media_id) if taken_out else None


async def remove(tx: Tx, step_id: int) -> None:
    await tx.run("DELETE FROM permit_steps WHERE id = ?", step_id)


def _step(
    step_id: int,
    permit_id: int,
    template: str,
    words: str,
    who: str | None,
    due_at: int | None,
    done_at: int | None,
    media_id: int | None,
    media_state: str | None,
) -> Step:
    whose = Who(who) if who else None
    return Step(step_id, permit_id, template, words, whose, due_at, done_at, media_id, media_state)
