"""What somebody's own screen asks for, and what goes into the file she takes along."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.outbox.store import fragments


@dataclass(frozen=True)
class Kept:
    ideas: int
    pictures: int
    votes: int


@dataclass(frozen=True)
class OwnPicture:
    """`state` and `reason` are those of its row: also what is not shown to anybody is hers."""

    id: int
    kind: str
    hash: str


@dataclass(frozen=True)
class OldFile:
    """The message that brought somebody the file of her own data."""

    person_id: int
    row_id: int
    door: str
    chat_id: int
    language: str


CHAT = fragments.chat_of("t.row_id")
FILES = (
    f"SELECT t.person_id, t.row_id, {fragments.door_of('t.row_id')}, {CHAT}, coalesce(p.language, 'zh')"  # noqa: S608
    f" FROM takeaways t JOIN people p ON p.id = t.person_id WHERE {CHAT} IS NOT NULL"
)


async def kept(tx: Tx, person_id: int) -> Kept:
    found = await tx.one(
        Kept,
        "SELECT (SELECT count(*) FROM ideas WHERE person_id = ? AND status NOT IN ('draft', 'withdrawn')),"
        " (SELECT count(*) FROM media WHERE person_id = ?),"
        " (SELECT count(DISTINCT poll_id) FROM poll_votes WHERE person_id = ?)",
        person_id,
        person_id,
        person_id,
    )
    return found or Kept(0, 0, 0)


async def may_take(tx: Tx, person_id: int, now: int, not_since: int) -> bool:
    """Notes it; two presses at once are one file."""
    return bool(
        await tx.run(
            "INSERT INTO takeaways (person_id, asked_at) VALUES (?, ?) ON CONFLICT (person_id)"
            " DO UPDATE SET asked_at = excluded.asked_at WHERE takeaways.asked_at <= ?",
            person_id,
            now,
            not_since,
        )
    )


async def note_file(tx: Tx, person_id: int, row_id: int | None) -> None:
    """None: there is none any more, or it lies with somebody else."""
    await tx.run("UPDATE takeaways SET row_id = ? WHERE person_id = ?", row_id, person_id)


async def files_of(tx: Tx, person_id: int) -> list[OldFile]:
    return await tx.all(OldFile, f"{FILES} AND t.person_id = ?", person_id)


async def old_files(tx: Tx, place_id: int, asked_before: int) -> list[OldFile]:
    return await tx.all(OldFile, f"{FILES} AND p.place_id = ? AND t.asked_at < ?", place_id, asked_before)


async def own_pictures(tx: Tx, person_id: int) -> list[OwnPicture]:
    return await tx.all(
        OwnPicture,
        "SELECT id, kind, hash FROM media WHERE person_id = ? AND hash IS NOT NULL ORDER BY id",
        person_id,
    )


async def pictures_by_file(tx: Tx, person_id: int, door: str) -> frozenset[str]:
    """What the door calls those of `own_pictures` that came through it."""
    sql = "SELECT file_id FROM media WHERE person_id = ? AND door = ? AND hash IS NOT NULL"
    return frozenset(await tx.all(str, sql, person_id, door))


async def supported_ideas(tx: Tx, person_id: int) -> int:
    """Those that others stand behind."""
    return (
        await tx.one(
            int,
            "SELECT count(*) FROM ideas WHERE person_id = ? AND voices > 0"
            " AND status NOT IN ('draft', 'new', 'hidden', 'withdrawn', 'merged')",
            person_id,
        )
        or 0
    )
