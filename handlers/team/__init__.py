"""The team: who holds which role, inviting with links that work once, and taking a role back."""

from bot.feature import Feature
from bot.invites import PREFIX
from handlers.team import chat, inviting, joined_store

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
    ),
    links={PREFIX: inviting.accept},
    meetings=joined_store.MEETINGS,
)
