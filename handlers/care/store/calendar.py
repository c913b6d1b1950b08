"""What of after-care stands in somebody's own calendar: care days of what she looks after, in whichever place."""

from bot.database.db import Tx
from handlers.care.store.plans import Plan, held


async def with_days(tx: Tx, person_id: int) -> list[Plan]:
    """Those that have a next care day."""
    places = await tx.all(
        int,
        "SELECT DISTINCT place_id FROM care_plans WHERE ended_at IS NULL AND care_at IS NOT NULL"
        " AND (steward_id = ? OR deputy_id = ?) ORDER BY place_id",
        person_id,
        person_id,
    )
    return [one for place_id in places for one in await held(tx, place_id, person_id) if one.care_at is not None]
