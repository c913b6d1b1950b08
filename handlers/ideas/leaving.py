"""What becomes of ideas when their author leaves: all of her words go, or those stay that others stand behind."""

from bot.dialogue.context import Notices
from bot.identity.personal import Leaving
from handlers.ideas import alike_store, leaving_store


async def forgets(notices: Notices, leaving: Leaving) -> None:
    """Numbers stay taken. Whatever others said before it was merged into hers goes on in their words."""
    tx, place_id = notices.tx, notices.place.id
    await leaving_store.drop_comments(tx, place_id, leaving.person_id)
    for idea in await leaving_store.written_by(tx, place_id, leaving.person_id):
        if leaving.leaves_ideas and idea.supported:
            continue
        words = await leaving_store.first_words_merged_in(tx, idea.id, leaving.person_id)
        await leaving_store.empty(tx, idea.id, words, withdrawn=words is None)
        await alike_store.file_words(tx, idea.id, words or "")
