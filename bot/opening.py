"""What the command line does before anything else: alone on the data folder, the database opened, or said why not."""

import asyncio
import contextlib
import fcntl
import random
import sys
from collections.abc import AsyncIterator, Iterator, Sequence

from bot import app as machine
from bot import backup, rescue, restore
from bot.app import App
from bot.clock import clock_of
from bot.config import Settings
from bot.db import DamagedDatabase, NotSaved
from bot.feature import Feature
from bot.migrations import NewerDatabase

BROKEN, BAD_SETTINGS, ALREADY_RUNNING, BAD_DATABASE = 1, 2, 3, 4  # exit statuses
RUNS_ALREADY = "Another Nestbox is already running on this data folder. Stop it first."


def complain(words: str) -> None:
    print(words, file=sys.stderr)


@contextlib.contextmanager
def alone(settings: Settings) -> Iterator[bool]:
    """One process on a data folder; the lock goes with the process, however it ends."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / "nestbox.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


async def tidy(settings: Settings) -> None:
    """Expects to be alone on the folder."""
    if restore.interrupted(settings):
        await asyncio.to_thread(restore.finish, settings)
        print("A restore that had been interrupted is finished now.")
    await asyncio.to_thread(backup.prune_copies, settings.data_dir, clock_of(settings.clock_file).now())


@contextlib.asynccontextmanager
async def opened(settings: Settings, features: Sequence[Feature]) -> AsyncIterator[App | None]:
    """The parts, put together and not running; None when the database is not ours to use, which has been said."""
    if restore.interrupted(settings):
        complain("A restore was interrupted here. `python -m bot` finishes it.")
        yield None
        return
    try:
        app = await machine.build(settings, clock_of(settings.clock_file), features, random.SystemRandom())
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
            command = rescue.restore_command(settings)
            if command is None:
                return f"The database is damaged ({error}). Put a backup in its place, then start again."
            return f"The database is damaged ({error}). The newest good backup comes back with:\n  {command}"
        case NotSaved():
            return f"The database could not be brought to this version ({error}). Make room, then start again."
    return f"The database cannot be opened: {error}."
