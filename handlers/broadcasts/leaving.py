"""What becomes of broadcasts when their writer leaves."""

from bot.dialogue.context import Notices
from bot.identity.personal import Leaving
from handlers.broadcasts import leaving_store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """What was sent stays on record without her name; what was not goes."""
    await leaving_store.drop_unsent(notices.tx, notices.place.id, leaving.person_id)
