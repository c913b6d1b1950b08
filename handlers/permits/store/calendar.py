"""What of permits stands in somebody's own calendar: when an answer is expected, and when one ends."""

from bot.database.db import Tx
from bot.identity import roles
from bot.identity.roles import Role
from handlers.permits.rules import DESK
from handlers.permits.store.permits import PERMIT, VALID, WAITS, Permit, read_permit

HERS = (
    f"({roles.holds('?', 'p.place_id', Role.LIAISON)}"
    f" OR (p.begun_by = ? AND {roles.holds('p.begun_by', 'p.place_id', *sorted(DESK.roles))}))"
)


async def dates_of(tx: Tx, person_id: int, limit: int) -> list[Permit]:
    """Of all as a liaison, else of what she began, as long as she is of the desk; in whichever place."""
    return await tx.all(
        read_permit,
        f"{PERMIT} WHERE ((p.status IN ({WAITS}) AND p.expected_at IS NOT NULL)"
        f" OR (p.status IN ({VALID}) AND p.expires_at IS NOT NULL)) AND {HERS} ORDER BY p.id DESC LIMIT ?",
        person_id,
        person_id,
        limit,
    )
