"""Words in the reader's language: by neighbours first, by a machine where operator, place and author let it."""

from bot.dialogue.feature import Feature
from handlers.today.source import TodaySource
from handlers.translations import asides, chat, jobs, letting, people, today, versions, writing_down

FEATURE = Feature(
    name="translations",
    sentence="Read an idea in one's own language, say it in another one, write down what a voice note says.",
    actions=(
        chat.translate,
        chat.more,
        chat.say_it,
        chat.say_in,
        chat.hear,
        versions.look,
        versions.look_below,
        versions.listen,
        versions.take_back,
        versions.hide,
        versions.hear_why,
        versions.bring_back,
        versions.choose,
        versions.put_away,
        writing_down.write_down,
        writing_down.hear_written,
        writing_down.understood,
        writing_down.right,
        writing_down.not_quite,
        writing_down.hear_own,
        letting.who_helps,
        letting.let,
        letting.may,
    ),
    jobs=jobs.JOBS,
    offers=(asides.ASIDE, TodaySource(today.waiting)),
    menu=("translate",),
    people=people.PEOPLE,
)
