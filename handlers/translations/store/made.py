"""The machine: whom the operator names, which place lets it, which author does, and what it made."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC


@dataclass(frozen=True)
class Translator:
    """`pairs` as `en-zh,zh-en`."""

    host: str
    pairs: str


@dataclass(frozen=True)
class Made:
    id: int
    idea_id: int
    host: str
    language: str
    of_words: str
    words: str


@dataclass(frozen=True)
class Readable:
    """A published idea, with what its author speaks and what she said to the machine: None while she was not asked,
    -1 while she has not answered."""

    id: int
    number: int
    person_id: int
    words: str
    author_language: str | None
    given: int | None


MADE = "SELECT id, idea_id, host, language, of_words, words FROM machine_translations"


async def named(tx: Tx) -> Translator | None:
    """Whom the operator names."""
    return await tx.one(Translator, "SELECT host, pairs FROM machine_translators LIMIT 1")


async def at_work(tx: Tx, place_id: int) -> Translator | None:
    """The same, if this place lets it."""
    return await tx.one(
        Translator,
        "SELECT k.host, k.pairs FROM machine_translators k JOIN machine_places p ON p.host = k.host"
        " WHERE p.place_id = ?",
        place_id,
    )


async def any_place(tx: Tx) -> bool:
    return bool(await tx.one(int, "SELECT place_id FROM machine_places LIMIT 1"))


async def let(tx: Tx, place_id: int, host: str, person_id: int, now: int) -> None:
    await tx.run(
        "INSERT INTO machine_places (place_id, host, let_by, let_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (place_id) DO UPDATE SET host = excluded.host, let_by = excluded.let_by,"
        " let_at = excluded.let_at WHERE machine_places.host <> excluded.host",
        place_id,
        host,
        person_id,
        now,
    )


async def stop(tx: Tx, place_id: int) -> None:
    """What it made here goes."""
    await tx.run("DELETE FROM machine_places WHERE place_id = ?", place_id)
    await tx.run(
        "DELETE FROM machine_translations WHERE idea_id IN (SELECT id FROM ideas WHERE place_id = ?)", place_id
    )


async def said(tx: Tx, person_id: int, host: str) -> int | None:
    """1, 0, or None for whoever has not said."""
    sql = "SELECT given FROM machine_consents WHERE person_id = ? AND host = ? AND given IS NOT NULL"
    return await tx.one(int, sql, person_id, host)


async def say(tx: Tx, person_id: int, host: str, given: int, language: str, now: int) -> None:
    """Without it nothing of hers is asked for any more, and what was made goes, in all places."""
    await tx.run(
        "INSERT INTO machine_consents (person_id, host, given, language, said_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (person_id, host) DO UPDATE SET given = excluded.given, language = excluded.language,"
        " said_at = excluded.said_at",
        person_id,
        host,
        given,
        language,
        now,
    )
    if not given:
        await drop_of(tx, person_id)


async def note_asked(tx: Tx, person_id: int, host: str, now: int) -> bool:
    """Whether she had not been asked before."""
    sql = "INSERT INTO machine_consents (person_id, host, said_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    return bool(await tx.run(sql, person_id, host, now))


async def drop_of(tx: Tx, author_id: int) -> None:
    sql = "DELETE FROM machine_translations WHERE idea_id IN (SELECT id FROM ideas WHERE person_id = ?)"
    await tx.run(sql, author_id)


async def drop_unlet(tx: Tx, place_id: int, author_ids: Sequence[int]) -> None:
    """Of theirs whatever nobody said yes to, as they are one person now, or two again."""
    slots = ", ".join("?" for _ in author_ids)
    await tx.run(
        "DELETE FROM machine_translations WHERE EXISTS (SELECT 1 FROM ideas i"  # noqa: S608 question marks
        f" WHERE i.id = machine_translations.idea_id AND i.place_id = ? AND i.person_id IN ({slots})"
        " AND NOT EXISTS (SELECT 1 FROM machine_consents c WHERE c.person_id = i.person_id"
        " AND c.host = machine_translations.host AND c.given = 1))",
        place_id,
        *author_ids,
    )


async def put_away(tx: Tx, machine_translation_id: int) -> None:
    """Not asked for again, until the words change."""
    sql = "UPDATE machine_translations SET state = 'dropped', words = '' WHERE id = ?"
    await tx.run(sql, machine_translation_id)


async def find(tx: Tx, place_id: int, machine_translation_id: int) -> Made | None:
    here = "idea_id IN (SELECT id FROM ideas WHERE place_id = ?)"
    sql = f"{MADE} WHERE state = 'made' AND id = ? AND {here}"
    return await tx.one(Made, sql, machine_translation_id, place_id)


async def of_idea(tx: Tx, idea_id: int) -> list[Made]:
    return await tx.all(Made, f"{MADE} WHERE state = 'made' AND idea_id = ? ORDER BY language", idea_id)


async def shown(tx: Tx, idea_id: int, language: str, of_words: str) -> Made | None:
    sql = f"{MADE} WHERE state = 'made' AND idea_id = ? AND language = ? AND of_words = ?"
    return await tx.one(Made, sql, idea_id, language, of_words)


async def readable(tx: Tx, place_id: int, host: str, most: int) -> list[Readable]:
    """The newest of the board that were said by their authors themselves."""
    return await tx.all(
        Readable,
        "SELECT i.id, i.number, i.person_id, i.words, a.language,"  # noqa: S608 constants
        " CASE WHEN c.person_id IS NULL THEN NULL ELSE coalesce(c.given, -1) END"
        " FROM ideas i JOIN people a ON a.id = i.person_id"
        " LEFT JOIN machine_consents c ON c.person_id = i.person_id AND c.host = ?"
        f" WHERE i.place_id = ? AND i.status IN ({PUBLIC}) AND i.words <> ''"
        " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id) ORDER BY i.number DESC LIMIT ?",
        host,
        place_id,
        most,
    )


async def asked_for(tx: Tx, place_id: int) -> set[tuple[int, str, str]]:
    """Idea, language and mark of the words of everything that waits, was made or was dropped."""
    return set(
        await tx.all(
            lambda *row: row,
            "SELECT m.idea_id, m.language, m.of_words FROM machine_translations m JOIN ideas i ON i.id = m.idea_id"
            " WHERE i.place_id = ?",
            place_id,
        )
    )


async def ask(tx: Tx, idea_id: int, host: str, before: str, after: str, of_words: str, now: int) -> None:
    """For these words, in the place of what was asked for others."""
    await tx.run(
        "INSERT INTO machine_translations (idea_id, host, from_language, language, of_words, not_before)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (idea_id, language) DO UPDATE SET host = excluded.host,"
        " from_language = excluded.from_language, of_words = excluded.of_words, state = 'waiting', words = '',"
        " attempts = 0, not_before = excluded.not_before, made_at = NULL",
        idea_id,
        host,
        before,
        after,
        of_words,
        now,
    )
