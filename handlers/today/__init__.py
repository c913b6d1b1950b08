"""What needs somebody today: one list of everything that waits for her, oldest first."""

from bot.dialogue.feature import Feature
from handlers.today import chat, jobs, people, sharing

FEATURE = Feature(
    name="today",
    sentence="See in one list what waits for you, oldest first, and do it.",
    actions=(
        chat.today,
        chat.page,
        sharing.aside,
        sharing.put_off,
        sharing.later,
        sharing.share,
        sharing.whom,
        sharing.give,
        sharing.note,
        sharing.hear_note,
    ),
    jobs=jobs.JOBS,
    menu=("today",),
    people=people.PEOPLE,
)
