"""Digests of the first round keep their ids, so that the buttons in them still lead to their rows."""

from pathlib import Path

from bot.clock import moment
from handlers.digests import rules
from handlers.digests.rules import Kind, Rhythm
from handlers.digests.store import digests, readers
from tests.tools.migrating import migrated

BEFORE = 15
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh', 0)",
    "INSERT INTO people (id, name, place_id, created_at) VALUES (1, 'Rena', 1, 0)",
    "INSERT INTO digest_readers (place_id, person_id, kind, minute, met_at, from_at)"
    " VALUES (1, 1, 'shop', 780, 3, 4)",
    "INSERT INTO digests (id, place_id, person_id, kind, day, since_at, made_at, new_count, more_count, read_at)"
    " VALUES (3, 1, 1, 'shop', '2026-11-24', 5, 6, 2, 1, 8)",
    "INSERT INTO digests (id, place_id, person_id, kind, since_at, made_at, new_count, more_count)"
    " VALUES (5, 1, 1, 'shop', 6, 9, 0, 0)",
    "INSERT INTO digest_items (id, digest_id, position, feature, subject, label, words, answer, answered_by,"
    " answered_at) VALUES (4, 3, 0, 'ideas', 27, '27', 'w', 'later', 1, 7)",
    "INSERT INTO digest_items (id, digest_id, position, feature, subject, label, words)"
    " VALUES (7, 5, 0, 'ideas', 28, '28', 'v')",
    "INSERT INTO digest_lines (digest_id, position, words) VALUES (3, 0, 'a line')",
    "INSERT INTO digest_photos (digest_id, position, media_id, label) VALUES (3, 0, 9, '27')",
)


async def test_digests_outlive_the_new_tables_and_no_id_is_given_twice(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.write() as tx:
        reader = await readers.reader(tx, 1, 1, Kind.SHOP, rules.USUAL[Kind.SHOP], 99)
        assert (reader.rhythm, reader.met_at, reader.from_at) == (Rhythm(780), 3, 4)
        read, unread = await digests.find_digest(tx, 1, 1, 3), await digests.find_digest(tx, 1, 1, 5)
        assert read is not None
        assert unread is not None
        assert (read.new_count, read.more_count, read.read_at, unread.made_at) == (2, 1, 8, 9)
        assert await tx.all(int, "SELECT id FROM digests ORDER BY id") == [3, 5]
        assert [(item.id, item.answer, item.subject) for item in await digests.items(tx, 3)] == [(4, "later", 27)]
        assert [(item.id, item.answer, item.subject) for item in await digests.items(tx, 5)] == [(7, None, 28)]
        assert await digests.lines(tx, 3) == ["a line"]
        assert await tx.one(int, "SELECT media_id FROM digest_photos") == 9
        new = await digests.add_digest(
            tx, 1, 1, Kind.RESIDENTS, "2026-W48", moment(0), moment(10), None, digests.Counts()
        )
        assert new == 6
        await digests.add_item(tx, new, 0, digests.Asked("ideas", 1, "1", "w", ""))
        assert await tx.one(int, "SELECT max(id) FROM digest_items") == 8
