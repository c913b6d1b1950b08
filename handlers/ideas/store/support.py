"""What people add to somebody's idea: their voice, an ear, an answer to the team."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import FAMILY


@dataclass(frozen=True)
class AskedAuthor:
    id: int
    idea_id: int
    asked_by: int
    words: str
    answer: str | None


async def supports(tx: Tx, idea_id: int, person_id: int) -> bool:
    sql = "SELECT count(*) FROM idea_voices WHERE idea_id = ? AND person_id = ?"
    return bool(await tx.one(int, sql, idea_id, person_id))


async def support(tx: Tx, idea_id: int, person_id: int, now: int, apart: int = 0) -> None:
    """`apart` is 1 for a voice that is kept, and not counted yet."""
    await tx.run(
        "INSERT INTO idea_voices (idea_id, person_id, apart, given_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        idea_id,
        person_id,
        apart,
        now,
    )
    await recount(tx, idea_id)


async def is_apart(tx: Tx, idea_id: int, person_id: int) -> bool:
    sql = "SELECT count(*) FROM idea_voices WHERE idea_id = ? AND person_id = ? AND apart = 1"
    return bool(await tx.one(int, sql, idea_id, person_id))


async def apart(tx: Tx, idea_id: int) -> int:
    """Voices that are not counted."""
    return await tx.one(int, "SELECT count(*) FROM idea_voices WHERE idea_id = ? AND apart = 1", idea_id) or 0


async def let_in(tx: Tx, idea_id: int) -> int:
    """Counts those that stood apart; how many they were. Also where they were given to what belongs to it now."""
    return await _move(tx, idea_id, 1, 2)


async def set_apart_again(tx: Tx, idea_id: int) -> int:
    return await _move(tx, idea_id, 2, 1)


async def _move(tx: Tx, idea_id: int, before: int, after: int) -> int:
    moved = await tx.run(
        f"{FAMILY} UPDATE idea_voices SET apart = ?"  # noqa: S608 constant
        " WHERE apart = ? AND via IS NULL AND idea_id IN (SELECT id FROM family)",
        idea_id,
        after,
        before,
    )
    await gather_voices(tx, idea_id)
    return moved


async def unsupport(tx: Tx, idea_id: int, person_id: int) -> None:
    """Also where the voice was given to an idea that belongs to this one now, or it would come back by itself."""
    await tx.run(
        f"{FAMILY} DELETE FROM idea_voices"  # noqa: S608 constant
        " WHERE person_id = ? AND via IS NULL AND idea_id IN (SELECT id FROM family)",
        idea_id,
        person_id,
    )
    await gather_voices(tx, idea_id)


async def recount(tx: Tx, idea_id: int) -> None:
    # Two neighbours at once would each count without the other's voice, which is not committed yet.
    await tx.lock(f"voices {idea_id}")
    await tx.run(
        "UPDATE ideas SET voices = (SELECT count(*) FROM idea_voices v WHERE v.idea_id = ideas.id AND v.apart <> 1)"
        " WHERE id = ?",
        idea_id,
    )


async def gather_voices(tx: Tx, idea_id: int) -> None:
    """The supporters and authors of what was merged into it, counted once; made anew, so none is ever lost.

    Her own voice needs no author, and a voice somebody gave to the idea itself stays when the other one goes.
    """
    await tx.run("DELETE FROM idea_voices WHERE idea_id = ? AND via IS NOT NULL", idea_id)
    await tx.run(
        "INSERT INTO idea_voices (idea_id, person_id, via, apart, given_at)"  # noqa: S608 constant
        f" {FAMILY} SELECT CAST(? AS BIGINT), one.person_id, min(one.via),"
        " CASE WHEN min(CASE WHEN one.apart = 1 THEN 1 ELSE 0 END) = 1 THEN 1 ELSE 0 END, min(one.given_at) FROM ("
        "SELECT v.person_id, v.idea_id AS via, v.apart, v.given_at"
        " FROM idea_voices v JOIN family f ON f.id = v.idea_id WHERE v.via IS NULL AND v.idea_id <> ?"
        " UNION SELECT i.person_id, i.id, 0, coalesce(i.sent_at, i.touched_at)"
        " FROM ideas i JOIN family f ON f.id = i.id WHERE i.id <> ? AND i.number IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id)) one"
        " WHERE one.person_id NOT IN (SELECT i.person_id FROM ideas i WHERE i.id = ?"
        " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id))"
        " GROUP BY one.person_id ON CONFLICT DO NOTHING",
        idea_id,
        idea_id,
        idea_id,
        idea_id,
        idea_id,
    )
    await recount(tx, idea_id)


async def follows(tx: Tx, idea_id: int, person_id: int) -> bool:
    sql = "SELECT count(*) FROM idea_followers WHERE idea_id = ? AND person_id = ?"
    return bool(await tx.one(int, sql, idea_id, person_id))


async def follow(tx: Tx, idea_id: int, person_id: int) -> None:
    await tx.run(
        "INSERT INTO idea_followers (idea_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", idea_id, person_id
    )


async def unfollow(tx: Tx, idea_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM idea_followers WHERE idea_id = ? AND person_id = ?", idea_id, person_id)


async def ask_author(tx: Tx, idea_id: int, asked_by: int, words: str, now: int) -> int:
    question_id = await tx.one(
        int,
        "INSERT INTO idea_questions (idea_id, asked_by, words, asked_at) VALUES (?, ?, ?, ?) RETURNING id",
        idea_id,
        asked_by,
        words,
        now,
    )
    if question_id is None:
        raise LookupError("the new question has no id")
    return question_id


async def find_question(tx: Tx, question_id: int) -> AskedAuthor | None:
    return await tx.one(
        AskedAuthor, "SELECT id, idea_id, asked_by, words, answer FROM idea_questions WHERE id = ?", question_id
    )


async def questions(tx: Tx, idea_id: int) -> list[AskedAuthor]:
    return await tx.all(
        AskedAuthor,
        "SELECT id, idea_id, asked_by, words, answer FROM idea_questions WHERE idea_id = ? ORDER BY id",
        idea_id,
    )


async def keep_answer(tx: Tx, question_id: int, words: str, now: int) -> None:
    await tx.run("UPDATE idea_questions SET answer = ?, answered_at = ? WHERE id = ?", words, now, question_id)
