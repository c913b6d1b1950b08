"""What the program asks of SQLite while the tests run, and whether PostgreSQL would understand every word of it.

So a story need not be told on both: what only a server shows (its locks, its order, two programs at once) has stories
of its own there, and a statement that it refuses, or a value of another type than it wants, is found here.
"""

import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

from bot.database.postgres import _numbered
from bot.database.sqlite_tx import SqliteTx, one_by_one
from tests import ROOT

PROGRAM = tuple(str(ROOT / name) for name in ("bot", "handlers", "simulation"))
DATABASE = str(ROOT / "bot" / "database")  # where migrations are put into the words of each
ASKING = {one.__code__ for one in (SqliteTx.one, SqliteTx.all, SqliteTx.records, SqliteTx.run, SqliteTx.many)}
# Asked where the dialect was looked at first: how SQLite itself is, and what tables it has.
SQLITE_ONLY = re.compile(r"^PRAGMA |\bsqlite_master\b|\bsqlite_schema\b|\bpragma_")
LARGEST_INT4 = 2**31 - 1
# What asyncpg takes for a parameter of this type, https://magicstack.github.io/asyncpg/current/usage.html
TAKES = {
    "int2": {"int"},
    "int4": {"int"},
    "int8": {"int", "long"},
    "float8": {"float", "int", "long"},
    "text": {"str"},
    "bytea": {"bytes"},
}
# Statement, kinds of its values, and whether its answer is made a number; and the file that asked.
Heard = dict[tuple[str, tuple[str, ...], bool], str]
heard: Heard = {}
_known: set[tuple[object, ...]] = set()


class Listening(sqlite3.Connection):
    """Looks at each statement once for each combination of types."""

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        if (sql, *map(type, values)) not in _known:
            _note(sql, values)
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Any, /) -> sqlite3.Cursor:
        for values in rows[:1]:
            if (sql, *map(type, values)) not in _known:
                _note(sql, values)
        return super().executemany(sql, rows)


def _note(sql: str, values: Any) -> None:
    _known.add((sql, *map(type, values)))
    who, number = _asker()
    if who.startswith(PROGRAM) and not who.startswith(DATABASE) and not SQLITE_ONLY.search(sql):
        heard.setdefault((str(sql), tuple(map(_kind, values)), number), str(Path(who).relative_to(ROOT)))


def _asker() -> tuple[str, bool]:
    """The file that asked a transaction, and whether it makes an `int` of the answer; what a database does by itself,
    like BEGIN, nobody asked."""
    frame = sys._getframe(3)
    number = asked = False
    while frame is not None and frame.f_code is not one_by_one.__code__:
        if asked:
            return frame.f_code.co_filename, number
        asked = frame.f_code in ASKING
        number = asked and frame.f_locals.get("shape") is int
        frame = frame.f_back  # type: ignore[assignment]
    return "", False


def _kind(value: object) -> str:
    if isinstance(value, int):
        return "long" if abs(value) > LARGEST_INT4 else "int"
    return "none" if value is None else "str" if isinstance(value, str) else type(value).__name__


async def misunderstood(url: str, heard: Heard) -> list[str]:
    """What PostgreSQL, at this version of the tables, says to it."""
    import asyncpg

    connection = await asyncpg.connect(url, statement_cache_size=0)
    found = []
    prepared: dict[str, Any] = {}
    for (sql, kinds, number), where in heard.items():
        try:
            if sql not in prepared:
                prepared[sql] = await connection.prepare(_numbered(sql))
        except asyncpg.PostgresError as error:
            prepared[sql] = None
            found.append(f"{where}: {error}: {sql}")
        if prepared[sql] is not None:
            found += [f"{where}: {fault}: {sql}" for fault in _faults(prepared[sql], kinds, number)]
    await connection.close()
    return found


def _faults(statement: Any, kinds: tuple[str, ...], number: bool) -> list[str]:
    wanted = [one.name for one in statement.get_parameters()]
    found = [
        f"value {number} is {kind}, not {type_}"
        for number, (type_, kind) in enumerate(zip(wanted, kinds, strict=True), start=1)
        if kind not in {"none"} | TAKES.get(type_, set())
    ]
    if not number:
        # Which Python gets as a Decimal: added to no float, and written by no JSON.
        found += [f"{one.name} is numeric" for one in statement.get_attributes() if one.type.name == "numeric"]
    return found
