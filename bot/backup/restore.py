"""Puts a backup in the place of what is there. It is made ready beside it (staging.py), then swapped.

With the file `ready` in `restoring/` the swap has begun, and is finished by whoever comes next after a crash.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.backup import staging
from bot.backup.make import DATABASE, FOLDERS, FORGOTTEN, STAMP, Backup
from bot.clock import milliseconds
from bot.config import Settings
from bot.database import disk

STAGING, READY = "restoring", "ready"
OPENED = ".opened-"  # a folder in which a copy lies decrypted while it is put back

# Opens the database in these settings' folder, which brings it to this version and forgets again, and closes it.
Reopen = Callable[[Settings], Awaitable[None]]


@dataclass(frozen=True)
class Restored:
    """`known` messages had left after the backup, of `uncertain` ones nobody knows; `forgotten` people went again."""

    backup: Backup
    aside: Path
    known: int
    uncertain: int
    forgotten: int


def database_path(settings: Settings) -> Path | None:
    """None on PostgreSQL."""
    url = settings.database_url
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def interrupted(settings: Settings) -> bool:
    return (settings.data_dir / STAGING / READY).exists()


async def restore(settings: Settings, backup: Backup, now: datetime, reopen: Reopen, send_waiting: bool) -> Restored:
    """Expects an examined backup and a bot that does not run. Raises what `reopen` raises, and OSError."""
    current, there = database_path(settings), settings.data_dir / STAGING
    if current is None:
        raise ValueError("only an SQLite database is restored here")
    database = there / DATABASE
    try:
        await asyncio.to_thread(staging.prepare, settings.data_dir, current, backup, there)
        settled = await asyncio.to_thread(staging.settle, database, current, send_waiting, milliseconds(now))
        before = await asyncio.to_thread(staging.people_at_doors, database)
        beside = replace(settings, data_dir=there, database_url=f"sqlite:///{database.absolute()}", backup_dir=None)
        await reopen(replace(beside, telegram_token="", telegram_webhook_url=""))
        after = await asyncio.to_thread(staging.people_at_doors, database)
    except BaseException:
        shutil.rmtree(there, ignore_errors=True)
        raise
    aside = settings.data_dir / f"before-restore-{now.astimezone(UTC):{STAMP}}"
    await asyncio.to_thread(begin, there, aside.name)
    await asyncio.to_thread(finish, settings)
    return Restored(backup, aside, settled.known, settled.uncertain, before - after)


def source(settings: Settings) -> Path | str:
    """What `make` copies."""
    return database_path(settings) or server(settings)


def server(settings: Settings) -> str:
    """Where PostgreSQL's own programs are let in: past a pooler that keeps no session."""
    return settings.database_session_url or settings.database_url


def begin(there: Path, aside: str) -> None:
    """From here on `finish` has to come to its end."""
    (there / READY).write_text(aside, encoding="utf-8")
    disk.sync(there / READY)
    disk.sync(there)


def finish(settings: Settings) -> None:
    """The swap; may be broken off at any point and begun again."""
    current, there = database_path(settings), settings.data_dir / STAGING
    aside = settings.data_dir / (there / READY).read_text(encoding="utf-8").strip()
    aside.mkdir(mode=0o700, exist_ok=True)
    for name in (*FOLDERS, FORGOTTEN, staging.KEY_FILE):
        _swap(there / name, settings.data_dir / name, aside)
    if current is not None:
        # The log of changes belongs to the old database, and would be applied to the new one.
        _swap(there / DATABASE, current, aside, ends=("", "-wal", "-shm"))
    disk.sync(settings.data_dir)
    shutil.rmtree(there)


def clear_opened(data_dir: Path) -> None:
    """What a kill left: a whole town, not encrypted, that nothing would prune. Expects to be alone on the folder."""
    for one in data_dir.glob(f"{OPENED}*"):
        shutil.rmtree(one, ignore_errors=True)


def _swap(new: Path, target: Path, aside: Path, ends: tuple[str, ...] = ("",)) -> None:
    """Nothing when it was swapped before the crash."""
    if not new.exists():
        return
    for old in (target.with_name(target.name + end) for end in ends):
        if old.exists():
            shutil.move(old, aside / old.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, target)
