"""What the gateway forgets: by age, by a person's wish, and what a crash left behind."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.clock import milliseconds
from bot.database.db import Database, Tx
from bot.gateway import numbers, queues, shapes, store
from bot.gateway.core import Core
from bot.gateway.files import NOT_KEPT, Shelf
from bot.gateway.notifier import Bell
from bot.gateway.phone.limits import MEGABYTE, Standing

EVENTS = timedelta(hours=48)
REPEATS = timedelta(days=30)
QUERIES = timedelta(days=1)
ARRIVALS = timedelta(hours=1)
# How much was sent on a day, from when the next one begins.
USAGE = timedelta(days=1)
EPOCH = date(1970, 1, 1).toordinal()
# As long as what a newcomer said waits for her to agree, see bot/updates/newcomers.py.
STRANGERS_FILES = timedelta(days=3)
DOCUMENTS = timedelta(days=30)
# Bytes: two files of somebody's own data, which may be asked for every ten minutes. The oldest go first.
DOCUMENTS_OF_A_CHAT = 100 * MEGABYTE
SILENT = timedelta(hours=1)
# A file that no message shows any more may still be under way: in a bot's hands, or in a form being sent.
UNSHOWN_FILES = timedelta(hours=48)
AT_ONCE = 500  # files
DAY = 86_400_000  # ms


async def prune(core: Core) -> None:
    database, now, shelf = core.database, core.clock.now(), core.shelf
    async with database.write() as tx:
        old = milliseconds(now - EVENTS)
        gone = await tx.one(int, "SELECT coalesce(max(id), 0) FROM gateway_events WHERE created < ?", old)
        if gone:
            # A page that slept longer than this is told to read its history again.
            await store.keep_setting(tx, "events_pruned", gone)
            await tx.run("DELETE FROM gateway_events WHERE created < ?", old)
        for table in ("gateway_txns", "gateway_keys"):
            await tx.run(f"DELETE FROM {table} WHERE created < ?", milliseconds(now - REPEATS))  # noqa: S608 our own names
        await tx.run("DELETE FROM gateway_queries WHERE created < ?", milliseconds(now - QUERIES))
        await tx.run("DELETE FROM gateway_arrivals WHERE at < ?", milliseconds(now - ARRIVALS))
        await tx.run("DELETE FROM gateway_usage WHERE day <= ?", (now - USAGE).toordinal() - EPOCH)
        for person in await store.silent_since(tx, milliseconds(now - SILENT)):
            await tx.run("DELETE FROM gateway_sessions WHERE person = ?", person)
            await tx.run("DELETE FROM gateway_events WHERE chat = ?", person)
            await tx.run("DELETE FROM gateway_people WHERE id = ?", person)
        dropped = await _drop_unshown(tx, milliseconds(now - UNSHOWN_FILES))
        dropped += await _drop_documents(tx, milliseconds(now - DOCUMENTS), milliseconds(now - UNSHOWN_FILES))
        dropped += await _drop_of_strangers(core, tx, milliseconds(now - STRANGERS_FILES))
        await store.note_dropped(tx, dropped)
        sweeps = await _is_time_to_sweep(core, tx)
    await drop_due(core)
    if sweeps:
        await _sweep(database, shelf)


async def drop_due(core: Core) -> None:
    """Files of which no row speaks any more. Names are never given again, so two processes may do it at once."""
    while names := await _due(core):
        await core.shelf.drop(names)
        async with core.database.write() as tx:
            await tx.many("DELETE FROM gateway_dropped WHERE path = ?", [(name,) for name in names])


async def _due(core: Core) -> list[str]:
    async with core.database.read() as tx:
        return await tx.all(str, "SELECT path FROM gateway_dropped LIMIT ?", AT_ONCE)


async def _is_time_to_sweep(core: Core, tx: Tx) -> bool:
    """Looking through a bucket costs money: once a day for all processes, a folder of one's own each time."""
    if core.shelf.path("") is not None:
        return True
    day = core.now() // DAY
    if (await store.setting(tx, "swept_on") or 0) == day:
        return False
    await store.keep_setting(tx, "swept_on", day)
    return True


async def forget(tx: Tx, person: int) -> list[str]:
    """Erases a person and their chat; returns the files to take from the shelf once this has committed."""
    await numbers.stand_in_line(tx, person)  # what she says at this moment comes before
    await tx.run("DELETE FROM gateway_sessions WHERE person = ?", person)
    await tx.run("DELETE FROM gateway_usage WHERE who = ?", f"person:{person}")
    await tx.run("DELETE FROM gateway_txns WHERE person = ?", person)
    await tx.run("DELETE FROM gateway_queries WHERE person = ?", person)
    await tx.run("DELETE FROM gateway_events WHERE chat = ?", person)
    await tx.run("DELETE FROM gateway_updates WHERE chat = ?", person)
    await tx.run("DELETE FROM gateway_keys WHERE chat = ?", person)
    dropped = await _drop_messages(tx, person)
    await tx.run("DELETE FROM gateway_people WHERE id = ?", person)
    return dropped


async def empty(tx: Tx, person: int, now: int) -> list[str]:
    """Everything that was said, and the name; the phone stays, so that one last message can be read there.

    Returns the files to take from the shelf once this has committed.
    """
    (number,) = await numbers.take(tx, person, 1)
    await tx.run("DELETE FROM gateway_events WHERE chat = ?", person)
    await tx.run("DELETE FROM gateway_updates WHERE chat = ?", person)
    dropped = await _drop_messages(tx, person)
    await tx.run("UPDATE gateway_people SET name = ?, chosen = NULL WHERE id = ?", store.guest_name(), person)
    # An open page reads its history again, and finds nothing. It is rung for soon.
    await queues.add_event(tx, Bell(), number, person, "reset", now)
    return dropped


async def _drop_messages(tx: Tx, chat: int) -> list[str]:
    shown = await tx.all(str, "SELECT file_id FROM gateway_attachments WHERE chat = ?", chat)
    await tx.run("DELETE FROM gateway_attachments WHERE chat = ?", chat)
    await tx.run("DELETE FROM gateway_messages WHERE chat = ?", chat)
    return await _no_longer_shown(tx, shown)


async def _no_longer_shown(tx: Tx, file_ids: list[str]) -> list[str]:
    dropped: list[str] = []
    for file_id in file_ids:
        sql = """DELETE FROM gateway_files WHERE file_id = ? AND NOT EXISTS
            (SELECT 1 FROM gateway_attachments a WHERE a.file_id = gateway_files.file_id) RETURNING path"""
        dropped += await tx.all(str, sql, file_id)
    return dropped


async def _drop_unshown(tx: Tx, before: int) -> list[str]:
    sql = """DELETE FROM gateway_files WHERE created < ? AND NOT EXISTS
        (SELECT 1 FROM gateway_attachments a WHERE a.file_id = gateway_files.file_id) RETURNING path"""
    return await tx.all(str, sql, before)


@dataclass(frozen=True)
class _Document:
    file_id: str
    path: str
    size: int
    created: int
    chat: int
    raw_picture: int


async def _drop_documents(tx: Tx, before: int, unshown: int) -> list[str]:
    """Their bytes: nobody here reads them, and whoever asks the bot for one again gets a new one. The names stay.

    Earlier versions kept pictures that people sent as files as they came, with the place in them: those go first.
    """
    newest_first = await tx.all(
        _Document,
        "SELECT f.file_id, f.path, f.size, f.created, a.chat,"
        " CASE WHEN m.by_bot = 0 AND f.type LIKE 'image/%' THEN 1 ELSE 0 END FROM gateway_files f"
        " JOIN gateway_attachments a ON a.file_id = f.file_id JOIN gateway_messages m ON m.id = a.message"
        " WHERE f.kind = 'document' AND f.path NOT LIKE ? ORDER BY f.created DESC, f.file_id",
        f"{NOT_KEPT}%",
    )
    held: dict[int, int] = {}
    dropped = []
    for one in newest_first:
        held[one.chat] = held.get(one.chat, 0) + one.size
        old = one.created < (unshown if one.raw_picture else before)
        if old or held[one.chat] > DOCUMENTS_OF_A_CHAT:
            await _keep_only_the_name(tx, one.file_id)
            dropped.append(one.path)
    return dropped


async def _keep_only_the_name(tx: Tx, file_id: str) -> None:
    only_named = shapes.ONLY_NAMED + file_id
    await tx.run(
        "UPDATE gateway_messages SET body = replace(body, ?, ?) WHERE id IN"
        " (SELECT message FROM gateway_attachments WHERE file_id = ?)",
        f'"{file_id}"',
        f'"{only_named}"',
        file_id,
    )
    await tx.run("UPDATE gateway_attachments SET file_id = ? WHERE file_id = ?", only_named, file_id)
    await tx.run(
        "UPDATE gateway_files SET file_id = ?, path = ? WHERE file_id = ?", only_named, NOT_KEPT + "old", file_id
    )


async def _drop_of_strangers(core: Core, tx: Tx, before: int) -> list[str]:
    """Messages with files of those who have not agreed to anything by now; what they said in words stays."""
    looked_until = await store.setting(tx, "strangers_pruned") or 0
    found = await tx.all(
        lambda *row: row,
        "SELECT DISTINCT a.message, a.chat FROM gateway_files f JOIN gateway_attachments a ON a.file_id = f.file_id"
        " JOIN gateway_messages m ON m.id = a.message WHERE f.created >= ? AND f.created < ? AND m.by_bot = 0",
        looked_until,
        before,
    )
    await store.keep_setting(tx, "strangers_pruned", before)
    standing = {chat: await core.standing(tx, chat) for chat in {chat for _, chat in found}}
    gone: dict[int, list[int]] = {}
    for message, chat in found:
        if standing[chat] is Standing.STRANGER:
            gone.setdefault(chat, []).append(message)
    return [
        path for chat, messages in sorted(gone.items()) for path in await _drop_files_of(core, tx, chat, messages)
    ]


async def _drop_files_of(core: Core, tx: Tx, chat: int, messages: list[int]) -> list[str]:
    (event,) = await numbers.take(tx, chat, 1)
    shown: list[str] = []
    for message in messages:
        shown += await tx.all(str, "SELECT file_id FROM gateway_attachments WHERE message = ?", message)
        await store.drop_message(tx, message)
    await queues.add_event(tx, core.bell, event, chat, "delete", core.now(), data={"ids": messages})
    return await _no_longer_shown(tx, shown)


async def _sweep(database: Database, shelf: Shelf) -> None:
    """What a crash left behind. In a folder a picture with a second name is as old as its first one, so age alone
    says nothing: whoever is without a row twice, ten minutes apart, waits for none. A copy in a bucket is new."""
    found = await shelf.older_than(UNSHOWN_FILES.total_seconds())
    async with database.read() as tx:
        known = set(await tx.all(str, "SELECT path FROM gateway_files"))
    unclaimed = set(found) - known
    twice = unclaimed if shelf.path("") is None else unclaimed & shelf.unclaimed
    await shelf.drop([name for name in found if name in twice])
    shelf.unclaimed = unclaimed
