"""One-time links that give a role in a place: random, stored hashed, good for a day, first valid use wins."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.identity.roles import Role

GOOD_FOR = timedelta(hours=24)
TOKEN_BYTES = 16  # 128 bit; 22 letters, so that prefix and token fit a /start payload of 64
PREFIX = "i"  # the word before "-" in a link that carries an invite
PLACE_PREFIX = "p"  # and in one that carries a place


@dataclass(frozen=True)
class Invite:
    id: int
    place_id: int
    role: Role
    made_by: int | None


async def make_invite(tx: Tx, place_id: int, role: Role, made_by: int | None, now: datetime) -> str:
    """The code of a new link; it is kept nowhere, only its hash."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await tx.run(
        "INSERT INTO invites (place_id, role, token_hash, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        place_id,
        role.value,
        _hash(token),
        made_by,
        milliseconds(now),
        milliseconds(now + GOOD_FOR),
    )
    return f"{PREFIX}-{token}"


async def use_invite(tx: Tx, token: str, person_id: int, now: datetime) -> Invite | None:
    """Marks it used in the same statement that finds it, so that two people at once cannot both win."""
    return await tx.one(
        _invite,
        "UPDATE invites SET used_by = ?, used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?"
        " RETURNING id, place_id, role, made_by",
        person_id,
        milliseconds(now),
        _hash(token),
        milliseconds(now),
    )


async def find_open(tx: Tx, token: str, now: datetime) -> Invite | None:
    """What the link gives, while nobody has used it."""
    return await tx.one(
        _invite,
        "SELECT id, place_id, role, made_by FROM invites WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
        _hash(token),
        milliseconds(now),
    )


async def place_of(tx: Tx, token: str) -> int | None:
    """Where the link leads, used or not."""
    return await tx.one(int, "SELECT place_id FROM invites WHERE token_hash = ?", _hash(token))


def place_code(code: str) -> str:
    """What a resident's link carries."""
    return f"{PLACE_PREFIX}-{code}"


def _invite(invite_id: int, place_id: int, role: str, made_by: int | None) -> Invite:
    return Invite(invite_id, place_id, Role(role), made_by)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
