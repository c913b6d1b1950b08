"""What stands around the conversation: the list of commands behind the menu button, and the page's own language."""

from bot.dialogue.context import Context
from bot.dialogue.feature import Town, town_of
from bot.dialogue.notices import Notices
from bot.doors.door import WEB
from bot.i18n.texts import Text, render_plain
from bot.identity import roles
from bot.identity.roles import Role
from bot.outbox.message import Address, Lane
from bot.outbox.queue import queue_call


def commands(town: Town, held: frozenset[Role], language: str) -> list[dict[str, str]]:
    """`BotCommand`s, https://core.telegram.org/bots/api#botcommand; their words are `menu-…` of the feature."""
    return [
        {"command": command, "description": render_plain(Text(feature.name, f"menu-{command}"), language)}
        for feature in town.features
        for command in feature.menu
        if town.commands[command].who.roles & held
    ]


async def hang_out(notices: Notices, person_id: int) -> None:
    """Shows the person her own list, at every door, after her language, her roles or her place changed."""
    held = await roles.of(notices.tx, person_id, notices.place.id)
    for receiver in await notices.find_receivers(person_id):
        await _set_language(notices, notices.address(receiver))
        await queue_call(
            notices.tx,
            notices.address(receiver),
            "setMyCommands",
            {
                "commands": commands(town_of(notices), held, receiver.language),
                "scope": {"type": "chat", "chat_id": receiver.chat_id},
            },
            # No message, and she waits for it: among the notices it would stand behind all that others say.
            Lane.ANSWER,
            notices.now,
            apart=f"menu:{receiver.chat_id}",
        )


async def speak_to_newcomer(context: Context) -> None:
    """The page around the chat follows a newcomer's language at once; her own list hangs there once she agreed."""
    await _set_language(context.notices, context.address)


async def _set_language(notices: Notices, to: Address) -> None:
    """Telegram's app has a language of its own, the page of the web chat follows ours."""
    if to.door == WEB:
        # Among the answers, so that the page turns around together with what is said on it.
        await queue_call(notices.tx, to, "setChatLanguage", {}, Lane.ANSWER, notices.now)
