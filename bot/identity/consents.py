"""What may be done with what is hers, purpose by purpose: a ledger that only grows, and the last word of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.database.db import Tx


class Purpose(StrEnum):
    MESSAGES = "messages"  # being written to unasked
    PHOTOS = "photos"  # her pictures, shown to others
    SHOP = "shop"  # her ideas, put before whoever decides: owner, liaison, property management
    CITY = "city"  # her ideas, passed on to the city
    PRESS = "press"  # her ideas and pictures, passed on to newspapers and other media


# What the notice at the door names; the others are asked for by themselves.
IN_NOTICE = (Purpose.MESSAGES, Purpose.PHOTOS, Purpose.SHOP)
PRIVATE = "private"  # why a picture that could be shown is not


@dataclass(frozen=True)
class Said:
    """The newest word for a purpose: which version of the sentence, in which language it was read, when (ms)."""

    purpose: Purpose
    version: int
    language: str
    given: int
    at: int


async def say(tx: Tx, person_id: int, purpose: Purpose, given: int, version: int, language: str, now: int) -> None:
    """Adds to the ledger, and counts from now on."""
    await tx.run(
        "INSERT INTO consents (person_id, purpose, version, language, given, said_at) VALUES (?, ?, ?, ?, ?, ?)",
        person_id,
        purpose.value,
        version,
        language,
        given,
        now,
    )
    await tx.run(
        "INSERT INTO consents_standing (person_id, purpose, given) VALUES (?, ?, ?)"
        " ON CONFLICT (person_id, purpose) DO UPDATE SET given = excluded.given",
        person_id,
        purpose.value,
        given,
    )


async def last_words(tx: Tx, person_id: int) -> dict[Purpose, Said]:
    found = await tx.all(
        _said,
        "SELECT c.purpose, c.version, c.language, c.given, c.said_at FROM consents c WHERE c.person_id = ? AND c.id ="
        " (SELECT max(d.id) FROM consents d WHERE d.person_id = c.person_id AND d.purpose = c.purpose)",
        person_id,
    )
    return {one.purpose: one for one in found}


async def gave(tx: Tx, person_id: int, purpose: Purpose) -> bool:
    """What the notice names counts as given until it is withdrawn, everything else when it was given."""
    sql = "SELECT given FROM consents_standing WHERE person_id = ? AND purpose = ?"
    given = await tx.one(int, sql, person_id, purpose.value)
    return bool(given) if given is not None else purpose in IN_NOTICE


async def refusers(tx: Tx, purpose: Purpose, person_ids: Sequence[int]) -> set[int]:
    """Those of them who said no to it. Whoever was never asked is not among them (`gave`)."""
    if not person_ids:
        return set()
    slots = ", ".join("?" for _ in person_ids)
    sql = f"SELECT person_id FROM consents_standing WHERE purpose = ? AND given = 0 AND person_id IN ({slots})"  # noqa: S608
    return set(await tx.all(int, sql, purpose.value, *person_ids))


async def hide_photos(tx: Tx, person_id: int) -> None:
    """Whoever shows pictures shows those that are `ready`, so this is one change and not one for each of them."""
    await tx.run(
        "UPDATE media SET state = 'refused', reason = ? WHERE person_id = ? AND kind = 'photo' AND state = 'ready'",
        PRIVATE,
        person_id,
    )


async def show_photos(tx: Tx, person_id: int) -> None:
    await tx.run(
        "UPDATE media SET state = 'ready', reason = NULL WHERE person_id = ? AND state = 'refused' AND reason = ?",
        person_id,
        PRIVATE,
    )


def _said(purpose: str, version: int, language: str, given: int, at: int) -> Said:
    return Said(Purpose(purpose), version, language, given, at)
