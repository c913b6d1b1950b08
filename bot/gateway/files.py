"""The files of the web chat: random names in the storage, kept before any row speaks of them."""

import contextlib
import secrets
import time
from collections.abc import Awaitable
from pathlib import Path, PurePosixPath
from typing import TypeVar

from bot.database import disk
from bot.database.db import NotSaved
from bot.media import pictures
from bot.media.images import CleanPicture
from bot.media.pictures import thumbnail_of
from bot.storage.storage import Storage

T = TypeVar("T")

FOLDER = "gateway"
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}
# In the place of a name: why the bytes of a file were not kept. No name of ours begins like this.
NOT_KEPT = "!"


class Shelf:
    """Pictures may lie in the storage already, under their hash: those are given a second name.

    `disk` is where the database and forms on their way lie, also when the files lie elsewhere.
    """

    def __init__(self, storage: Storage, data_dir: Path) -> None:
        self._storage = storage
        self._data_dir = data_dir
        # Files that had no row when they were looked at last.
        self.unclaimed: set[str] = set()

    def stored(self, name: str) -> str:
        """What the storage calls it. Names are ours, never a person's."""
        return f"{FOLDER}/{name}"

    def path(self, name: str) -> Path | None:
        """Where it lies on this disk; None where it lies elsewhere."""
        return self._storage.path(self.stored(name))

    def room(self) -> int:
        """Free bytes on this disk: a bucket has no end, but words need room here."""
        return disk.room(self._data_dir.absolute())

    async def keep(self, content: bytes, type_: str) -> str:
        """Returns the name; a power cut after this does not lose the file. Raises NotSaved."""
        name = secrets.token_urlsafe(18) + SUFFIXES.get(type_, ".bin")
        await _saved(self._storage.put(self.stored(name), content))
        return name

    async def keep_picture(self, picture: CleanPicture, type_: str) -> tuple[str, str]:
        """The names of the picture and of its thumbnail. Raises NotSaved."""
        name = secrets.token_urlsafe(18) + SUFFIXES[type_]
        small, known = thumbnail_of(name), pictures.name_of(picture.hash)
        try:
            await _saved(self._keep(small, picture.thumbnail, thumbnail_of(known)))
            await _saved(self._keep(name, picture.jpeg, known))
        except NotSaved:
            await self.let_go([small])
            raise
        return name, small

    async def keep_again(self, name: str) -> tuple[str, str] | None:
        """A picture that was kept before gets new names; None when it is gone by now. Raises NotSaved."""
        again = secrets.token_urlsafe(18) + PurePosixPath(name).suffix
        small = thumbnail_of(again)
        if await _saved(self._also_call(thumbnail_of(name), small)) and await _saved(self._also_call(name, again)):
            return again, small
        await self.let_go([again, small])
        return None

    async def knows(self, hash: str) -> bool:
        """Whether a clean picture with this SHA-256 is kept already. Raises NotSaved."""
        return await _saved(self._storage.has(pictures.name_of(hash)))

    async def read(self, name: str) -> bytes | None:
        """Raises Unavailable."""
        try:
            return await self._storage.get(self.stored(name))
        except FileNotFoundError:
            return None

    async def has(self, name: str) -> bool:
        """Raises Unavailable."""
        return await self._storage.has(self.stored(name))

    async def drop(self, names: list[str]) -> None:
        await self._storage.delete([self.stored(name) for name in names])

    async def older_than(self, seconds: float) -> list[str]:
        """By the storage's own time: a crash may have left files that no row speaks of."""
        limit = time.time() - seconds
        return [PurePosixPath(one.name).name for one in await self._storage.list(FOLDER) if one.changed < limit]

    async def _also_call(self, name: str, again: str) -> bool:
        return await self._storage.copy(self.stored(name), self.stored(again))

    async def _keep(self, name: str, content: bytes, known: str) -> None:
        if not await self._storage.copy(known, self.stored(name)):
            await self._storage.put(self.stored(name), content)

    async def let_go(self, names: list[str]) -> None:
        """Those of which no row speaks yet. What is left all the same the sweep finds (bot/gateway/pruning.py)."""
        with contextlib.suppress(OSError):
            await self.drop(names)


async def _saved(keeping: Awaitable[T]) -> T:
    try:
        return await keeping
    except OSError as error:
        raise NotSaved(str(error)) from error
