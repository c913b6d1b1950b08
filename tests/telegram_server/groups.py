"""Groups: the bot is brought in, thrown out, or finds itself in a supergroup with another id."""

from tests.telegram_server.people import Person
from tests.telegram_server.server import FakeTelegram
from tests.telegram_server.world import Chat


def group(server: FakeTelegram, chat_id: int, title: str, adder: Person) -> Chat:
    """A group that `adder` brings the bot into."""
    kind = "supergroup" if chat_id < -(10**12) else "group"
    chat = server.world.chats[chat_id] = Chat(chat_id, {"id": chat_id, "type": kind, "title": title})
    adder.in_chat(chat).announces_membership("left", "member")
    return chat


def kick(server: FakeTelegram, chat: Chat, by: Person) -> None:
    chat.closed = f"Forbidden: bot was kicked from the {chat.public['type']} chat"
    by.in_chat(chat).announces_membership("member", "kicked")


def migrate(server: FakeTelegram, chat: Chat, new_id: int, by: Person) -> Chat:
    """The group becomes a supergroup: both service messages, and errors with the new id from now on."""
    public = {"id": new_id, "type": "supergroup", "title": chat.public["title"]}
    new = server.world.chats[new_id] = Chat(new_id, public)
    by.in_chat(chat).sends({"migrate_to_chat_id": new_id})
    by.in_chat(new).sends({"migrate_from_chat_id": chat.id})
    chat.migrated_to = new_id
    return new
