"""`python -m bot backup`, `restore` and `replay`: what an operator does before and after a bad day."""

import argparse
import shlex
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot import program
from bot.app import App
from bot.backup import make
from bot.backup.make import BackupFailed, BadBackup
from bot.backup.restore import Reopen, Restored, database_path, restore
from bot.clock import moment
from bot.config import Settings
from bot.database.db import DamagedDatabase, NewerDatabase, NotSaved
from bot.updates import kept_aside
from bot.updates.parsing import Unreadable

DONE, BROKEN, BAD_USE, BAD_BACKUP = 0, 1, 2, 4  # exit statuses
ON_POSTGRES_BACKUP = """\
This town lives on PostgreSQL, which makes its own backups:
  pg_dump --format=custom --file=nestbox.dump "$DATABASE_URL"
Keep DATA_DIR (pictures, keys, who was forgotten) together with nestbox.dump."""
ON_POSTGRES_RESTORE = """\
This town lives on PostgreSQL, which restores its own backups. Stop the bot, put DATA_DIR back, then:
  pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" nestbox.dump
  {again}"""

Say = Callable[[str], None]


def back_up(settings: Settings, options: argparse.Namespace, now: datetime, say: Say, complain: Say) -> int:
    """Blocks. Old ones are only removed from the folder of the settings, which is ours."""
    source, folder = database_path(settings), options.folder or settings.backup_dir
    if source is None:
        complain(ON_POSTGRES_BACKUP)
        return BAD_USE
    if folder is None:
        complain(f"BACKUP_DIR is empty: say where to, as in: {program.typed('backup /mnt/usb')}")
        return BAD_USE
    try:
        made = make.make(source, settings.data_dir, folder, now)
    except BackupFailed as error:
        complain(f"No backup was made: {error}. What was there before is untouched.")
        return BROKEN
    if settings.backup_dir is not None and folder.resolve() == settings.backup_dir.resolve():
        make.prune(folder, now)
    say(f"{made.folder}: {made.rows} rows and {made.pictures} files, examined and whole.")
    return DONE


async def restore_from(
    settings: Settings, options: argparse.Namespace, now: datetime, reopen: Reopen, say: Say, complain: Say
) -> int:
    """Expects that the bot does not run."""
    if database_path(settings) is None and not options.forget_again:
        complain(ON_POSTGRES_RESTORE.format(again=program.typed("restore --forget-again")))
        return BAD_USE
    try:
        if options.forget_again:
            await reopen(settings)
            say("Whoever was forgotten is forgotten in this database, too.")
            return DONE
        if options.folder is None:
            return _list(settings, say, complain)
        found = make.examine(options.folder)
        done = await restore(settings, found, now, reopen, options.send_waiting)
    except BadBackup as error:
        complain(f"Nothing was changed: {error}.")
        return BAD_BACKUP
    except (NewerDatabase, DamagedDatabase, NotSaved, OSError) as error:
        complain(f"Nothing was changed, for it did not work out: {error}.")
        return BROKEN
    for line in _lines(done):
        say(line)
    return DONE


def restore_command(settings: Settings) -> str | None:
    """Exactly what to type to get the newest good backup back; None when there is none. Blocks."""
    found = make.find_newest_good(settings.backup_dir) if settings.backup_dir is not None else None
    if found is None:
        return None
    return shlex.join([sys.executable, "-m", "bot", "restore", str(found.folder)])


async def replay(app: App, options: argparse.Namespace, say: Say, complain: Say) -> int:
    if options.id is None:
        async with app.database.read() as tx:
            for one in await kept_aside.kept_aside(tx):
                say(f"{one.id}  {moment(one.kept_at):%Y-%m-%d %H:%M} UTC  {one.door}  {one.reason}")
        return DONE
    try:
        outcome = await app.dispatch.replay(options.id)
    except Unreadable as error:
        complain(f"Number {options.id} still cannot be read ({error}). It stays where it is.")
        return BROKEN
    except NotSaved as error:
        complain(f"It could not be saved ({error}). It stays where it is.")
        return BROKEN
    if outcome is None:
        complain(f"Nothing with the number {options.id} was kept. `{program.typed('replay')}` lists what was.")
        return BAD_USE
    say(f"Number {options.id}: {outcome}." + (" It was kept again." if outcome == "broke" else ""))
    return BROKEN if outcome == "broke" else DONE


def _list(settings: Settings, say: Say, complain: Say) -> int:
    there: list[Path] = make.listed(settings.backup_dir) if settings.backup_dir is not None else []
    which = f"Say which one, as in: {program.typed('restore FOLDER')}"
    complain(which if there else "There is no backup in BACKUP_DIR.")
    for one in there:
        say(str(one))
    return BAD_USE


def _lines(done: Restored) -> list[str]:
    manifest = done.backup.manifest
    return [
        f"Restored: {done.backup.rows} rows and {done.backup.pictures} files, as they were at {manifest.made_at}.",
        f"What was there before lies in {done.aside}.",
        f"Forgotten once more: {done.forgotten}.",
        f"Messages known to have left since: {done.known}; marked as uncertain and not sent: {done.uncertain}.",
        "Start the bot as usual.",
    ]
