"""The team: who holds which role, inviting with links that work once, and taking a role back."""

from bot.dialogue.feature import Feature, Link
from bot.identity.invites import PREFIX
from handlers.handover.source import HandoverSource
from handlers.team import chat, holding, inviting, jobs, people

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
        inviting.more_others,
        inviting.make_link,
        inviting.make_link_below,
        inviting.hear_name,
    ),
    jobs=jobs.JOBS,
    links={PREFIX: Link(inviting.accept)},
    offers=(HandoverSource(holding.holders, holding.held, holding.find, holding.give),),
    menu=("team", "invite"),
    people=people.PEOPLE,
)
