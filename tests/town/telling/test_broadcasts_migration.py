"""Broadcasts and campaigns of the first round are still there, and go on, once they are in depth."""

from pathlib import Path

from bot.dialogue import preferences
from bot.dialogue.preferences import HowOften
from bot.outbox import campaigns
from handlers.broadcasts.store import broadcasts
from tests.tools.migrating import migrated

BEFORE = 17
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh', 0)",
    "INSERT INTO people (id, name, place_id, created_at) VALUES (1, 'Vera', 1, 0)",
    "INSERT INTO people (id, name, place_id, created_at) VALUES (2, 'Li', 1, 0)",
    "INSERT INTO campaigns (id, place_id, made_at) VALUES (1, 1, 0)",
    "INSERT INTO campaign_people (campaign_id, person_id) VALUES (1, 2)",
    "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, campaign, queued_at)"
    " VALUES ('web', '7', 7, 2, 'sendMessage', '{}', 3, 0, '1', 0)",
    "INSERT INTO broadcasts (id, place_id, made_by, made_at, words, whom, state, campaign_id, send_at)"
    " VALUES (1, 1, 1, 0, 'The fair', 'everyone', 'sending', 1, 5)",
    "INSERT INTO broadcasts (id, place_id, made_by, made_at, words, whom, state)"
    " VALUES (2, 1, 1, 0, 'Asked', 'team', 'asked')",
)


async def test_what_was_on_its_way_is_still_and_a_question_still_waits(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.read() as tx:
        going = await broadcasts.find(tx, 1, 1)
        asked = await broadcasts.find(tx, 1, 2)
        assert going is not None
        assert asked is not None
        assert (going.state, going.words, going.campaign_id, going.language) == ("sending", "The fair", 1, None)
        assert (asked.state, asked.asked_times) == ("asked", 0)
        report = await campaigns.report(tx, 1)
        assert (report.total, report.waiting, report.stopped) == (1, 1, 0)
        assert (await preferences.wishes(tx, 2)).how_often is HowOften.EVERYTHING
