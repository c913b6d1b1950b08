"""Pictures and voice notes that are kept, each once, named by its hash; no name ever comes from outside."""

import asyncio
import hashlib
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from bot.media.images import CleanPicture
from bot.storage.storage import Storage

FOLDER = "media"


class Pictures:
    """All of it may be slow, and raises OSError: FileNotFoundError for what is not there, Unavailable, no room."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    async def save(self, picture: CleanPicture, same: str | None = None) -> None:
        """Safe against power cuts and repetition.

        `same` is what the storage calls the same picture already: it then needs no second way there.
        """
        target = name_of(picture.hash)
        # The thumbnail first: whoever sees the picture may count on both.
        await self._keep(thumbnail_of(target), picture.thumbnail, thumbnail_of(same) if same else None)
        await self._keep(target, picture.jpeg, same)

    async def read(self, hash: str) -> bytes:
        return await self.storage.get(name_of(hash))

    async def read_thumbnail(self, hash: str) -> bytes:
        return await self.storage.get(thumbnail_of(name_of(hash)))

    async def save_voice(self, recording: bytes) -> str:
        """Kept as it came, since nobody but the phones decodes it. Returns the hash it is known by."""
        hash = await asyncio.to_thread(lambda: hashlib.sha256(recording).hexdigest())
        await self._keep(_voice(hash), recording)
        return hash

    async def read_voice(self, hash: str) -> bytes:
        return await self.storage.get(_voice(hash))

    async def hashes(self) -> set[str]:
        """Of everything that is kept here."""
        return {PurePosixPath(one.name).name.partition(".")[0] for one in await self.storage.list(FOLDER)}

    async def remove(self, hashes: Iterable[str]) -> None:
        """Pictures with their thumbnails, and voice notes."""
        await self.storage.delete(
            [name for hash in hashes for name in (name_of(hash), thumbnail_of(name_of(hash)), _voice(hash))]
        )

    async def _keep(self, name: str, content: bytes, same: str | None = None) -> None:
        if await self.storage.has(name) or (same is not None and await self.storage.copy(same, name)):
            return
        await self.storage.put(name, content)


def name_of(hash: str) -> str:
    """What the storage calls it. Raises ValueError for anything but 64 small hexadecimal digits."""
    if not re.fullmatch(r"[0-9a-f]{64}", hash, re.ASCII):
        raise ValueError("not the hash of a picture")
    return f"{FOLDER}/{hash[:2]}/{hash}.jpg"


def thumbnail_of(name: str) -> str:
    """What the thumbnail of a picture is called: it lies beside it."""
    return f"{name.removesuffix(PurePosixPath(name).suffix)}.thumb.jpg"


def _voice(hash: str) -> str:
    return f"{name_of(hash).removesuffix('.jpg')}.voice"
