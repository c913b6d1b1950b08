"""Files in a folder. Several processes may share it: a name appears whole, by a rename, or not at all."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.database import disk
from bot.storage.storage import Kept

UNFINISHED = (".part", ".partial")  # the second as earlier versions left them
ABANDONED = 48 * 3600.0  # seconds; what a crash left half


class Folder:
    """Implements Storage."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, name: str, content: bytes) -> None:
        await asyncio.to_thread(self._write, self.path(name), content, Path.replace)

    async def create(self, name: str, content: bytes) -> bool:
        def first(unfinished: Path, target: Path) -> None:
            target.hardlink_to(unfinished)
            unfinished.unlink()

        try:
            await asyncio.to_thread(self._write, self.path(name), content, first)
        except FileExistsError:
            return False
        return True

    async def get(self, name: str) -> bytes:
        return await asyncio.to_thread(self.path(name).read_bytes)

    async def has(self, name: str) -> bool:
        return await asyncio.to_thread(self.path(name).is_file)

    async def copy(self, name: str, again: str) -> bool:
        return await asyncio.to_thread(self._link, self.path(name), self.path(again))

    async def delete(self, names: Sequence[str]) -> None:
        await asyncio.to_thread(self._delete, names)

    async def list(self, folder: str) -> Sequence[Kept]:
        return await asyncio.to_thread(lambda: tuple(self._kept(self.path(folder))))

    def path(self, name: str) -> Path:
        """Raises ValueError for a name that would leave the folder; ours never do."""
        if name.startswith("/") or ".." in name.split("/"):
            raise ValueError("not the name of a file here")
        return self._folder / name

    def _link(self, file: Path, target: Path) -> bool:
        target.parent.mkdir(parents=True, exist_ok=True)
        return disk.also_call(file, target)

    def _write(self, target: Path, content: bytes, give_name: Callable[[Path, Path], object]) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=target.parent, suffix=UNFINISHED[0])
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            give_name(Path(unfinished), target)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
        disk.sync(target.parent)
        disk.sync(target.parent.parent)

    def _delete(self, names: Sequence[str]) -> None:
        for name in names:
            self.path(name).unlink(missing_ok=True)

    def _kept(self, folder: Path) -> Iterator[Kept]:
        """Takes away on the way what a crash left half, long ago."""
        for file in folder.rglob("*") if folder.is_dir() else ():
            try:
                changed = file.stat().st_mtime
                if file.suffix in UNFINISHED:
                    if changed < time.time() - ABANDONED:
                        file.unlink()
                elif file.is_file():
                    yield Kept(file.relative_to(self._folder).as_posix(), changed)
            except FileNotFoundError:
                continue  # deleted a moment ago
