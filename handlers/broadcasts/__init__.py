"""The team writes to many people at once, sees it before, can stop it, and hears whom it reached."""

from bot.feature import Feature, Job
from handlers.broadcasts import chat, jobs, joined_store, sending

FEATURE = Feature(
    name="broadcasts",
    sentence="Write to many people at once, and hear whom it reached.",
    actions=(
        chat.begin,
        chat.start_over,
        chat.hear_part,
        chat.edit,
        chat.choose_whom,
        chat.choose_role,
        chat.choose_special,
        chat.set_whom,
        chat.choose_idea,
        chat.hear_idea,
        chat.choose_event,
        chat.set_event,
        chat.preview,
        sending.send,
        sending.approve,
        sending.decline,
        sending.withdraw,
        sending.stop,
    ),
    jobs=(Job("broadcasts", jobs.count_up, seconds=3),),
    joins_album=chat.joins_album,
    picture_refused=chat.picture_refused,
    menu=("broadcast",),
    meetings=joined_store.MEETINGS,
)
