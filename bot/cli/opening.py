"""What the command line does before anything else: alone on the data folder, the database opened, or said why not."""

import asyncio
import contextlib
import fcntl
import random
import socket
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from bot import app as machine
from bot import program
from bot.app import App
from bot.backup import make, restore
from bot.cli import recovery
from bot.clock import clock_of
from bot.config import Settings
from bot.database.db import DamagedDatabase, NewerDatabase, NotSaved
from bot.dialogue.feature import Feature
from bot.storage.owner import NotOurs
from bot.storage.storage import Unavailable

BROKEN, BAD_SETTINGS, ALREADY_RUNNING, BAD_DATABASE, OUTDATED = 1, 2, 3, 4, 5  # exit statuses
PATIENCE = 60.0  # seconds for a database server that is not up yet
RUNS_ALREADY = "Another Nestbox is already running on this data folder. Stop it first."


def complain(words: str) -> None:
    print(words, file=sys.stderr)


class NotWritable(Exception):
    """Its words are for the operator."""


def alone(settings: Settings) -> contextlib.AbstractContextManager[bool]:
    """One process on a data folder; the lock goes with the process, however it ends. Raises NotWritable."""
    return _locked(settings, fcntl.LOCK_EX)


def at_home(settings: Settings) -> contextlib.AbstractContextManager[bool]:
    """For a bot that runs: on SQLite alone, on PostgreSQL beside others, if none is `alone`. Raises NotWritable."""
    return _locked(settings, fcntl.LOCK_SH if settings.database_url.startswith("postgres") else fcntl.LOCK_EX)


@contextlib.contextmanager
def _locked(settings: Settings, how: int) -> Iterator[bool]:
    with _lock_file(settings.data_dir) as lock:
        try:
            fcntl.flock(lock, how | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _lock_file(folder: Path) -> TextIO:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / "nestbox.lock").open("w")
    except OSError as error:
        raise NotWritable(
            f"{folder} cannot be written ({error.strerror}): let this user write there, or name another DATA_DIR."
        ) from error


def port_is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


async def tidy(settings: Settings) -> None:
    """Expects to be alone on the folder."""
    if restore.interrupted(settings):
        await asyncio.to_thread(restore.finish, settings)
        print("A restore that had been interrupted is finished now.")
    await asyncio.to_thread(restore.clear_opened, settings.data_dir)
    await asyncio.to_thread(make.prune_copies, settings.data_dir, clock_of(settings.clock_file).now())


@contextlib.asynccontextmanager
async def opened(settings: Settings, features: Sequence[Feature], patience: float = 0.0) -> AsyncIterator[App | None]:
    """The parts, put together and not running; None when the database is not ours to use, which has been said.

    `patience` are the seconds in which its server may still be starting.
    """
    if restore.interrupted(settings):
        complain(f"A restore was interrupted here. `{program.typed()}` finishes it.")
        yield None
        return
    try:
        clock = clock_of(settings.clock_file)
        app = await machine.build(settings, clock, features, random.SystemRandom(), patience=patience)
    except (NewerDatabase, DamagedDatabase, NotSaved, OSError) as error:
        complain(await asyncio.to_thread(why_not, error, settings))
        yield None
        return
    try:
        yield app
    finally:
        await app.close()


def why_not(error: Exception, settings: Settings) -> str:
    """What an operator can do about a database that does not open. Blocks."""
    match error:
        case NewerDatabase():
            return f"{error}. Install that version, or restore a backup."
        case DamagedDatabase():
            command = recovery.restore_command(settings)
            if command is None:
                return f"The database is damaged ({error}). Put a backup in its place, then start again."
            return f"The database is damaged ({error}). The newest good backup comes back with:\n  {command}"
        case NotOurs():
            return f"{error}: name another folder in MEDIA_URL or DATA_DIR."
        case Unavailable():
            return (
                f"Where pictures lie cannot be used: {error}. Check MEDIA_URL and the AWS_ settings, or wait for it."
            )
        case NotSaved():
            return f"The database could not be brought to this version ({error}). Make room, then start again."
    return f"The database cannot be opened: {error}."
