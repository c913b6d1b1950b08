"""What somebody said and sent in the web chat, for whoever makes a file of what is hers."""

from dataclasses import dataclass

from bot.database.db import Tx

PAGE = 500  # messages read at once


@dataclass(frozen=True)
class Said:
    """A message of hers; `body` is its content in the Bot API's words, as JSON."""

    id: int
    sent: int
    body: str


@dataclass(frozen=True)
class Sent:
    """A file in a message of hers. The sizes of one picture are a family."""

    message: int
    family: str
    file_id: str
    path: str
    name: str
    size: int
    width: int


async def said(tx: Tx, person: int, after: int) -> list[Said]:
    """The next ones, oldest first; what the bot said is not among them."""
    return await tx.all(
        Said,
        "SELECT id, sent, body FROM gateway_messages WHERE chat = ? AND by_bot = 0 AND id > ? ORDER BY id LIMIT ?",
        person,
        after,
        PAGE,
    )


async def sent(tx: Tx, person: int, known: frozenset[str]) -> list[Sent]:
    """Of a picture the largest size; without what is kept back, and those of which any size is `known` by file_id."""
    found = await tx.all(
        Sent,
        "SELECT a.message, f.family, f.file_id, f.path, f.name, f.size, f.width FROM gateway_attachments a"
        " JOIN gateway_messages m ON m.id = a.message JOIN gateway_files f ON f.file_id = a.file_id"
        " WHERE a.chat = ? AND m.by_bot = 0 AND f.withheld = 0 ORDER BY a.message, f.width, f.size",
        person,
    )
    not_needed = {one.family for one in found if one.file_id in known}
    largest = {(one.message, one.family): one for one in found if one.family not in not_needed}
    return list(largest.values())
