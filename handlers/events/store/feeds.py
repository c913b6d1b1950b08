"""The secret addresses under which people's own calendars read what they come to."""

import secrets

from bot.database.db import Tx

SECRET_BYTES = 24


async def find_secret(tx: Tx, person_id: int) -> str | None:
    return await tx.one(str, "SELECT secret FROM event_feeds WHERE person_id = ?", person_id)


async def new_secret(tx: Tx, person_id: int, now: int) -> str:
    """From now on only this address is answered."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    await tx.run(
        "INSERT INTO event_feeds (person_id, secret, made_at) VALUES (?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at",
        person_id,
        secret,
        now,
    )
    return secret


async def revoke(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM event_feeds WHERE person_id = ?", person_id)


async def find_person(tx: Tx, secret: str) -> int | None:
    return await tx.one(int, "SELECT person_id FROM event_feeds WHERE secret = ?", secret)
