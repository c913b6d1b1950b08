"""What authors changed of their ideas: made at once or waiting for the team, noted on the record or not."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store import lookalikes
from handlers.ideas.store.ideas import Idea

CHANGE = "c.id, c.idea_id, c.person_id, c.words, c.before, c.media_id, c.state, c.changed_at"


@dataclass(frozen=True)
class Change:
    """New words, with how it was `before`, or a new photo, or both."""

    id: int
    idea_id: int
    person_id: int
    words: str | None
    before: str | None
    media_id: int | None
    state: str
    changed_at: int


async def wait(
    tx: Tx, idea: Idea, person_id: int, words: str | None, media_id: int | None, noted: int, now: int
) -> int:
    """As it is wished; nothing of the idea changes yet."""
    change_id = await tx.one(
        int,
        "INSERT INTO idea_changes (idea_id, person_id, words, before, media_id, state, noted, changed_at)"
        " VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?) RETURNING id",
        idea.id,
        person_id,
        words,
        idea.words if words is not None else None,
        media_id,
        noted,
        now,
    )
    if change_id is None:
        raise LookupError("the new change has no id")
    return change_id


async def find(tx: Tx, change_id: int) -> Change | None:
    return await tx.one(Change, f"SELECT {CHANGE} FROM idea_changes c WHERE c.id = ?", change_id)  # noqa: S608 constant


async def waiting(tx: Tx, idea_id: int) -> Change | None:
    """The newest that the team has not looked at."""
    sql = (
        f"SELECT {CHANGE} FROM idea_changes c WHERE c.idea_id = ? AND c.state = 'waiting' ORDER BY c.id DESC LIMIT 1"  # noqa: S608
    )
    return await tx.one(Change, sql, idea_id)


async def on_record(tx: Tx, idea_id: int) -> list[Change]:
    """Made, and noted."""
    sql = (
        f"SELECT {CHANGE} FROM idea_changes c WHERE c.idea_id = ? AND c.state = 'made' AND c.noted = 1 ORDER BY c.id"  # noqa: S608
    )
    return await tx.all(Change, sql, idea_id)


async def make(tx: Tx, change: Change, settled_by: int | None, now: int) -> None:
    """A new photo takes the place of the old ones."""
    if change.words is not None:
        await tx.run("UPDATE ideas SET words = ? WHERE id = ?", change.words, change.idea_id)
        await lookalikes.file_words(tx, change.idea_id, change.words)
    if change.media_id is not None:
        await tx.run("DELETE FROM idea_media WHERE idea_id = ? AND kind = 'photo'", change.idea_id)
        sql = "INSERT INTO idea_media (idea_id, media_id, kind) VALUES (?, ?, 'photo')"
        await tx.run(sql, change.idea_id, change.media_id)
    await _settle(tx, change, "made", settled_by, now)


async def refuse(tx: Tx, change: Change, settled_by: int | None, now: int) -> None:
    await _settle(tx, change, "refused", settled_by, now)


async def _settle(tx: Tx, change: Change, state: str, settled_by: int | None, now: int) -> None:
    await tx.run(
        "UPDATE idea_changes SET state = ?, settled_by = ?, settled_at = ? WHERE id = ?",
        state,
        settled_by,
        now,
        change.id,
    )
