"""What people do in the same moment from two chats, beside the same one after the other; then all is put back.

Presses go straight to the dispatch and nothing is sent, so that what people hear are the rows of the outbox.
"""

import asyncio
import itertools
import json
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial

from bot.database.db import Tx, Value
from bot.database.postgres import PostgresDatabase
from bot.database.sqlite import SqliteDatabase
from bot.dialogue.incoming import Incoming, Kind
from bot.doors.door import TELEGRAM
from bot.updates.dispatch import OWN
from tests.street import Street

Row = tuple[tuple[str, Value], ...]
Outcome = dict[str, tuple[str, ...]]
# What a run leaves there is its own; what is said is compared by `_said`.
NOT_COMPARED = {"receipts", "outbox", "shown_pictures", "erasures", "wipes"}
BY_TRIGGER = {"idea_counts", "poll_tallies", "gram_counts", "idea_grams", "idea_changes", "shown_pictures"}
OF_OUTBOX = ("outbox_id", "row_id")
# Drawn by lot, or the number of something new in a table nobody names.
ANY_NUMBER = {("door_links", "number"), ("kit_templates", "became_id"), ("tasks", "subject")}
NUMBERS = re.compile(r"(?<=:)\d+|(?<=\"about\": \")\d+")
CODES = re.compile(r"[A-Za-z0-9_-]{16,}|#\d+|Neighbour \d+")
BUTTON = re.compile(r'"callback_data": "([^"]+)"')


class Undone(Exception):
    """The end of what was only looked at."""


@dataclass(frozen=True)
class Somebody:
    person_id: int
    user_id: int
    name: str


@dataclass(frozen=True)
class Deed:
    """A press of `address`; or words that answer its question."""

    address: str
    words: str = ""

    @property
    def action(self) -> str:
        return self.address.split(":", maxsplit=1)[0].split("@")[0]


Act = tuple[Somebody, Deed]


@dataclass(frozen=True)
class AtOnce:
    """What became of it, in which order it was done, and who was left in silence."""

    outcome: Outcome
    order: tuple[Act, ...]
    silent: tuple[str, ...]


@dataclass
class Found:
    """What one deed did, undone again."""

    buttons: list[str] = field(default_factory=list)
    question: str | None = None
    changed: frozenset[str] = frozenset()


class TwoChats:
    """Expects a street whose people are at Telegram and where nothing waits to be sent."""

    def __init__(self, street: Street) -> None:
        self.street = street
        self.touched: set[str] = set()
        self.dispatch = street.bot.dispatch
        self.dispatch._wake = lambda tx: self.touched.update(tx.touched)
        self._update = itertools.count(50_000_000)
        self._base: dict[str, Counter[Row]] = {}
        self._newest: dict[str, int] = {}

    async def begin(self) -> None:
        """Remembers how everything stands."""
        database = self.street.bot.database
        if isinstance(database, SqliteDatabase):
            self._copy = sqlite3.connect(":memory:", check_same_thread=False)
            await database._writer.do(lambda connection: connection.backup(self._copy))
        async with database.read() as tx:
            tables = await tables_of(tx, database.dialect)
            for table in tables:
                rows = await tx.records(f"SELECT * FROM {table}")  # noqa: S608 our tables
                self._base[table] = Counter(tuple(row.items()) for row in rows)
                if rows and "id" in rows[0]:
                    self._newest[table] = max(int(str(row["id"])) for row in rows)

    async def put_back(self) -> None:
        database = self.street.bot.database
        changed = (self.touched | BY_TRIGGER | {"outbox", "receipts"}) & set(self._base)
        self.touched.clear()
        if isinstance(database, SqliteDatabase):
            await database._writer.do(lambda connection: self._copy.backup(connection))
            return
        async with database.write() as tx:
            await tx.run("SET LOCAL session_replication_role = replica")
            for table in changed:
                await _fill(tx, table, self._base[table].elements())

    async def one_after_the_other(self, deeds: Sequence[Act]) -> Outcome:
        outcome: Outcome = {}
        async with self._undone() as tx:
            for one, deed in deeds:
                await self._asked(tx, one, deed)
            for one, deed in deeds:
                await self.dispatch._once(tx, self._incoming(one, deed))
            outcome = await self._outcome(tx, tx.touched)
        return outcome  # noqa: RET504 leaving the block raises, which is held there

    async def at_once(self, deeds: Sequence[Act]) -> AtOnce:
        async with self.street.bot.database.write() as tx:
            for one, deed in deeds:
                await self._asked(tx, one, deed)
        self.touched.add("identities")
        order: list[Act] = []

        async def acts(one: Somebody, deed: Deed) -> None:
            await self.dispatch.handle(self._incoming(one, deed))
            order.append((one, deed))

        await asyncio.gather(*(acts(one, deed) for one, deed in deeds))
        async with self.street.bot.database.read() as tx:
            outcome = await self._outcome(tx, self.touched)
            spoken = await tx.all(
                int, "SELECT DISTINCT coalesce(person_id, 0) FROM outbox WHERE id > ?", self._newest.get("outbox", 0)
            )
        silent = tuple(one.name for one, _ in deeds if one.person_id not in spoken)
        return AtOnce(outcome, tuple(order), silent)

    async def tries(self, one: Somebody, deed: Deed) -> Found:
        found = Found()
        async with self._undone() as tx:
            await self._asked(tx, one, deed)
            await self.dispatch._once(tx, self._incoming(one, deed))
            after = self._newest.get("outbox", 0)
            rows = await tx.all(str, "SELECT params FROM outbox WHERE id > ? AND chat_id = ?", after, one.user_id)
            found.buttons = [address for row in rows for address in BUTTON.findall(row)]
            found.question = await tx.one(str, "SELECT question FROM identities WHERE user_id = ?", one.user_id)
            found.changed = frozenset(tx.touched - OWN - {"shown_pictures"})
        return found

    async def seen_by(self, one: Somebody) -> list[str]:
        """Every button that was ever sent to her."""
        async with self.street.bot.database.read() as tx:
            rows = await tx.all(str, "SELECT params FROM outbox WHERE chat_id = ? ORDER BY id DESC", one.user_id)
        return list(dict.fromkeys(address for row in rows for address in BUTTON.findall(row)))

    @asynccontextmanager
    async def _undone(self) -> AsyncIterator[Tx]:
        with suppress(Undone):
            async with self.street.bot.database.write() as tx:
                yield tx
                raise Undone

    async def _asked(self, tx: Tx, one: Somebody, deed: Deed) -> None:
        if deed.words:
            await tx.run("UPDATE identities SET question = ? WHERE user_id = ?", deed.address, one.user_id)

    def _incoming(self, one: Somebody, deed: Deed) -> Incoming:
        make = partial(
            Incoming, TELEGRAM, next(self._update), chat_id=one.user_id, user_id=one.user_id, private=True,
            name=one.name, language_code="en", message_id=1,
        )  # fmt: skip
        if deed.words or deed.address.startswith("/"):
            return make(kind=Kind.MESSAGE, heard=deed.words or deed.address)
        return make(kind=Kind.PRESS, query_id="1", address=deed.address)

    async def _outcome(self, tx: Tx, touched: Iterable[str]) -> Outcome:
        outcome: Outcome = {}
        for table in sorted(((set(touched) | BY_TRIGGER) & set(self._base)) - NOT_COMPARED):
            now = Counter(tuple(row.items()) for row in await tx.records(f"SELECT * FROM {table}"))  # noqa: S608 our tables
            base = self._base[table]
            lines = [self._named(table, row) for row in (now - base).elements()]
            lines += ["gone " + self._named(table, row) for row in (base - now).elements()]
            if lines:
                outcome[table] = tuple(sorted(lines))
        outcome["said"] = await self._said(tx)
        return outcome

    def _named(self, table: str, row: Row) -> str:
        """What is new has no number of its own, nor have words that were drawn by lot."""
        named = []
        for column, value in row:
            of = "outbox" if column in OF_OUTBOX else table if column == "id" else REFERS.get((table, column))
            new = (of is not None and isinstance(value, int) and value > self._newest.get(of, 0)) or (
                (table, column) in ANY_NUMBER and value is not None
            )
            named.append(f"{column}={'new' if new else _masked(value)}")
        return " ".join(named)

    async def _said(self, tx: Tx) -> tuple[str, ...]:
        rows = await tx.all(
            lambda *columns: columns,
            "SELECT chat_id, method, params FROM outbox WHERE id > ?",
            self._newest.get("outbox", 0),
        )
        return tuple(sorted(f"{chat} {method} {_masked(_in_order(params))}" for chat, method, params in rows))


def _in_order(params: str) -> str:
    told = json.loads(params)
    told.pop("message_of", None)
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


def _masked(value: Value) -> str:
    return CODES.sub("code", NUMBERS.sub("n", str(value)))


async def tables_of(tx: Tx, dialect: str) -> list[str]:
    if dialect == "sqlite":
        sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    else:
        sql = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    return [one for one in await tx.all(str, sql) if not one.startswith(("gateway_", "schema_"))]


async def _fill(tx: Tx, table: str, rows: Iterable[Row]) -> None:
    """Expects nobody to check or count."""
    await tx.run(f"DELETE FROM {table}")  # noqa: S608 our tables
    made = list(rows)
    if made:
        names = ", ".join(name for name, _ in made[0])
        marks = ", ".join("?" for _ in made[0])
        await tx.many(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 our tables
            [tuple(value for _, value in row) for row in made],
        )


async def bring_over(file: str, database: PostgresDatabase) -> None:
    """All rows of a town on SQLite."""
    with sqlite3.connect(file) as source:
        source.row_factory = sqlite3.Row
        async with database.write() as tx:
            await tx.run("SET LOCAL session_replication_role = replica")
            for table in await tables_of(tx, "postgres"):
                rows = [tuple(zip(row.keys(), row, strict=True)) for row in source.execute(f"SELECT * FROM {table}")]  # noqa: S608 our tables
                await _fill(tx, table, rows)
                if rows and "id" in dict(rows[0]):
                    await tx.run(
                        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608 our tables
                    )
    REFERS.update(references(file))


REFERS: dict[tuple[str, str], str] = {}


def references(file: str) -> dict[tuple[str, str], str]:
    """Which column names a row of which table."""
    found = {}
    with sqlite3.connect(file) as source:
        for (table,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in source.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                found[table, row[3]] = row[2]
    return found
