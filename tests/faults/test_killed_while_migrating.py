"""T16: the process is killed at every statement of every migration. The database is at one version or the next."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import db
from bot.database.db import NotSaved
from bot.database.migrations import FOLDER, migrate, migrations
from tests.bench.programs import ROOT, check_words


def version_and_tables(file: Path) -> tuple[int, frozenset[str]]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        version = connection.execute("SELECT coalesce(max(number), 0) FROM schema_migrations").fetchone()[0]
        return version, frozenset(sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master") if sql)


def at_version(folder: Path, version: int) -> Path:
    """A database as the program made it when it knew only so many migrations."""
    known = folder / "migrations"
    known.mkdir(parents=True)
    for path in sorted(FOLDER.glob("*.sql"))[:version]:
        shutil.copy(path, known)
    migrated(folder / "nestbox.db", known)
    return folder / "nestbox.db"


def migrated(file: Path, known: Path = FOLDER) -> int:
    """How many migrations ran."""
    return asyncio.run(_migrated(file, known))


async def _migrated(file: Path, known: Path) -> int:
    database = db.connect(f"sqlite:///{file}")
    await database.open()
    try:
        return len(await migrate(database, known))
    finally:
        await database.close()


def test_killed_at_any_statement_the_database_is_at_a_version_and_goes_on_from_there(tmp_path: Path) -> None:
    newest = len(migrations())
    whole = dict([version_and_tables(at_version(tmp_path / f"v{one}", one)) for one in range(1, newest + 1)])
    killed = tmp_path / "killed"
    killed.mkdir()
    command = [sys.executable, "-m", "tests.faults.migrating", str(killed), str(tmp_path / "v1" / "nestbox.db")]
    done = subprocess.run(command, cwd=ROOT, check=True, timeout=120, stderr=subprocess.PIPE, text=True)
    check_words(done.stderr)
    found = set()
    for left in killed.iterdir():
        version, tables = version_and_tables(left / "nestbox.db")
        assert tables == whole[version], left
        copy = left / f"before-{newest}.db"
        assert not copy.exists() or version_and_tables(copy) == (1, whole[1])
        found.add(version)
        if int(left.name) % 10 == 0:
            migrated(left / "nestbox.db")
            assert version_and_tables(left / "nestbox.db") == (newest, whole[newest])
    statements = sum(len(migration.statements) for migration in migrations()[1:])
    print(f"{len(list(killed.iterdir()))} kills, {statements} statements")
    assert len(list(killed.iterdir())) > statements
    assert found == set(whole)


def test_before_a_migration_there_is_a_copy_and_only_the_last_two_stay(tmp_path: Path) -> None:
    newest = len(migrations())
    file = at_version(tmp_path, 1)
    assert list(tmp_path.glob("before*")) == [], "there was nothing to copy"
    known = tmp_path / "migrations"
    for number, path in enumerate(sorted(FOLDER.glob("*.sql"))[1:], start=2):
        shutil.copy(path, known)
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("INSERT INTO secrets (name, value) VALUES (?, 'x')", (str(number),))
        assert migrated(file, known) == 1
    assert {path.name for path in tmp_path.glob("before*")} == {f"before-{newest - 1}.db", f"before-{newest}.db"}
    with closing(sqlite3.connect(tmp_path / f"before-{newest}.db")) as copy:
        names = {name for (name,) in copy.execute("SELECT name FROM secrets")}
    assert names >= {str(number) for number in range(2, newest + 1)}
    assert version_and_tables(tmp_path / f"before-{newest}.db")[0] == newest - 1
    assert migrated(file) == 0


def test_without_room_for_the_copy_nothing_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = at_version(tmp_path, 1)
    before = version_and_tables(file)

    async def full(*_: object) -> None:
        raise NotSaved("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(db.SqliteDatabase, "copy_to", full)
        with pytest.raises(NotSaved):
            migrated(file)
    assert version_and_tables(file) == before
    assert migrated(file) == len(migrations()) - 1
