"""What became of reports of which nothing is heard any more, and which of them are kept no longer."""

from bot.database.db import Tx
from bot.open311.store import FORGOTTEN


async def end_silent(tx: Tx, place_id: int, silent_since: int, now: int) -> None:
    """Of which nothing was heard since then: it is over, and another one may go."""
    await tx.run(
        "UPDATE city_requests SET status = 'nothing_heard', closed_at = ?, look_at = NULL, news = news + 1"
        " WHERE place_id = ? AND state = 'taken' AND closed_at IS NULL AND taken_at < ?"
        " AND coalesce(expected_at, 0) < ? AND NOT EXISTS (SELECT 1 FROM city_updates u"
        " WHERE u.request_id = city_requests.id AND u.happened_at >= ?)",
        now,
        place_id,
        silent_since,
        silent_since,
        silent_since,
    )


async def drop_lost(tx: Tx, place_id: int, asked_before: int) -> None:
    """Of which nobody found out whether it arrived."""
    await tx.run(
        "UPDATE city_requests SET state = 'dropped', look_at = NULL WHERE place_id = ? AND state = 'uncertain'"
        " AND coalesce(claimed_at, made_at) < ?",
        place_id,
        asked_before,
    )


async def forget(tx: Tx, place_id: int, made_before: int) -> None:
    """What did not go to the city in the end; and the copy of what did, where an older version kept one."""
    await tx.run(
        "DELETE FROM city_requests WHERE place_id = ? AND state IN ('dropped', 'refused') AND news <= told"
        " AND made_at < ? AND NOT EXISTS (SELECT 1 FROM city_updates u WHERE u.request_id = city_requests.id)",
        place_id,
        made_before,
    )
    await tx.run(
        f"UPDATE city_requests SET {FORGOTTEN} WHERE place_id = ? AND state NOT IN ('waiting', 'sending')"  # noqa: S608
        " AND (words <> '' OR address <> '' OR latitude IS NOT NULL OR photo_url <> '')",
        place_id,
    )
