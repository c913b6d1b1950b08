"""Where the bytes of files lie: one folder, random names, on disk before any row speaks of them."""

import asyncio
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from bot.database import disk
from bot.database.db import NotSaved
from bot.media.images import CleanPicture, MediaFolder, thumbnail_of

SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}
UNFINISHED = ".part"
# In the place of a name: why the bytes of a file were not kept. No name of ours begins like this.
NOT_KEPT = "!"


class Shelf:
    """`same` is where pictures may lie already, under their hash: those are given a second name, and take no room."""

    def __init__(self, folder: Path, same: MediaFolder | None = None) -> None:
        self._folder = folder
        self._same = same
        # Files that had no row when they were looked at last.
        self.unclaimed: set[str] = set()

    def path(self, name: str) -> Path:
        """Names are ours, never a person's; so this cannot leave the folder."""
        return self._folder / name

    def room(self) -> int:
        """Free bytes where files are kept."""
        return disk.room(self._folder.absolute())

    async def keep(self, content: bytes, type_: str) -> str:
        """Returns the name; a power cut after this does not lose the file. Raises NotSaved."""
        name = secrets.token_urlsafe(18) + SUFFIXES.get(type_, ".bin")
        await self._saved(lambda: self._write(name, content))
        return name

    async def keep_picture(self, picture: CleanPicture, type_: str) -> tuple[str, str]:
        """The names of the picture and of its thumbnail. Raises NotSaved."""
        name = secrets.token_urlsafe(18) + SUFFIXES[type_]
        small = thumbnail_of(Path(name)).name
        known = self._same.path(picture.hash) if self._same else None
        try:
            await self._saved(lambda: self._keep(small, picture.thumbnail, thumbnail_of(known) if known else None))
            await self._saved(lambda: self._keep(name, picture.jpeg, known))
        except NotSaved:
            await self.drop([small])
            raise
        return name, small

    async def keep_again(self, name: str) -> tuple[str, str] | None:
        """A picture that was kept before gets new names; None when it is gone by now. Raises NotSaved."""
        again = secrets.token_urlsafe(18) + Path(name).suffix
        small = thumbnail_of(Path(again)).name
        if await self._saved(lambda: self._also_call(name, again)):
            return again, small
        await self.drop([again, small])
        return None

    def knows(self, hash: str) -> bool:
        """Whether a clean picture with this SHA-256 lies on this disk already."""
        return self._same is not None and self._same.path(hash).is_file()

    async def _saved(self, write: Callable[[], bool]) -> bool:
        try:
            return await asyncio.to_thread(write)
        except OSError as error:
            raise NotSaved(str(error)) from error

    def _also_call(self, name: str, again: str) -> bool:
        old, new = self.path(name), self.path(again)
        return disk.also_call(thumbnail_of(old), thumbnail_of(new)) and disk.also_call(old, new)

    def _keep(self, name: str, content: bytes, same: Path | None) -> bool:
        self._folder.mkdir(parents=True, exist_ok=True)
        return (same is not None and disk.also_call(same, self.path(name))) or self._write(name, content)

    def _write(self, name: str, content: bytes) -> bool:
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
        return True

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
