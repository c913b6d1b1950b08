"""One line in the digests of team and owner after a round closed."""

from datetime import datetime

from bot.clock import milliseconds
from bot.dialogue.notices import Notices
from handlers.digests.source import DigestPart
from handlers.pulse import store
from handlers.pulse.words import t


async def for_team(notices: Notices, since: datetime) -> DigestPart:
    """They have had the card: no reason to write."""
    closed = await store.rounds.closed(notices.tx, notices.place.id, 1)
    lines = tuple(
        t.digest(asked=one.asked, answered=one.answered)
        for one in closed
        if one.closed_at is not None and one.closed_at >= milliseconds(since)
    )
    return DigestPart(asides=lines)
