"""A backup made ready to be put back: it knows who was forgotten since, and sends nothing that may have left."""

import json
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.backup.make import DATABASE, FOLDERS, FORGOTTEN, Backup, copy_files
from bot.outbox.store.copies import FATE_IS_KNOWN, FATE_IS_UNKNOWN, FATES

KEY_FILE = "forgotten.key"
# So far above the backup's that no number which phones or updates have seen since is given out again.
NUMBERS_APART = 1_000_000
MARKS = "SELECT mark, at FROM forgotten"
KEY = "SELECT value FROM secrets WHERE name = 'forgotten_key'"
RELAYED_PERHAPS = "UPDATE relay_posts SET state = 'uncertain', settled_at = ? WHERE state IN (?, ?)"
OPEN, UNDER_WAY = ("waiting", "sending"), ("sending", "sending")


@dataclass(frozen=True)
class Settled:
    """How many messages that waited in the backup are known to have left, and of how many nobody knows."""

    known: int
    uncertain: int


@dataclass(frozen=True)
class Marks:
    """Of the forgotten: the rows of the database that is there, those of the backup, and the backup's key to them."""

    here: list[tuple[Any, ...]]
    then: list[tuple[Any, ...]]
    keys: list[tuple[Any, ...]]


def prepare(data_dir: Path, current: Path, backup: Backup, there: Path) -> None:
    """Blocks. Raises OSError."""
    marks = Marks(_asked(current, MARKS), _asked(backup.database, MARKS), _asked(backup.database, KEY))
    prepare_files(data_dir, backup, marks, there)
    shutil.copyfile(backup.database, there / DATABASE)
    (there / DATABASE).chmod(0o600)


def prepare_files(data_dir: Path, backup: Backup, marks: Marks, there: Path) -> None:
    """All but the database. Blocks. Raises OSError."""
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir(mode=0o700, parents=True)
    for name in FOLDERS:
        copy_files(backup.folder / name, there / name)
    # What was marked here since the backup, and what the backup knows when this is another machine.
    here = _lines(data_dir / FORGOTTEN) + _written(marks.here)
    then = _lines(backup.folder / FORGOTTEN) + _written(marks.then)
    _write(there / FORGOTTEN, "".join(f"{line}\n" for line in dict.fromkeys(then + here)))
    # A mark says nothing without the key it was made with.
    keys = marks.keys
    if (data_dir / KEY_FILE).exists() and (here or not keys):
        _write(there / KEY_FILE, (data_dir / KEY_FILE).read_text(encoding="ascii"))
    elif keys:
        _write(there / KEY_FILE, str(keys[0][0]))


def settle(staged: Path, current: Path, send_waiting: bool, now: int) -> Settled:
    """No message goes twice that is known to have left, nor, unless it is wished, one of which nobody knows.

    Not so in the web chat: its messages are in the same backup, so what waited there has not arrived. Blocks.
    """
    unknown = UNDER_WAY if send_waiting else OPEN
    with closing(sqlite3.connect(staged, isolation_level=None)) as there:
        there.execute("BEGIN")
        known = sum(there.execute(FATE_IS_KNOWN, fate).rowcount for fate in _asked(current, FATES))
        uncertain = there.execute(FATE_IS_UNKNOWN, (now, *unknown)).rowcount
        tables = {name for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "relay_posts" in tables:
            uncertain += there.execute(RELAYED_PERHAPS, (now, *unknown)).rowcount
        if "gateway_counter" in tables:
            there.execute("UPDATE gateway_counter SET value = value + ?", (NUMBERS_APART,))
        there.execute("COMMIT")
    return Settled(known, uncertain)


def people_at_doors(staged: Path) -> int:
    """Blocks. Raises OSError."""
    found = _asked(staged, "SELECT count(DISTINCT person_id) FROM identities")
    if not found:
        raise OSError(f"{staged} cannot be read")
    return int(found[0][0])


def _asked(database: Path, sql: str) -> list[tuple[Any, ...]]:
    """Nothing of a database that is damaged, not there, or older than the table."""
    if not database.exists():
        return []
    # Not read-only: what a killed bot left in its log of changes is part of the database.
    with suppress(sqlite3.Error), closing(sqlite3.connect(database, isolation_level=None)) as there:
        return there.execute(sql).fetchall()
    return []


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []


def _written(marks: list[tuple[Any, ...]]) -> list[str]:
    return [json.dumps({"mark": mark, "at": at}) for mark, at in marks]


def _write(path: Path, words: str) -> None:
    path.touch(mode=0o600)
    path.write_text(words, encoding="utf-8")
