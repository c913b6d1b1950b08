"""Telegram groups: what is said to us there, and groups that move or put us out."""

import re
from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.people import Speaker

COMMAND = re.compile(r"/(?P<command>[A-Za-z0-9_]{1,32})(?:@(?P<whom>\w+))?(?:\s.*)?", re.DOTALL)


@dataclass(frozen=True)
class GroupWords:
    """A command somebody gave us in a group. `speaker` is None for somebody we do not know from elsewhere."""

    door: str
    chat_id: int
    title: str
    speaker: Speaker | None


def command_in(heard: object, our_name: str | None) -> str | None:
    """None for what is not said to us: other words, and commands for another bot."""
    found = COMMAND.fullmatch(heard) if isinstance(heard, str) else None
    if found is None or (found["whom"] and found["whom"].lower() != (our_name or "").lower()):
        return None
    return found["command"].lower()


async def note_lost(tx: Tx, door: str, chat_id: int) -> None:
    """We were put out, or the group is gone: it hears nothing any more, and its leads are to be told."""
    if door != "telegram":
        return
    await tx.run("UPDATE relays SET state = 'lost', news = 'lost', chat_id = NULL WHERE chat_id = ?", chat_id)


async def move(tx: Tx, door: str, old: int, new: int) -> None:
    """The group became a supergroup: its new id wherever the old one stands, but in the outbox (outbox/moving.py).

    Doing it twice changes nothing.

    https://core.telegram.org/bots/api#message, migrate_to_chat_id
    """
    for table in ("identities", "poll_messages"):
        await tx.run(f"UPDATE {table} SET chat_id = ? WHERE door = ? AND chat_id = ?", new, door, old)  # noqa: S608
    # Somebody may have bound the new one already.
    await tx.run(
        "DELETE FROM relays WHERE chat_id = ? AND EXISTS (SELECT 1 FROM relays other WHERE other.chat_id = ?)",
        old,
        new,
    )
    await tx.run("UPDATE relays SET chat_id = ? WHERE chat_id = ?", new, old)
