"""The team: who holds which role, inviting with links that work once, and taking a role back."""

from bot.dialogue.feature import Feature
from bot.identity.invites import PREFIX
from bot.identity.personal import AboutPerson, Fate
from handlers.team import chat, inviting, jobs, joined_store

FEATURE = Feature(
    name="team",
    sentence="Invite people with a link, see who holds which role, take a role back.",
    actions=(
        chat.team,
        chat.place_tools,
        chat.choose_role,
        chat.ask_take,
        chat.take,
        inviting.invite,
        inviting.invite_others,
        inviting.make_link,
        inviting.make_link_below,
        inviting.hear_name,
    ),
    jobs=jobs.JOBS,
    links={PREFIX: inviting.accept},
    about_people=(
        AboutPerson("role_changes", fate=Fate.NAMELESS),
        AboutPerson("role_changes", "by_person", Fate.CLEAR),
    ),
    menu=("team", "invite"),
    meetings=joined_store.MEETINGS,
)
