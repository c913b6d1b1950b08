"""Pictures of children: held back until a guardian agreed, shown again, or removed."""

from bot.dialogue.feature import Feature, Job
from bot.identity.personal import AboutPerson, AboutPicture, Fate
from handlers.held import chat, jobs, joined_store, looking

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
    volunteer_digest=jobs.for_volunteers,
    menu=("held",),
    meetings=joined_store.MEETINGS,
    about_people=(
        AboutPerson("held_pictures", "held_by", Fate.CLEAR, export=False),
        AboutPerson("held_pictures", "released_by", Fate.CLEAR, export=False),
    ),
    about_pictures=(AboutPicture("held_pictures", hash="hash"), AboutPicture("pictures_out_of_reach")),
)
