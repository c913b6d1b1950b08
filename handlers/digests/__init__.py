"""In one message what is new and what waits: daily for shop, yard and team, weekly for liaison and residents."""

from bot.dialogue.feature import Feature, Job
from handlers.digests import chat, hours, jobs, operating, people, relaying, returning, weekly
from handlers.digests.source import DigestSource

FEATURE = Feature(
    name="digests",
    sentence="Hear what is new in one message, and decide in the message itself.",
    actions=(
        chat.show_now,
        chat.show_kind,
        chat.answer,
        chat.hear_reason,
        chat.without_reason,
        chat.say,
        chat.seen,
        chat.later,
        chat.stop,
        chat.resume,
        hours.digest_time,
        hours.time_of,
        hours.other_time,
        hours.choose_time,
        hours.choose_day,
        hours.hear_time,
        weekly.weekly,
        weekly.begin_weekly,
        weekly.end_weekly,
    ),
    jobs=(
        Job("digests", jobs.send_due, seconds=30),
        Job("digests relayed", relaying.post_due, seconds=60),
        Job("old digests", jobs.forget_old, seconds=6 * 3600),
    ),
    management_commands=(operating.DIGEST,),
    offers=(DigestSource(volunteers=returning.for_volunteers), jobs.LATENESS),
    menu=("digest", "weekly"),
    people=people.PEOPLE,
)
