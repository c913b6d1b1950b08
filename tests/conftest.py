"""Fixtures every test may use: a street, a log that must keep secrets, and no real token anywhere near."""

import logging
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from bot import logs
from handlers import FEATURES
from tests.postgres import database_url, new_postgres, postgres_server, ready_postgres, street_url
from tests.street import Street, open_street
from tests.telegram_server import TOKEN

__all__ = ["database_url", "new_postgres", "postgres_server", "ready_postgres", "street_url"]

if os.environ.get("TELEGRAM_TOKEN"):
    pytest.exit("TELEGRAM_TOKEN is set: the tests refuse to run beside a real bot.", returncode=3)


# Else python-telegram-bot warns at every 429, https://docs.python-telegram-bot.org/en/v22.8/telegram.error.html
os.environ["PTB_TIMEDELTA"] = "1"


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    async with open_street(tmp_path, FEATURES) as opened:
        yield opened


@pytest.fixture
async def any_street(tmp_path: Path, street_url: str) -> AsyncIterator[Street]:
    """The same street on SQLite and on PostgreSQL."""
    async with open_street(tmp_path, FEATURES, street_url) as opened:
        yield opened


class _Lines(logging.Handler):
    """What a log file would hold with LOG_LEVEL=DEBUG."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.addFilter(logs.Redact())
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def log() -> Iterator[_Lines]:
    """Fails the test in which a token, or a word marked with `secret`, reaches the log."""
    root, lines = logging.getLogger(), _Lines()
    levels = {name: logging.getLogger(name).level for name in logs.TALKATIVE}
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    for name in levels:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(logs.INDISCREET).setLevel(logging.CRITICAL)
    yield lines
    root.removeHandler(lines)
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    leaks = [line for line in lines.lines if logs.TOKEN.search(line) or TOKEN.partition(":")[2] in line]
    assert not leaks, f"a token is in the log: {leaks}"


@pytest.fixture
def secret(log: _Lines) -> Iterator[Callable[[str], str]]:
    """`secret("words")` gives the words back and fails the test if they reach the log."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return words

    yield keep
    leaks = [line for line in log.lines for words in kept if words in line]
    assert not leaks, f"what people wrote is in the log: {leaks}"
