"""A database of an earlier version with rows in it, brought to this one: what a town that lives on goes through."""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.database import connecting
from bot.database.db import Database
from bot.database.migrations import FOLDER, migrate


@asynccontextmanager
async def migrated(url: str, folder: Path, version: int, rows: Sequence[str]) -> AsyncIterator[Database]:
    """`rows` are the statements that write them at `version`; `folder` is empty and takes the old migrations."""
    old = folder / "old"
    old.mkdir()
    for path in sorted(FOLDER.glob("*.sql"))[:version]:
        shutil.copy(path, old)
    database = connecting.connect(url)
    await database.open()
    try:
        await migrate(database, old)
        async with database.write() as tx:
            for statement in rows:
                await tx.run(statement)
        await migrate(database)
        yield database
    finally:
        await database.close()
