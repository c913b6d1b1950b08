"""What becomes of polls when their maker or a voter leaves."""

from bot.dialogue.context import Notices
from bot.identity.personal import Leaving
from handlers.polls import leaving_store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Votes stay as totals. An option that was the words of her idea is only its number from now on."""
    await leaving_store.drop_drafts(notices.tx, notices.place.id, leaving.person_id)
    await leaving_store.number_options(notices.tx, notices.place.id, leaving.person_id)
