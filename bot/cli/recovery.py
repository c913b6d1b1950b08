"""`python -m bot backup`, `restore` and `replay`: what an operator does before and after a bad day."""

import argparse
import asyncio
import os
import shlex
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot import program
from bot.app import App
from bot.backup import copies, make, restore
from bot.backup.into_postgres import restore_postgres
from bot.backup.make import Backup, BackupFailed, BadBackup
from bot.backup.restore import Reopen, Restored, database_path
from bot.backup.second_place import place_of
from bot.clock import moment
from bot.config import Settings
from bot.database.db import DamagedDatabase, NewerDatabase, NotSaved
from bot.updates import kept_aside
from bot.updates.parsing import Unreadable

DONE, BROKEN, BAD_USE, BAD_BACKUP = 0, 1, 2, 4  # exit statuses
KEY_WORDS = """\
# Keep this file away from this machine, and not only once: without it nobody opens the copies.
# nestbox restore COPY.tar.age --key THIS-FILE, or: age --decrypt --identity THIS-FILE COPY.tar.age | tar --extract
{secret}
"""

Say = Callable[[str], None]


def back_up(settings: Settings, options: argparse.Namespace, now: datetime, say: Say, complain: Say) -> int:
    """Blocks. Old ones are only removed from the folder of the settings, which is ours."""
    folder = options.folder or settings.backup_dir
    if folder is None:
        complain(f"BACKUP_DIR is empty: say where to, as in: {program.typed('backup /mnt/usb')}")
        return BAD_USE
    try:
        made = make.make(restore.source(settings), settings.data_dir, folder, now)
    except BackupFailed as error:
        complain(f"No backup was made: {error}. What was there before is untouched.")
        return BROKEN
    if settings.backup_dir is not None and folder.resolve() == settings.backup_dir.resolve():
        make.prune(folder, now)
    say(f"{made.folder}: {made.rows} rows and {made.pictures} files, examined and whole.")
    if settings.bucket is not None:
        say(f"Pictures and files lie in the bucket {settings.bucket.name} and are not in it: see docs/operating.md.")
    return _copy_away(settings, made, now, say, complain)


def _copy_away(settings: Settings, made: Backup, now: datetime, say: Say, complain: Say) -> int:
    """Into the second place, where there is one."""
    place = place_of(settings)
    if place is None:
        return DONE
    try:
        name = copies.keep(made.folder, place, settings.backup_recipients)
        copies.prune(place, now)
    except (BackupFailed, OSError) as error:
        complain(f"The copy for the second place was not made: {error}. The backup itself is whole.")
        return BROKEN
    say(f"{place.where(name)}: encrypted, for whoever has the key.")
    return DONE


def make_key(options: argparse.Namespace, say: Say, complain: Say) -> int:
    """Blocks. The secret half goes into a file that was not there before, the public one to the screen."""
    secret, public = copies.new_key()
    try:
        handle = os.open(options.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(KEY_WORDS.format(secret=secret))
    except OSError as error:
        complain(f"{options.file} was not written: {error.strerror}. No key was made.")
        return BAD_USE
    say(f"BACKUP_RECIPIENT={public}")
    say(f"That line belongs into .env. Take {options.file} to another place, and delete it here.")
    return DONE


async def restore_from(
    settings: Settings, options: argparse.Namespace, now: datetime, reopen: Reopen, say: Say, complain: Say
) -> int:
    """Expects that the bot does not run."""
    put_back = restore.restore if isinstance(restore.source(settings), Path) else restore_postgres
    try:
        if options.forget_again:
            await reopen(settings)
            say("Whoever was forgotten is forgotten in this database, too.")
            return DONE
        if options.folder is None:
            return await asyncio.to_thread(_list, settings, say, complain)
        with tempfile.TemporaryDirectory(prefix=restore.OPENED, dir=_beside(settings)) as room:
            found = await asyncio.to_thread(_examined, options, settings, Path(room))
            done = await put_back(settings, found, now, reopen, options.send_waiting)
    except BadBackup as error:
        complain(f"Nothing was changed: {error}.")
        return BAD_BACKUP
    except (NewerDatabase, DamagedDatabase, NotSaved, OSError) as error:
        complain(f"Nothing was changed, for it did not work out: {error}.")
        return BROKEN
    for line in _lines(done):
        say(line)
    return DONE


def _beside(settings: Settings) -> Path:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return settings.data_dir


def _examined(options: argparse.Namespace, settings: Settings, room: Path) -> Backup:
    """A backup, or a copy that is opened into this folder first. Blocks. Raises BadBackup and OSError."""
    folder: Path = options.folder
    if folder.name.endswith(copies.ENDING):
        if options.key is None:
            raise BadBackup(f"{folder} is encrypted: say where its key is, as in --key FILE")
        folder = copies.open_copy(_here(folder, settings, room), options.key, room)
    found = make.examine(folder)
    engine = make.SQLITE if database_path(settings) is not None else make.POSTGRES
    if found.manifest.engine != engine:
        raise BadBackup(f"{folder} is a backup of {found.manifest.engine}, and DATABASE_URL names {engine}")
    return found


def _here(copy: Path, settings: Settings, room: Path) -> Path:
    """A copy that is no file here comes out of the second place, by its name. Blocks. Raises OSError."""
    place = place_of(settings)
    if copy.exists() or place is None or copy.name not in copies.listed(place):
        return copy
    place.get(copy.name, room / copy.name)
    return room / copy.name


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
    """Blocks. Raises OSError."""
    there = make.listed(settings.backup_dir) if settings.backup_dir is not None else []
    place = place_of(settings)
    away = copies.listed(place) if place is not None else []
    which = f"Say which one, as in: {program.typed('restore FOLDER')}"
    complain(which if there or away else "There is no backup in BACKUP_DIR.")
    for one in there:
        say(str(one))
    for name in away:
        say(f"{name} --key FILE    (elsewhere, encrypted)")
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
