"""Two unasked messages a week: who has had them, who wants none at all, and when the next one may leave.

Unasked is what somebody hears without having done anything for it: a broadcast to everybody, the announcement of an
event or a poll, and the reminder of it. Not counted: answers, what she wrote, supports or follows, what she comes to
(also when it moves or is called off), how a poll came out that she was asked in, what was asked for like a digest,
what the team and the shopkeepers are told as such, and what a second person released because it cannot wait. It
counts at both doors: the web chat rings nobody, but a heap of news buries there, too, what she came for.
"""

from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.identity.people import WANTS_MESSAGES
from bot.outbox.store import campaigns as rows
from bot.outbox.store import fragments

UNASKED = 2  # messages to one person in one place
WEEK = timedelta(days=7)  # rolling; settled rows of the outbox are kept as long (outbox.KEPT), so they can be counted
WEEK_MS = int(WEEK / timedelta(milliseconds=1))

# What every person here is asked about; `?` is now.
WANTS_NEWS = "p.how_often = 'everything' AND coalesce(p.paused_until, 0) <= ?"


async def leave_out_unwilling(tx: Tx, campaign_id: int, now: datetime) -> None:
    """Whoever paused, or wants only what concerns her, is not among the people of an unasked message."""
    moment = milliseconds(now)
    await tx.run(
        "DELETE FROM campaign_people WHERE campaign_id = ? AND person_id IN"  # noqa: S608 constant
        " (SELECT p.id FROM campaign_people c JOIN people p ON p.id = c.person_id WHERE c.campaign_id = ?"
        f" AND ((c.concerned = 0 AND NOT ({WANTS_NEWS})) OR coalesce(p.paused_until, 0) > ?))",
        campaign_id,
        campaign_id,
        moment,
        moment,
    )


async def hold_back(tx: Tx, campaign_id: int, place_id: int, leaves_at: int) -> None:
    """Those of whom it would be the third in a week wait until there is room again, together with what waits
    already: nothing overtakes it."""
    await tx.run(
        "UPDATE campaign_people SET held_until = waits.until FROM (SELECT h.person_id, min(h.held_until) AS until"
        " FROM campaign_people h JOIN campaigns k ON k.id = h.campaign_id WHERE k.place_id = ? AND k.id <> ?"
        " AND k.stopped_at IS NULL AND k.paused_at IS NULL AND h.concerned = 0 AND h.held_until > 0"
        " GROUP BY h.person_id) waits WHERE campaign_people.campaign_id = ? AND campaign_people.held_until = 0"
        " AND campaign_people.concerned = 0 AND campaign_people.person_id = waits.person_id",
        place_id,
        campaign_id,
        campaign_id,
    )
    await tx.run(
        f"UPDATE campaign_people SET held_until = full_.spent_at + CAST(? AS BIGINT) FROM ({fragments.FULL}) full_"  # noqa: S608 constants
        " WHERE campaign_people.campaign_id = ? AND campaign_people.held_until = 0"
        " AND campaign_people.concerned = 0 AND campaign_people.person_id = full_.person_id",
        WEEK_MS,
        place_id,
        leaves_at - WEEK_MS,
        UNASKED,
        campaign_id,
    )


async def full_until(tx: Tx, person_id: int, place_id: int, leaves_at: int) -> int | None:
    """When (ms) there is room for her again; None when there is now."""
    spent = await rows.spent_at(tx, place_id, person_id, leaves_at - WEEK_MS, UNASKED - 1)
    return None if spent is None else spent + WEEK_MS


async def still_wanted(tx: Tx, person_id: int, unasked: bool, now: datetime) -> bool:
    """Asked again at the door, when a message to many leaves: whether she agrees to be written to, and wants news."""
    wants = WANTS_NEWS if unasked else "CAST(? AS BIGINT) IS NOT NULL"
    return bool(
        await tx.one(
            int,
            f"SELECT count(*) FROM people p WHERE p.id = ? AND p.consented_at IS NOT NULL AND {wants}"  # noqa: S608
            f" AND {WANTS_MESSAGES}",
            person_id,
            milliseconds(now),
        )
    )
