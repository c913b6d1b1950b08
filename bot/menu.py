"""The list of commands behind the phone's menu button: what this person may do, in her language."""

from bot import people
from bot.context import Notices
from bot.feature import Town
from bot.outgoing import Lane, queue_call
from bot.people import Role
from bot.texts import Text, render_plain


def commands(town: Town, roles: frozenset[Role], language: str) -> list[dict[str, str]]:
    """`BotCommand`s, https://core.telegram.org/bots/api#botcommand; their words are `menu-…` of the feature."""
    return [
        {"command": command, "description": render_plain(Text(feature.name, f"menu-{command}"), language)}
        for feature in town.features
        for command in feature.menu
        if town.commands[command].who.roles & roles
    ]


async def hang_out(notices: Notices, person_id: int) -> None:
    """Shows the person her own list, at every door, after her language or her roles changed."""
    roles = await people.roles(notices.tx, person_id, notices.place.id)
    for receiver in await notices.find_receivers(person_id):
        await queue_call(
            notices.tx,
            notices.address(receiver),
            "setMyCommands",
            {
                "commands": commands(notices.town, roles, receiver.language),
                "scope": {"type": "chat", "chat_id": receiver.chat_id},
            },
            Lane.NOTICE,
            notices.now,
            queue=f"menu:{receiver.chat_id}",
        )
