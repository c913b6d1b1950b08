"""The team: who holds which role, inviting with links that work once, and taking a role back."""

from bot.feature import Feature
from bot.invites import PREFIX
from handlers.team import chat, inviting, jobs

FEATURE = Feature(
    name="team",
    sentence="Invite people with a link, see who holds which role, take a role back.",
    actions=(
        chat.team,
        chat.choose_role,
        chat.ask_take,
        chat.take,
        inviting.invite,
        inviting.invite_others,
        inviting.make_link,
    ),
    jobs=jobs.JOBS,
    links={PREFIX: inviting.accept},
)
