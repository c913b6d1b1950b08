"""Translations by neighbours: of an idea in a language the newest of each, and which of them is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import TEAM
from bot.translating.scripts import mark
from handlers.ideas.store.ideas import PUBLIC

SAID = (
    "s.id, s.idea_id, s.person_id, p.name, s.language, s.of_words, s.words, s.media_id, s.said_at,"
    " s.chosen_at, s.hidden_at, s.reason"
)
FROM = "FROM translations s JOIN people p ON p.id = s.person_id JOIN ideas i ON i.id = s.idea_id"
# By one of the team, or by somebody of whose the team has chosen one.
VOUCHED = (
    f"({roles.holds('s.person_id', 'i.place_id', *TEAM.roles)} OR EXISTS (SELECT 1 FROM translations k"  # noqa: S608
    " JOIN ideas j ON j.id = k.idea_id WHERE k.person_id = s.person_id AND j.place_id = i.place_id"
    " AND k.chosen_at IS NOT NULL))"
)
# What the team chose, then the newest.
BEST = "ORDER BY coalesce(s.chosen_at, 0) DESC, s.said_at DESC, s.id DESC"


@dataclass(frozen=True)
class Said:
    """`words` are empty where it was spoken: then `media_id` is the voice note. `reason` is why it is hidden."""

    id: int
    idea_id: int
    person_id: int
    name: str
    language: str
    of_words: str
    words: str
    media_id: int | None
    said_at: int
    chosen_at: int | None
    hidden_at: int | None
    reason: str


@dataclass(frozen=True)
class Unlooked:
    """One that nobody of the team has looked at."""

    id: int
    idea_id: int
    number: int
    language: str
    said_at: int


async def find(tx: Tx, place_id: int, translation_id: int) -> Said | None:
    sql = f"SELECT {SAID} {FROM} WHERE i.place_id = ? AND s.id = ?"
    return await tx.one(Said, sql, place_id, translation_id)


async def of_idea(tx: Tx, idea_id: int) -> list[Said]:
    """All of them, hidden and old ones too."""
    sql = f"SELECT {SAID} {FROM} WHERE s.idea_id = ? {BEST} LIMIT 100"
    return await tx.all(Said, sql, idea_id)


async def shown(tx: Tx, idea_id: int, language: str, of_words: str) -> Said | None:
    """The one whose words stand on the card, if these are still the words it was made from."""
    sql = (
        f"SELECT {SAID} {FROM} WHERE s.idea_id = ? AND s.language = ? AND s.of_words = ? AND s.words <> ''"
        f" AND s.hidden_at IS NULL {BEST} LIMIT 1"
    )
    return await tx.one(Said, sql, idea_id, language, of_words)


async def vouched(tx: Tx, place_id: int, idea_id: int, language: str, of_words: str) -> Said | None:
    """The same for whoever is not here: only of those whom the team knows to say what is meant."""
    sql = (
        f"SELECT {SAID} {FROM} WHERE s.idea_id = ? AND s.language = ? AND s.of_words = ? AND s.words <> ''"
        f" AND s.hidden_at IS NULL AND {VOUCHED} AND i.place_id = ? {BEST} LIMIT 1"
    )
    return await tx.one(Said, sql, idea_id, language, of_words, place_id)


async def spoken(tx: Tx, idea_id: int, language: str, of_words: str) -> Said | None:
    """The same of those that one hears."""
    sql = (
        f"SELECT {SAID} {FROM} JOIN media a ON a.id = s.media_id WHERE s.idea_id = ? AND s.language = ?"
        f" AND s.of_words = ? AND s.hidden_at IS NULL AND a.state = 'ready' {BEST} LIMIT 1"
    )
    return await tx.one(Said, sql, idea_id, language, of_words)


async def unlooked(tx: Tx, place_id: int, since: int, most: int) -> list[Unlooked]:
    """What stands on cards by neighbours of whose the team has chosen none yet, and of which it has not since."""
    found = await tx.all(
        lambda words, of_words, *one: (words, of_words, Unlooked(*one)),
        "SELECT i.words, s.of_words, s.id, s.idea_id, i.number, s.language, s.said_at"  # noqa: S608 constants
        " FROM translations s JOIN ideas i ON i.id = s.idea_id"
        f" WHERE i.place_id = ? AND i.status IN ({PUBLIC}) AND s.words <> '' AND s.hidden_at IS NULL"
        f" AND s.said_at >= ? AND NOT {VOUCHED}"
        " AND NOT EXISTS (SELECT 1 FROM translations c WHERE c.idea_id = s.idea_id AND c.language = s.language"
        " AND c.chosen_at >= s.said_at)"
        " ORDER BY s.said_at, s.id LIMIT ?",
        place_id,
        since,
        most,
    )
    return [one for words, of_words, one in found if of_words == mark(words)]


async def written_in(tx: Tx, idea_ids: Sequence[int]) -> set[tuple[int, str, str]]:
    """Idea, language and mark of the words, for every one that is not hidden."""
    if not idea_ids:
        return set()
    slots = ", ".join("?" for _ in idea_ids)
    sql = f"SELECT idea_id, language, of_words FROM translations WHERE hidden_at IS NULL AND idea_id IN ({slots})"  # noqa: S608
    return set(await tx.all(lambda *row: row, sql, *idea_ids))


async def count_since(tx: Tx, person_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM translations WHERE person_id = ? AND said_at >= ?"
    return await tx.one(int, sql, person_id, since) or 0


async def count_others(tx: Tx, idea_id: int, language: str, person_id: int) -> int:
    sql = "SELECT count(*) FROM translations WHERE idea_id = ? AND language = ? AND person_id <> ?"
    return await tx.one(int, sql, idea_id, language, person_id) or 0


async def say(
    tx: Tx, idea_id: int, person_id: int, language: str, of_words: str, words: str, media_id: int | None, now: int
) -> int:
    """Takes the place of her earlier one; what was hidden of hers stays hidden."""
    translation_id = await tx.one(
        int,
        "INSERT INTO translations (idea_id, person_id, language, of_words, words, media_id, said_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (idea_id, language, person_id) DO UPDATE SET"
        " of_words = excluded.of_words, words = excluded.words, media_id = excluded.media_id,"
        " said_at = excluded.said_at, chosen_at = NULL, chosen_by = NULL RETURNING id",
        idea_id,
        person_id,
        language,
        of_words,
        words,
        media_id,
        now,
    )
    if translation_id is None:
        raise LookupError("the new translation has no id")
    return translation_id


async def voice_of(tx: Tx, idea_id: int, language: str, person_id: int) -> int | None:
    """Her voice note, if that is how she said it."""
    sql = "SELECT media_id FROM translations WHERE idea_id = ? AND language = ? AND person_id = ?"
    return await tx.one(int, sql + " AND media_id IS NOT NULL", idea_id, language, person_id)


async def take_back(tx: Tx, translation_id: int) -> None:
    await tx.run("DELETE FROM translations WHERE id = ?", translation_id)


async def hide(tx: Tx, translation_id: int, person_id: int, reason: str, now: int) -> bool:
    """Whether it was seen until now."""
    sql = (
        "UPDATE translations SET hidden_at = ?, hidden_by = ?, reason = ?, chosen_at = NULL, chosen_by = NULL"
        " WHERE id = ? AND hidden_at IS NULL"
    )
    return bool(await tx.run(sql, now, person_id, reason, translation_id))


async def bring_back(tx: Tx, translation_id: int) -> bool:
    sql = (
        "UPDATE translations SET hidden_at = NULL, hidden_by = NULL, reason = ''"
        " WHERE id = ? AND hidden_at IS NOT NULL"
    )
    return bool(await tx.run(sql, translation_id))


async def choose(tx: Tx, one: Said, person_id: int, now: int) -> None:
    """No other of this idea in this language is chosen then."""
    sql = "UPDATE translations SET chosen_at = NULL, chosen_by = NULL WHERE idea_id = ? AND language = ?"
    await tx.run(sql, one.idea_id, one.language)
    await tx.run("UPDATE translations SET chosen_at = ?, chosen_by = ? WHERE id = ?", now, person_id, one.id)


async def drop_old_of(tx: Tx, place_id: int, author_id: int) -> list[int]:
    """Of her ideas' words that are gone, nothing stays in another language either. Returns their voice notes."""
    found = await tx.all(
        lambda *row: row,
        "SELECT s.id, s.media_id, s.of_words, i.words FROM translations s JOIN ideas i ON i.id = s.idea_id"
        " WHERE i.place_id = ? AND i.person_id = ?",
        place_id,
        author_id,
    )
    old = [(one, media_id) for one, media_id, of_words, words in found if of_words != mark(words)]
    for translation_id, _ in old:
        await take_back(tx, translation_id)
    return [media_id for _, media_id in old if media_id is not None]
