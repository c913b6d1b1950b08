"""How busy the shop was, a tap a week, and the word to owner and team when it falls back."""

from bot.dialogue.feature import Feature
from handlers.busy import chat, counting, digest, jobs, people
from handlers.digests.source import DigestSource

FEATURE = Feature(
    name="busy",
    sentence="Say in a tap how the week at the shop was, and hear early when people stay away.",
    actions=(
        chat.busy,
        chat.see,
        chat.ask,
        chat.say,
        chat.number,
        chat.hear_number,
        chat.no_number,
        counting.count,
        counting.begin_anew,
        counting.hear_passing,
        counting.hear_staying,
        counting.hear_children,
        counting.set_weather,
    ),
    jobs=jobs.JOBS,
    offers=(DigestSource(shopkeeper_asks=digest.asks, hears=chat.hears),),
    menu=("busy",),
    people=people.PEOPLE,
)
