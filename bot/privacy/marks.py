"""The marks of the forgotten, outside of the database, so that an older one that is put back does not know better.

A line of a file in the data folder, which goes into every backup; and in a bucket, if files lie in one, an object
whose name says everything: all processes share those, and reading them takes one list.
"""

import asyncio
import json
import os
import re
import secrets
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from bot.storage.shared import shared
from bot.storage.storage import Storage

FILE, KEY_FILE, FOLDER = "forgotten.jsonl", "forgotten.key", "forgotten"
NAME = re.compile(r"([0-9a-f]{64})-(\d{1,15})")
AT_ONCE = 8

Mark = tuple[str, int]  # what it is, and when, in ms


class Marks:
    def __init__(self, storage: Storage, data_dir: Path) -> None:
        self._storage = storage
        self._data_dir = data_dir
        self._far = storage.path(FILE) is None

    async def key(self, inside: str | None) -> str:
        """What they are made with. Ours goes before that of the database, which may be older."""
        return (await shared(self._storage, self._data_dir, KEY_FILE, lambda: inside or secrets.token_hex(32)))[0]

    def known_here(self) -> dict[str, int]:
        """When each was forgotten last, as far as this folder knows. Blocks."""
        return _read(self._data_dir / FILE)

    async def known_there(self) -> dict[str, int]:
        """In the bucket; nothing where there is none. Raises Unavailable."""
        names = [PurePosixPath(one.name).name for one in await self._storage.list(FOLDER)] if self._far else []
        found: dict[str, int] = {}
        for name in names:
            if match := NAME.fullmatch(name):
                found[match[1]] = max(int(match[2]), found.get(match[1], 0))
        return found

    async def add(self, marks: Sequence[Mark]) -> None:
        """Only ever adds. Here first, which needs no network; raises Unavailable when only that was possible."""
        known = await asyncio.to_thread(self.known_here)
        await asyncio.to_thread(_write, self._data_dir / FILE, _newer(marks, known))
        if not self._far:
            return
        missing = _newer(marks, await self.known_there())
        for first in range(0, len(missing), AT_ONCE):
            async with asyncio.TaskGroup() as group:
                for mark, at in missing[first : first + AT_ONCE]:
                    group.create_task(self._storage.put(f"{FOLDER}/{mark}-{at}", b"forgotten"))


def _newer(marks: Sequence[Mark], known: dict[str, int]) -> list[Mark]:
    return [(mark, at) for mark, at in marks if known.get(mark, -1) < at]


def _read(path: Path) -> dict[str, int]:
    """A line that a power cut left half is no mark."""
    if not path.exists():
        return {}
    found: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            one = json.loads(line)
            found[str(one["mark"])] = max(int(one["at"]), found.get(str(one["mark"]), 0))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _write(path: Path, marks: Sequence[Mark]) -> None:
    if not marks:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        # On a line of its own, also after one that was left half.
        file.write("".join(f"\n{json.dumps({'mark': mark, 'at': at})}" for mark, at in marks) + "\n")
        file.flush()
        os.fsync(file.fileno())
