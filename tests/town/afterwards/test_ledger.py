"""Who decided, month by month; an answer promised by a day; and every voter hears what came of her vote."""

import random
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.i18n.clocks import Clocks
from bot.identity.roles import Role
from handlers.ledger import rules
from handlers.ledger.rules import By, Decision, counted, decided_by, month_of, slides
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import Street
from tests.town.people.test_elsewhere import carries_on
from tests.town.polls.test_polls import makes_poll

DECEMBER = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
WORDS = ("A bench", "A ramp", "A lamp for the yard", "Flowers at the door", "A shelf for books", "A tap with water")


async def suggests(one: Neighbour, words: str) -> None:
    await one.says("/suggest")
    await one.says(words)
    await one.presses("Inside the shop")
    if "Mine is different" in str((await one.last()).labels):
        await one.presses("Mine is different")


async def on_the_board(street: Street, door: str, many: int) -> tuple[Neighbour, Neighbour, Neighbour]:
    """So many ideas inside the shop, published; their author, a volunteer and the owner."""
    chen = await street.arrives("Chen", door, "en")
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    for words in WORDS[:many]:
        await suggests(chen, words)
        await team.says("/desk")
        await team.presses("Put it on the board")
    return chen, team, keeper


async def answers(keeper: Neighbour, number: int, label: str = "Yes", reason: str = "") -> None:
    await keeper.says(f"/{number}")
    await keeper.presses("Answer")
    if label == "Not now":
        await keeper.presses("Try it first, or not now")
    await keeper.presses(label)
    if reason:
        await keeper.says(reason)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_when_a_month_is_over_anybody_reads_who_decided(any_street: Street, door: str) -> None:
    street = any_street
    chen, team, keeper = await on_the_board(street, door, 6)
    await street.later(days=1)
    for number in (1, 2, 3, 4):
        await answers(keeper, number)
    await answers(keeper, 5, "Not now", "The wall is wet")
    await chen.says("/ledger")
    await chen.hears("When the first month with ideas is over")
    await street.until(DECEMBER)
    await chen.says("/ledger")
    told = await chen.hears("Who decided in November 2026?", "owner 5", "5 ideas had their first answer")
    assert told.kind == "photo"
    assert "Hidden: fewer than 5" in told.words
    assert "Waited too long without an answer: fewer than 5" in told.words

    page = await page_of(street)
    assert "Who decided?" in page
    assert "owner \u20685\u2069" in page or "owner 5" in page
    # The month after has none: it says so little that nobody is meant.
    await street.later(days=31)
    await chen.says("/ledger")
    await chen.hears("Who decided in December 2026?", "Fewer than 5 decisions: by whom is not told")
    await chen.presses("The month before")
    await chen.hears("Who decided in November 2026?", "owner 5")
    await keeper.hears_nothing_of("Two months running")
    await team.hears_nothing_of("Two months running")


async def page_of(street: Street, rest: str = "") -> str:
    transport = httpx.ASGITransport(app=street.bot.web)
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        answer = await client.get(f"/p/{street.place.code}{rest}", params={"lang": "en"})
    assert answer.status_code == 200
    return answer.text


async def test_two_months_of_owner_and_team_alone_are_told_to_both_and_to_nobody_else(street: Street) -> None:
    chen, team, keeper = await on_the_board(street, WEB, 1)
    await street.tick()
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO ledger_months (place_id, month, by_owner, by_team, by_vote, by_city, by_several, by_silence,"
            " answered, voices, first_voices, undone, hidden, written_at)"
            " VALUES (?, ?, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
            street.place.id,
            month_of(street.clock.now(), street.place.clocks) - 1,
        )
    for words in WORDS[1:6]:
        await suggests(chen, words)
        await team.says("/desk")
        await team.presses("Put it on the board")
    for number in range(1, 6):
        await answers(keeper, number)
    await street.until(DECEMBER)
    for one in (keeper, team):
        await one.hears("Two months running", "5 of 5 last month")
        await one.presses("See who decided")
        await one.hears("November 2026")
    await chen.hears_nothing_of("Two months running")
    await street.later(days=2)
    assert sum("Two months running" in one.words for one in await keeper.screen()) == 1


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_promised_day_stands_on_the_card_and_overdue_is_seen_by_all(any_street: Street, door: str) -> None:
    street = any_street
    chen, _, keeper = await on_the_board(street, door, 1)
    lead = await street.arrives("Aygul", door, "en", Role.LEAD)
    await chen.says("/1")
    await chen.hears_nothing_of("answer is promised")
    await lead.says("/placesettings")
    for _ in range(4):
        await lead.presses("More settings")
    await lead.presses("When answers come")
    await lead.presses("14 days")
    await lead.presses("From 5 voices")
    await lead.hears("within 14 days, from 5 voices on")
    await chen.says("/1")
    await chen.hears_nothing_of("📬 An answer is promised by")
    await lead.says("/placesettings")
    for _ in range(4):
        await lead.presses("More settings")
    await lead.presses("When answers come")
    await lead.presses("14 days")
    await lead.presses("Every idea")
    await chen.says("/1")
    await chen.hears("An answer is promised by Dec 7, 2026")
    assert "An answer is promised by" in await page_of(street, "/1")
    await street.later(days=15)
    await chen.says("/1")
    await chen.hears("The answer was promised by Dec 7, 2026 and is overdue")
    assert "is overdue" in await page_of(street, "/1")
    await keeper.says("/digest")
    await keeper.hears("Longer without an answer than the 14 days promised: /1")
    await answers(keeper, 1)
    await chen.says("/1")
    await chen.hears("Agreed")
    assert "overdue" not in (await chen.last()).words
    if door == TELEGRAM:
        await keeper.taps((await keeper.last()).id, "places.set_answer_days:30")
        assert street.place.answer_days == 0
        async with street.bot.database.read() as tx:
            assert await tx.one(int, "SELECT answer_days FROM places") == 14


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_every_voter_hears_once_what_her_vote_led_to_beside_what_she_said(
    any_street: Street, door: str
) -> None:
    street = any_street
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    voters = [await street.arrives(name, door, "en") for name in ("Chen", "Wang", "Li")]
    silent = await street.arrives("Emma", door, "en")
    await makes_poll(team, "Which colour?")
    for one, label in zip(voters, ("Green", "Green", "Blue"), strict=True):
        await one.presses(label)
    await street.later(days=4)
    await team.says("/today")
    await team.hears("What did “Which colour?” lead to?")
    await team.says("/polls")
    await team.presses("Which colour?")
    await team.presses("What it led to")
    await team.says("We paint it green in May")
    await team.says("/polls")
    await team.presses("Which colour?")
    await team.presses("What it led to")
    await team.says("We paint it green in May")  # noted twice is told once
    await street.later(minutes=1)
    heard = await voters[0].hears("What the poll “Which colour?” led to", "We paint it green in May")
    assert "You said: Green" in heard.words
    assert "2 of 3 said so." in heard.words
    assert "1 of 3 said so." in (await voters[2].hears("You said: Blue")).words
    assert "You said" not in (await silent.hears("What the poll “Which colour?” led to")).words
    for one in (*voters, silent):
        assert sum("What the poll" in message.words for message in await one.screen()) == 1
    await team.says("/today")
    assert "Which colour?" not in (await team.last()).words


async def test_who_left_or_joined_is_told_once_or_not_at_all(street: Street) -> None:
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    chen, wang = [await street.arrives(name, WEB, "en") for name in ("Chen", "Wang")]
    await makes_poll(team, "Which colour?")
    await together(chen.presses("Green"), wang.presses("Blue"))
    there = await street.neighbour("Chen", TELEGRAM, "en")
    await carries_on(chen, there)
    await street.later(days=4)
    await team.says("/polls")
    await team.presses("Which colour?")
    await team.presses("What it led to")
    await team.says("Green it is")
    await leaves_for_good(wang)
    await street.later(minutes=1)
    both = [*await chen.screen(), *await there.screen()]
    assert sum("You said: Green" in one.words for one in both) == 1
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM poll_hearings") == 0


async def test_a_no_against_a_vote_stands_in_the_ledger_with_its_reason(street: Street) -> None:
    chen, team, keeper = await on_the_board(street, WEB, 2)
    async with street.bot.database.write() as tx:
        maker = await street.person_id(team)
        await tx.run(
            "INSERT INTO polls (id, place_id, made_by, state, question, kind, live, closes_at, made_at, opened_at,"
            " closed_at) VALUES (90, ?, ?, 'closed', 'Bench or ramp?', 'single', 0, 5, 1, 1, 5)",
            street.place.id,
            maker,
        )
        await tx.run(
            "INSERT INTO poll_decisions (poll_id, person_id, words, idea_id, decided_at)"
            " SELECT 90, CAST(? AS BIGINT), '', id, 6 FROM ideas WHERE number IN (1, 2)",
            maker,
        )
    await answers(keeper, 1, "Not now", "The ground is wet")
    await answers(keeper, 2)
    await street.until(DECEMBER)
    await chen.says("/ledger")
    await chen.hears("No. 1 “A bench”: the vote was for it, the answer was not now: The ground is wet")
    async with street.bot.database.read() as tx:
        found = await tx.all(lambda *row: row, "SELECT by_owner, by_vote FROM ledger_months ORDER BY month DESC")
    assert found[0] == (1, 1)


def decision(*roles: Role, backed: bool = False, agrees: bool = True) -> Decision:
    return Decision(1, frozenset(roles), backed, agrees, 3)


@pytest.mark.parametrize(
    ("one", "who"),
    [
        (decision(Role.SHOPKEEPER), By.OWNER),
        (decision(Role.VOLUNTEER, Role.LEAD), By.TEAM),
        (decision(Role.LIAISON), By.CITY),
        (decision(Role.SHOPKEEPER, Role.LIAISON), By.SEVERAL),
        (decision(Role.SHOPKEEPER, backed=True), By.VOTE),
        (decision(Role.SHOPKEEPER, backed=True, agrees=False), By.OWNER),
    ],
)
def test_whose_decision_it_was(one: Decision, who: By) -> None:
    assert decided_by(one) is who


def test_a_slide_is_two_months_each_with_more_than_four_fifths_alone() -> None:
    alone = counted([decision(Role.SHOPKEEPER)] * 9 + [decision(Role.LIAISON)], 0, 0, 0, 0, 0)
    fair = counted([decision(Role.SHOPKEEPER)] * 4 + [decision(Role.LIAISON)], 0, 0, 0, 0, 0)
    few = counted([decision(Role.SHOPKEEPER)] * 4, 0, 0, 0, 0, 0)
    assert slides([alone, alone])
    assert not slides([alone, fair])
    assert not slides([few, alone])
    assert not slides([alone])


def test_months_begin_in_the_clock_shown_first() -> None:
    clocks = Clocks("Asia/Urumqi", "Asia/Shanghai")
    chance = random.Random(1)
    for _ in range(200):
        at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(4_000_000))
        month = month_of(at, clocks)
        assert rules.begins(month, clocks) <= at < rules.begins(month + 1, clocks)
