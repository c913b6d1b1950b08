"""The methods that change what is already in a chat, and the answers to presses."""

from tests.telegram_server.markup import read_inline_markup
from tests.telegram_server.media import read_media
from tests.telegram_server.sending import chat_id, read_caption, read_text
from tests.telegram_server.wire import Json, Parameters, bad
from tests.telegram_server.world import CALLBACK_LIFE, Chat, Message, World, check_length

DELETABLE = 48 * 3600
ANSWER = 200
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)
_MEDIA = ("photo", "video", "document", "audio", "voice")


def edit_message_text(world: World, parameters: Parameters) -> Json:
    chat, message = _mine(world, parameters)
    if "text" not in message.content:
        raise bad("there is no text in the message to edit")
    return _change(world, chat, message, ("text", "entities"), read_text(parameters), parameters)


def edit_message_caption(world: World, parameters: Parameters) -> Json:
    chat, message = _mine(world, parameters)
    if not any(kind in message.content for kind in _MEDIA):
        raise bad("there is no caption in the message to edit")
    caption = read_caption(parameters.text("caption"), parameters.text("parse_mode"))
    return _change(world, chat, message, ("caption", "caption_entities"), caption, parameters)


def edit_message_media(world: World, parameters: Parameters) -> Json:
    chat, message = _mine(world, parameters)
    try:
        item = parameters.parsed("media")
    except ValueError:
        item = None
    if not isinstance(item, dict):
        raise bad("can't parse media JSON object")
    if item.get("type") not in _MEDIA:
        raise bad("wrong input media type specified")
    media = read_media(world, parameters, item["type"], item.get("media"))
    content = media.field() | read_caption(item.get("caption", ""), item.get("parse_mode", ""))
    old = (*_MEDIA, "text", "entities", "caption", "caption_entities")
    return _change(world, chat, message, old, content, parameters)


def edit_message_reply_markup(world: World, parameters: Parameters) -> Json:
    chat, message = _mine(world, parameters)
    return _change(world, chat, message, (), {}, parameters)


def delete_message(world: World, parameters: Parameters) -> bool:
    chat = world.open_chat(chat_id(parameters))
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad("message to delete not found")
    if world.wall() - message.content["date"] > DELETABLE:
        raise bad("message can't be deleted")
    del chat.messages[message.id]
    world.show(chat.id)
    return True


def delete_messages(world: World, parameters: Parameters) -> bool:
    chat = world.open_chat(chat_id(parameters))
    wanted = parameters.parsed("message_ids")
    if not isinstance(wanted, list) or not 1 <= len(wanted) <= 100:
        raise bad("message_ids must contain 1-100 identifiers")
    for message_id in wanted:
        chat.messages.pop(int(message_id), None)  # the missing are skipped (Bot API)
    world.show(chat.id)
    return True


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    chat = world.open_chat(chat_id(parameters))
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad("message to react not found")
    reactions = parameters.parsed("reaction") or []
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(str(reaction.get("emoji", "")).rstrip("\ufe0f") not in _REACTIONS for reaction in reactions):
        raise bad("REACTION_INVALID")
    message.content["reactions_of_bot"] = [reaction["emoji"] for reaction in reactions]
    return True


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    press = world.presses.get(parameters.text("callback_query_id"))
    if press is None or world.monotonic() - press.at > CALLBACK_LIFE:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    check_length(parameters.text("text"), ANSWER, "MESSAGE_TOO_LONG")
    alert = parameters.flag("show_alert")
    press.answers.append({"text": parameters.text("text"), "alert": alert, "url": parameters.text("url")})
    if press.answered_at is None:
        press.answered_at = world.monotonic()
    return True


def _mine(world: World, parameters: Parameters) -> tuple[Chat, Message]:
    if parameters.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = world.open_chat(chat_id(parameters))
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot:
        raise bad("message can't be edited")
    return chat, message


def _change(
    world: World,
    chat: Chat,
    message: Message,
    replaced: tuple[str, ...],
    content: Json,
    parameters: Parameters,
) -> Json:
    """An edit without a keyboard takes the keyboard away (Bot API, reply_markup of the edit methods)."""
    markup = read_inline_markup(parameters)
    kept = {k: v for k, v in message.content.items() if k not in {*replaced, "reply_markup", "edit_date"}}
    new = kept | content | ({"reply_markup": markup} if markup else {})
    if new == {k: v for k, v in message.content.items() if k != "edit_date"}:
        world.show(chat.id)  # whoever pressed sees what she pressed for: it stands there already
        raise bad(_NOT_MODIFIED)
    message.content = new | {"edit_date": int(world.wall())}
    world.show(chat.id)
    return message.content
