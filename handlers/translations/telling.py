"""What an author hears: that her idea can be read by more people now."""

from bot.dialogue.notices import Notices
from handlers.ideas.store.ideas import Idea
from handlers.translations.versions import look_below
from handlers.translations.words import language_name, t


async def author_hears(notices: Notices, idea: Idea, language: str) -> None:
    """Once for an idea, however often it is said and taken back. As news about what is hers, which can wait."""
    if await notices.first_time("translations: an author heard", str(idea.id)):
        told = t.author_hears(number=idea.number, language=language_name(language))
        await notices.tell_news(idea.person_id, told, [[look_below.button(t.look, idea.id)]])
