"""(3) From the start of the process to the first healthy answer, and its memory when idle."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contestants import nestbox_bot
from tests.bench.programs import fake_telegram

IDLE = 2.0  # seconds after which memory is read


@dataclass(frozen=True)
class Start:
    """Seconds until it was ready, and those of the processor, which other programs lengthen less."""

    ready: float
    cpu: float


@dataclass(frozen=True)
class Startup:
    """`bare`: no compiled bytecode at all, of ours and of what is installed, and an empty data folder. `cold`: the
    first start after an installation, which compiles, with an empty folder. `warm`: the middle of the next three."""

    bare: Start
    cold: Start
    warm: Start
    idle_mb: float


def measure(folder: Path) -> Startup:
    with fake_telegram() as fake, tempfile.TemporaryDirectory() as bytecode:
        # The second, empty: where the environment forbids to write bytecode, every start would be a bare one.
        python = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        first = []
        for name in ("bare", "cold"):
            with nestbox_bot(fake, folder / name, **python) as program:
                first.append(Start(program.ready_after, program.cpu()))
        warm = []
        for _ in range(3):
            with nestbox_bot(fake, folder / "cold", **python) as program:
                warm.append(Start(program.ready_after, program.cpu()))
                time.sleep(IDLE)
                idle = program.megabytes()
    return Startup(*first, sorted(warm, key=lambda one: one.ready)[1], idle)
