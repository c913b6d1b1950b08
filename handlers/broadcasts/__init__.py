"""The team writes to many people at once, sees it before, can stop it, and hears whom it reached."""

from bot.feature import Feature, Job
from bot.personal import AboutPerson, AboutPicture, Fate
from handlers.broadcasts import chat, jobs, leaving, sending

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
    about_people=(
        AboutPerson("broadcasts", "made_by", Fate.NAMELESS),
        AboutPerson("broadcasts", "approved_by", Fate.CLEAR),
    ),
    about_pictures=(AboutPicture("broadcasts", keeps_row=True),),
    forgets=leaving.forgets,
)
