"""One quarter's asking of one place."""

from dataclasses import dataclass

from bot.database.db import Tx

ROUND = (
    "SELECT r.id, r.place_id, r.opened_at, r.closes_at, r.campaign_id, r.closed_at, r.asked, r.answered"
    " FROM pulse_rounds r WHERE r.place_id = ?"
)


@dataclass(frozen=True)
class Round:
    """Moments in ms. `asked` and `answered` are numbers of people, known once it is closed."""

    id: int
    place_id: int
    opened_at: int
    closes_at: int
    campaign_id: int | None
    closed_at: int | None
    asked: int
    answered: int


async def find(tx: Tx, place_id: int, round_id: int) -> Round | None:
    return await tx.one(Round, f"{ROUND} AND r.id = ?", place_id, round_id)


async def find_open(tx: Tx, place_id: int) -> Round | None:
    return await tx.one(Round, f"{ROUND} AND r.closed_at IS NULL", place_id)


async def newest(tx: Tx, place_id: int) -> Round | None:
    return await tx.one(Round, f"{ROUND} ORDER BY r.id DESC LIMIT 1", place_id)


async def closed(tx: Tx, place_id: int, limit: int) -> list[Round]:
    """Newest first."""
    return await tx.all(Round, f"{ROUND} AND r.closed_at IS NOT NULL ORDER BY r.id DESC LIMIT ?", place_id, limit)


async def open_(tx: Tx, place_id: int, now: int, closes_at: int) -> Round:
    round_id = await tx.one(
        int,
        "INSERT INTO pulse_rounds (place_id, opened_at, closes_at) VALUES (?, ?, ?) RETURNING id",
        place_id,
        now,
        closes_at,
    )
    found = await find(tx, place_id, round_id or 0)
    if found is None:
        raise LookupError("the new round has no id")
    return found


async def note_campaign(tx: Tx, round_id: int, campaign_id: int) -> None:
    await tx.run("UPDATE pulse_rounds SET campaign_id = ? WHERE id = ?", campaign_id, round_id)


async def close(tx: Tx, round_id: int, asked: int, answered: int, now: int) -> None:
    await tx.run(
        "UPDATE pulse_rounds SET closed_at = ?, asked = ?, answered = ? WHERE id = ? AND closed_at IS NULL",
        now,
        asked,
        answered,
        round_id,
    )


async def here_since(tx: Tx, place_id: int, person_id: int) -> int | None:
    """When (ms) she came to the place."""
    return await tx.one(
        int, "SELECT joined_at FROM members WHERE place_id = ? AND person_id = ?", place_id, person_id
    )
