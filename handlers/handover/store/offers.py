"""What one person holds and another, or the team, is asked to take."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Offer:
    """`asked_id` None: it is the team's. `open` is 1 until it ended."""

    id: int
    feature: str
    thing: str
    giver_id: int | None
    asked_id: int | None
    offered_at: int
    open: int


OFFER = (
    "SELECT id, feature, thing, giver_id, asked_id, offered_at, CASE WHEN ended_at IS NULL THEN 1 ELSE 0 END"
    " FROM handover_offers WHERE place_id = ?"
)


async def find(tx: Tx, place_id: int, offer_id: int) -> Offer | None:
    return await tx.one(Offer, f"{OFFER} AND id = ?", place_id, offer_id)


async def open_of(tx: Tx, place_id: int, feature: str, thing: str) -> Offer | None:
    return await tx.one(
        Offer, f"{OFFER} AND feature = ? AND thing = ? AND ended_at IS NULL", place_id, feature, thing
    )


async def of_team(tx: Tx, place_id: int) -> list[Offer]:
    """What waits for one of the team, longest first."""
    return await tx.all(Offer, f"{OFFER} AND asked_id IS NULL AND ended_at IS NULL ORDER BY offered_at, id", place_id)


async def asked_of(tx: Tx, place_id: int, person_id: int) -> list[Offer]:
    """What she is asked to take, longest first."""
    sql = f"{OFFER} AND asked_id = ? AND ended_at IS NULL ORDER BY offered_at, id"
    return await tx.all(Offer, sql, place_id, person_id)


async def unanswered(tx: Tx, place_id: int, before: int) -> list[Offer]:
    sql = f"{OFFER} AND asked_id IS NOT NULL AND ended_at IS NULL AND offered_at <= ? ORDER BY id"
    return await tx.all(Offer, sql, place_id, before)


async def concerning(tx: Tx, place_id: int, person_id: int) -> list[Offer]:
    """Open ones by her or to her."""
    sql = f"{OFFER} AND ended_at IS NULL AND (asked_id = ? OR giver_id = ?) ORDER BY id"
    return await tx.all(Offer, sql, place_id, person_id, person_id)


async def asked_before(
    tx: Tx, place_id: int, feature: str, thing: str, giver_id: int, asked_id: int, since: int
) -> bool:
    found = await tx.one(
        int,
        "SELECT 1 FROM handover_offers WHERE place_id = ? AND feature = ? AND thing = ? AND giver_id = ?"
        " AND asked_id = ? AND offered_at > ? LIMIT 1",
        place_id,
        feature,
        thing,
        giver_id,
        asked_id,
        since,
    )
    return found is not None


async def count_by(tx: Tx, place_id: int, giver_id: int, since: int) -> int:
    """How often she asked somebody since then."""
    sql = (
        "SELECT count(*) FROM handover_offers WHERE place_id = ? AND giver_id = ? AND asked_id IS NOT NULL"
        " AND offered_at > ?"
    )
    return await tx.one(int, sql, place_id, giver_id, since) or 0


async def count_given_back(tx: Tx, place_id: int, giver_id: int, since: int) -> int:
    """How often she gave something back to the team since then."""
    sql = (
        "SELECT count(*) FROM handover_offers WHERE place_id = ? AND giver_id = ? AND asked_id IS NULL"
        " AND offered_at > ?"
    )
    return await tx.one(int, sql, place_id, giver_id, since) or 0


async def add(
    tx: Tx, place_id: int, feature: str, thing: str, giver_id: int | None, asked_id: int | None, now: int
) -> int:
    """Expects that none is open for it; the database refuses a second one."""
    offer_id = await tx.one(
        int,
        "INSERT INTO handover_offers (place_id, feature, thing, giver_id, asked_id, offered_at)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        feature,
        thing,
        giver_id,
        asked_id,
        now,
    )
    if offer_id is None:
        raise LookupError("the new offer has no id")
    return offer_id


async def end(tx: Tx, place_id: int, feature: str, thing: str, outcome: str, now: int) -> bool:
    """Whether one was open."""
    return bool(
        await tx.run(
            "UPDATE handover_offers SET outcome = ?, ended_at = ? WHERE place_id = ? AND feature = ? AND thing = ?"
            " AND ended_at IS NULL",
            outcome,
            now,
            place_id,
            feature,
            thing,
        )
    )


async def prune(tx: Tx, place_id: int, before: int) -> None:
    await tx.run("DELETE FROM handover_offers WHERE place_id = ? AND ended_at < ?", place_id, before)


async def note_closed(tx: Tx, place_id: int, feature: str, thing: str, giver_id: int, reason: str, now: int) -> None:
    """Nobody has it any more, and why."""
    await tx.run(
        "INSERT INTO handover_offers (place_id, feature, thing, giver_id, offered_at, outcome, ended_at, reason)"
        " VALUES (?, ?, ?, ?, ?, 'closed', ?, ?)",
        place_id,
        feature,
        thing,
        giver_id,
        now,
        now,
        reason,
    )
