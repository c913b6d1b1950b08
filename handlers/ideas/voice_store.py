"""What people add to somebody's idea: their voice, an ear, a comment, an answer."""

from dataclasses import dataclass

from bot.db import Tx


@dataclass(frozen=True)
class Comment:
    """`of_team` is 1 for somebody who speaks for the team."""

    name: str
    of_team: int
    words: str
    said_at: int


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


async def support(tx: Tx, idea_id: int, person_id: int, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_voices (idea_id, person_id, given_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        idea_id,
        person_id,
        now,
    )
    await recount(tx, idea_id)


async def unsupport(tx: Tx, idea_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM idea_voices WHERE idea_id = ? AND person_id = ?", idea_id, person_id)
    await recount(tx, idea_id)


async def recount(tx: Tx, idea_id: int) -> None:
    # Two neighbours at once would each count without the other's voice, which is not committed yet.
    await tx.lock(f"voices {idea_id}")
    await tx.run(
        "UPDATE ideas SET voices = (SELECT count(*) FROM idea_voices v WHERE v.idea_id = ideas.id) WHERE id = ?",
        idea_id,
    )


async def bring_voices(tx: Tx, idea_id: int, target_id: int, now: int) -> None:
    """The supporters and the author of an idea join those of the one it is merged into, counted once."""
    await tx.run(
        "INSERT INTO idea_voices (idea_id, person_id, via, given_at)"
        " SELECT CAST(? AS BIGINT), one.person_id, CAST(? AS BIGINT), CAST(? AS BIGINT)"
        " FROM (SELECT person_id FROM idea_voices WHERE idea_id = ?"
        " UNION SELECT person_id FROM ideas WHERE id = ?) one"
        " WHERE one.person_id NOT IN (SELECT person_id FROM ideas WHERE id = ?) ON CONFLICT DO NOTHING",
        target_id,
        idea_id,
        now,
        idea_id,
        idea_id,
        target_id,
    )
    await recount(tx, target_id)


async def take_voices_back(tx: Tx, idea_id: int, target_id: int) -> None:
    await tx.run("DELETE FROM idea_voices WHERE idea_id = ? AND via = ?", target_id, idea_id)
    await recount(tx, target_id)


async def follows(tx: Tx, idea_id: int, person_id: int) -> bool:
    sql = "SELECT count(*) FROM idea_followers WHERE idea_id = ? AND person_id = ?"
    return bool(await tx.one(int, sql, idea_id, person_id))


async def follow(tx: Tx, idea_id: int, person_id: int) -> None:
    await tx.run(
        "INSERT INTO idea_followers (idea_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", idea_id, person_id
    )


async def unfollow(tx: Tx, idea_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM idea_followers WHERE idea_id = ? AND person_id = ?", idea_id, person_id)


async def add_comment(tx: Tx, idea_id: int, person_id: int, words: str, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_comments (idea_id, person_id, words, said_at) VALUES (?, ?, ?, ?)",
        idea_id,
        person_id,
        words,
        now,
    )


async def last_comments(tx: Tx, idea_id: int, most: int) -> list[Comment]:
    """Oldest of the newest first."""
    newest = await tx.all(
        Comment,
        "SELECT p.name, CASE WHEN m.volunteer = 1 OR m.lead = 1 THEN 1 ELSE 0 END, c.words, c.said_at"
        " FROM idea_comments c JOIN people p ON p.id = c.person_id JOIN ideas i ON i.id = c.idea_id"
        " LEFT JOIN members m ON m.person_id = c.person_id AND m.place_id = i.place_id"
        " WHERE c.idea_id = ? ORDER BY c.id DESC LIMIT ?",
        idea_id,
        most,
    )
    return newest[::-1]


async def comment_count(tx: Tx, idea_id: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM idea_comments WHERE idea_id = ?", idea_id) or 0


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
