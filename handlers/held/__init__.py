"""Pictures of children: held back until a guardian agreed, shown again, or removed."""

from bot.dialogue.feature import Feature, Job
from handlers.digests.source import DigestSource
from handlers.held import chat, jobs, looking, people, today
from handlers.today.source import TodaySource

FEATURE = Feature(
    name="held",
    sentence="Hold back a picture with a child on it until a guardian agreed, show it again, remove it.",
    actions=(
        chat.held,
        chat.more_held,
        chat.open_held,
        chat.ask_release,
        chat.release,
        chat.ask_remove,
        chat.remove,
        chat.agreed,
        chat.open_agreed,
        chat.hold_again,
        looking.look,
        looking.hold,
    ),
    jobs=(
        Job("held: look again", jobs.look_again, seconds=30, anything_due=jobs.anything_to_look_at),
        Job("held: end waiting", jobs.end_waiting, seconds=300),
    ),
    picture_ready=jobs.picture_ready,
    offers=(
        TodaySource(today.waiting),
        DigestSource(volunteers=jobs.for_volunteers),
    ),
    menu=("held",),
    people=people.PEOPLE,
)
