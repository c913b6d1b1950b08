"""What the gateway forgets: by age, by a person's wish, and what a crash left behind."""

from datetime import timedelta

from bot.clock import Clock, milliseconds
from bot.db import Database, Tx
from bot.gateway import queues, store
from bot.gateway.bell import Bell
from bot.gateway.shelf import Shelf

EVENTS = timedelta(hours=48)
REPEATS = timedelta(days=30)
QUERIES = timedelta(days=1)
ARRIVALS = timedelta(hours=1)
SILENT = timedelta(hours=1)
# A file that no message shows any more may still be under way: in a bot's hands, or in a form being sent.
UNSHOWN_FILES = timedelta(hours=48)


async def prune(database: Database, clock: Clock, shelf: Shelf) -> None:
    now = clock.now()
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
        for person in await store.silent_since(tx, milliseconds(now - SILENT)):
            await tx.run("DELETE FROM gateway_sessions WHERE person = ?", person)
            await tx.run("DELETE FROM gateway_events WHERE chat = ?", person)
            await tx.run("DELETE FROM gateway_people WHERE id = ?", person)
        dropped = await _drop_unshown(tx, milliseconds(now - UNSHOWN_FILES))
    await shelf.drop(dropped)
    await _sweep(database, shelf)


async def forget(tx: Tx, person: int) -> list[str]:
    """Erases a person and their chat; returns the files to take from the shelf once this has committed."""
    await tx.run("DELETE FROM gateway_sessions WHERE person = ?", person)
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
    await tx.run("DELETE FROM gateway_events WHERE chat = ?", person)
    await tx.run("DELETE FROM gateway_updates WHERE chat = ?", person)
    dropped = await _drop_messages(tx, person)
    await tx.run("UPDATE gateway_people SET name = ?, chosen = NULL WHERE id = ?", store.guest_name(), person)
    (number,) = await store.numbers(tx, 1)
    # An open page reads its history again, and finds nothing. It is rung for within a second.
    await queues.add_event(tx, Bell(), number, person, "reset", now)
    return dropped


async def _drop_messages(tx: Tx, chat: int) -> list[str]:
    shown = await tx.all(str, "SELECT file_id FROM gateway_attachments WHERE chat = ?", chat)
    await tx.run("DELETE FROM gateway_attachments WHERE chat = ?", chat)
    await tx.run("DELETE FROM gateway_messages WHERE chat = ?", chat)
    dropped: list[str] = []
    for file_id in shown:
        sql = """DELETE FROM gateway_files WHERE file_id = ? AND NOT EXISTS
            (SELECT 1 FROM gateway_attachments a WHERE a.file_id = gateway_files.file_id) RETURNING path"""
        dropped += await tx.all(str, sql, file_id)
    return dropped


async def _drop_unshown(tx: Tx, before: int) -> list[str]:
    sql = """DELETE FROM gateway_files WHERE created < ? AND NOT EXISTS
        (SELECT 1 FROM gateway_attachments a WHERE a.file_id = gateway_files.file_id) RETURNING path"""
    return await tx.all(str, sql, before)


async def _sweep(database: Database, shelf: Shelf) -> None:
    """What a crash left behind. A picture with a second name is as old as its first one, so age alone says nothing:
    whoever is without a row twice, ten minutes apart, is waiting for none."""
    found = await shelf.older_than(UNSHOWN_FILES.total_seconds())
    async with database.read() as tx:
        known = set(await tx.all(str, "SELECT path FROM gateway_files"))
    unclaimed = set(found) - known
    await shelf.drop([name for name in found if name in unclaimed & shelf.unclaimed])
    shelf.unclaimed = unclaimed
