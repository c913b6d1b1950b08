"""Small secrets that every process must have: in the storage, with a copy in the data folder."""

import logging
from collections.abc import Callable
from pathlib import Path

from bot.storage.folder import Folder
from bot.storage.storage import Storage, Unavailable

log = logging.getLogger(__name__)


async def shared(storage: Storage, data_dir: Path, name: str, otherwise: Callable[[], str]) -> list[str]:
    """The storage's, which is this folder's or a new one where there was none; then this folder's, if it is another.

    Raises Unavailable where nobody knows it.
    """
    here = Folder(data_dir)
    local = await _find(here, name)
    try:
        found = await _find(storage, name)
        if found is None:
            offered = local or otherwise()
            found = offered if await storage.create(name, offered.encode()) else await _get(storage, name)
    except Unavailable:
        if local is None:
            raise
        log.warning("%s is read from this folder: the bucket does not answer", name)
        return [local]
    if local is None and await _find(here, name) is None:
        await here.put(name, found.encode())
    return [found] if local in (None, found) else [found, str(local)]


async def _find(storage: Storage, name: str) -> str | None:
    try:
        return await _get(storage, name) or None
    except FileNotFoundError:
        return None


async def _get(storage: Storage, name: str) -> str:
    return (await storage.get(name)).decode("ascii").strip()
