"""The demo as it is made: once a run, by whichever of its processes needs it first."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.config import Settings, load
from handlers import FEATURES
from simulation import demo
from tests.postgres import FOLDER, alone

PATIENCE = 40.0  # seconds of the processor; 10 on a quiet machine, 21 where others want the same cores


def settings_in(folder: Path, url: str = "") -> Settings:
    return demo.settings_for_demo(load({"DATA_DIR": str(folder), "DATABASE_URL": url}, folder / ".env"))


@pytest.fixture(scope="session")
def made(pytestconfig: pytest.Config) -> Path:
    """A folder nobody writes to: whoever uses it takes a copy."""
    folder = pytestconfig.stash[FOLDER] / "demo"
    with alone(pytestconfig.stash[FOLDER], "making the demo"):
        if not folder.exists():
            making = folder.with_name("unfinished demo")
            began, worked = time.monotonic(), time.process_time()
            # Leaves the loop of the tests alone.
            with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
                runner.run(demo.fill(settings_in(making), FEATURES))
            print(f"the demo was made in {time.monotonic() - began:.1f} s")
            # Not the clock on the wall: other programs may share the machine.
            assert time.process_time() - worked < PATIENCE
            making.rename(folder)
    return folder
