"""Arriving: language, what is kept, Home, help, and the way to a human being."""

from bot.dialogue.feature import Feature
from bot.identity.invites import PLACE_PREFIX
from bot.identity.personal import AboutPerson, AboutPicture, Fate
from handlers.welcome import chat, jobs, joined_store, people, tools

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
        chat.make_new,
        chat.help_,
        chat.help_below,
        chat.cancel,
        tools.tools,
        tools.waiting_tools,
        tools.people_tools,
        tools.outside_tools,
        people.human,
        people.hear_for_human,
        people.answer_person,
        people.listen,
        people.hear_answer,
        people.waiting,
    ),
    jobs=jobs.JOBS,
    volunteer_digest=jobs.for_volunteers,
    links={PLACE_PREFIX: chat.open_place},
    home=chat.home,
    home_below=chat.home_below,
    help=chat.help_,
    help_below=chat.help_below,
    greets=chat.greet,
    about_people=(
        AboutPerson("human_questions"),
        AboutPerson("human_questions", "answered_by", Fate.CLEAR),
    ),
    about_pictures=(AboutPicture("human_questions", keeps_row=True),),
    menu=("start", "help", "cancel", "tools", "questions"),
    meetings=joined_store.MEETINGS,
)
