"""What becomes of digests when their reader, or somebody they spoke of, leaves."""

from bot.dialogue.context import Notices
from bot.identity.personal import Leaving
from handlers.digests import leaving_store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    place_id = notices.place.id
    await leaving_store.drop_hers(notices.tx, place_id, leaving.person_id)
    await leaving_store.drop_occurrences(notices.tx, leaving.person_id)
    await leaving_store.drop_words_about(notices.tx, place_id, leaving.person_id, leaving.leaves_ideas)
