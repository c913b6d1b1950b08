"""Whether the place gets better: two questions a quarter, three faces each, in the chat and on paper."""

from bot.dialogue.feature import Feature
from handlers.digests.source import DigestSource
from handlers.pulse import chat, digest, jobs, making, paper, people, reading, story, today
from handlers.today.source import TodaySource

FEATURE = Feature(
    name="pulse",
    sentence="Say in three taps a quarter whether the place gets better, and read what the others say.",
    actions=(
        chat.pulse,
        chat.see,
        chat.page,
        chat.ask,
        chat.ask_below,
        chat.say,
        chat.switch,
        story.tell,
        story.no_story,
        story.hear_story,
        story.whom,
        story.show_to,
        story.mine,
        story.take_back,
        reading.stories,
        reading.story,
        reading.put,
        reading.leave,
        reading.listen,
        reading.write,
        reading.hear_written,
        paper.paper,
        paper.sheet,
        paper.ticks,
        paper.hear_ticks,
    ),
    jobs=jobs.JOBS,
    picture_refused=story.voice_refused,
    offers=(
        DigestSource(shopkeeper=digest.for_team, volunteers=digest.for_team),
        TodaySource(today.waiting),
    ),
    makes={paper.SHEET: making.sheet_for},
    menu=("pulse",),
    people=people.PEOPLE,
)
