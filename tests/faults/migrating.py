"""Migrates copies of a database in processes of which each is killed so many statements later than the one before.

A line of its input is one row of kills: where copies are left, of which file, to which migrations, how far apart.
"""

import asyncio
import itertools
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from bot.database import connecting, sqlite_tx
from bot.database.migrations import migrate


def main(folder: Path, old: Path, known: Path, step: int) -> None:
    """Leaves folder/1, … as each kill left them, by the number of its statement. Forks: all is imported once."""
    for number in itertools.count(1, step):
        copy = folder / str(number)
        copy.mkdir(parents=True)
        shutil.copy(old, copy / "nestbox.db")
        child = os.fork()
        if child == 0:
            _die_at(number)
            asyncio.run(_migrate(copy / "nestbox.db", known))
            os._exit(0)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            return


def _die_at(number: int) -> None:
    really = sqlite_tx.SqliteTx.run
    statements = itertools.count(1)

    async def run(tx: sqlite_tx.SqliteTx, sql: str, *values: Any) -> int:
        if next(statements) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return await really(tx, sql, *values)

    sqlite_tx.SqliteTx.run = run  # type: ignore[method-assign]


async def _migrate(file: Path, known: Path) -> None:
    database = connecting.connect(f"sqlite:///{file}")
    await database.open()
    await migrate(database, known)
    await database.close()


if __name__ == "__main__":
    for line in sys.stdin:
        into, of, to, apart = line.rstrip("\n").split("\t")
        main(Path(into), Path(of), Path(to), int(apart))
