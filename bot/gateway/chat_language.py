"""setChatLanguage: which language a chat is held in. Not of the Bot API, where the app knows its own language."""

from typing import Any

from bot.gateway import core, numbers, queues, store
from bot.gateway.bot_api import content
from bot.gateway.bot_api.answering import LANGUAGE
from bot.gateway.bot_api.params import Params
from bot.gateway.core import Core
from bot.gateway.errors import bad_request


async def set_chat_language(the: Core, params: Params) -> Any:
    """`chat_id`, `language_code` (two letters; none gives the page back to the phone's own language).

    The page around the chat takes its words, its direction and the list of commands from it.
    """
    chat_id, language = content.chat_number(params), params.text("language_code")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    async with the.database.write() as tx:
        (event,) = await numbers.take(tx, chat_id, 1)
        person = await core.reachable(tx, chat_id)
        if (person.chosen or "") != language:
            await store.choose_language(tx, chat_id, language or None)
            data = {"language": language}
            await queues.add_event(tx, the.bell, event, chat_id, "language", the.now(), data=data)
    return True
