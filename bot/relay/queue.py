"""News of a place, queued for each of its relays that is to get this kind of it."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.doors.door import TELEGRAM
from bot.i18n.texts import Text, render_plain
from bot.outbox.message import Address, Lane, Message
from bot.outbox.queue import queue_message
from bot.relay.services import Topic


@dataclass(frozen=True)
class _Relay:
    id: int
    chat_id: int | None
    language: str


async def post(
    tx: Tx,
    place_id: int,
    title: str,
    topic: Topic,
    message: Message,
    words: Text,
    now: datetime,
    not_before: datetime,
) -> int:
    """`message` for groups of Telegram, `words` for everything else; returns for how many relays."""
    relays = await tx.all(
        _Relay,
        "SELECT id, chat_id, language FROM relays"  # noqa: S608 the topic is one of three fixed words
        f" WHERE place_id = ? AND state = 'active' AND {topic.value} = 1 ORDER BY id",
        place_id,
    )
    for relay in relays:
        if relay.chat_id is not None:
            group = Address(TELEGRAM, relay.chat_id, relay.language)
            await queue_message(tx, group, message, Lane.NOTICE, now, not_before)
        else:
            await queue(tx, relay.id, title, worded(words, relay.language), now, not_before)
    return len(relays)


def worded(words: Text, language: str) -> str:
    """As services take it that know no formatting."""
    return render_plain(words, language)


async def queue(
    tx: Tx,
    relay_id: int,
    title: str,
    words: str,
    now: datetime,
    not_before: datetime,
    asked_by: int | None = None,
    asked_row: int | None = None,
) -> None:
    """`asked_by` waits for the result, in the message of the outbox row `asked_row`."""
    await tx.run(
        "INSERT INTO relay_posts (relay_id, title, words, not_before, asked_by, asked_row, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        relay_id,
        title,
        words,
        milliseconds(not_before),
        asked_by,
        asked_row,
        milliseconds(now),
    )
