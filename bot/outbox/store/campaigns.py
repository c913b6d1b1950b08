"""The rows of one message to many: who has hers, who waits for it, how many are in which state."""

from dataclasses import dataclass

from bot.database.db import Tx

SPENT = (
    "SELECT coalesce(o.settled_at, o.not_before) FROM outbox o"
    " WHERE o.unasked_in = ? AND o.person_id = ? AND o.state IN ('waiting', 'sending', 'sent', 'uncertain')"
    " AND coalesce(o.settled_at, o.not_before) > ?"
    " ORDER BY coalesce(o.settled_at, o.not_before) DESC, o.id DESC LIMIT 1 OFFSET ?"
)


@dataclass(frozen=True)
class Carried:
    """A row that carries the message to somebody who has a door still."""

    row_id: int
    person_id: int
    door: str
    chat_id: int
    method: str


async def spent_at(tx: Tx, place_id: int, person_id: int, since: int, nth: int) -> int | None:
    """When the `nth` but newest of her unasked messages since then was, or will be."""
    return await tx.one(int, SPENT, place_id, person_id, since, nth)


async def still_waiting(tx: Tx, campaign_id: int) -> list[int]:
    return await tx.all(
        int,
        "SELECT person_id FROM outbox WHERE campaign = ? AND state = 'waiting' AND person_id IS NOT NULL",
        str(campaign_id),
    )


async def take_back(tx: Tx, campaign: str) -> list[int]:
    """What waits leaves the outbox; whose it was."""
    return await tx.all(
        int,
        "DELETE FROM outbox WHERE campaign = ? AND state = 'waiting' RETURNING coalesce(person_id, 0)",
        campaign,
    )


async def counts(tx: Tx, campaign_id: int) -> dict[str, int]:
    """How many of its rows are in which state."""
    rows = await tx.all(
        lambda state, count: (state, count),
        "SELECT state, count(*) FROM outbox WHERE campaign = ? GROUP BY state",
        str(campaign_id),
    )
    return dict(rows)


async def carried(tx: Tx, campaign_id: int) -> list[Carried]:
    """Whoever became somebody else since has hers no more."""
    return await tx.all(
        Carried,
        "SELECT o.id, o.person_id, o.door, o.chat_id, o.method FROM outbox o WHERE o.campaign = ?"
        " AND EXISTS (SELECT 1 FROM identities i WHERE i.person_id = o.person_id)",
        str(campaign_id),
    )
