"""After-care: what was done is looked after and looked at again, and nobody is ever alone with it."""

from bot.dialogue.feature import Feature
from handlers.care import asides, chat, checking, days, digest, holding, jobs, people, showing, taking
from handlers.digests.source import DigestSource
from handlers.handover.source import HandoverSource
from handlers.ideas.source import IdeaAside
from handlers.today.source import TodaySource

FEATURE = Feature(
    name="care",
    sentence="Look after what was done: a steward and a deputy, looks after 30, 90 and 180 days, and care days.",
    actions=(
        chat.care,
        chat.page,
        chat.look,
        chat.see,
        chat.around,
        taking.look_after,
        taking.let_go,
        taking.ask_good,
        taking.hear_good,
        taking.ask_tools,
        taking.hear_tools,
        taking.enough,
        taking.go_on,
        checking.look_again,
        checking.hear_photo,
        checking.no_photo,
        checking.answer,
        checking.hear_partly,
        checking.hear_gone,
        checking.gone_plainly,
        checking.another_day,
        checking.take_back,
        checking.found,
        checking.show_it,
        checking.not_so,
        checking.mended,
        days.rhythm,
        days.set_rhythm,
        days.cared,
        days.not_this_time,
    ),
    jobs=jobs.JOBS,
    picture_ready=showing.picture_ready,
    picture_refused=showing.picture_refused,
    offers=(
        DigestSource(digest.for_shopkeeper, digest.for_volunteers, digest.for_liaison),
        IdeaAside(asides.lines, asides.ways, asides.upfront),
        TodaySource(asides.waiting),
        HandoverSource(holding.holders, holding.held, holding.find, holding.give, holding.close),
    ),
    menu=("care",),
    people=people.PEOPLE,
)
