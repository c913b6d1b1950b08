"""Two people became one, or one two again: supporters are counted anew."""

from collections.abc import Sequence

from bot.dialogue.context import Notices
from handlers.ideas import joined_store, voice_store


async def count_anew(notices: Notices, person_ids: Sequence[int]) -> None:
    for idea_id in await joined_store.with_voices_of(notices.tx, notices.place.id, *person_ids[:2]):
        await voice_store.gather_voices(notices.tx, idea_id)
