"""What a long run costs the computer: memory, open files and the size of everything that is kept, month by month."""

import os
import resource
import time
from dataclasses import dataclass, field
from pathlib import Path

from simulation import report_store
from simulation.town import Town

MEGABYTE = 1 << 20
GREW_MOST = 12  # tables that are listed


@dataclass
class Watch:
    began: float = field(default_factory=time.monotonic)
    worked: float = field(default_factory=time.process_time)
    lines: list[str] = field(default_factory=list)
    rows: list[dict[str, int]] = field(default_factory=list)

    async def look(self, town: Town, days: int) -> None:
        database = town.settings.data_dir / "nestbox.db"
        async with town.app.database.read() as tx:
            self.rows.append({name: await report_store.count(tx, name) for name in await report_store.tables(tx)})
        updates = sum(town.notes.handled.values())
        self.lines.append(
            f"{days:>5} {updates:>8} {self._minutes():>8} {_resident() / MEGABYTE:>7.1f} {_open_files():>4}"
            f" {_size(database) / MEGABYTE:>7.1f} {_size(Path(f'{database}-wal')) / MEGABYTE:>7.1f}"
            f" {_folder(town.settings.data_dir / 'media') / MEGABYTE:>7.1f}"
            f" {_folder(town.settings.data_dir / 'gateway') / MEGABYTE:>7.1f}"
        )

    def table(self) -> list[str]:
        """And how many rows each table had at every look, those that grew most first."""
        head = f"{'day':>5} {'updates':>8} {'cpu':>8} {'RSS MB':>7} {'fds':>4} {'db MB':>7} {'WAL MB':>7}"
        lines = [head + f" {'media':>7} {'gateway':>7}", *self.lines, ""]
        grown = sorted(self.rows[-1], key=lambda name: -self.rows[-1][name])[:GREW_MOST] if self.rows else []
        return lines + [f"{name:<22}" + "".join(f"{row.get(name, 0):>8}" for row in self.rows) for name in grown]

    def sentence(self, updates: int) -> str:
        passed, worked = time.monotonic() - self.began, time.process_time() - self.worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return (
            f"took {passed:.0f} s and {worked:.0f} s of the processor: {updates / passed:.0f} updates a second,"
            f" {updates / worked:.0f} a second of the processor; at most {peak:.0f} MB"
        )

    def _minutes(self) -> str:
        return f"{time.process_time() - self.worked:.0f} s"


def _resident() -> int:
    """https://www.kernel.org/doc/html/latest/filesystems/proc.html: the second number is pages in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _folder(folder: Path) -> int:
    return sum(_size(file) for file in folder.rglob("*") if file.is_file()) if folder.exists() else 0
