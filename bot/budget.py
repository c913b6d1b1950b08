"""Two unasked messages a week: who has had them, who wants none at all, and when the next one may leave.

Unasked is what somebody hears without having done anything for it: a broadcast to everybody, the announcement of an
event or a poll, and what follows from a poll that she was asked in and did not take part in. Not counted: answers,
what she wrote, supports or follows, what she comes to (also when it moves or is called off), what was asked for like
a digest, and what the team and the shopkeepers are told as such. It counts at both doors: the web chat rings nobody,
but a heap of news buries there, too, what she came for.
"""

from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.db import Tx
from bot.people import WANTS_MESSAGES

UNASKED = 2  # messages to one person in one place
WEEK = timedelta(days=7)  # rolling; settled rows of the outbox are kept as long (outbox.KEPT), so they can be counted

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
    """Those of whom it would be the third in a week wait until there is room again."""
    week = int(WEEK / timedelta(milliseconds=1))
    await tx.run(
        "UPDATE campaign_people SET held_until = full_.spent_at + CAST(? AS BIGINT) FROM ("
        "SELECT person_id, spent_at FROM ("
        "SELECT o.person_id, coalesce(o.settled_at, o.not_before) AS spent_at, row_number() OVER"
        " (PARTITION BY o.person_id ORDER BY coalesce(o.settled_at, o.not_before) DESC, o.id DESC) AS nth"
        " FROM outbox o WHERE o.unasked_in = ? AND o.state IN ('waiting', 'sending', 'sent', 'uncertain')"
        " AND coalesce(o.settled_at, o.not_before) > ?) spent WHERE nth = ?) full_"
        " WHERE campaign_people.campaign_id = ? AND campaign_people.held_until = 0"
        " AND campaign_people.concerned = 0 AND campaign_people.person_id = full_.person_id",
        week,
        place_id,
        leaves_at - week,
        UNASKED,
        campaign_id,
    )


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
