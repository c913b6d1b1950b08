"""Invitations, roles, digests and messages from before anybody managed the yard: all there, and as they were."""

import sqlite3
from pathlib import Path

import pytest

from bot.database import connecting
from bot.database.migrations import FOLDER, migrate
from bot.database.postgres import PostgresDatabase
from tests.tools.migrating import migrated

BEFORE = next(int(path.name[:4]) for path in FOLDER.glob("*_property_managers_on_sqlite.sql")) - 1
REBUILT = ("invites", "role_changes", "digest_readers", "digests", "broadcasts")
CHILDREN = ("digest_items", "digest_lines", "digest_photos", "broadcast_words")
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh', 0)",
    "INSERT INTO people (id, name, place_id, created_at) VALUES (1, 'Rena', 1, 0), (2, 'Li', 1, 0)",
    "INSERT INTO invites (id, place_id, role, token_hash, made_by, made_at, expires_at, used_by, used_at)"
    " VALUES (3, 1, 'liaison', 'h', 1, 5, 9, 2, 6), (7, 1, 'lead', 'i', NULL, 5, 9, NULL, NULL)",
    "INSERT INTO role_changes (id, place_id, person_id, role, given, by_person, at)"
    " VALUES (2, 1, 2, 'liaison', 1, 1, 6), (4, 1, 2, 'liaison', 0, NULL, 8)",
    "INSERT INTO digest_readers (place_id, person_id, kind, minute, weekday, stopped_at, met_at, from_at, done_for,"
    " chosen)"
    " VALUES (1, 1, 'shop', 780, NULL, 9, 3, 4, '2026-11-24', 1), (1, 2, 'liaison', 570, 0, NULL, 3, 4, NULL, 0)",
    "INSERT INTO digests (id, place_id, person_id, kind, day, since_at, made_at, late_for, new_count, more_count,"
    " partial, outbox_id, read_at) VALUES (3, 1, 1, 'shop', '2026-11-24', 5, 6, 7, 2, 1, 1, 12, 8),"
    " (9, 1, 2, 'liaison', NULL, 5, 6, NULL, 0, 0, 0, NULL, NULL)",
    "INSERT INTO digest_items (id, digest_id, position, feature, subject, label, words, opens, answer, answered_by,"
    " answered_at, press, choices) VALUES (4, 3, 0, 'ideas', 27, '27', 'w', 'o', 'later', 1, 7, NULL, 'say'),"
    " (8, 9, 0, 'ideas', 28, '28', 'v', '', NULL, NULL, NULL, 'p', 'trial')",
    "INSERT INTO digest_lines (digest_id, position, words) VALUES (3, 0, 'a line'), (9, 0, 'another')",
    "INSERT INTO digest_photos (digest_id, position, media_id, label) VALUES (3, 0, 9, '27')",
    "INSERT INTO campaigns (id, place_id, made_at) VALUES (1, 1, 0)",
    "INSERT INTO broadcasts (id, place_id, made_by, made_at, words, album, whom, subject, state, campaign_id,"
    " approved_by, send_at, progress_row, told_left, language, only_language, only_active, waits_for, asked_times,"
    " urgent, useful_until)"
    " VALUES (5, 1, 1, 2, 'The fair', 'a', 'liaisons', 3, 'sending', 1, 2, 5, 6, 7, 'zh', 'ug', 1, 'time', 2, 1, 99),"
    " (6, 1, 1, 2, NULL, NULL, NULL, NULL, 'draft', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'person', 0, 0,"
    " NULL)",
    "INSERT INTO broadcast_words (broadcast_id, language, words) VALUES (5, 'ug', 'U')",
    "INSERT INTO ledger_months (place_id, month, by_owner, by_team, by_vote, by_city, by_several, by_silence,"
    " answered, voices, first_voices, undone, hidden, written_at)"
    " VALUES (1, 24321, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4)",
)
Rows = dict[str, list[tuple[object, ...]]]


async def _rows(url: str) -> Rows:
    """Of the tables that are made anew, and of those that lead to them."""
    database = connecting.connect(url)
    await database.open()
    try:
        async with database.read() as tx:
            return {
                table: await tx.all(lambda *row: row, f"SELECT * FROM {table} ORDER BY 1, 2, 3")  # noqa: S608 our names
                for table in (*REBUILT, *CHILDREN)
            }
    finally:
        await database.close()


async def test_every_row_is_as_it_was_and_leads_where_it_led(tmp_path: Path, database_url: str) -> None:
    """The rows are read twice: before this migration, and after it."""
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    shown: list[Rows] = []
    for until in ("before", "after"):
        folder, url = tmp_path / until, database_url if until == "after" else f"sqlite:///{tmp_path / 'b.db'}"
        if until == "before":
            await _as_it_was(folder, url)
        else:
            async with migrated(url, folder, BEFORE, OLD):
                pass
        shown.append(await _rows(url))
    assert shown[0] == shown[1]
    assert all(shown[1].values())


async def _as_it_was(folder: Path, url: str) -> None:
    for path in sorted(FOLDER.glob("*.sql"))[:BEFORE]:
        (folder / path.name).write_bytes(path.read_bytes())
    database = connecting.connect(url)
    await database.open()
    await migrate(database, folder)
    async with database.write() as tx:
        for statement in OLD:
            await tx.run(statement)
    await database.close()


async def test_the_new_words_fit_and_what_was_refused_is_refused_still(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database:
        async with database.write() as tx:
            await tx.run(
                "INSERT INTO invites (place_id, role, token_hash, made_at, expires_at)"
                " VALUES (1, 'property_manager', 'j', 1, 2)"
            )
            await tx.run(
                "INSERT INTO digests (place_id, person_id, kind, since_at, made_at, new_count, more_count)"
                " VALUES (1, 2, 'yard', 1, 2, 0, 0)"
            )
            await tx.run("UPDATE broadcasts SET whom = 'property_managers' WHERE id = 5")
            newest = [await tx.one(int, f"SELECT max(id) FROM {table}") for table in ("invites", "digests")]  # noqa: S608
            assert await tx.one(int, "SELECT by_yard FROM ledger_months") == 0
        if isinstance(database, PostgresDatabase):
            # Ids go on by themselves there, and these rows came with theirs.
            assert None not in newest
        else:
            assert newest == [8, 10]
        for wrong in (
            "INSERT INTO invites (place_id, role, token_hash, made_at, expires_at) VALUES (1, 'lead', 'h', 1, 2)",
            "INSERT INTO invites (place_id, role, token_hash, made_at, expires_at) VALUES (77, 'lead', 'k', 1, 2)",
            "INSERT INTO role_changes (place_id, person_id, role, given, at) VALUES (1, 1, 'lead', 2, 1)",
            "INSERT INTO digest_items (digest_id, position, feature, subject, label, words)"
            " VALUES (77, 0, 'i', 1, '', '')",
            "INSERT INTO digests (place_id, person_id, kind, day, since_at, made_at, new_count, more_count)"
            " VALUES (1, 1, 'shop', '2026-11-24', 1, 2, 0, 0)",
            "INSERT INTO broadcasts (place_id, made_by, made_at) VALUES (1, 1, 3)",
            "UPDATE broadcasts SET whom = NULL WHERE id = 5",
            "INSERT INTO broadcast_words (broadcast_id, language, words) VALUES (77, 'ug', 'U')",
            "DELETE FROM digests WHERE id = 3",
        ):
            with pytest.raises(Exception, match=r"(?i)constraint"):
                async with database.write() as tx:
                    await tx.run(wrong)


async def test_indexes_and_references_are_those_from_before(tmp_path: Path) -> None:
    """On SQLite, where the tables are made anew; in the words of its own catalogue."""
    url = f"sqlite:///{tmp_path / 'a.db'}"
    (tmp_path / "was").mkdir()
    await _as_it_was(tmp_path / "was", f"sqlite:///{tmp_path / 'b.db'}")
    async with migrated(url, tmp_path, BEFORE, OLD):
        pass
    before, after = (_catalogue(tmp_path / name) for name in ("b.db", "a.db"))
    assert [one for one in before if one not in after] == []  # later versions add some
    with sqlite3.connect(tmp_path / "a.db") as made:
        assert made.execute("PRAGMA foreign_key_check").fetchall() == []
        assert made.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not made.execute("SELECT name FROM sqlite_master WHERE name LIKE '%\\_before' ESCAPE '\\'").fetchall()


def _catalogue(path: Path) -> list[object]:
    """Columns, keys, references and indexes of these tables, and every index and trigger of all."""
    with sqlite3.connect(path) as made:
        found: list[object] = [
            (table, made.execute(f"PRAGMA {what}({table})").fetchall())
            for table in (*REBUILT, *CHILDREN)
            for what in ("table_info", "foreign_key_list")
        ]
        sql = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')"
        found += sorted(made.execute(sql), key=str)
    return found
