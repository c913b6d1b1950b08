"""What goes from the disk after a commit: files, and what is left of deleted rows in the database and its log.

And the marks of the forgotten, kept outside of the database.
"""

import asyncio
import json
import logging
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from bot.backup import make
from bot.clock import Clock, woken
from bot.database.db import Database, NoRoom, NotSaved, Tx, Value
from bot.database.presence import rest
from bot.media.images import MediaFolder
from bot.privacy.forgetting import KEY

log = logging.getLogger(__name__)

AT_ONCE = 500  # files
LOOK_AGAIN = 1.0  # seconds
# Rewriting the database keeps all writers waiting: never more than a fiftieth of the time, whoever asks for it.
REST = 50
AFTER_A_FAILURE = 60.0  # seconds
WITHOUT_ROOM = 3600.0  # seconds; somebody has to make room first
MARKS, KEY_FILE = "forgotten.jsonl", "forgotten.key"


@dataclass(frozen=True)
class Erasure:
    kind: str
    name: str


@dataclass(frozen=True)
class _Wished:
    """The newest wish for a wiped disk, 0 when there is none, and whether one is about a person."""

    number: int
    forgotten: int


class Erasing:
    """`run` works for ever; `erase_due` removes what was noted for it. What a crash left is removed the next time."""

    def __init__(self, database: Database, clock: Clock, data_dir: Path, pictures: MediaFolder) -> None:
        self._database = database
        self._clock = clock
        self._data_dir = data_dir
        self._pictures = pictures
        self._newest: tuple[int, int] | None = None
        self._woken = asyncio.Event()
        # Up to which wish the log was emptied once, and the database rewritten.
        self._emptied = self._rewritten = 0
        self._not_before = float("-inf")
        self._room_is_missed = False  # and that was written down

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        while True:
            self._woken.clear()
            try:
                await self.erase_due()
            except NotSaved as error:
                log.info("what was deleted is not wiped yet: %s", error)
            except Exception:
                log.exception("erasing waits")
            await woken(self._woken, rest(self._database.dialect, LOOK_AGAIN))

    async def erase_due(self) -> int:
        """How much there was: files, and wishes for a wiped disk."""
        return await self._erase_files() + await self._wipe()

    async def _wipe(self) -> int:
        """At once from the log of changes, then from what rows that moved left in the pages. Whoever still looks at
        an older moment keeps the log alive, so it is tried again until it is empty."""
        async with self._database.read() as tx:
            wished = await tx.one(_Wished, "SELECT coalesce(max(id), 0), coalesce(max(forgotten), 0) FROM wipes")
        if wished is None or not wished.number:
            return 0
        if wished.forgotten:
            await asyncio.to_thread(make.drop_copies, self._data_dir)
        if wished.number > self._emptied and await self._database.empty_log():
            self._emptied = wished.number
        if wished.number > self._rewritten and not await self._rewrite(wished.number):
            return 0
        if not await self._database.empty_log():
            return 0
        async with self._database.write() as tx:
            await tx.run("DELETE FROM wipes WHERE id <= ?", wished.number)
        # Numbers may be given again.
        self._emptied = self._rewritten = 0
        return 1

    async def _rewrite(self, number: int) -> bool:
        """Whether it was done now."""
        began = self._clock.monotonic()
        if began < self._not_before:
            return False
        self._not_before = began + AFTER_A_FAILURE
        try:
            await self._database.rewrite()
        except NoRoom as error:
            self._not_before = self._clock.monotonic() + WITHOUT_ROOM
            if not self._room_is_missed:
                log.warning("what was deleted is not wiped from the database's file, make room: %s", error)
            self._room_is_missed = True
            return False
        self._room_is_missed = False
        ended = self._clock.monotonic()
        self._not_before = ended + REST * (ended - began)
        self._rewritten = number
        return True

    async def _erase_files(self) -> int:
        async with self._database.read() as tx:
            due = await tx.all(Erasure, "SELECT kind, name FROM erasures LIMIT ?", AT_ONCE)
            kept = {one for one in due if one.kind != "shelf" and await _still_shown(tx, one)}
            newest = await tx.one(lambda *seen: seen, "SELECT count(*), coalesce(max(at), 0) FROM forgotten")
            marks = await _marks(tx) if newest != self._newest else []
        if marks:
            await asyncio.to_thread(self._write_down, marks)
        self._newest = newest
        if due:
            await asyncio.to_thread(self._remove, [one for one in due if one not in kept])
            async with self._database.write() as tx:
                rows: list[tuple[Value, ...]] = [(one.kind, one.name) for one in due]
                await tx.many("DELETE FROM erasures WHERE kind = ? AND name = ?", rows)
        return len(due)

    def _write_down(self, marks: list[tuple[str, int]]) -> None:
        known = read_marks(self._data_dir)
        write_marks(self._data_dir, [(mark, at) for mark, at in marks if known.get(mark, -1) < at])

    def _remove(self, due: list[Erasure]) -> None:
        for one in due:
            if one.kind == "shelf":
                (self._data_dir / "gateway" / Path(one.name).name).unlink(missing_ok=True)
            else:
                self._pictures.remove(one.name)


async def remember_forgetting(database: Database, data_dir: Path) -> None:
    """At every start, before anybody is served: the key and the marks in the folder and in the database are the same.

    The folder's key goes before that of the database, since a restored database may be older.
    """
    path = data_dir / KEY_FILE
    async with database.write() as tx:
        inside = await tx.one(str, "SELECT value FROM secrets WHERE name = ?", KEY)
        key = path.read_text(encoding="ascii").strip() if path.exists() else inside or secrets.token_hex(32)
        if not path.exists():
            _write_key(path, key)
        await tx.run(
            "INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            KEY,
            key,
        )
        outside = read_marks(data_dir)
        for mark, at in outside.items():
            await tx.run(
                "INSERT INTO forgotten (mark, at) VALUES (?, ?) ON CONFLICT (mark) DO UPDATE SET at ="
                " CASE WHEN excluded.at > forgotten.at THEN excluded.at ELSE forgotten.at END",
                mark,
                at,
            )
        missing = [(mark, at) for mark, at in await _marks(tx) if outside.get(mark, -1) < at]
    write_marks(data_dir, missing)


def read_marks(data_dir: Path) -> dict[str, int]:
    """When each was forgotten last. A line that a power cut left half is no mark."""
    path = data_dir / MARKS
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


def write_marks(data_dir: Path, marks: list[tuple[str, int]]) -> None:
    """Only ever adds."""
    if not marks:
        return
    handle = os.open(data_dir / MARKS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        # On a line of its own, also after one that was left half.
        file.write("".join(f"\n{json.dumps({'mark': mark, 'at': at})}" for mark, at in marks) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _write_key(path: Path, key: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())


async def _marks(tx: Tx) -> list[tuple[str, int]]:
    return await tx.all(lambda mark, at: (mark, at), "SELECT mark, at FROM forgotten")


async def _still_shown(tx: Tx, one: Erasure) -> bool:
    """Somebody else sent the same picture."""
    return bool(await tx.one(int, "SELECT count(*) FROM media WHERE hash = ?", one.name))
