"""docs/tables.md is what the migrations, the code and the features say, and misses no table."""

from pathlib import Path

from bot.database.migrations import migrate
from bot.database.sqlite import SqliteDatabase
from tests.tools import tables

# Made before the first migration, to note which have run.
OF_NO_MIGRATION = {"schema_migrations"}


def test_the_map_of_the_tables_is_up_to_date() -> None:
    assert tables.MAP.read_text(encoding="utf-8") == tables.listing(), "run python -m tests.tools.tables --write"


def test_every_table_says_what_it_holds_and_somebody_writes_it() -> None:
    held = tables.tables()
    silent = [table for table, holds in held.items() if not holds]
    assert silent == [], "above CREATE TABLE a comment says what the table holds"
    # The one row of the first came with its migration; the others are counters, which triggers keep.
    assert set(held) - set(tables.writers()) == {"gateway_counter", "gram_counts", "idea_counts"}
    assert set(tables.HOLDS) - set(held) == set()


async def test_the_map_has_the_tables_of_the_database(tmp_path: Path) -> None:
    database = SqliteDatabase(tmp_path / "schema.db")
    await database.open()
    try:
        await migrate(database)
        async with database.read() as tx:
            there = await tx.all(
                str, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
    finally:
        await database.close()
    assert set(there) - OF_NO_MIGRATION == set(tables.tables())
