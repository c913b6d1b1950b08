"""Migrates copies of a database in processes of which each is killed one statement later than the one before."""

import asyncio
import itertools
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from bot.database import db
from bot.database.migrations import migrate


def main(folder: Path, old: Path) -> None:
    """Leaves folder/1, folder/2, … as each kill left them. Forks, so that everything is imported once."""
    for number in itertools.count(1):
        copy = folder / str(number)
        copy.mkdir()
        shutil.copy(old, copy / "nestbox.db")
        child = os.fork()
        if child == 0:
            _die_at(number)
            asyncio.run(_migrate(copy / "nestbox.db"))
            os._exit(0)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            return


def _die_at(number: int) -> None:
    really = db.SqliteTx.run
    statements = itertools.count(1)

    async def run(tx: db.SqliteTx, sql: str, *values: Any) -> int:
        if next(statements) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return await really(tx, sql, *values)

    db.SqliteTx.run = run  # type: ignore[method-assign]


async def _migrate(file: Path) -> None:
    database = db.connect(f"sqlite:///{file}")
    await database.open()
    await migrate(database)
    await database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
