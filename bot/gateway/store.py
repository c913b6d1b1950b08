"""The rows of the gateway: people, sessions, messages, files, events, updates, and the SQL for them."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.database.db import Tx
from bot.gateway.files import NOT_KEPT

Body = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """A private chat has the number of its person. `gone`: they left, nothing reaches them.

    `language` is what their phone says; `chosen` what the bot says this chat is held in, None until it does.
    """

    id: int
    name: str
    language: str
    gone: int
    chosen: str | None = None


@dataclass(frozen=True)
class Message:
    """`body` holds the content in the Bot API's words, as JSON."""

    id: int
    chat: int
    by_bot: int
    sent: int
    edited: int | None
    language: str | None
    reply_to: int | None
    txn: str | None
    reaction: str | None
    body: str

    def content(self) -> Body:
        content: Body = json.loads(self.body)
        return content


@dataclass(frozen=True)
class File:
    file_id: str
    unique_id: str
    family: str
    kind: str
    path: str
    type: str
    name: str
    size: int
    width: int
    height: int
    duration: int


def packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- settings ----------------------------------------------------------------------------------------


async def touch(tx: Tx) -> None:
    """Writes something, to know whether that can be done."""
    await tx.run("UPDATE gateway_counter SET value = value + 1")


async def setting(tx: Tx, name: str) -> Any:
    value = await tx.one(str, "SELECT value FROM gateway_settings WHERE name = ?", name)
    return None if value is None else json.loads(value)


async def keep_setting(tx: Tx, name: str, value: Any) -> None:
    sql = """INSERT INTO gateway_settings (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
    await tx.run(sql, name, packed(value))


# --- people ------------------------------------------------------------------------------------------


def guest_name() -> str:
    return f"Guest {secrets.randbelow(9000) + 1000}"


async def add_person(tx: Tx, person: Person, session: str, now: int) -> None:
    sql = "INSERT INTO gateway_people (id, name, language, gone, created) VALUES (?, ?, ?, ?, ?)"
    await tx.run(sql, person.id, person.name, person.language, person.gone, now)
    sql = "INSERT INTO gateway_sessions (hash, person, created) VALUES (?, ?, ?)"
    await tx.run(sql, session, person.id, now)


async def person(tx: Tx, number: int) -> Person | None:
    return await tx.one(Person, "SELECT id, name, language, gone, chosen FROM gateway_people WHERE id = ?", number)


async def person_of_session(tx: Tx, session: str) -> Person | None:
    sql = """SELECT p.id, p.name, p.language, p.gone, p.chosen FROM gateway_sessions s
        JOIN gateway_people p ON p.id = s.person WHERE s.hash = ?"""
    return await tx.one(Person, sql, session)


async def keep_language(tx: Tx, person: int, language: str) -> None:
    await tx.run("UPDATE gateway_people SET language = ? WHERE id = ?", language, person)


async def choose_language(tx: Tx, person: int, chosen: str | None) -> None:
    await tx.run("UPDATE gateway_people SET chosen = ? WHERE id = ?", chosen, person)


async def end_session(tx: Tx, session: str) -> None:
    await tx.run("DELETE FROM gateway_sessions WHERE hash = ?", session)


async def has_session(tx: Tx, person: int) -> bool:
    return await tx.one(int, "SELECT count(*) FROM gateway_sessions WHERE person = ?", person) != 0


async def sessions(tx: Tx) -> int:
    """How many phones are signed in."""
    return await tx.one(int, "SELECT count(*) FROM gateway_sessions") or 0


async def mark_gone(tx: Tx, person: int) -> None:
    await tx.run("UPDATE gateway_people SET gone = 1 WHERE id = ?", person)


async def has_spoken(tx: Tx, person: int) -> bool:
    """Within the time for which repeated requests are remembered."""
    return await tx.one(int, "SELECT 1 FROM gateway_txns WHERE person = ? LIMIT 1", person) is not None


async def silent_since(tx: Tx, before: int) -> list[int]:
    """People who opened the page and never said anything, nor were told anything."""
    sql = """SELECT p.id FROM gateway_people p WHERE p.created < ?
        AND NOT EXISTS (SELECT 1 FROM gateway_txns t WHERE t.person = p.id)
        AND NOT EXISTS (SELECT 1 FROM gateway_messages m WHERE m.chat = p.id)"""
    return await tx.all(int, sql, before)


async def arrivals(tx: Tx, address: str, since: int) -> int:
    sql = "SELECT count(*) FROM gateway_arrivals WHERE address = ? AND at > ?"
    return await tx.one(int, sql, address, since) or 0


async def add_arrival(tx: Tx, address: str, now: int) -> None:
    await tx.run("INSERT INTO gateway_arrivals (address, at) VALUES (?, ?)", address, now)


# --- messages ----------------------------------------------------------------------------------------


async def add_message(tx: Tx, message: Message) -> None:
    sql = """INSERT INTO gateway_messages
        (id, chat, by_bot, sent, edited, language, reply_to, txn, reaction, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
    m = message
    values = (m.id, m.chat, m.by_bot, m.sent, m.edited, m.language, m.reply_to, m.txn, m.reaction, m.body)
    await tx.run(sql, *values)


async def message(tx: Tx, chat: int, number: int) -> Message | None:
    sql = """SELECT id, chat, by_bot, sent, edited, language, reply_to, txn, reaction, body
        FROM gateway_messages WHERE id = ? AND chat = ?"""
    return await tx.one(Message, sql, number, chat)


async def keep_message(tx: Tx, message: Message) -> None:
    sql = "UPDATE gateway_messages SET edited = ?, language = ?, reaction = ?, body = ? WHERE id = ?"
    await tx.run(sql, message.edited, message.language, message.reaction, message.body, message.id)


async def drop_message(tx: Tx, number: int) -> None:
    await detach(tx, number)
    await tx.run("DELETE FROM gateway_messages WHERE id = ?", number)


async def page(tx: Tx, chat: int, before: int, count: int) -> list[Message]:
    """Newest first."""
    sql = """SELECT id, chat, by_bot, sent, edited, language, reply_to, txn, reaction, body
        FROM gateway_messages WHERE chat = ? AND id < ? ORDER BY id DESC LIMIT ?"""
    return await tx.all(Message, sql, chat, before, count)


# --- files -------------------------------------------------------------------------------------------


async def add_file(tx: Tx, file: File, now: int) -> None:
    sql = """INSERT INTO gateway_files
        (file_id, unique_id, family, kind, path, type, name, size, width, height, duration, created)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
    f = file
    row = (f.file_id, f.unique_id, f.family, f.kind, f.path, f.type, f.name, f.size, f.width, f.height, f.duration)
    await tx.run(sql, *row, now)


async def file(tx: Tx, file_id: str) -> File | None:
    sql = """SELECT file_id, unique_id, family, kind, path, type, name, size, width, height, duration
        FROM gateway_files WHERE file_id = ?"""
    return await tx.one(File, sql, file_id)


async def family(tx: Tx, name: str) -> list[File]:
    """The sizes of one photo, smallest first; or the one document."""
    sql = """SELECT file_id, unique_id, family, kind, path, type, name, size, width, height, duration
        FROM gateway_files WHERE family = ? ORDER BY width, size"""
    return await tx.all(File, sql, name)


async def file_at(tx: Tx, path: str) -> File | None:
    sql = """SELECT file_id, unique_id, family, kind, path, type, name, size, width, height, duration
        FROM gateway_files WHERE path = ?"""
    return await tx.one(File, sql, path)


async def file_in_chat(tx: Tx, file_id: str, chat: int) -> File | None:
    sql = """SELECT file_id, unique_id, family, kind, path, type, name, size, width, height, duration
        FROM gateway_files f WHERE file_id = ? AND f.withheld = 0
        AND EXISTS (SELECT 1 FROM gateway_attachments a WHERE a.file_id = f.file_id AND a.chat = ?)"""
    return await tx.one(File, sql, file_id, chat)


async def note_dropped(tx: Tx, paths: Sequence[str]) -> None:
    """Their files go soon after this has committed, see bot/gateway/pruning.py."""
    rows = [(path,) for path in paths if not path.startswith(NOT_KEPT)]
    await tx.many("INSERT INTO gateway_dropped (path) VALUES (?) ON CONFLICT DO NOTHING", rows)


async def withhold(tx: Tx, file_id: str, withheld: int) -> None:
    """While this is 1 nobody is handed any size of it."""
    sql = "UPDATE gateway_files SET withheld = ? WHERE family IN (SELECT family FROM gateway_files WHERE file_id = ?)"
    await tx.run(sql, withheld, file_id)


async def drop_family(tx: Tx, file_id: str) -> list[str]:
    """Of all its sizes; returns the files to take from the shelf once this has committed."""
    sql = """DELETE FROM gateway_files WHERE family IN (SELECT family FROM gateway_files WHERE file_id = ?)
        RETURNING path"""
    return await tx.all(str, sql, file_id)


async def attach(tx: Tx, file_id: str, message: int, chat: int) -> None:
    sql = "INSERT INTO gateway_attachments (file_id, message, chat) VALUES (?, ?, ?)"
    await tx.run(sql, file_id, message, chat)


async def detach(tx: Tx, message: int) -> None:
    await tx.run("DELETE FROM gateway_attachments WHERE message = ?", message)


# --- what was sent today ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Usage:
    """Bytes of files, and of words."""

    bytes: int
    words: int


async def usage(tx: Tx, who: str, day: int) -> Usage:
    sql = "SELECT bytes, words FROM gateway_usage WHERE who = ? AND day = ?"
    return await tx.one(Usage, sql, who, day) or Usage(0, 0)


async def add_usage(tx: Tx, who: str, day: int, files: int, words: int) -> Usage:
    """What it is now. Nobody else adds to it until this transaction ends."""
    sql = """INSERT INTO gateway_usage (who, day, bytes, words) VALUES (?, ?, ?, ?) ON CONFLICT (who, day) DO UPDATE
        SET bytes = gateway_usage.bytes + excluded.bytes, words = gateway_usage.words + excluded.words
        RETURNING bytes, words"""
    return await tx.one(Usage, sql, who, day, files, words) or Usage(files, words)


async def give_usage_back(tx: Tx, who: str, day: int, files: int) -> None:
    """Nothing comes of it when the row is gone: whoever left, or a day long past, is owed nothing."""
    await tx.run("UPDATE gateway_usage SET bytes = bytes - ? WHERE who = ? AND day = ?", files, who, day)


# --- repeated requests -------------------------------------------------------------------------------


async def txn(tx: Tx, person: int, name: str) -> list[int] | None:
    sql = "SELECT numbers FROM gateway_txns WHERE person = ? AND txn = ?"
    return _numbers(await tx.one(str, sql, person, name))


async def keep_txn(tx: Tx, person: int, name: str, made: list[int], now: int) -> None:
    sql = "INSERT INTO gateway_txns (person, txn, numbers, created) VALUES (?, ?, ?, ?)"
    await tx.run(sql, person, name, packed(made), now)


async def key(tx: Tx, name: str) -> list[int] | None:
    return _numbers(await tx.one(str, "SELECT numbers FROM gateway_keys WHERE key = ?", name))


async def keep_key(tx: Tx, name: str, chat: int, made: list[int], now: int) -> None:
    sql = "INSERT INTO gateway_keys (key, chat, numbers, created) VALUES (?, ?, ?, ?)"
    await tx.run(sql, name, chat, packed(made), now)


def _numbers(stored: str | None) -> list[int] | None:
    return None if stored is None else list(json.loads(stored))


# --- commands ----------------------------------------------------------------------------------------


async def commands(tx: Tx, scope: str, language: str) -> list[dict[str, str]] | None:
    sql = "SELECT commands FROM gateway_commands WHERE scope = ? AND language = ?"
    stored = await tx.one(str, sql, scope, language)
    return None if stored is None else list(json.loads(stored))


async def keep_commands(tx: Tx, scope: str, language: str, commands: list[dict[str, str]]) -> None:
    sql = """INSERT INTO gateway_commands (scope, language, commands) VALUES (?, ?, ?)
        ON CONFLICT (scope, language) DO UPDATE SET commands = excluded.commands"""
    await tx.run(sql, scope, language, packed(commands))


async def drop_commands(tx: Tx, scope: str, language: str) -> None:
    await tx.run("DELETE FROM gateway_commands WHERE scope = ? AND language = ?", scope, language)
