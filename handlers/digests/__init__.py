"""Once a day, in one message: what is new and what waits for a decision, for the shopkeeper and for the team."""

from bot.feature import Feature, Job
from handlers.digests import chat, hours, jobs, joined_store

FEATURE = Feature(
    name="digests",
    sentence="Hear once a day what is new, and decide in the message itself.",
    actions=(
        chat.show_now,
        chat.answer,
        chat.hear_reason,
        chat.without_reason,
        chat.seen,
        chat.stop,
        chat.resume,
        hours.digest_time,
        hours.other_time,
        hours.choose_time,
        hours.hear_time,
    ),
    jobs=(
        Job("digests", jobs.send_due, seconds=30),
        Job("old digests", jobs.forget_old, seconds=6 * 3600),
    ),
    menu=("digest",),
    meetings=joined_store.MEETINGS,
)
