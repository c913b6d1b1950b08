"""What the shopkeeper or the liaison was asked when, and what then went to a volunteer."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import TEAM, Role

Subject = tuple[str, int]  # feature and the row it is about


@dataclass(frozen=True)
class Ask:
    feature: str
    subject: int
    returns_at: int
    again_at: int | None


@dataclass(frozen=True)
class Handover:
    """`awaits` is the role whose answer is missing; `volunteer` is called so, who was asked to speak with them."""

    feature: str
    subject: int
    label: str
    words: str
    opens: str
    handed_at: int
    awaits: str = Role.SHOPKEEPER
    volunteer: str | None = None


async def asks_of(tx: Tx, place_id: int, person_id: int) -> dict[Subject, Ask]:
    rows = await tx.all(
        Ask,
        "SELECT feature, subject, returns_at, again_at FROM digest_asks WHERE place_id = ? AND person_id = ?",
        place_id,
        person_id,
    )
    return {(one.feature, one.subject): one for one in rows}


async def note_asked(
    tx: Tx, place_id: int, person_id: int, subjects: list[Subject], now: int, returns_at: int
) -> None:
    """The first time, or the one time that it came back."""
    for feature, subject in subjects:
        await tx.run(
            "UPDATE digest_asks SET again_at = ? WHERE place_id = ? AND person_id = ? AND feature = ?"
            " AND subject = ? AND again_at IS NULL AND returns_at <= ?",
            now,
            place_id,
            person_id,
            feature,
            subject,
            now,
        )
        await tx.run(
            "INSERT INTO digest_asks (place_id, person_id, feature, subject, asked_at, returns_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            place_id,
            person_id,
            feature,
            subject,
            now,
            returns_at,
        )


async def put_off(tx: Tx, place_id: int, person_id: int, digest_id: int, returns_at: int) -> int:
    """What stands open in this digest and has not come back yet comes back then; how much that is."""
    return await tx.run(
        "UPDATE digest_asks SET returns_at = ? WHERE place_id = ? AND person_id = ? AND again_at IS NULL"
        " AND EXISTS (SELECT 1 FROM digest_items i WHERE i.digest_id = ? AND i.feature = digest_asks.feature"
        " AND i.subject = digest_asks.subject AND i.answer IS NULL)",
        returns_at,
        place_id,
        person_id,
        digest_id,
    )


async def unanswered(tx: Tx, place_id: int, returned_before: int, asked_before: int) -> list[Subject]:
    """Asked for in vain, and not handed to a volunteer yet."""
    return await tx.all(
        lambda feature, subject: (feature, subject),
        "SELECT a.feature, a.subject FROM digest_asks a WHERE a.place_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM digest_handovers h WHERE h.place_id = a.place_id"
        " AND h.feature = a.feature AND h.subject = a.subject)"
        " GROUP BY a.feature, a.subject HAVING max(a.again_at) <= ?"
        " OR min(a.asked_at) <= ? ORDER BY a.feature, a.subject",
        place_id,
        returned_before,
        asked_before,
    )


async def hand_over(tx: Tx, place_id: int, one: Handover, volunteer_id: int | None) -> bool:
    """Whether nobody had been asked to yet."""
    inserted = await tx.run(
        "INSERT INTO digest_handovers"
        " (place_id, feature, subject, label, words, opens, awaits, volunteer_id, handed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        place_id,
        one.feature,
        one.subject,
        one.label,
        one.words,
        one.opens,
        one.awaits,
        volunteer_id,
        one.handed_at,
    )
    return bool(inserted)


async def handed(tx: Tx, place_id: int) -> list[Handover]:
    """What still waits; the one that was handed over first comes first."""
    return await tx.all(
        Handover,
        "SELECT h.feature, h.subject, h.label, h.words, h.opens, h.handed_at, h.awaits, p.name"
        " FROM digest_handovers h LEFT JOIN people p ON p.id = h.volunteer_id"
        " WHERE h.place_id = ? ORDER BY h.handed_at, h.feature, h.subject",
        place_id,
    )


async def handed_subjects(tx: Tx, place_id: int) -> set[Subject]:
    return {(one.feature, one.subject) for one in await handed(tx, place_id)}


async def asked_subjects(tx: Tx, place_id: int) -> set[Subject]:
    rows: list[Subject] = await tx.all(
        lambda feature, subject: (feature, subject),
        "SELECT DISTINCT feature, subject FROM digest_asks WHERE place_id = ?",
        place_id,
    )
    return set(rows)


async def forget(tx: Tx, place_id: int, feature: str, subject: int) -> None:
    """It is answered; should it be asked anew, it is asked as if for the first time."""
    for table in ("digest_asks", "digest_handovers"):
        await tx.run(
            f"DELETE FROM {table} WHERE place_id = ? AND feature = ? AND subject = ?",  # noqa: S608 two fixed words
            place_id,
            feature,
            subject,
        )


async def find_idle_volunteer(tx: Tx, place_id: int, here_since: int) -> int | None:
    """Of those in the team who can be reached, the one who has waited longest for something to do.

    Whoever has spoken since then comes before those who went quiet, and the shopkeeper last.
    """
    return await tx.one(
        int,
        "SELECT m.person_id FROM members m JOIN people p ON p.id = m.person_id"  # noqa: S608 our own words
        " JOIN identities i ON i.person_id = p.id AND i.unreachable_at IS NULL"
        f" WHERE m.place_id = ? AND {roles.holds('m.person_id', 'm.place_id', *TEAM.roles)}"
        " AND p.consented_at IS NOT NULL GROUP BY m.person_id, m.place_id"
        f" ORDER BY CASE WHEN {roles.holds('m.person_id', 'm.place_id', Role.SHOPKEEPER)} THEN 1 ELSE 0 END,"
        " CASE WHEN max(i.spoke_at) >= ? THEN 0 ELSE 1 END,"
        " coalesce((SELECT max(h.handed_at) FROM digest_handovers h WHERE h.volunteer_id = m.person_id), 0),"
        " max(i.spoke_at), m.person_id LIMIT 1",
        place_id,
        here_since,
    )
