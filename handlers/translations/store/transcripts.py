"""What a neighbour understood of a voice note, one for an idea, until its speaker said whether that is right."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Transcript:
    """`state` is asked, right or not_quite; `words` are there while it is asked."""

    idea_id: int
    person_id: int
    state: str
    words: str
    of_words: str
    made_at: int


@dataclass(frozen=True)
class Asked:
    """One that waits for the speaker."""

    idea_id: int
    number: int
    made_at: int


COLUMNS = "w.idea_id, w.person_id, w.state, w.words, w.of_words, w.made_at"


async def find(tx: Tx, idea_id: int) -> Transcript | None:
    return await tx.one(Transcript, f"SELECT {COLUMNS} FROM transcripts w WHERE w.idea_id = ?", idea_id)  # noqa: S608


async def count_since(tx: Tx, person_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM transcripts WHERE person_id = ? AND made_at >= ?"
    return await tx.one(int, sql, person_id, since) or 0


async def write_down(tx: Tx, idea_id: int, person_id: int, words: str, now: int) -> None:
    """In the place of one that was never answered."""
    await tx.run(
        "INSERT INTO transcripts (idea_id, person_id, words, made_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (idea_id) DO UPDATE SET person_id = excluded.person_id, words = excluded.words,"
        " made_at = excluded.made_at WHERE transcripts.state = 'asked'",
        idea_id,
        person_id,
        words,
        now,
    )


async def settle(tx: Tx, idea_id: int, state: str, of_words: str, now: int) -> bool:
    """Whether it was open until now."""
    return bool(
        await tx.run(
            "UPDATE transcripts SET state = ?, words = '', of_words = ?, settled_at = ?"
            " WHERE idea_id = ? AND state = 'asked'",
            state,
            of_words,
            now,
            idea_id,
        )
    )


async def asked_of(tx: Tx, place_id: int, author_id: int, most: int) -> list[Asked]:
    return await tx.all(
        Asked,
        "SELECT w.idea_id, i.number, w.made_at FROM transcripts w JOIN ideas i ON i.id = w.idea_id"
        " WHERE i.place_id = ? AND i.person_id = ? AND w.state = 'asked' AND i.status = 'open'"
        " ORDER BY w.made_at LIMIT ?",
        place_id,
        author_id,
        most,
    )


async def drop_of(tx: Tx, place_id: int, author_id: int) -> None:
    """What was understood of her voice goes with her."""
    await tx.run(
        "DELETE FROM transcripts WHERE idea_id IN (SELECT id FROM ideas WHERE place_id = ? AND person_id = ?)",
        place_id,
        author_id,
    )
