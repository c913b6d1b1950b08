"""What docs/privacy.md promises, kept by the running program: looked for in its folder from outside."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import milliseconds
from bot.gateway.files import NOT_KEPT
from bot.media.images import clean
from tests.house.test_privacy_page import limits
from tests.pictures import photograph
from tests.running.town import ByTelegram, OnTheWire, Town, town
from tests.tools import remains
from tests.town.ideas.test_held import follows, holds
from tests.town.people.test_elsewhere import link_of
from tests.town.polls.test_polls import makes_poll

NAME = "Aygul-of-the-third-floor"
WORDS = "A swing for the mulberry tree"
TALK = ("Where does the swing belong", "Is the roof garden open")
PICTURE, OTHER = photograph(800, 600, seed=11), photograph(640, 480, seed=12)
HERS = [*remains.of_words(NAME, WORDS, *TALK), *remains.of_picture(clean(PICTURE).jpeg), *remains.of_picture(PICTURE)]


async def test_no_byte_of_whoever_leaves_is_left_in_the_folder_of_the_running_bot(tmp_path: Path) -> None:
    """At each door, seconds after "Delete me": database, log of changes, pictures, the gateway's files."""
    async with town(tmp_path, telegram=True) as here:
        stays = await here.joins("Volunteer", "volunteer", "en")
        await stays.says("/suggest")
        await stays.sends_photo(OTHER, "A bench that stays")
        await stays.presses("Inside the shop")
        await _lives_and_leaves(here, await here.phone(NAME, "en"))
        await _lives_and_leaves(here, await here.on_telegram(NAME, "en"))
        assert remains.found(here.data, remains.of_words("A bench that stays"))
        assert here.ask("SELECT count(*) FROM people WHERE name <> '—'") == [(1,)]
    assert not [words for words in (NAME, WORDS, *TALK) if words in here.log()]


async def _lives_and_leaves(here: Town, aygul: OnTheWire | ByTelegram) -> None:
    await aygul.agrees()
    [(name,)] = here.ask("SELECT name FROM people ORDER BY id DESC LIMIT 1")
    await aygul.says("/suggest")
    await aygul.sends_photo(PICTURE, WORDS)
    await aygul.presses("Inside the shop")
    await aygul.hears("Saved")
    await aygul.says("/suggest")
    await aygul.says(TALK[0])
    await aygul.says(TALK[1])
    hers = [*HERS, *remains.of_words(name)]
    for needle in remains.of_words(name, WORDS, *TALK):
        assert remains.found(here.data, [needle]), needle
    await aygul.says("/privacy")
    await aygul.presses("Delete me")
    await aygul.presses("Delete everything now")
    await aygul.hears("You are deleted ✓")
    await here.until(lambda: not remains.found(here.data, hers))


async def test_a_picture_that_a_lead_removed_for_good_leaves_the_disk(tmp_path: Path) -> None:
    """The bytes of every copy: the one that came, the clean one, the small one, the one that was sent on. The backup
    keeps its own for thirty days, and on a slow machine the first one would be made meanwhile."""
    async with town(tmp_path, dev=False, BACKUP_DIR="") as here:
        sender = await here.arrives("Sender", "en")
        lead = await here.joins("Lead", "lead", "en")
        await sender.says("/suggest")
        await sender.sends_photo(PICTURE, WORDS)
        await sender.presses("Inside the shop")
        await lead.says("/desk")
        await follows(lead, "ideas.publish:1")
        await lead.says("/1")
        await here.until(here.quiet)
        copies = _pictures(here.data)
        assert copies
        await holds(lead)
        await lead.says("/held")
        for address in ("held.open_held", "held.ask_remove", "held.remove"):
            await follows(lead, address)
        await lead.hears("Removed: ")
        await here.turn(minutes=2)
        needles = [needle for content in copies for needle in remains.of_picture(content)]
        await here.until(lambda: not remains.found(here.data, needles))


def _pictures(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*.jpg")]


# What is looked for in the database for each row of the page: `{until}` is a moment after all of it was written,
# `{next}` one after the digest of the next morning. It must be there shortly before its time, and gone shortly after.
DIGEST_COMES = timedelta(days=2)
KEPT = f"path NOT LIKE '{NOT_KEPT}%'"
LOOKED_FOR = {
    "messages that were sent": "outbox WHERE state = 'sent' AND method = 'sendMessage' AND queued_at < {until}",
    "messages that were sent with a picture": "outbox WHERE state = 'sent' AND method = 'sendPhoto'"
    " AND queued_at < {until}",
    "messages that were refused or are unsure": "outbox WHERE state = 'refused' AND queued_at < {until}",
    "to whom a message to many went": "campaign_people WHERE campaign_id = 1",
    "what somebody sent before she agreed": "held_updates",
    "updates that nobody understood": "kept_aside",
    "that an update was received": "receipts WHERE received_at < {until}",
    "news for groups and other services": "relay_posts",
    "digests": "digests WHERE made_at < {next}",
    "on which days who had a digest": "occurrences WHERE job LIKE 'digest %' AND happened_at < {next}",
    "who was asked in a poll and did not vote": "poll_asked"
    " WHERE person_id NOT IN (SELECT person_id FROM poll_votes)",
    "the word for an address of a web visitor, in a poll, beside support and seats": "(SELECT 1 FROM poll_newcomers"
    " UNION ALL SELECT 1 FROM crowd_visits)",
    "hashes of addresses, against floods": "gateway_arrivals",
    "a web chat in which nobody said anything": "gateway_people p"
    " WHERE NOT EXISTS (SELECT 1 FROM gateway_messages m WHERE m.chat = p.id)",
    "links to another door": "door_links",
    "what each of two had who became one, for undoing it": "joining_rows",
    "the last word to somebody who left": "goodbyes",
    "the web chat's events for open pages": "gateway_events WHERE created < {until}",
    "by what the web chat knows a repeated message": "gateway_txns WHERE created < {until}",
    "files of the web chat that no message shows": "gateway_files f WHERE kind = 'photo' AND created < {until}"
    " AND NOT EXISTS (SELECT 1 FROM gateway_attachments a WHERE a.file_id = f.file_id)",
    "the file of one's own data, in the web chat": "gateway_files WHERE name = 'nestbox.zip'",
    "files in the web chat of those who have not agreed": f"gateway_files WHERE name = 'stranger.txt' AND {KEPT}",
    "documents in the web chat: their bytes, not their names": f"gateway_files WHERE name = 'plan.txt' AND {KEPT}",
    "how much a person, and an address (by the day's word for it), has sent": "gateway_usage"
    " WHERE day * 86400000 < {until}",
    "a question to an expert that was not sent": "expert_questions WHERE state = 'draft'",
    "a question to an expert that was taken back, or ended without an answer": "expert_questions"
    " WHERE state = 'ended'",
    "a link by which somebody becomes an expert, and nobody opened": "experts WHERE state = 'invited'",
    "what changed most for somebody, where it does not stand on the public page": "pulse_stories",
}
AT_MOST = {"how much a person, and an address (by the day's word for it), has sent"}  # until the next day begins
# These have tests of their own.
ELSEWHERE = {
    "a picture of a child to which no guardian agreed": "tests/running/test_chores.py",
    "backups, and copies from before a restore": "tests/operating/test_backup.py",
    "a need half written down": "tests/town/afterwards/test_needs.py",
    "what she lets the team see of it": "tests/town/afterwards/test_instalments.py",
    "who was asked to take what from whom, once that is over": "tests/town/afterwards/test_handover.py",
    "how busy the shop was, and counts at the door": "tests/town/afterwards/test_busy.py",
    "a count at the door that was not finished": "tests/town/afterwards/test_busy.py",
    "a certificate that was begun and never signed": "tests/town/afterwards/test_thanks.py",
    "an occasion to thank somebody to which no lead wrote: then its words go, and that it was stays": (
        "tests/town/afterwards/test_thanks.py"
    ),
    "names that came by a group's list, after the event or task; the seats stay as counted": (
        "tests/running/test_sign_up_list.py"
    ),
    "a group's list as it was pasted": "tests/running/test_sign_up_list.py",
    "what the codes for arriving are made from": "tests/running/test_check_in.py",
}


async def test_every_row_of_the_page_is_kept_as_long_as_it_says_and_no_longer(tmp_path: Path) -> None:
    kept = limits()
    assert set(LOOKED_FOR) | set(ELSEWHERE) == set(kept)
    async with town(tmp_path, telegram=True, dev=False) as here:
        here.expects("kept aside")
        await _fills(here)
        filled = here.now()
        for what, sql in LOOKED_FOR.items():
            assert "{next}" in sql or _count(here, sql, filled), what
        for limit in sorted({kept[what] for what in LOOKED_FOR}):
            rows = {what: sql for what, sql in LOOKED_FOR.items() if kept[what] == limit}
            late = DIGEST_COMES if limit > timedelta(days=50) else timedelta()
            await here.turn_to(filled + limit - max(limit / 10, timedelta(minutes=15)))
            gone = [what for what, sql in rows.items() if what not in AT_MOST and not _count(here, sql, filled)]
            assert not gone, f"gone too early, before {limit}: {gone}"
            await here.turn_to(filled + limit + late + max(limit / 10, timedelta(minutes=75)))
            await _are_gone(here, rows, filled)


async def _are_gone(here: Town, rows: Mapping[str, str], filled: datetime) -> None:
    left: list[str] = []

    def none_left() -> bool:
        left[:] = [what for what, sql in rows.items() if _count(here, sql, filled)]
        return not left

    try:
        await here.until(none_left)
    except TimeoutError as error:
        raise AssertionError(f"still there: {left}") from error


def _count(here: Town, sql: str, filled: datetime) -> int:
    moments = {"until": filled, "next": filled + DIGEST_COMES}
    for name, at in moments.items():
        sql = sql.replace(f"{{{name}}}", str(milliseconds(at)))
    return int(here.ask(f"SELECT count(*) FROM {sql}")[0][0])  # noqa: S608 our own


async def _fills(here: Town) -> None:
    """A row of everything that the page names, by talking as far as that goes."""
    volunteer = await here.joins("Volunteer", "volunteer", "en")
    aygul = await here.arrives("Aygul", "en")
    bo = await here.on_telegram("Bo", "en")
    await bo.agrees()
    gone = {"code": 403, "description": "Forbidden: bot was blocked by the user"}
    here.fake.does("fault", kind="error", method="sendMessage", chat=bo.user_id, **gone)
    await makes_poll(volunteer)
    late = await here.arrives("Late", "en")
    await late.says("/polls")
    await late.presses("Which colour?")
    await late.presses("Green")
    await aygul.says("/suggest")
    await aygul.sends_photo(PICTURE, WORDS)
    await aygul.presses("Inside the shop")
    await volunteer.says("/desk")
    await follows(volunteer, "ideas.publish:1")
    await aygul.says("/suggest")
    await aygul.says("Another one, for tomorrow's digest")
    await aygul.presses("Inside the shop")
    await aygul.sends_document(b"Where the swing is to stand", "plan.txt", "text/plain")
    await aygul.says("/privacy")
    await aygul.presses("My data as a file")
    await aygul.hears("Everything of yours", "It stays here for one day")
    code = await link_of(aygul)
    there = await here.on_telegram("Aygul", "en")
    await there.says(f"/start {code}")
    await there.presses("Yes, I made this link")
    await aygul.presses("Yes, I see…")
    await there.hears("You are one person")
    leaver = await here.arrives("Leaver", "en")
    await leaver.says("/privacy")
    await leaver.presses("Delete me")
    await leaver.presses("Delete everything now")
    await here.phone("Silent", "en")
    newcomer = await here.phone("Newcomer", "en")
    await newcomer.says("Is anybody there?")
    await newcomer.sends_document(b"From somebody who has not agreed", "stranger.txt", "text/plain")
    here.fake.does("raw_update", chat=bo.user_id, rest=',"message":{"text":17}')
    await here.until(lambda: here.ask("SELECT 1 FROM kept_aside"))
    _by_hand(here)


def _by_hand(here: Town) -> None:
    """A post that would have to leave this machine, and what takes a lead and a quarter to come about by talking."""
    now = milliseconds(here.now())
    with closing(sqlite3.connect(here.data / "nestbox.db", timeout=10)) as connection, connection:
        connection.execute(
            "INSERT INTO relays (id, place_id, service, label, language, team, events, weekly, state, made_at)"
            " VALUES (1, 1, 'ntfy', 'ntfy', 'en', 0, 1, 0, 'paused', ?)",
            (now,),
        )
        connection.execute(
            "INSERT INTO relay_posts (relay_id, title, words, state, not_before, made_at, settled_at)"
            " VALUES (1, 'News', 'A swing', 'sent', ?, ?, ?)",
            (now, now, now),
        )
        connection.execute(
            "INSERT INTO experts (place_id, field, state, token_hash, invited_at)"
            " VALUES (1, 'fire', 'invited', 'x', ?)",
            (now,),
        )
        connection.executemany(
            "INSERT INTO expert_questions (place_id, field, state, words, begun_at, asked_at, moved_at)"
            " VALUES (1, 'fire', ?, 'May a lamp hang there?', ?, ?, ?)",
            (("draft", now, None, None), ("ended", now, now, now)),
        )
        connection.execute(
            "INSERT INTO pulse_rounds (id, place_id, opened_at, closes_at, closed_at) VALUES (100, 1, ?, ?, ?)",
            (now - 2, now - 1, now),
        )
        connection.execute(
            "INSERT INTO pulse_stories (round_id, person_id, words, shown_to, told_at)"
            " VALUES (100, 1, 'Shade', 'team', ?)",
            (now,),
        )
