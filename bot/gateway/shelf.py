"""Where the bytes of files lie: one folder, random names, on disk before any row speaks of them."""

import asyncio
import os
import secrets
import time
from pathlib import Path

from bot import disk
from bot.db import NotSaved

SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
UNFINISHED = ".part"


class Shelf:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """Names are ours, never a person's; so this cannot leave the folder."""
        return self._folder / name

    async def keep(self, content: bytes, type_: str) -> str:
        """Returns the name; a power cut after this does not lose the file. Raises NotSaved."""
        name = secrets.token_urlsafe(18) + SUFFIXES.get(type_, ".bin")
        try:
            await asyncio.to_thread(self._write, name, content)
        except OSError as error:
            raise NotSaved(str(error)) from error
        return name

    def _write(self, name: str, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / (name + UNFINISHED)
        try:
            with unfinished.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self._folder / name)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        disk.sync(self._folder)

    async def read(self, name: str) -> bytes | None:
        path = self.path(name)
        return await asyncio.to_thread(lambda: path.read_bytes() if path.is_file() else None)

    async def has(self, name: str) -> bool:
        return await asyncio.to_thread(self.path(name).is_file)

    async def drop(self, names: list[str]) -> None:
        if names:
            await asyncio.to_thread(self.drop_now, names)

    def drop_now(self, names: list[str]) -> None:
        for name in names:
            self.path(name).unlink(missing_ok=True)

    async def older_than(self, seconds: float) -> list[str]:
        """By the file system's own time: a crash may have left files that no row speaks of."""
        return await asyncio.to_thread(self._older_than, seconds)

    def _older_than(self, seconds: float) -> list[str]:
        if not self._folder.is_dir():
            return []
        limit = time.time() - seconds
        return [entry.name for entry in os.scandir(self._folder) if entry.is_file() and entry.stat().st_mtime < limit]
