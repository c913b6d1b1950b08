"""Every invariant notices when it is broken, and none is broken by an ordinary afternoon."""

from collections.abc import Sequence

import pytest

from bot.cli.invariants import MACHINE
from bot.database import db
from bot.doors.door import TELEGRAM
from bot.identity.people import Role
from handlers.simulation import promise_store
from tests.invariants import broken, findings, intact
from tests.street import Street
from tests.test_ideas import photo

OUTBOX = (
    "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, state, queued_at,"
    " claimed_at, campaign) VALUES ('telegram', '1001', 1001, 1, 'sendMessage', '{}', 2, 0, "
)
DRAFT = "INSERT INTO ideas (id, place_id, person_id, touched_at"
POLL = (
    "INSERT INTO polls (id, place_id, made_by, state, question, kind, live, closes_at, made_at, opened_at, closed_at,"
    " dots) VALUES (1, 1, 1, 'closed', 'x', "
)
OPTIONS = "INSERT INTO poll_options (id, poll_id, position, words) VALUES (1, 1, 0, 'a'), (2, 1, 1, 'b')"
ASKED = "INSERT INTO poll_asked (poll_id, person_id) VALUES (1, 1)"
VOTE = "INSERT INTO poll_votes (poll_id, person_id, slot, option_id, value, voted_at) VALUES "
CAMPAIGN = "INSERT INTO campaigns (id, place_id, made_at) VALUES (1, 1, 0)"
TEN_AT_NIGHT, FIVE_HOURS = 1_764_000_000_000, 18_000_000  # ms; 24 November 2025, in Urumqi
DIGEST = (
    "INSERT INTO digests (id, place_id, person_id, kind, day, since_at, made_at, new_count, more_count)"
    " VALUES (1, 1, 1, 'shop', '2026-01-01', 0, 0, 1, 0), (2, 1, 1, 'shop', '2026-01-01', 0, 0, 1, 0)"
)

# What the database itself would refuse is done with its checks switched off.
BREAKING: dict[str, Sequence[str]] = {
    "nobody who cannot be reached was written to": (
        f"{OUTBOX}'sent', 5, 5, NULL)",
        "UPDATE identities SET unreachable_at = 4, chat_id = 1001",
    ),
    "nobody who has not agreed was told anything unasked": (
        f"{OUTBOX}'sent', 5, 5, NULL)",
        "UPDATE people SET consented_at = NULL",
    ),
    "a message to many reaches nobody twice": (f"{OUTBOX}'sent', 5, 5, '1')", f"{OUTBOX}'uncertain', 5, 5, '1')"),
    "a message to many goes only to those it is for": (
        CAMPAIGN,
        "INSERT INTO campaign_people (campaign_id, person_id) VALUES (1, 2)",
        f"{OUTBOX}'waiting', 5, 5, '1')",
    ),
    "nothing is on its way for ever": (f"{OUTBOX}'sending', 5, 5, NULL)",),
    "nobody had three unasked messages of a place within a week": (
        f"{OUTBOX}'sent', 5, 5, NULL)",
        f"{OUTBOX}'sent', 5, 5, NULL)",
        f"{OUTBOX}'sent', 5, 5, NULL)",
        "UPDATE outbox SET unasked_in = 1, settled_at = 9000000000000",
    ),
    "no handler broke": (
        "INSERT INTO kept_aside (door, raw, reason, kept_at) VALUES ('web', '', 'a handler broke', 1)",
    ),
    "everybody who speaks is a member of her place": ("DELETE FROM members",),
    "a picture that is ready has a name": (
        "INSERT INTO media (door, file_id, kind, person_id, state, not_before, created_at)"
        " VALUES ('web', 'x', 'photo', 1, 'ready', 0, 0)",
    ),
    "no idea is without its author or a note on whose behalf it is": (f"{DRAFT}) VALUES (1, 1, 99, 0)",),
    "an idea has as many supporters as there are voices": (f"{DRAFT}, voices) VALUES (1, 1, 1, 0, 3)",),
    "an idea stands where its last step put it": (
        f"{DRAFT}, number, status) VALUES (1, 1, 1, 0, 1, 'open')",
        "INSERT INTO idea_steps (idea_id, person_id, from_status, to_status, space, taken_at)"
        " VALUES (1, 1, 'new', 'hidden', 'front', 0)",
    ),
    "numbers that people say aloud are given once and in order": (f"{DRAFT}, number) VALUES (1, 1, 1, 0, 7)",),
    "whoever voted was asked, or stands apart": (
        f"{POLL}'single', 0, 9, 0, 0, 9, NULL)",
        OPTIONS,
        f"{VOTE}(1, 1, 0, 1, 1, 5)",
    ),
    "one vote a person where one may be given": (
        f"{POLL}'single', 0, 9, 0, 0, 9, NULL)",
        OPTIONS,
        ASKED,
        f"{VOTE}(1, 1, 0, 1, 1, 5), (1, 1, 1, 2, 1, 5)",
    ),
    "nobody gives more dots than there are": (
        f"{POLL}'dots', 0, 9, 0, 0, 9, 3)",
        OPTIONS,
        ASKED,
        f"{VOTE}(1, 1, 1, 1, 2, 5), (1, 1, 2, 2, 2, 5)",
    ),
    "no vote is later than the close": (
        f"{POLL}'single', 0, 9, 0, 0, 9, NULL)",
        OPTIONS,
        ASKED,
        f"{VOTE}(1, 1, 0, 1, 1, 10)",
    ),
    "seats taken are no more than there are": (
        "INSERT INTO events (id, place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
        " made_at, changed_at) VALUES (1, 1, 1, 'announced', 'x', 5, 'y', 3, 'k', 0, 0)",
        "INSERT INTO event_answers (event_id, person_id, answer, guests, children, turn, answered_at)"
        " VALUES (1, 1, 'coming', 2, 1, 1, 0)",
    ),
    "one digest a person, kind and day": (
        "CREATE TABLE loose (id INTEGER PRIMARY KEY, place_id, person_id, kind, day, since_at, made_at, new_count,"
        " more_count)",
        "DROP TABLE digests",
        "ALTER TABLE loose RENAME TO digests",
        DIGEST,
    ),
    "a broadcast is over when nobody waits for it any more": (
        CAMPAIGN,
        "INSERT INTO broadcasts (place_id, made_by, made_at, words, whom, state, campaign_id, send_at)"
        " VALUES (1, 1, 0, 'x', 'everyone', 'sending', 1, 0)",
    ),
    "nothing unasked rings in quiet hours": (
        f"{OUTBOX}'sent', {TEN_AT_NIGHT + FIVE_HOURS}, {TEN_AT_NIGHT + FIVE_HOURS}, NULL)",
        "UPDATE identities SET door = 'telegram', chat_id = 1001, spoke_at = 0",
    ),
    "PRAGMA integrity_check": (
        "UPDATE places SET last_number = last_number",
        f"{DRAFT}, status) VALUES (1, 1, 1, 0, 'lost')",
    ),
    "PRAGMA foreign_key_check": (f"{DRAFT}) VALUES (1, 1, 99, 0)",),
}


async def does(street: Street, statements: Sequence[str]) -> None:
    writer = street.bot.database._writer  # type: ignore[attr-defined]
    for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        await db._rows(writer, f"PRAGMA {pragma}")
    async with street.bot.database.write() as tx:
        for statement in statements:
            await tx.run(statement)


@pytest.mark.parametrize("name", BREAKING)
async def test_an_invariant_notices_when_it_is_broken(street: Street, name: str) -> None:
    await street.arrives("Aygul", TELEGRAM)
    await does(street, BREAKING[name])
    assert [line for line in await broken(street) if line.startswith(f"BROKEN  {name}: ")]


async def test_a_picture_without_a_row_is_noticed_and_a_row_without_its_picture(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.sends_photo(photo())
    await intact(street)
    folder = street.bot.settings.data_dir / "media"
    (picture,) = (file for file in folder.rglob("*.jpg") if ".thumb." not in file.name)
    for file in folder.rglob("*.*"):
        file.unlink()
    assert await broken(street) == ["BROKEN  pictures and their rows belong together: 1"]
    other = picture.with_name(f"{picture.name[:2]}{'0' * 62}.jpg")
    other.write_bytes(b"x")
    assert await broken(street) == ["BROKEN  pictures and their rows belong together: 2"]


async def test_there_is_a_way_to_break_each_of_them(street: Street) -> None:
    names = {one.name for one in await findings(street)}
    assert {one.name for one in (*MACHINE, *promise_store.TOWN)} <= names
    assert names - set(BREAKING) == {"pictures and their rows belong together"}


DOORS = ("web", "telegram")


@pytest.mark.parametrize("door", DOORS)
async def test_an_ordinary_afternoon_breaks_nothing(any_street: Street, door: str) -> None:
    aygul = await any_street.arrives("Aygul", door)
    zhou = await any_street.arrives("Zhou", door, role=Role.VOLUNTEER)
    await aygul.sends_photo(photo(), "门口放一张长椅")
    await aygul.presses("一个新建议")
    await aygul.presses("店门口")
    await zhou.says("/desk")
    await zhou.presses("公开到列表")
    await intact(any_street)
