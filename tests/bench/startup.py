"""(3) From the start of the process to the first healthy answer, and its memory when idle."""

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contestants import nestbox_bot
from tests.bench.programs import fake_telegram

IDLE = 2.0  # seconds after which memory is read


@dataclass(frozen=True)
class Startup:
    """`cold`: no compiled bytecode, an empty data folder, all migrations. `warm`: median of the next three."""

    cold: float
    warm: float
    idle_mb: float


def measure(folder: Path) -> Startup:
    with fake_telegram() as fake, tempfile.TemporaryDirectory() as bytecode:
        # The second, empty: where the environment forbids to write bytecode, every start would be a cold one.
        python = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        with nestbox_bot(fake, folder, **python) as program:
            cold = program.ready_after
        warm = []
        for _ in range(3):
            with nestbox_bot(fake, folder, **python) as program:
                warm.append(program.ready_after)
                time.sleep(IDLE)
                idle = program.megabytes()
    return Startup(cold, statistics.median(warm), idle)
