"""What stands on the public pages as tables for everybody, where a lead opened them: nobody in it, nothing small."""

from bot.dialogue.feature import Feature
from handlers.digests.source import DigestSource
from handlers.open_data import chat, digest, jobs, pages, people

FEATURE = Feature(
    name="open_data",
    sentence="Take ideas, polls, events, decisions and what was made as open data, where a lead opened them.",
    actions=(chat.open_data, chat.choose, chat.open_as, chat.close),
    jobs=jobs.JOBS,
    pages=pages.PAGES,
    people=people.PEOPLE,
    offers=(DigestSource(digest.for_team, digest.for_team, resident=digest.for_resident),),
    menu=("opendata",),
)
