"""`upgrade-check` says before what a new version does to a database, and does nothing."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import doctor, postgres_health, upgrade_check
from bot.clock import SystemClock
from bot.config import Settings
from bot.database import connecting, disk
from bot.database.migrations import first_line, migrate, migrations
from bot.database.postgres import PostgresDatabase
from tests.faults.test_killed_while_migrating import at_version
from tests.operating.test_backup import damage
from tests.street import Street

OLD = 43  # before the outbox was written anew on SQLite


async def asked(settings: Settings) -> tuple[int, list[str], list[str]]:
    said: list[str] = []
    complained: list[str] = []
    status = await upgrade_check.check(settings, said.append, complained.append)
    return status, said, complained


def content(settings: Settings) -> bytes:
    return Path(settings.database_url.removeprefix("sqlite:///")).read_bytes()


@pytest.fixture
async def old(street: Street, tmp_path: Path) -> Settings:
    file = await asyncio.to_thread(at_version, tmp_path / "old", OLD)
    return replace(street.bot.settings, data_dir=tmp_path / "old", database_url=f"sqlite:///{file}")


async def test_what_is_pending_is_said_with_its_reason_its_tables_and_the_room_it_needs(old: Settings) -> None:
    before = content(old)
    status, said, complained = await asked(old)
    assert (status, complained) == (10, [])
    text = "\n".join(said)
    known = migrations()
    assert f"is at version {OLD}, this program makes it {len(known)}" in text
    for one in known[OLD:]:
        if not one.name.endswith("_on_postgres"):
            assert f"{one.number:04}  {first_line(one)}" in text
    assert "SQLite gave the id of a pruned row to the next one." in text
    assert "\n  outbox: written anew, 0 rows" in text
    assert f"before-{len(known)}.db" in text
    assert "Room needed: " in text
    assert content(old) == before
    assert not list(old.data_dir.glob("before*"))


def everything_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


# Writes, is in the middle of writing more, and then is killed, or ends as it should when it is told to.
ANOTHER = """
import sqlite3, sys
there = sqlite3.connect(sys.argv[1], isolation_level=None)
there.execute("PRAGMA journal_mode = WAL")
there.execute("CREATE TABLE IF NOT EXISTS of_another (x)")
there.execute("BEGIN IMMEDIATE")
print("writes", flush=True)
sys.stdin.read()
there.execute("ROLLBACK")
there.close()
"""


def test_it_leaves_every_file_as_it_was_while_a_bot_runs_after_a_kill_and_after_an_end(old: Settings) -> None:
    file = Path(old.database_url.removeprefix("sqlite:///"))
    said: list[str] = []

    def leaves_all() -> bool:
        before = everything_in(file.parent)
        assert upgrade_check.check_sqlite(old, file, said.append, said.append) == 10
        return everything_in(file.parent) == before

    for kill in (True, False):
        command = [sys.executable, "-c", ANOTHER, str(file)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
            assert other.stdout is not None
            assert other.stdout.readline()
            assert leaves_all()  # and waits for nobody
            if kill:
                other.kill()
        assert file.with_name(file.name + "-wal").exists() == kill
        assert leaves_all()
    file.chmod(0o400)
    file.parent.chmod(0o500)  # as another user, who may only read
    assert leaves_all()
    file.parent.chmod(0o700)


async def test_with_too_little_room_it_says_so_before(old: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "room", lambda folder: 10)
    status, _, complained = await asked(old)
    assert (status, "make room first" in complained[0]) == (1, True)


async def test_what_it_says_is_what_happens(old: Settings) -> None:
    """Tables it does not name keep their rows and their columns."""
    _, said, _ = await asked(old)
    named = {line.strip().partition(":")[0] for line in said if line.startswith("  ") and ":" in line}
    before = await shapes(old)
    database = connecting.connect(old.database_url)
    await database.open()
    await migrate(database)
    await database.close()
    after = await shapes(old)
    changed = {table for table, shape in before.items() if after.get(table) != shape}
    assert changed
    assert changed <= named
    status, said, _ = await asked(old)
    assert (status, said) == (0, [f"The database is at version {len(migrations())}: nothing will be changed."])


async def shapes(settings: Settings) -> dict[str, str]:
    with closing(sqlite3.connect(settings.database_url.removeprefix("sqlite:///"))) as there:
        found = there.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return dict(found)


async def test_no_database_a_newer_one_and_one_that_is_none(old: Settings, tmp_path: Path) -> None:
    nowhere = replace(old, database_url=f"sqlite:///{tmp_path / 'nowhere.db'}")
    assert (await asked(nowhere))[0] == 0
    assert not (tmp_path / "nowhere.db").exists()
    file = old.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as there, there:
        there.execute("INSERT INTO schema_migrations (number, name) VALUES (4711, 'later')")
    status, _, complained = await asked(old)
    assert (status, "is at version 4711" in complained[0]) == (4, True)
    damage(Path(file), "overwritten")
    assert (await asked(old))[0] == 4


async def test_on_postgres_too(street: Street, new_postgres: Callable[..., str], tmp_path: Path) -> None:
    url = new_postgres()
    settings = replace(street.bot.settings, database_url=url)
    assert (await asked(settings))[0] == 0  # nothing there yet
    few = tmp_path / "few"
    few.mkdir()
    for file in sorted((Path(__file__).parent.parent.parent / "migrations").glob("*.sql"))[:OLD]:
        shutil.copy(file, few)
    database = PostgresDatabase(url)
    await database.open()
    await migrate(database, few)
    status, said, _ = await asked(settings)
    assert status == 10
    assert "outbox: written anew" not in "\n".join(said)  # which only SQLite needs
    assert any("backup" in line for line in said)
    async with database.read() as tx:
        assert await tx.one(int, "SELECT max(number) FROM schema_migrations") == OLD
    await migrate(database)
    await database.close()
    assert (await asked(settings))[0] == 0
    assert (await asked(replace(settings, database_url="postgresql://nobody@127.0.0.1:1/x")))[0] == 4


# --- doctor, at the server


async def findings(settings: Settings) -> dict[str, bool]:
    return {words: fine for fine, words in await doctor._server(settings)}


async def test_doctor_is_content_with_a_healthy_server(
    street: Street, new_postgres: Callable[..., str], ready_postgres: str, postgres_tools: None
) -> None:
    settings = replace(street.bot.settings, database_url=new_postgres(ready_postgres))
    found = await findings(settings)
    assert all(found.values()), found
    assert len(found) == len(postgres_health.CHECKS)
    assert (await doctor._database(settings))[0]
    assert await doctor._server(street.bot.settings) == []  # SQLite is asked none of it


async def test_doctor_notices_programs_that_are_older_than_the_server(
    street: Street, new_postgres: Callable[..., str], ready_postgres: str, postgres_tools: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings = replace(street.bot.settings, database_url=new_postgres(ready_postgres))
    monkeypatch.setattr("bot.backup.dump.version", lambda: 12)
    (said,) = [words for words, fine in (await findings(settings)).items() if not fine]
    assert "pg_dump is of version 12" in said
    assert "postgresql-client" in said


class Answers:
    """A server in a state that cannot be made here."""

    def __init__(self, *answers: object) -> None:
        self._answers = list(answers)

    async def one(self, shape: Callable[..., Any], sql: str, *values: object) -> Any:
        answer = self._answers.pop(0)
        if answer is None:
            return None
        return shape(*answer) if isinstance(answer, tuple) else shape(answer)


@pytest.mark.parametrize(
    ("check", "answers", "words"),
    [
        (postgres_health.version, [130012], "bring it to"),
        (postgres_health.encoding, ["SQL_ASCII"], "make one with ENCODING 'UTF8'"),
        (postgres_health.connections, [90, 100], "90 of 100 connections are in use: raise max_connections"),
        (postgres_health.long_transactions, [(4711, 3600)], "open for 60 minutes"),
        (postgres_health.size, [50 << 20, ("outbox", 90_000, 100)], "VACUUM outbox"),
        (postgres_health.clocks, [0], "let NTP set both"),
    ],
)
async def test_doctor_says_what_is_wrong_with_a_server_and_what_to_do(
    check: Any, answers: list[object], words: str
) -> None:
    fine, said = await check(Answers(*answers), SystemClock().now())
    assert (fine, words in said) == (False, True), said


async def test_doctor_sees_a_transaction_that_somebody_left_open(
    street: Street, new_postgres: Callable[..., str], ready_postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_health, "LONG", timedelta(seconds=-1))
    url = new_postgres(ready_postgres)
    database = PostgresDatabase(url)
    await database.open()
    async with database.read() as tx:
        pid = await tx.one(int, "SELECT pg_backend_pid()")
        found = await findings(replace(street.bot.settings, database_url=url))
    await database.close()
    assert [words for words, fine in found.items() if not fine and f"pg_terminate_backend({pid})" in words]


async def test_doctor_names_a_newer_database_and_one_that_is_behind(old: Settings) -> None:
    fine, words = await doctor._database(old)
    assert (fine, "upgrade-check" in words) == (False, True)
