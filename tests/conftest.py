"""Fixtures every test may use: a street on SQLite, and no real token anywhere near."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers import FEATURES
from tests.street import Street, open_street

if os.environ.get("TELEGRAM_TOKEN"):
    pytest.exit("TELEGRAM_TOKEN is set: the tests refuse to run beside a real bot.", returncode=3)


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    async with open_street(tmp_path, FEATURES) as opened:
        yield opened
