"""Events of the first round are still there, with their answers and what was sent, once they are in depth."""

from pathlib import Path

from handlers.events.rules import Answer
from handlers.events.store import answers, events, sent
from handlers.events.store.sent import Kind
from tests.tools.migrating import migrated

BEFORE = 14
OLD = (
    "INSERT INTO places (id, code, name, timezone, languages, created_at)"
    " VALUES (1, 'p', 'L', 'Asia/Urumqi', 'zh', 0)",
    "INSERT INTO people (id, name, place_id, created_at) VALUES (1, 'Aygul', 1, 0)",
    "INSERT INTO people (id, name, place_id, created_at) VALUES (2, 'John', 1, 0)",
    "INSERT INTO events (id, place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
    " made_at, changed_at) VALUES (1, 1, 1, 'announced', 'Fair', 9, 'here', 5, 'k', 0, 0)",
    "INSERT INTO event_answers (event_id, person_id, answer, guests, turn, came, mood, answered_at)"
    " VALUES (1, 1, 'coming', 2, 1, 1, 'good', 7)",
    "INSERT INTO event_answers (event_id, person_id, answer, turn, answered_at) VALUES (1, 2, 'waiting', 2, 8)",
    "INSERT INTO campaigns (id, place_id, made_at) VALUES (1, 1, 0)",
    "INSERT INTO campaigns (id, place_id, made_at) VALUES (2, 1, 0)",
    "INSERT INTO event_campaigns (event_id, campaign_id) VALUES (1, 1)",
    "INSERT INTO event_campaigns (event_id, campaign_id) VALUES (1, 2)",
)


async def test_answers_and_what_was_sent_outlive_the_new_tables(tmp_path: Path, database_url: str) -> None:
    async with migrated(database_url, tmp_path, BEFORE, OLD) as database, database.read() as tx:
        event = await events.find_event(tx, 1)
        assert event is not None
        assert (event.coming, event.guests, event.children, event.waiting, event.taken) == (1, 2, 0, 1, 3)
        mine = await answers.find_answer(tx, 1, 1)
        assert mine is not None
        assert (mine.answer, mine.guests, mine.came, mine.mood) == (Answer.COMING, 2, 1, "good")
        assert await sent.campaigns_of(tx, 1, Kind.ANNOUNCEMENT) == [1]
        assert await sent.campaigns_of(tx, 1, Kind.NEWS) == [2]
