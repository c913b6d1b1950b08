"""Nothing about a person is kept that nobody declared: the schema itself is asked."""

import re
from pathlib import Path

from bot.database.migrations import migrate
from bot.database.sqlite import SqliteDatabase
from bot.dialogue.feature import Town
from bot.identity.columns import NOT_PEOPLE, OF_THE_GATEWAY
from handlers import FEATURES

NAMES = re.compile(r"person|user_id|maker_id|volunteer_id")


async def _columns(path: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str]], set[tuple[str, str]]]:
    """Columns that point to people, to media, and those whose name sounds like a person."""
    database = SqliteDatabase(path)
    await database.open()
    try:
        await migrate(database)
        to_people, to_media, sounding = set(), set(), set()
        async with database.read() as tx:
            tables = await tx.all(
                str, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
            for table in tables:
                for key in await tx.records(f"PRAGMA foreign_key_list({table})"):
                    column = (table, str(key["from"]))
                    if key["table"] == "people":
                        to_people.add(column)
                    elif key["table"] == "media":
                        to_media.add(column)
                for one in await tx.records(f"PRAGMA table_info({table})"):
                    if NAMES.search(str(one["name"])):
                        sounding.add((table, str(one["name"])))
                    if one["name"] == "media_id":
                        to_media.add((table, "media_id"))
    finally:
        await database.close()
    return to_people, to_media, sounding


def told(missing: set[tuple[str, str]], what: str) -> str:
    lines = "\n".join(f"  {table}.{column}" for table, column in sorted(missing))
    return (
        f"{what} that nobody declared:\n{lines}\n"
        "Say what becomes of these rows when a person is forgotten: PersonColumn or PictureColumn in the feature's"
        " people.py (see bot/identity/columns.py). DELETE is right for what is hers alone,"
        " NAMELESS for what counts as a total or stays on record, CLEAR for a column that may be NULL. Rows of other"
        " tables that hang on a deleted row are deleted before, in the feature's `forgets`."
    )


async def test_every_column_that_names_a_person_says_what_becomes_of_it(tmp_path: Path) -> None:
    to_people, _, sounding = await _columns(tmp_path / "schema.db")
    declared = {(one.table, one.column) for one in Town(FEATURES).person_columns}
    assert not to_people - declared, told(to_people - declared, "Columns that point to people")
    identified = {
        (table, column) for table, column in sounding - declared - NOT_PEOPLE if not table.startswith(OF_THE_GATEWAY)
    }
    assert not identified, told(identified, "Columns whose name sounds like a person")
    gone = declared - to_people - sounding
    assert not gone, f"declared, but not in the schema: {sorted(gone)}"


async def test_every_column_that_points_to_a_picture_says_what_becomes_of_it(tmp_path: Path) -> None:
    _, to_media, _ = await _columns(tmp_path / "schema.db")
    declared = {(one.table, one.column) for one in Town(FEATURES).picture_columns}
    missing = to_media - declared
    assert not missing, told(missing, "Columns that point to pictures")
    assert not declared - to_media, f"declared, but not in the schema: {sorted(declared - to_media)}"
