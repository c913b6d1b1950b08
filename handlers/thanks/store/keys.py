"""The keys a place signs credentials with: the private half sealed, the public one for everybody."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Key:
    """`sealed` is the private half, `public` a JWK as JSON."""

    id: int
    sealed: str
    public: str


async def newest(tx: Tx, place_id: int) -> Key | None:
    sql = "SELECT id, sealed, public FROM certificate_keys WHERE place_id = ? ORDER BY id DESC LIMIT 1"
    return await tx.one(Key, sql, place_id)


async def add(tx: Tx, place_id: int, sealed: str, public: str, now: int) -> Key:
    key_id = await tx.one(
        int,
        "INSERT INTO certificate_keys (place_id, sealed, public, made_at) VALUES (?, ?, ?, ?) RETURNING id",
        place_id,
        sealed,
        public,
        now,
    )
    if key_id is None:
        raise LookupError("the new key has no id")
    return Key(key_id, sealed, public)


async def public(tx: Tx, place_id: int, key_id: int) -> str | None:
    return await tx.one(str, "SELECT public FROM certificate_keys WHERE place_id = ? AND id = ?", place_id, key_id)
