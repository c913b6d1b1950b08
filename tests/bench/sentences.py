"""What it takes to open every Fluent file, and to read every sentence of it, as a start did once."""

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.i18n.book import Book
from tests.bench.programs import ROOT, megabytes


@dataclass(frozen=True)
class Costs:
    """Seconds of the processor, and megabytes that were resident more than before."""

    files: int
    opened: float
    opened_mb: float
    read: float
    read_mb: float


def measure() -> Costs:
    """In a process of its own, since its memory is measured."""
    told = subprocess.run([sys.executable, "-m", "tests.bench.sentences"], cwd=ROOT, check=True, capture_output=True)
    return Costs(**json.loads(told.stdout))


def _measured() -> Costs:
    paths = [path for folder in ("bot", "handlers") for path in sorted((ROOT / folder).rglob("*.ftl"))]
    Book(paths[0], paths[0].stem).sentences  # noqa: B018 what the first one loads is not measured
    memory, begun = _memory(), time.process_time()
    books = [Book(path, path.stem) for path in paths]
    opened, opened_mb = time.process_time() - begun, _memory() - memory
    for book in books:
        book.sentences  # noqa: B018 read for what it takes
    return Costs(len(books), opened, opened_mb, time.process_time() - begun - opened, _memory() - memory - opened_mb)


def _memory() -> float:
    return megabytes(Path("/proc/self"))


if __name__ == "__main__":
    print(json.dumps(asdict(_measured())))
