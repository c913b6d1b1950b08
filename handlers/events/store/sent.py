"""What was sent about which event, so that nothing leaves later that is not so any more."""

from enum import StrEnum

from bot.database.db import Tx


class Kind(StrEnum):
    ANNOUNCEMENT = "announcement"
    SEAT = "seat"
    NEWS = "news"


async def note_campaign(tx: Tx, event_id: int, campaign_id: int, kind: Kind) -> None:
    await tx.run(
        "INSERT INTO event_campaigns (event_id, campaign_id, kind, told_sequence)"
        " SELECT id, CAST(? AS BIGINT), CAST(? AS TEXT), sequence FROM events WHERE id = ?",
        campaign_id,
        kind.value,
        event_id,
    )


async def campaigns_of(tx: Tx, event_id: int, kind: Kind) -> list[int]:
    return await tx.all(
        int,
        "SELECT campaign_id FROM event_campaigns WHERE event_id = ? AND kind = ? ORDER BY campaign_id",
        event_id,
        kind.value,
    )


async def announced_as_it_is(tx: Tx, event_id: int) -> list[int]:
    """The announcements that tell already what was changed last."""
    return await tx.all(
        int,
        "SELECT c.campaign_id FROM event_campaigns c JOIN events e ON e.id = c.event_id"
        " WHERE c.event_id = ? AND c.kind = 'announcement' AND c.told_sequence = e.sequence",
        event_id,
    )


async def only_about(tx: Tx, event_id: int, kind: Kind) -> list[int]:
    """Those that speak of no other event that is still on."""
    return await tx.all(
        int,
        "SELECT c.campaign_id FROM event_campaigns c WHERE c.event_id = ? AND c.kind = ?"
        " AND NOT EXISTS (SELECT 1 FROM event_campaigns o JOIN events e ON e.id = o.event_id"
        " WHERE o.campaign_id = c.campaign_id AND o.event_id <> c.event_id AND e.status = 'announced')"
        " ORDER BY c.campaign_id",
        event_id,
        kind.value,
    )
