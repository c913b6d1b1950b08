"""One's own data: what is kept, consents one by one, everything as a file, and being forgotten."""

from bot.dialogue.feature import Feature, Job
from handlers.privacy import chat, consenting, jobs, leaving, making, people, taking

FEATURE = Feature(
    name="privacy",
    sentence="See what is kept, consent one by one, take one's data along, be forgotten.",
    actions=(
        chat.privacy,
        consenting.consents,
        consenting.what_is_kept,
        consenting.consent,
        consenting.change,
        taking.take_along,
        leaving.leave,
        leaving.leave_for_good,
    ),
    jobs=(Job("files of one's own data", jobs.forget_files, seconds=600),),
    makes={making.TAKEAWAY: making.takeaway},
    menu=("privacy",),
    people=people.PEOPLE,
)
