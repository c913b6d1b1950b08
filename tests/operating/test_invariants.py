"""Every invariant notices when it is broken, and none is broken by an ordinary afternoon."""

from collections.abc import Sequence

import pytest

from bot.cli.invariants import MACHINE
from bot.database import sqlite_tx
from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from simulation import promise_store
from tests.invariants import broken, findings, intact
from tests.street import Street
from tests.town.ideas.test_ideas import photo

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

MADE_CHANGE = (
    "INSERT INTO made_changes (surface_id, why, begun_at, half_at, may_at, told_at, outcome, ended_at, shown_at)"
    " VALUES (1, 'damp', 0, 5, "
)

ROLE = "INSERT INTO roles (person_id, place_id, role, since) VALUES (1, 1, "
EVENT = (
    "INSERT INTO events (id, place_id, maker_id, status, title, starts_at, calendar_key, made_at, changed_at,"
    " with_team, walk_ins) VALUES (1, 1, 1, 'announced', 'x', 9000000000000, 'k', 0, 0, "
)
OFFER = (
    "INSERT INTO handover_offers (place_id, feature, thing, giver_id, asked_id, offered_at, outcome, ended_at)"
    " VALUES (1, "
)
THANKS = (
    "INSERT INTO thanks (place_id, person_id, kind, subject, since, state, words, written_by, ended_at)"
    " VALUES (1, 1, 'times', 1, 0, "
)
CARE_PLAN = (
    "INSERT INTO care_plans (id, place_id, idea_id, step_id, done_at, steward_id, deputy_id) VALUES (1, 1, 1, 1, 0, "
)
CARE_CHECK = (
    "INSERT INTO care_checks (plan_id, due_at, asked_at, stage, waits_until, answer, answered_at, shown_at,"
    " closed_at) VALUES (1, 0, 0, 'steward', 5, "
)
PERMIT = "INSERT INTO permits (id, place_id, kind, status, begun_at, status_at, applied_at, issued_at, expected_at,"
PERMIT += " expires_at) VALUES (1, 1, 'sign', "
CITY = (
    "INSERT INTO city_requests (place_id, idea_id, channel, state, mark, not_before, made_at, words) VALUES (1, 1, "
)
NEED = "INSERT INTO needs (place_id, idea_id, kind, state, begun_at) VALUES (1, 1, 'tool', 'open', 0)"
PLEDGE = "INSERT INTO need_pledges (place_id, need_id, person_id, state, promised_at, deliver_at) VALUES (1, 1, 1, "
LINE = (
    "INSERT INTO money_lines (place_id, idea_id, words, noted_by, noted_at, kind, amount, corrects, needs_two)"
    " VALUES (1, 1, 'x', 1, 0, "
)
TASK = (
    "INSERT INTO tasks (id, place_id, state, kind, title, work, needed, starts_at, made_at, event_id)"
    " VALUES (1, 1, 'open', 'slot', 'x', 'hands', 1, 100000000, 0, "
)
TASK_DATE = "INSERT INTO task_dates (id, task_id, starts_at, ends_at) VALUES (1, 1, 100000000, {ends})"
CLAIMS = "INSERT INTO task_claims (date_id, person_id, for_name, state, minutes, claimed_at, changed_at) VALUES "
PULSE_ROUND = "INSERT INTO pulse_rounds (id, place_id, opened_at, closes_at, closed_at, answered, asked) VALUES {}"
PULSE_COUNT = "INSERT INTO pulse_counts (round_id, question, source, same, bad, noted_at, good) VALUES {}"
LEDGER_ROW = "(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
LEDGER = (
    "INSERT INTO ledger_months (place_id, by_owner, by_team, by_vote, by_city, by_several, by_silence, answered,"
    " voices, first_voices, undone, hidden, written_at, month, warned_at) VALUES "
)

# What the database itself would refuse is done with its checks switched off.
BREAKING: dict[str, Sequence[str]] = {
    "what goes into a kit was read by a lead": (
        "INSERT INTO kit_pages (place_id, kind, subject_id, state, looked_at) VALUES (1, 'change', 1, 'in', 1)",
    ),
    "no question for a press sheet waits for more than fourteen days, and each yes was said": (
        "INSERT INTO press_pieces (place_id, kind, source_id, words, person_id, asked_at)"
        " VALUES (1, 'comment', 1, 'x', 1, 1)",
    ),
    "a file that was asked for is read or given up within an hour": (
        "INSERT INTO sent_files (person_id, place_id, door, file_id, feature, not_before)"
        " VALUES (1, 1, 'web', 'x', 'kit', 1)",
    ),
    "nobody is thanked without a sentence that somebody wrote": (f"{THANKS}'sent', '', 1, 1)",),
    "what nobody writes to lapses, and what nobody signs comes back": (f"{THANKS}'due', '', NULL, NULL)",),
    "nobody signs her own certificate, and each that stands was signed": (
        "INSERT INTO certificates (place_id, person_id, state, changed_at, code, issued_at, signed_by, credential)"
        " VALUES (1, 1, 'valid', 1, 'x', 1, 1, 'y')",
    ),
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
    "everybody who speaks is a member of her place": ("DELETE FROM roles", "DELETE FROM members"),
    "every role is one we know": (
        "INSERT INTO roles (person_id, place_id, role, since) SELECT person_id, place_id, 'mayor', 1 FROM members",
    ),
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
    "nobody's basket costs more than there is": (
        f"{POLL}'several', 0, 9, 0, 0, 9, NULL)",
        "UPDATE polls SET form = 'budget', total = 700 WHERE id = 1",
        OPTIONS,
        "UPDATE poll_options SET cost = 400",
        ASKED,
        f"{VOTE}(1, 1, 1, 1, 1, 5), (1, 1, 2, 2, 1, 5)",
    ),
    "nobody has two answers to one moment, or to one option": (
        f"{POLL}'several', 0, 9, 0, 0, 9, NULL)",
        OPTIONS,
        ASKED,
        f"{VOTE}(1, 1, 1, 1, 2, 5), (1, 1, 2, 1, 0, 5)",
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
    "whoever came by a group's list is not named for longer than a month": (
        "INSERT INTO events (id, place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
        " made_at, changed_at) VALUES (1, 1, 1, 'announced', 'x', 5, 'y', 3, 'k', 0, 0)",
        "INSERT INTO event_on_behalf (event_id, name, answer, turn, noted_at) VALUES (1, 'x', 'coming', 1, 0)",
    ),
    "what codes for arriving are made from is forgotten within three days": (
        "INSERT INTO check_in_secrets (place_id, kind, thing_id, secret, made_at) VALUES (1, 'event', 1, 'x', 0)",
    ),
    "a list that was pasted is forgotten within two days": (
        "INSERT INTO sign_up_pastes (place_id, person_id, kind, thing_id, words, pasted_at)"
        " VALUES (1, 1, 'event', 1, 'x', 0)",
    ),
    "one digest a person, kind and day": (
        "CREATE TABLE loose (id INTEGER PRIMARY KEY, place_id, person_id, kind, day, since_at, made_at, new_count,"
        " more_count)",
        "DROP TABLE digests",
        "ALTER TABLE loose RENAME TO digests",
        DIGEST,
    ),
    "a place that was begun has an owner or a lead, or nobody at all holds a role there and it rests": (
        "UPDATE places SET begun_at = 1, rests_since = NULL",
    ),
    "a place rests only without a team, but for the liaison who leads where there is no owner": (
        "UPDATE places SET rests_since = 1",
        f"{ROLE}'volunteer', 1)",
    ),
    "no answer about the yard waits for a party that is not there": (
        "INSERT INTO ideas (id, place_id, person_id, number, status, words, space, touched_at, sent_at)"
        " SELECT 901, 1, max(id), 901, 'open', 'w', 'yard', 1, 1 FROM people",
        "INSERT INTO idea_answers (idea_id, person_id, role, space, answer, given_at)"
        " SELECT 901, max(id), 'lead', 'yard', 'yes', 1 FROM people",
    ),
    "what is announced is organised by one of the team, or the team has it and knows": (f"{EVENT}0, 0)",),
    "what was given back is with the team until somebody takes it": (
        f"{EVENT}1, 0)",
        f"{OFFER}'events', '1', 1, NULL, 1, 'taken', 2)",
    ),
    "nobody is asked for ever to take something, or to keep a place": (
        f"{OFFER}'events', '1', 1, 1, 1, NULL, NULL)",
    ),
    "whoever holds a role and was silent for 22 days was asked whether she is still with us": (
        f"{ROLE}'volunteer', 1)",
        "UPDATE identities SET spoke_at = 1",
    ),
    "nothing that people made is gone within its term unless it could not wait": (
        f"{MADE_CHANGE}10, NULL, 'gone', 9, 9)",
    ),
    "the makers of what is gone have its last photo or were told that there is none": (
        f"{MADE_CHANGE}10, 10, 'gone', 11, NULL)",
    ),
    "an owner hears when a term is over, and what nobody comes back to is over by itself": (
        f"{MADE_CHANGE}10, NULL, NULL, NULL, NULL)",
    ),
    "somebody is reminded of every permit whose day has come": (
        f"{PERMIT}'handed_in', 0, 0, 0, NULL, 5, NULL)",
        "INSERT INTO permit_moves (permit_id, to_status, moved_at) VALUES (1, 'handed_in', 0)",
    ),
    "no permit says that it is valid after its last day": (
        f"{PERMIT}'granted', 0, 0, 0, 0, NULL, 5)",
        "INSERT INTO permit_moves (permit_id, to_status, moved_at) VALUES (1, 'granted', 0)",
    ),
    "a permit stands where it was moved last, and a refusal says whom else to ask": (
        f"{PERMIT}'refused', 0, 0, 0, NULL, NULL, NULL)",
        "INSERT INTO permit_moves (permit_id, to_status, moved_at) VALUES (1, 'refused', 0)",
    ),
    "an idea is with the city once at a time, and what the city has is not kept here a second time": (
        f"{CITY}'open311', 'taken', 'a', 0, 0, 'x')",
    ),
    "no more people do a task than it needs": (
        f"{TASK}NULL)",
        TASK_DATE.format(ends=100000000),
        f"{CLAIMS}(1, 1, '', 'done', 60, 5, 5), (1, 1, 'y', 'done', 60, 5, 5)",
    ),
    "whoever took a task on was reminded before it began": (
        f"{TASK}NULL)",
        TASK_DATE.format(ends=100000000),
        f"{CLAIMS}(1, 1, '', 'claimed', NULL, 5, 5)",
    ),
    "a cancelled event takes its tasks along": (
        "INSERT INTO events (id, place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
        " made_at, changed_at) VALUES (1, 1, 1, 'cancelled', 'x', 5, 'y', 3, 'k', 0, 0)",
        f"{TASK}1)",
        TASK_DATE.format(ends=9_000_000_000_000),
    ),
    "nobody who gave her place back, or could not come, has hours for it": (
        f"{TASK}NULL)",
        TASK_DATE.format(ends=100000000),
        f"{CLAIMS}(1, 1, '', 'excused', 60, 5, 5)",
    ),
    "that people stay away is told once a quarter at most": (
        "INSERT INTO busy_alarms (place_id, week, answers, raised_at) VALUES (1, 100, 6, 0), (1, 112, 6, 0)",
    ),
    "what an owner tells of a week is looked at within a day": (
        "INSERT INTO busy_weeks (place_id, week, how, told_at) VALUES (1, 100, 'busy', 0)",
    ),
    "a round of the three values ends within a day of its time": (
        "INSERT INTO pulse_rounds (place_id, opened_at, closes_at) VALUES (1, 0, 5)",
    ),
    "nobody stands beside a face of a round that is over": (
        PULSE_ROUND.format("(1, 1, 0, 5, 6, 9, 9)"),
        "INSERT INTO pulse_answers (round_id, person_id, question, face, answered_at)"
        " VALUES (1, 1, 'place', 'bad', 1)",
    ),
    "fewer than five faces are not kept, but the owner's": (
        PULSE_ROUND.format("(1, 1, 0, 5, 6, 9, 9)"),
        PULSE_COUNT.format("(1, 'place', 'chat', 0, 0, 6, 4)"),
    ),
    "no more faces are counted in the chat than people answered": (
        PULSE_ROUND.format("(1, 1, 0, 5, 6, 5, 9)"),
        PULSE_COUNT.format("(1, 'place', 'chat', 0, 0, 6, 6)"),
    ),
    "a month that is over is written down by its second day": (
        f"{DRAFT}, status, sent_at) VALUES (1, 1, 1, 0, 'new', 5)",
    ),
    "owner and team are not told of a slide two months running": (
        f"{LEDGER}{LEDGER_ROW}100, 1), {LEDGER_ROW}101, 1)",
    ),
    "a machine reads nobody's words without her yes to its host and its place's": (
        f"{DRAFT}, number, status) VALUES (1, 1, 1, 0, 1, 'open')",
        "INSERT INTO machine_translations (idea_id, host, from_language, language, of_words, state, words)"
        " VALUES (1, 'h', 'en', 'zh', 'x', 'made', 'y')",
    ),
    "what was understood of a voice is kept only until its speaker answers": (
        "INSERT INTO transcripts (idea_id, person_id, state, words, made_at, settled_at)"
        " VALUES (1, 1, 'right', 'x', 1, 1)",
    ),
    "whoever voted hears within a day what it led to": (
        "INSERT INTO poll_hearings (poll_id, person_id) VALUES (1, 1)",
        "INSERT INTO poll_decisions (poll_id, person_id, words, decided_at) VALUES (1, 1, 'x', 0)",
    ),
    "nothing under five stands in the open data": (
        "INSERT INTO open_data_counts (place_id, kind, number, people) VALUES (1, 'votes', 1, 4)",
    ),
    "data are as open as stands on record": (
        "INSERT INTO open_data_changes (place_id, licence, changed_at) VALUES (1, 'cc0', 5)",
    ),
    "open data are counted every day": (
        "UPDATE places SET data_licence = 'by'",
        "INSERT INTO open_data_changes (place_id, licence, changed_at) VALUES (1, 'by', 5)",
        "INSERT INTO open_data_days (place_id, day) VALUES (1, 700000)",
    ),
    "what was done is looked after from the next day on": (
        f"{DRAFT}, number, status) VALUES (1, 1, 1, 0, 1, 'done')",
        "INSERT INTO idea_steps (idea_id, person_id, from_status, to_status, space, taken_at)"
        " VALUES (1, 1, 'under_way', 'done', 'front', 5)",
    ),
    "nobody is her own deputy": (f"{CARE_PLAN}1, 1)",),
    "nobody is waited for longer than her days, and what is over waits for nobody": (
        f"{CARE_PLAN}1, NULL)",
        f"{CARE_CHECK}NULL, NULL, NULL, NULL)",
    ),
    "what was found is told to everybody concerned": (f"{CARE_PLAN}1, NULL)", f"{CARE_CHECK}'good', 5, 5, 5)"),
    "a promise is one person's once, and is reminded of no more once it is here or taken back": (
        NEED,
        f"{PLEDGE}'withdrawn', 0, 0)",
    ),
    "a promise that nobody keeps or takes back ends by itself": (NEED, f"{PLEDGE}'promised', 0, 0)"),
    "nobody is the second of two with herself": (
        NEED,
        f"{LINE}'given', 90000, NULL, 1)",
        "INSERT INTO money_agreements (line_id, person_id, agreed_at) VALUES (1, 1, 0)",
    ),
    "a correction is of a line of the same change": (
        NEED,
        f"{LINE}'given', 90000, NULL, 0)",
        f"{LINE}'spent', 100, 1, 0)",
    ),
    "no question to an expert is silent for more than ten days without somebody told": (
        "INSERT INTO expert_questions (place_id, field, state, words, begun_at, asked_at, moved_at)"
        " VALUES (1, 'fire', 'open', 'x', 0, 0, 0)",
    ),
    "nobody but the two and the desk reads an answer before the team looked": (
        "INSERT INTO expert_questions (place_id, field, state, words, begun_at, asked_at, moved_at,"
        " answered_at, shown)"
        " VALUES (1, 'fire', 'answered', 'x', 0, 0, 0, 1, 1)",
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
        await sqlite_tx.rows(writer, f"PRAGMA {pragma}")
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
