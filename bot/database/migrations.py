"""Brings the database to this program's version: numbered SQL files, forward only, each whole or not at all."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bot.database.db import Database, NewerDatabase
from bot.database.sqlite import SqliteDatabase

FOLDER = Path(__file__).parent.parent.parent / "migrations"
COPIES_KEPT = 2
# How the name of a migration ends that only this kind of database needs.
ON_SQLITE, ON_POSTGRES = "_on_sqlite", "_on_postgres"


@dataclass(frozen=True)
class Migration:
    number: int
    name: str
    statements: tuple[str, ...]


def migrations(folder: Path = FOLDER) -> list[Migration]:
    """In order; refuses a gap or a double number with ValueError."""
    return [_read(path) for path in _files(folder)]


def latest(folder: Path = FOLDER) -> int:
    """The version this program knows."""
    return len(_files(folder))


def first_line(migration: Migration) -> str:
    """Why it is, in its own words."""
    comment = []
    for line in migration.statements[0].splitlines() if migration.statements else ():
        if not line.startswith("--"):
            break
        comment.append(line.removeprefix("--").strip())
    return " ".join(comment).removeprefix("why: ")


async def migrate(database: Database, folder: Path = FOLDER) -> list[Migration]:
    """Applies what is missing and returns it; an SQLite file is copied first. Raises NewerDatabase and NotSaved."""
    await database.script(
        ["CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL)"]
    )
    async with database.read() as tx:
        done = await tx.one(int, "SELECT coalesce(max(number), 0) FROM schema_migrations") or 0
    known = _files(folder)
    if done > len(known):
        raise NewerDatabase(f"the database is at version {done}, this program knows {len(known)}")
    missing = [_read(path) for path in known[done:]]
    if done and missing and isinstance(database, SqliteDatabase):
        await _keep_copy(database, missing[-1].number)
    for migration in missing:
        # Both come from the name of a file of ours.
        values = f"({migration.number}, '{migration.name}')"
        note = f"INSERT INTO schema_migrations (number, name) VALUES {values}"  # noqa: S608
        others = ON_POSTGRES if isinstance(database, SqliteDatabase) else ON_SQLITE
        needed = not migration.name.endswith(others)
        await database.script([*(migration.statements if needed else ()), note])
    return missing


async def _keep_copy(database: SqliteDatabase, version: int) -> None:
    """`before-12.db` is what there was before version 12; a copy without its name is not whole."""
    unfinished = database.path.with_name("before.unfinished")
    try:
        await database.copy_to(unfinished)
        _name(unfinished, f"before-{version}.db")
    finally:
        _forget([unfinished])
    copies = sorted(database.path.parent.glob("before-*.db"), key=lambda copy: copy.stat().st_mtime_ns)
    _forget(copies[:-COPIES_KEPT])


def _name(unfinished: Path, name: str) -> None:
    unfinished.replace(unfinished.with_name(name))


def _forget(copies: list[Path]) -> None:
    for copy in copies:
        copy.unlink(missing_ok=True)


def _files(folder: Path) -> list[Path]:
    """By their names: on most starts none of them need be read."""
    found = sorted(folder.glob("*.sql"), key=lambda path: path.name)
    numbers = [_number(path) for path in found]
    if numbers != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations are not numbered 1 to {len(found)}: {numbers}")
    return found


def _number(path: Path) -> int:
    return int(path.stem.partition("_")[0])


def _read(path: Path) -> Migration:
    return Migration(_number(path), path.stem.partition("_")[2], tuple(_split(path.read_text(encoding="utf-8"))))


def _split(script: str) -> list[str]:
    """Statement by statement: `executescript` would commit behind our back."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending.strip())
            pending = ""
    return statements
