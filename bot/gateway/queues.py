"""What waits: events for the open pages, updates for the bot, and the queries a bot may still answer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.database.db import Tx
from bot.gateway.notifier import Bell
from bot.gateway.numbers import NEWEST
from bot.gateway.store import Message, packed, setting

# What is called between processes: of which chats there is news.
NEWS = "chat"
# https://core.telegram.org/bots/api#update: these come only when they are asked for.
ONLY_ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")


@dataclass(frozen=True)
class Event:
    """`message` is what the event is about as it is now; None when it has been deleted since."""

    id: int
    type: str
    about: int | None
    data: str
    message: Message | None


@dataclass(frozen=True)
class Update:
    id: int
    chat: int
    kind: str
    body: str

    def wire(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: json.loads(self.body)}


def _event(number: int, type_: str, about: int | None, data: str, *columns: Any) -> Event:
    return Event(number, type_, about, data, Message(*columns) if columns[0] is not None else None)


async def add_event(
    tx: Tx, bell: Bell, number: int, chat: int, type_: str, now: int, *, about: int | None = None, data: Any = None
) -> None:
    sql = "INSERT INTO gateway_events (id, chat, type, message, data, created) VALUES (?, ?, ?, ?, ?, ?)"
    await tx.run(sql, number, chat, type_, about, packed(data or {}), now)
    tx.after_commit.append(lambda: bell.ring(chat))
    tx.notify(NEWS, str(chat))


@dataclass(frozen=True)
class Reach:
    """Whether somebody may read here, up to which event all is forgotten, and the highest number there is."""

    admitted: int
    pruned: int
    newest: int


async def events(tx: Tx, session: str, chat: int, after: int, count: int) -> tuple[Reach, list[Event]]:
    """In one statement, since every open page asks this whenever something happens."""
    sql = f"""SELECT r.admitted, r.pruned, r.newest, e.id, e.type, e.message, e.data,
            m.id, m.chat, m.by_bot, m.sent, m.edited, m.language, m.reply_to, m.txn, m.reaction, m.body
        FROM (SELECT (SELECT count(*) FROM gateway_sessions WHERE hash = ?) AS admitted,
            coalesce((SELECT CAST(value AS BIGINT) FROM gateway_settings WHERE name = 'events_pruned'), 0) AS pruned,
            ({NEWEST[tx.dialect]}) AS newest) AS r
        LEFT JOIN (SELECT id, type, message, data FROM gateway_events WHERE chat = ? AND id > ?
            ORDER BY id LIMIT ?) AS e ON 1 = 1
        LEFT JOIN gateway_messages m ON m.id = e.message ORDER BY e.id"""  # noqa: S608 constants
    rows = await tx.all(_reached, sql, session, chat, after, count)
    return rows[0][0], [event for _, event in rows if event is not None]


def _reached(
    admitted: int, pruned: int, newest: int, number: int | None, *columns: Any
) -> tuple[Reach, Event | None]:
    return Reach(admitted, pruned, newest), None if number is None else _event(number, *columns)


async def chats_with_news(tx: Tx, after: int) -> list[int]:
    return await tx.all(int, "SELECT DISTINCT chat FROM gateway_events WHERE id > ?", after)


async def wanted(tx: Tx, kind: str) -> bool:
    allowed = await setting(tx, "allowed_updates")
    return kind in allowed if allowed else kind not in ONLY_ON_REQUEST


async def add_update(tx: Tx, update: Update, now: int) -> None:
    sql = "INSERT INTO gateway_updates (id, chat, kind, body, created) VALUES (?, ?, ?, ?, ?)"
    await tx.run(sql, update.id, update.chat, update.kind, update.body, now)


async def add_shared_update(tx: Tx, update: Update, mark: int, now: int) -> int:
    """Who takes it: whoever has one of this chat that is not confirmed, so that they stay in order; else `mark`."""
    sql = """INSERT INTO gateway_updates (id, chat, kind, body, created, taken_by) VALUES (?, ?, ?, ?, ?, coalesce(
        (SELECT taken_by FROM gateway_updates WHERE chat = ? ORDER BY id DESC LIMIT 1), ?)) RETURNING taken_by"""
    values = (update.id, update.chat, update.kind, update.body, now, update.chat, mark)
    return await tx.one(int, sql, *values) or mark


async def updates(tx: Tx, offset: int, count: int) -> list[Update]:
    sql = "SELECT id, chat, kind, body FROM gateway_updates WHERE id >= ? ORDER BY id LIMIT ?"
    return await tx.all(Update, sql, offset, count)


async def updates_of(tx: Tx, marks: Sequence[int], count: int) -> list[Update]:
    """With several processes, a lower number may become visible later, in another chat."""
    sql = f"""SELECT id, chat, kind, body FROM gateway_updates WHERE taken_by IN ({_places(marks)})
        ORDER BY id LIMIT ?"""  # noqa: S608 places for values
    return await tx.all(Update, sql, *marks, count)


async def marks(tx: Tx) -> list[int]:
    return await tx.all(int, "SELECT DISTINCT taken_by FROM gateway_updates")


async def take_over(tx: Tx, left_by: Sequence[int], mark: int) -> None:
    sql = f"UPDATE gateway_updates SET taken_by = ? WHERE taken_by IN ({_places(left_by)})"  # noqa: S608
    await tx.run(sql, mark, *left_by)


def _places(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))


async def nth_newest_update(tx: Tx, n: int) -> int:
    sql = """SELECT coalesce(min(id), 0) FROM
        (SELECT id FROM gateway_updates ORDER BY id DESC LIMIT ?) AS newest"""
    return await tx.one(int, sql, n) or 0


async def confirm_before(tx: Tx, offset: int) -> None:
    await tx.run("DELETE FROM gateway_updates WHERE id < ?", offset)


async def confirm(tx: Tx, numbers: Sequence[int]) -> None:
    await tx.many("DELETE FROM gateway_updates WHERE id = ?", [(number,) for number in numbers])


async def drop_updates(tx: Tx) -> None:
    await tx.run("DELETE FROM gateway_updates")


async def pending(tx: Tx) -> int:
    return await tx.one(int, "SELECT count(*) FROM gateway_updates") or 0


async def waiting(tx: Tx, chat: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM gateway_updates WHERE chat = ?", chat) or 0


async def add_query(tx: Tx, number: int, person: int, now: int) -> None:
    await tx.run("INSERT INTO gateway_queries (id, person, created) VALUES (?, ?, ?)", number, person, now)


async def query_person(tx: Tx, number: int, since: int) -> int | None:
    return await tx.one(int, "SELECT person FROM gateway_queries WHERE id = ? AND created >= ?", number, since)
