"""T16: the process is killed at every statement of every migration. The database is at one version or the next."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import connecting, sqlite
from bot.database.db import NotSaved
from bot.database.migrations import FOLDER, migrate, migrations
from tests.bench.programs import ROOT, check_words
from tests.lengths import length

STEP = length(2, 1)  # statements from one kill to the next, within a migration
STRIDE = length(60, 8)  # the same on the whole way up, which takes many migrations in one process


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


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """By its number, a database at each version, beside the migrations that lead there. To be copied only."""
    folder = tmp_path_factory.mktemp("versions")
    found = {1: at_version(folder / "1", 1)}
    for path in sorted(FOLDER.glob("*.sql"))[1:]:
        version = max(found) + 1
        shutil.copytree(found[version - 1].parent, folder / str(version))
        found[version] = folder / str(version) / "nestbox.db"
        shutil.copy(path, known_at(found[version]))
        migrated(found[version], known_at(found[version]))
    return found


def known_at(file: Path) -> Path:
    return file.parent / "migrations"


def migrated(file: Path, known: Path = FOLDER) -> int:
    """How many migrations ran."""
    return asyncio.run(_migrated(file, known))


async def _migrated(file: Path, known: Path) -> int:
    database = connecting.connect(f"sqlite:///{file}")
    await database.open()
    try:
        return len(await migrate(database, known))
    finally:
        await database.close()


def killed(rows: list[tuple[Path, Path, Path, int]]) -> None:
    """As many processes as there are statements to be killed at; tests/faults/migrating.py says of what."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.migrating"],
        input="".join("\t".join(map(str, row)) + "\n" for row in rows),
        cwd=ROOT, check=True, timeout=600, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    check_words(done.stderr)


def test_killed_at_any_statement_the_database_is_at_a_version_and_goes_on_from_there(
    tmp_path: Path, files: dict[int, Path]
) -> None:
    whole = {number: version_and_tables(file) for number, file in files.items()}
    left = tmp_path / "left"
    pairs = [(left / str(number), number) for number in list(files)[:-1]]
    killed([(folder, files[number], known_at(files[number + 1]), STEP) for folder, number in pairs])
    for folder, before in pairs:
        kills = sorted(folder.iterdir(), key=lambda one: int(one.name))
        *dead, alive = [one / "nestbox.db" for one in kills]
        assert version_and_tables(alive) == whole[before + 1]
        assert dead
        for file in dead:
            assert version_and_tables(file) == whole[before], file
            copy = file.with_name(f"before-{before + 1}.db")
            assert not copy.exists() or version_and_tables(copy) == whole[before]
        migrated(dead[-1], known_at(files[before + 1]))
        assert version_and_tables(dead[-1]) == whole[before + 1]
    kills_in_all = len(list(left.glob("*/*"))) - len(pairs)
    statements = sum(len(migration.statements) for migration in migrations()[1:])
    print(f"{kills_in_all} kills, {statements} statements")
    assert kills_in_all * STEP >= statements


def test_killed_on_the_whole_way_up_it_goes_on_from_where_it_was(tmp_path: Path, files: dict[int, Path]) -> None:
    newest = len(files)
    whole = {number: version_and_tables(file) for number, file in files.items()}
    killed([(tmp_path / "left", files[1], FOLDER, STRIDE)])
    found = set()
    for left in (tmp_path / "left").iterdir():
        version, tables = version_and_tables(left / "nestbox.db")
        assert (version, tables) == whole[version], left
        copy = left / f"before-{newest}.db"
        assert not copy.exists() or version_and_tables(copy) == whole[1]
        found.add(version)
        migrated(left / "nestbox.db")
        assert version_and_tables(left / "nestbox.db") == whole[newest]
    assert len(found) > 3
    assert newest in found


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
        patched.setattr(sqlite.SqliteDatabase, "copy_to", full)
        with pytest.raises(NotSaved):
            migrated(file)
    assert version_and_tables(file) == before
    assert migrated(file) == len(migrations()) - 1
