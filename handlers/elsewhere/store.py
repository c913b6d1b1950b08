"""Links with which somebody carries on elsewhere: only their hash is kept, and the first who opens one has it."""

import hashlib
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import roles
from handlers.elsewhere.rules import Half

LINK = "id, door, user_id, number, expires_at, opened_door, opened_user, lent_language, agreed_at"


@dataclass(frozen=True)
class Link:
    """Made by `user_id` at `door`; opened by `opened_user` at `opened_door`, who said yes at `agreed_at`."""

    id: int
    door: str
    user_id: int
    number: int
    expires_at: int
    opened_door: str | None
    opened_user: int | None
    lent_language: int
    agreed_at: int | None

    def is_made_by(self, door: str, user_id: int) -> bool:
        return (self.door, self.user_id) == (door, user_id)

    def is_opened_by(self, door: str, user_id: int) -> bool:
        return (self.opened_door, self.opened_user) == (door, user_id)


async def make_link(tx: Tx, door: str, user_id: int, number: int, token: str, until: int, now: int) -> None:
    """Ends what was open from this door: there is one link at a time."""
    await tx.run(
        "UPDATE door_links SET ended_at = ? WHERE door = ? AND user_id = ? AND ended_at IS NULL", now, door, user_id
    )
    await tx.run(
        "INSERT INTO door_links (token_hash, door, user_id, number, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        _hash(token),
        door,
        user_id,
        number,
        now,
        until,
    )


async def made_since(tx: Tx, door: str, user_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM door_links WHERE door = ? AND user_id = ? AND made_at > ?"
    return await tx.one(int, sql, door, user_id, since) or 0


async def find_by_token(tx: Tx, token: str, now: int) -> Link | None:
    sql = f"SELECT {LINK} FROM door_links WHERE token_hash = ? AND ended_at IS NULL AND expires_at > ?"  # noqa: S608
    return await tx.one(Link, sql, _hash(token), now)


async def find(tx: Tx, link_id: int, now: int) -> Link | None:
    """Only while it is good."""
    sql = f"SELECT {LINK} FROM door_links WHERE id = ? AND ended_at IS NULL AND expires_at > ?"  # noqa: S608 constant
    return await tx.one(Link, sql, link_id, now)


async def open_first(tx: Tx, link_id: int, door: str, user_id: int, lent: int, now: int) -> bool:
    """Marks it in the same statement that finds it free, so that two people at once cannot both have it."""
    return bool(
        await tx.run(
            "UPDATE door_links SET opened_door = ?, opened_user = ?, lent_language = ?"
            " WHERE id = ? AND opened_door IS NULL AND ended_at IS NULL AND expires_at > ?",
            door,
            user_id,
            lent,
            link_id,
            now,
        )
    )


async def note_yes(tx: Tx, link_id: int, until: int, now: int) -> bool:
    """False when she had said so already."""
    return bool(
        await tx.run(
            "UPDATE door_links SET agreed_at = ?, expires_at = ? WHERE id = ? AND agreed_at IS NULL",
            now,
            until,
            link_id,
        )
    )


async def end(tx: Tx, link_id: int, now: int) -> bool:
    """False for whoever comes second."""
    return bool(await tx.run("UPDATE door_links SET ended_at = ? WHERE id = ? AND ended_at IS NULL", now, link_id))


async def forget_links(tx: Tx, before: int) -> None:
    await tx.run("DELETE FROM door_links WHERE made_at <= ?", before)


async def half(tx: Tx, person_id: int) -> Half | None:
    return await tx.one(
        lambda agreed, held, created_at: Half(person_id, bool(agreed), held, created_at),
        f"SELECT CASE WHEN p.consented_at IS NULL THEN 0 ELSE 1 END, {roles.how_many('p.id')}, p.created_at"  # noqa: S608
        " FROM people p WHERE p.id = ?",
        person_id,
    )


async def places_of(tx: Tx, *person_ids: int) -> list[int]:
    marks = ", ".join("?" for _ in person_ids)
    sql = f"SELECT DISTINCT place_id FROM members WHERE person_id IN ({marks}) ORDER BY place_id"  # noqa: S608
    return await tx.all(int, sql, *person_ids)


async def give_language_back(tx: Tx, person_id: int) -> None:
    """A newcomer who read a link in somebody else's language is asked for her own."""
    await tx.run("UPDATE people SET language = NULL WHERE id = ? AND consented_at IS NULL", person_id)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
