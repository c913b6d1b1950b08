"""Neighbours without a phone: ideas that were written down for them, and voices that were spoken."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import FAMILY


@dataclass(frozen=True)
class Behalf:
    """`name` is as the person wishes, empty for "a neighbour"; `agreed_at` is when she said yes to being shown."""

    idea_id: int
    name: str
    noted_by: int
    agreed_at: int | None


async def write_down(tx: Tx, idea_id: int, name: str, noted_by: int) -> None:
    await tx.run(
        "INSERT INTO idea_behalf (idea_id, name, noted_by) VALUES (?, ?, ?)"
        " ON CONFLICT (idea_id) DO UPDATE SET name = excluded.name, agreed_at = NULL",
        idea_id,
        name,
        noted_by,
    )


async def note_agreement(tx: Tx, idea_id: int, now: int) -> None:
    await tx.run("UPDATE idea_behalf SET agreed_at = ? WHERE idea_id = ?", now, idea_id)


async def find(tx: Tx, idea_id: int) -> Behalf | None:
    return await tx.one(
        Behalf, "SELECT idea_id, name, noted_by, agreed_at FROM idea_behalf WHERE idea_id = ?", idea_id
    )


async def add_voice(tx: Tx, idea_id: int, noted_by: int, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_paper_voices (idea_id, noted_by, given_at) VALUES (?, ?, ?)", idea_id, noted_by, now
    )


async def take_voice_back(tx: Tx, idea_id: int, noted_by: int, now: int) -> None:
    """The last one that this volunteer noted."""
    await tx.run(
        "UPDATE idea_paper_voices SET taken_back_at = ? WHERE id = (SELECT max(v.id) FROM idea_paper_voices v"
        " WHERE v.idea_id = ? AND v.noted_by = ? AND v.taken_back_at IS NULL)",
        now,
        idea_id,
        noted_by,
    )


async def noted_by(tx: Tx, idea_id: int, person_id: int) -> int:
    """How many voices on paper this volunteer wrote down."""
    sql = "SELECT count(*) FROM idea_paper_voices WHERE idea_id = ? AND noted_by = ? AND taken_back_at IS NULL"
    return await tx.one(int, sql, idea_id, person_id) or 0


async def paper_voices(tx: Tx, idea_id: int) -> int:
    """Those of the ideas merged into it count too, and so do the people these were written down for."""
    voices = await tx.one(
        int,
        f"{FAMILY} SELECT count(*) FROM idea_paper_voices v JOIN family f ON f.id = v.idea_id"  # noqa: S608
        " WHERE v.taken_back_at IS NULL",
        idea_id,
    )
    authors = await tx.one(
        int,
        f"{FAMILY} SELECT count(*) FROM idea_behalf b JOIN family f ON f.id = b.idea_id"  # noqa: S608
        " JOIN ideas i ON i.id = b.idea_id WHERE i.id <> ? AND i.number IS NOT NULL",
        idea_id,
        idea_id,
    )
    return (voices or 0) + (authors or 0)
