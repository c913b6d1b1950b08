"""Leaving well: what somebody holds is handed over, and a place goes on without her."""

from bot.dialogue.feature import Feature
from handlers.digests.source import DigestSource
from handlers.handover import chat, digest, jobs, offering, people, resting, silence, today
from handlers.today.source import TodaySource

FEATURE = Feature(
    name="handover",
    sentence="See what you hold and hand it over; keep a place that has no team, and wake it again.",
    actions=(
        chat.handover,
        chat.page,
        chat.thing,
        chat.give_back,
        chat.ask_reason,
        chat.hear_reason,
        chat.ask_all,
        chat.all_back,
        offering.give_to,
        offering.give,
        offering.withdraw,
        offering.accept,
        offering.decline,
        offering.look,
        offering.take,
        resting.ask_keeper,
        resting.request,
        resting.agree,
        resting.not_yet,
        resting.wake,
        silence.still,
        silence.pause,
        silence.set_pause,
        silence.ask_until,
        silence.hear_until,
        silence.leave_well,
        silence.ask_back,
        silence.silent_ones,
        silence.take_back,
    ),
    jobs=jobs.JOBS,
    offers=(
        TodaySource(today.waiting),
        DigestSource(shopkeeper=digest.for_shopkeeper, volunteers=digest.for_volunteers),
    ),
    menu=("handover",),
    people=people.PEOPLE,
)
