"""Backups: a whole copy of the database and of the files beside it, examined before it gets its name."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.backup import dump
from bot.backup.dump import DUMP
from bot.database import disk
from bot.database.migrations import migrations

DATABASE, MANIFEST = "nestbox.db", "manifest.json"
SQLITE, POSTGRES = "sqlite", "postgres"
FOLDERS = ("media", "gateway")
# Who was forgotten, as marks: bot/privacy/erasing.py. The key to them is also in the database.
FORGOTTEN = "forgotten.jsonl"
NAME = re.compile(r"nestbox-(\d{8}-\d{6})")
STAMP = "%Y%m%d-%H%M%S"
UNFINISHED = ".unfinished-"  # neither a backup nor a file has its name before it is whole
PARTIAL = (".partial", ".part")
KEPT = timedelta(days=30)
AT_LEAST = 7
ABANDONED = timedelta(days=1)
FORMAT = 1
PRIVATE = "private_"  # tables of which nobody else may know that there is something in them
BUSY = 30.0  # seconds


class BackupFailed(Exception):
    """No backup was made, and nothing of it is left; the words are safe to show."""


class NoTools(BackupFailed):
    """PostgreSQL's own programs are not here."""


class BadBackup(Exception):
    """It must not be put back; the words say why."""


@dataclass(frozen=True)
class Manifest:
    """What was there when it was made. `counts` are rows by table but for private ones, `files` how many are in each
    folder."""

    format: int
    made_at: str
    schema: int
    sha256: str
    bytes: int
    counts: dict[str, int]
    files: dict[str, int]
    engine: str = SQLITE


@dataclass(frozen=True)
class Backup:
    folder: Path
    manifest: Manifest

    @property
    def database(self) -> Path:
        return self.folder / (DUMP if self.manifest.engine == POSTGRES else DATABASE)

    @property
    def rows(self) -> int:
        return sum(self.manifest.counts.values())

    @property
    def pictures(self) -> int:
        return sum(self.manifest.files.values())


def make(source: Path | str, data_dir: Path, folder: Path, now: datetime) -> Backup:
    """Also while the bot runs and writes. `source` is an SQLite file or the address of a PostgreSQL server. Blocks.
    Raises BackupFailed."""
    if isinstance(source, Path) and not source.is_file():
        raise BackupFailed(f"there is no database at {source}")
    target = folder / f"nestbox-{now.astimezone(UTC):{STAMP}}"
    unfinished: Path | None = None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if target.exists():
            raise BackupFailed(f"{target} is there already")
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
        kept = _copy_database(source, unfinished) if isinstance(source, Path) else _dump(source, unfinished)
        # After the database: a file is on the disk before the row that speaks of it.
        files = {name: copy_files(data_dir / name, unfinished / name) for name in FOLDERS}
        if (data_dir / FORGOTTEN).exists():
            _copy(data_dir / FORGOTTEN, unfinished / FORGOTTEN)
        manifest = _describe(kept, files, now)
        _write(unfinished / MANIFEST, json.dumps(asdict(manifest), indent=1))
        disk.sync(unfinished)
        unfinished.replace(target)
        disk.sync(folder)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(str(error)) from error
    finally:
        if unfinished is not None:
            shutil.rmtree(unfinished, ignore_errors=True)
    return Backup(target, manifest)


def examine(folder: Path) -> Backup:
    """Reads all of it, as whoever wants to put it back must. Blocks. Raises BadBackup."""
    if not (folder / MANIFEST).is_file():
        raise BadBackup(f"{folder} is not a whole backup: there is no {MANIFEST} in it")
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        format, schema, sha256 = int(manifest.format), int(manifest.schema), str(manifest.sha256)
        backup = Backup(folder, manifest)
        expected = (backup.pictures, backup.rows)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BadBackup(f"{folder}: {MANIFEST} cannot be read") from error
    known = len(migrations())
    if format > FORMAT or schema > known:
        raise BadBackup(
            f"{folder} was made by a later version (database {schema}, this program knows {known}):"
            " install that version"
        )
    if not backup.database.is_file() or _digest(backup.database) != sha256:
        raise BadBackup(f"{folder} is damaged: {backup.database.name} is not what was written into it")
    try:
        counts = _counts_in(backup)
    except (sqlite3.Error, dump.ToolFailed) as error:
        raise BadBackup(f"{folder} is damaged: {error}") from error
    there = sum(1 for name in FOLDERS for _ in files_in(folder / name))
    if counts != manifest.counts or (there, sum(counts.values())) != expected:
        raise BadBackup(f"{folder} is not whole: rows or files of it are missing")
    return backup


def listed(folder: Path) -> list[Path]:
    """Newest first; whether they are good is another question."""
    if not folder.is_dir():
        return []
    return sorted((one for one in folder.iterdir() if NAME.fullmatch(one.name) and one.is_dir()), reverse=True)


def find_newest_good(folder: Path) -> Backup | None:
    for one in listed(folder):
        try:
            return examine(one)
        except BadBackup:
            continue
    return None


def made_at(folder: Path) -> datetime:
    """By its name. Raises ValueError."""
    match = NAME.fullmatch(folder.name)
    if match is None:
        raise ValueError(f"{folder.name} is not the name of a backup")
    return datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)


def prune(folder: Path, now: datetime) -> list[Path]:
    """Removes what is older than 30 days, never one of the last seven, and what a crash left half."""
    old = [one for one in listed(folder)[AT_LEAST:] if now - made_at(one) > KEPT]
    half = [
        one
        for one in (folder.glob(f"{UNFINISHED}*") if folder.is_dir() else ())
        if now.timestamp() - one.stat().st_mtime > ABANDONED.total_seconds()
    ]
    for one in (*old, *half):
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        else:  # a copy for the second place
            one.unlink(missing_ok=True)
    return old


def prune_copies(data_dir: Path, now: datetime) -> None:
    """What migrations and restores put aside holds people who may have been forgotten since: 30 days, no longer."""
    for one in (*data_dir.glob("before-*.db"), *data_dir.glob("before-restore-*")):
        if now.timestamp() - one.stat().st_mtime > KEPT.total_seconds():
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            else:
                one.unlink(missing_ok=True)


def drop_copies(data_dir: Path) -> None:
    """What migrations put aside, once somebody who is in it was forgotten: the nightly backups are there as well."""
    for one in data_dir.glob("before-*.db"):
        one.unlink(missing_ok=True)


def copy_files(source: Path, target: Path) -> int:
    """Hard links where the file system allows: files are written once and replaced whole, never changed."""
    number = 0
    target.mkdir(mode=0o700)
    for file in files_in(source):
        there = target / file.relative_to(source)
        there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.link(file, there)
        except FileNotFoundError:
            continue  # forgotten a moment ago
        except OSError:
            _copy(file, there)
        number += 1
    return number


def files_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.suffix not in PARTIAL and file.is_file():
            yield file


# --- inside


@dataclass(frozen=True)
class _Copied:
    """A database as it lies in a backup."""

    engine: str
    file: Path
    schema: int
    counts: dict[str, int]


def _counts_in(backup: Backup) -> dict[str, int]:
    if backup.manifest.engine == POSTGRES:
        return _told(dump.read(backup.database).counts)
    with closing(_open(backup.database, "mode=ro&immutable=1")) as copy:
        _check(copy)
        return _counts(copy)


def _dump(url: str, unfinished: Path) -> _Copied:
    """Read once more, row by row: what is counted is what is in the file."""
    if dump.missing():
        raise NoTools(f"{', '.join(dump.missing())}: not here; {dump.INSTALL}")
    target = unfinished / DUMP
    dump.write(url, target)
    found = dump.read(target)
    return _Copied(POSTGRES, target, found.version, _told(found.counts))


def _told(counts: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in sorted(counts.items()) if not name.startswith(PRIVATE)}


def _copy_database(database: Path, unfinished: Path) -> _Copied:
    """https://www.sqlite.org/backup.html: in one step, so that it is one moment however much is written meanwhile.

    Returns how many rows each table has. The source's open transaction makes counts and copy the same moment.
    """
    target = unfinished / DATABASE
    target.touch(mode=0o600)
    with closing(_open(database, "mode=rw")) as source, closing(_open(target, "mode=rw")) as copy:
        source.execute("BEGIN")
        counts = _counts(source)
        source.backup(copy)
        source.execute("ROLLBACK")
        # One file that stands for itself.
        copy.execute("PRAGMA journal_mode = DELETE")
        _check(copy)
        if _counts(copy) != counts:
            raise BackupFailed("the copy has not the same rows as the database")
        schema = copy.execute("SELECT coalesce(max(number), 0) FROM schema_migrations").fetchone()[0]
    return _Copied(SQLITE, target, schema, counts)


def _open(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, timeout=BUSY)


def _check(copy: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError."""
    finding = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if finding != "ok":
        raise sqlite3.DatabaseError(" ".join(str(finding).split()))
    if copy.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise sqlite3.DatabaseError("a row points to one that is not there")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    # The names are those of our own tables.
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables
        if not name.startswith(PRIVATE)
    }


def _describe(kept: _Copied, files: dict[str, int], now: datetime) -> Manifest:
    disk.sync(kept.file)
    made = now.astimezone(UTC).isoformat(timespec="seconds")
    size = kept.file.stat().st_size
    return Manifest(FORMAT, made, kept.schema, _digest(kept.file), size, kept.counts, files, kept.engine)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(0o600)
    disk.sync(target)


def _write(path: Path, words: str) -> None:
    path.touch(mode=0o600)
    path.write_text(words, encoding="utf-8")
    disk.sync(path)
