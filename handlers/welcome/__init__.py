"""Arriving: language, what is kept, Home, help, and the way to a human being."""

from bot.dialogue.feature import Feature, Front, Link
from bot.identity.invites import PLACE_PREFIX
from handlers.digests.source import DigestSource
from handlers.today.source import TodaySource
from handlers.welcome import chat, going_on, human, jobs, people, today, tools

FEATURE = Feature(
    name="welcome",
    sentence="Arrive, choose a language, find the way, reach a human being.",
    actions=(
        chat.start,
        chat.choose_language,
        chat.agree,
        chat.home,
        chat.home_below,
        chat.more,
        chat.further,
        chat.make_new,
        chat.help_,
        chat.help_below,
        chat.cancel,
        tools.tools,
        tools.waiting_tools,
        tools.people_tools,
        tools.outside_tools,
        tools.more_outside_tools,
        going_on.after,
        going_on.together,
        going_on.more_together,
        going_on.came,
        going_on.more_came,
        going_on.in_my_hands,
        human.human,
        human.hear_for_human,
        human.answer_person,
        human.listen,
        human.ready_made,
        human.say_ready_made,
        human.hear_answer,
        human.waiting,
    ),
    jobs=jobs.JOBS,
    offers=(
        TodaySource(today.waiting),
        DigestSource(volunteers=jobs.for_volunteers),
    ),
    links={PLACE_PREFIX: Link(chat.open_place)},
    front=Front(chat.home, chat.home_below, chat.help_, chat.help_below, chat.greet),
    menu=("start", "help", "cancel", "tools", "questions"),
    people=people.PEOPLE,
)
