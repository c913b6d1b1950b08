"""Questions to experts: one, how far it got, and where it goes."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.experts.rules import Field, Side, State

QUESTION = (
    "SELECT q.id, q.place_id, q.field, q.called, q.idea_id, q.asked_by, q.state, q.words,"
    " CASE WHEN m.state = 'ready' THEN m.id END, q.expert_id, x.person_id, coalesce(x.named, 0),"
    " coalesce(p.name, ''),"
    " q.waits_for, q.begun_at, coalesce(q.asked_at, q.begun_at), coalesce(q.moved_at, q.begun_at), q.told_at,"
    " q.answer,"
    " CASE WHEN a.state = 'ready' THEN a.id END, coalesce(a.kind, ''), q.answered_at, q.looked_at, q.shown, q.useful,"
    # Two doors that became one person are whoever asked, and counted already.
    " (SELECT count(*) FROM expert_helped h WHERE h.question_id = q.id AND h.person_id <> coalesce(q.asked_by, 0))"
    " FROM expert_questions q LEFT JOIN experts x ON x.id = q.expert_id LEFT JOIN people p ON p.id = x.person_id"
    " LEFT JOIN media m ON m.id = q.media_id LEFT JOIN media a ON a.id = q.answer_media_id"
)


@dataclass(frozen=True)
class Question:
    """`photo` and `answer_media` are media ids once they can be shown; `answer_kind` is "photo", "voice" or nothing;
    `helped` how many it helped besides who asked. Times are ms; `moved_at` since when it waits for its side."""

    id: int
    place_id: int
    field: Field
    called: str
    idea_id: int | None
    asked_by: int | None
    state: State
    words: str
    photo: int | None
    expert_id: int | None
    expert_person: int | None
    named: bool
    expert_name: str
    waits_for: Side
    begun_at: int
    asked_at: int
    moved_at: int
    told_at: int | None
    answer: str
    answer_media: int | None
    answer_kind: str
    answered_at: int | None
    looked_at: int | None
    shown: bool
    useful: bool
    helped: int


async def find(tx: Tx, place_id: int, question_id: int) -> Question | None:
    return await tx.one(read, f"{QUESTION} WHERE q.place_id = ? AND q.id = ?", place_id, question_id)


async def draft_of(tx: Tx, place_id: int, person_id: int) -> Question | None:
    sql = f"{QUESTION} WHERE q.place_id = ? AND q.asked_by = ? AND q.state = 'draft' ORDER BY q.id DESC LIMIT 1"
    return await tx.one(read, sql, place_id, person_id)


async def begin(
    tx: Tx, place_id: int, person_id: int, field: Field, called: str, idea_id: int | None, now: int
) -> int:
    question_id = await tx.one(
        int,
        "INSERT INTO expert_questions (place_id, asked_by, field, called, idea_id, state, begun_at)"
        " VALUES (?, ?, ?, ?, ?, 'draft', ?) RETURNING id",
        place_id,
        person_id,
        field.value,
        called,
        idea_id,
        now,
    )
    if question_id is None:
        raise LookupError("the new question has no id")
    return question_id


async def throw_away(tx: Tx, place_id: int, person_id: int) -> None:
    """What she has begun and not sent."""
    await tx.run(
        "DELETE FROM expert_questions WHERE place_id = ? AND asked_by = ? AND state = 'draft'", place_id, person_id
    )


async def forget_old(tx: Tx, place_id: int, drafts_before: int, ended_before: int) -> None:
    """Half questions, and those that were taken back or ended without an answer."""
    old = "place_id = ? AND ((state = 'draft' AND begun_at < ?) OR (state = 'ended' AND moved_at < ?))"
    values = (place_id, drafts_before, ended_before)
    for table in ("expert_turns", "expert_passes", "expert_helped"):
        await tx.run(
            f"DELETE FROM {table} WHERE question_id IN (SELECT id FROM expert_questions WHERE {old})",  # noqa: S608
            *values,
        )
    await tx.run(f"DELETE FROM expert_questions WHERE {old}", *values)  # noqa: S608 our own words


async def set_words(tx: Tx, question_id: int, words: str) -> None:
    await tx.run("UPDATE expert_questions SET words = ? WHERE id = ?", words, question_id)


async def set_photo(tx: Tx, question_id: int, media_id: int) -> None:
    await tx.run("UPDATE expert_questions SET media_id = ? WHERE id = ?", media_id, question_id)


async def send(tx: Tx, question_id: int, now: int) -> bool:
    """False when it was sent before."""
    return bool(
        await tx.run(
            "UPDATE expert_questions SET state = 'open', asked_at = ?, moved_at = ? WHERE id = ? AND state = 'draft'",
            now,
            now,
            question_id,
        )
    )


async def give(tx: Tx, question_id: int, expert_id: int | None, now: int) -> None:
    """To her, or to nobody until somebody of the field is there; whoever has it has it from now."""
    await tx.run(
        "UPDATE expert_questions SET expert_id = ?, waits_for = 'expert', moved_at = ?, reminded_at = NULL,"
        " told_at = NULL WHERE id = ?",
        expert_id,
        now,
        question_id,
    )


async def note_passed(tx: Tx, question_id: int, expert_id: int) -> None:
    sql = "INSERT INTO expert_passes (question_id, expert_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
    await tx.run(sql, question_id, expert_id)


async def wait_for(tx: Tx, question_id: int, side: Side, now: int) -> None:
    await tx.run(
        "UPDATE expert_questions SET waits_for = ?, moved_at = ?, reminded_at = NULL, told_at = NULL WHERE id = ?",
        side.value,
        now,
        question_id,
    )


async def answer(tx: Tx, question_id: int, words: str, media_id: int | None, now: int) -> None:
    """Said once more it takes the place of what was said before."""
    await tx.run(
        "UPDATE expert_questions SET state = 'answered', answer = ?, answer_media_id = ?, answered_at = ?"
        " WHERE id = ?",
        words,
        media_id,
        now,
        question_id,
    )


async def end(tx: Tx, question_id: int) -> None:
    await tx.run("UPDATE expert_questions SET state = 'ended' WHERE id = ?", question_id)


async def drop_picture(tx: Tx, media_id: int) -> int | None:
    """What turned out to be no picture; who sent it, if she can be told. An answer that was nothing else is none."""
    asker = await tx.one(
        lambda person_id: person_id or 0,
        "UPDATE expert_questions SET media_id = NULL WHERE media_id = ? RETURNING asked_by",
        media_id,
    )
    if asker is not None:
        return asker or None
    found = await tx.one(
        lambda person_id: person_id or 0,
        "SELECT x.person_id FROM expert_questions q JOIN experts x ON x.id = q.expert_id WHERE q.answer_media_id = ?",
        media_id,
    )
    await tx.run(
        "UPDATE expert_questions SET state = 'open', answered_at = NULL WHERE answer_media_id = ? AND answer = ''"
        " AND looked_at IS NULL AND state = 'answered'",
        media_id,
    )
    await tx.run("UPDATE expert_questions SET answer_media_id = NULL WHERE answer_media_id = ?", media_id)
    return found or None


def read(
    question_id: int, place_id: int, field: str, called: str, idea_id: int | None, asked_by: int | None, state: str,
    words: str, photo: int | None, expert_id: int | None, expert_person: int | None, named: int, expert_name: str,
    waits_for: str, begun_at: int, asked_at: int, moved_at: int, told_at: int | None, answer: str,
    answer_media: int | None, answer_kind: str, answered_at: int | None, looked_at: int | None, shown: int,
    useful: int, helped: int,
) -> Question:  # fmt: skip
    return Question(
        question_id, place_id, Field(field), called, idea_id, asked_by, State(state), words, photo, expert_id,
        expert_person, bool(named), expert_name, Side(waits_for), begun_at, asked_at, moved_at, told_at, answer,
        answer_media, answer_kind, answered_at, looked_at, bool(shown), bool(useful), helped,
    )  # fmt: skip
