"""Comments: said, hidden with a reason, brought back; and how often an author hears of them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import Role
from handlers.ideas.store.ideas import FAMILY

SEEN = "NOT EXISTS (SELECT 1 FROM comment_hidings h WHERE h.comment_id = c.id AND h.undone_at IS NULL)"
COMMENT = (
    "c.id, c.idea_id, c.person_id, p.name,"  # noqa: S608 our own words
    f" CASE WHEN {roles.holds('c.person_id', 'i.place_id', Role.LEAD)} THEN 'lead'"
    f" WHEN {roles.holds('c.person_id', 'i.place_id', Role.VOLUNTEER)} THEN 'volunteer' ELSE 'resident' END, c.words,"
    " c.said_at, (SELECT h.reason FROM comment_hidings h WHERE h.comment_id = c.id AND h.undone_at IS NULL)"
)
SAID = "FROM idea_comments c JOIN people p ON p.id = c.person_id JOIN ideas i ON i.id = c.idea_id"
# A comment on her idea, or on the one that hers belongs to now.
TO_HER = (
    "(c.idea_id = i.id OR c.idea_id = i.merged_into"
    " OR c.idea_id = (SELECT u.merged_into FROM ideas u WHERE u.id = i.merged_into))"
)
UNHEARD = (
    "i.number IS NOT NULL AND i.status <> 'withdrawn' AND c.person_id <> i.person_id AND c.told = 0"
    f" AND c.said_at > coalesce(e.heard_until, 0) AND c.said_at <= ? AND {SEEN}"
)


class Rhythm(StrEnum):
    """How often an author hears of new comments."""

    DAILY = "daily"
    WEEKLY = "weekly"
    OFF = "off"


@dataclass(frozen=True)
class Comment:
    """`role` is the one she has now where it speaks for the team; `hidden` the reason why others do not see it."""

    id: int
    idea_id: int
    person_id: int
    name: str
    role: str
    words: str
    said_at: int
    hidden: str | None


@dataclass(frozen=True)
class Ear:
    """Somebody whose ideas were commented on since she heard last; `told_at` is when that was."""

    person_id: int
    rhythm: Rhythm
    told_at: int | None


@dataclass(frozen=True)
class Unheard:
    """`number` is that of the idea it was said about."""

    idea_id: int
    number: int
    words: str
    id: int


async def add(tx: Tx, idea_id: int, person_id: int, words: str, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_comments (idea_id, person_id, words, said_at) VALUES (?, ?, ?, ?)",
        idea_id,
        person_id,
        words,
        now,
    )


async def add_told(tx: Tx, idea_id: int, person_id: int, words: str, now: int) -> None:
    """A reply that the author hears at once."""
    await tx.run(
        "INSERT INTO idea_comments (idea_id, person_id, words, said_at, told) VALUES (?, ?, ?, ?, 1)",
        idea_id,
        person_id,
        words,
        now,
    )


async def seen(tx: Tx, idea_id: int, offset: int, most: int) -> list[Comment]:
    """What everybody reads about it and about the ideas merged into it, newest first."""
    sql = (
        f"{FAMILY} SELECT {COMMENT} {SAID} JOIN family f ON f.id = c.idea_id"
        f" WHERE {SEEN} ORDER BY c.id DESC LIMIT ? OFFSET ?"
    )
    return await tx.all(Comment, sql, idea_id, most, offset)


async def everything(tx: Tx, idea_id: int, offset: int, most: int) -> list[Comment]:
    """The same with what was hidden, for those who may bring it back."""
    sql = f"{FAMILY} SELECT {COMMENT} {SAID} JOIN family f ON f.id = c.idea_id ORDER BY c.id DESC LIMIT ? OFFSET ?"
    return await tx.all(Comment, sql, idea_id, most, offset)


async def count(tx: Tx, idea_id: int) -> int:
    sql = f"{FAMILY} SELECT count(*) FROM idea_comments c JOIN family f ON f.id = c.idea_id WHERE {SEEN}"  # noqa: S608
    return await tx.one(int, sql, idea_id) or 0


async def people_who_comment(tx: Tx, idea_id: int) -> list[int]:
    """Each once; whose comment is hidden is not among them."""
    sql = f"SELECT DISTINCT c.person_id FROM idea_comments c WHERE c.idea_id = ? AND {SEEN}"  # noqa: S608 constant
    return await tx.all(int, sql, idea_id)


async def find(tx: Tx, place_id: int, comment_id: int) -> Comment | None:
    sql = f"SELECT {COMMENT} {SAID} WHERE i.place_id = ? AND c.id = ?"
    return await tx.one(Comment, sql, place_id, comment_id)


async def hide(tx: Tx, comment_id: int, person_id: int, reason: str, now: int) -> bool:
    """Whether it was seen until now."""
    return bool(
        await tx.run(
            "INSERT INTO comment_hidings (comment_id, person_id, reason, hidden_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            comment_id,
            person_id,
            reason,
            now,
        )
    )


async def bring_back(tx: Tx, comment_id: int, person_id: int, now: int) -> bool:
    """Whether it was hidden until now."""
    return bool(
        await tx.run(
            "UPDATE comment_hidings SET undone_by = ?, undone_at = ? WHERE comment_id = ? AND undone_at IS NULL",
            person_id,
            now,
            comment_id,
        )
    )


async def rhythm(tx: Tx, place_id: int, person_id: int) -> Rhythm:
    sql = "SELECT rhythm FROM comment_ears WHERE place_id = ? AND person_id = ?"
    return Rhythm(await tx.one(str, sql, place_id, person_id) or Rhythm.DAILY)


async def choose_rhythm(tx: Tx, place_id: int, person_id: int, rhythm: Rhythm, now: int) -> None:
    """Whoever wanted to hear nothing is not told later of what was said meanwhile."""
    silent_until = now if await _is_off(tx, place_id, person_id) else 0
    await tx.run(
        "INSERT INTO comment_ears (place_id, person_id, rhythm, heard_until) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (place_id, person_id) DO UPDATE SET rhythm = excluded.rhythm,"
        " heard_until = CASE WHEN excluded.heard_until > comment_ears.heard_until THEN excluded.heard_until"
        " ELSE comment_ears.heard_until END",
        place_id,
        person_id,
        rhythm.value,
        silent_until,
    )


async def ears(tx: Tx, place_id: int, until: int) -> list[Ear]:
    """The authors with something to hear that was said before then."""
    return await tx.all(
        lambda person_id, rhythm, told_at: Ear(person_id, Rhythm(rhythm), told_at),
        "SELECT DISTINCT i.person_id, coalesce(e.rhythm, 'daily'), e.told_at"  # noqa: S608 constants
        f" FROM ideas i LEFT JOIN comment_ears e ON e.person_id = i.person_id AND e.place_id = i.place_id"
        f" JOIN idea_comments c ON {TO_HER}"
        f" WHERE i.place_id = ? AND {UNHEARD} AND coalesce(e.rhythm, 'daily') <> 'off'",
        place_id,
        until,
    )


async def unheard(tx: Tx, place_id: int, person_id: int, until: int) -> list[Unheard]:
    """What she has not heard of, oldest first, under the number it stands at now."""
    return await tx.all(
        Unheard,
        "SELECT DISTINCT n.id, n.number, c.words, c.id"  # noqa: S608 constants
        f" FROM ideas i LEFT JOIN comment_ears e ON e.person_id = i.person_id AND e.place_id = i.place_id"
        f" JOIN idea_comments c ON {TO_HER} JOIN ideas n ON n.id = c.idea_id"
        f" WHERE i.place_id = ? AND {UNHEARD} AND i.person_id = ? ORDER BY c.id",
        place_id,
        until,
        person_id,
    )


async def note_heard(tx: Tx, place_id: int, person_id: int, until: int, now: int) -> None:
    await tx.run(
        "INSERT INTO comment_ears (place_id, person_id, heard_until, told_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (place_id, person_id) DO UPDATE SET heard_until = excluded.heard_until,"
        " told_at = excluded.told_at",
        place_id,
        person_id,
        until,
        now,
    )


async def _is_off(tx: Tx, place_id: int, person_id: int) -> bool:
    return await rhythm(tx, place_id, person_id) is Rhythm.OFF
