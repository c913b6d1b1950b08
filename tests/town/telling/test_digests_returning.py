"""What the shopkeeper did not answer comes back once after three days; then a volunteer is asked to speak up."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.dialogue import preferences
from bot.dialogue.feature import Feature
from bot.dialogue.notices import Notices
from bot.i18n.texts import literal, render_plain
from bot.identity.roles import Role
from handlers.digests import writing
from handlers.digests.rules import Kind
from handlers.digests.source import Answer, DigestPart, DigestSource
from tests.street import FakeClock, Street, open_street
from tests.town.telling.test_digests import DAY, TUESDAY, Board, digests_of, features, shopkeeper


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
async def street(tmp_path: Path, board: Board) -> AsyncIterator[Street]:
    async with open_street(tmp_path, features(board)) as opened:
        yield opened


async def days(street: Street, first: int, last: int) -> None:
    for day in range(first, last + 1):
        await street.until(TUESDAY + day * DAY)


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_a_decision_returns_once_after_three_days_and_then_goes_to_a_volunteer(
    street: Street, board: Board, door: str
) -> None:
    rena = await shopkeeper(street, door)
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    board.open = {27: literal("A bird's nest")}
    await days(street, 0, 2)
    assert await digests_of(rena) == 1
    await days(street, 3, 3)
    assert await digests_of(rena) == 2
    await days(street, 4, 5)
    await vera.hears_nothing_of("bird's nest")
    await days(street, 6, 12)
    assert await digests_of(rena) == 2
    heard = [one.words for one in await vera.screen() if "bird's nest" in one.words]
    assert len([words for words in heard if "Would you speak with the shopkeeper?" in words]) == 1
    assert [words for words in heard if "For the team" in words]
    await rena.hears_nothing_of("speak with")
    await rena.presses("27 ✓")
    assert board.answers == [(27, Answer.YES, "")]


async def test_only_one_of_the_team_hears_it_and_the_next_one_goes_to_another(street: Street, board: Board) -> None:
    await shopkeeper(street)
    quiet = await street.arrives("Quiet", language="en", role=Role.VOLUNTEER)
    vera = await street.arrives("Vera", language="en", role=Role.LEAD)
    board.open = {27: literal("A bird's nest")}
    await days(street, 0, 2)
    board.open[28] = literal("A bench")
    await days(street, 3, 10)
    await quiet.hears("Would you speak", "bird's nest")
    await vera.hears("Would you speak", "A bench")
    for one, other in ((quiet, "A bench"), (vera, "bird's nest")):
        personal = [message.words for message in await one.screen() if "Would you speak" in message.words]
        assert not [words for words in personal if other in words]


async def test_ask_me_later_brings_it_back_tomorrow_and_only_once(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await days(street, 0, 0)
    first = await rena.hears("1 needs you")
    await rena.presses("Ask me once more tomorrow")
    assert "Good, it comes back tomorrow." in await rena.toasts()
    await days(street, 1, 1)
    assert await digests_of(rena) == 2
    assert "once more tomorrow" not in " ".join((await rena.last()).labels)
    later = next(data for row in first.buttons for label, data in row if "tomorrow" in label)
    await rena.taps(first.id, later)
    assert any("came back already" in toast for toast in await rena.toasts())
    await days(street, 2, 12)
    assert await digests_of(rena) == 2


async def test_what_waits_stands_in_a_digest_that_comes_anyway_and_digest_now_shows_it(
    street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await days(street, 0, 0)
    board.came = [TUESDAY + timedelta(hours=1)]
    await days(street, 1, 1)
    digest = await rena.hears("1 new, 1 needs you", "1 more waits: /digest shows it")
    assert not [label for label in digest.labels if label.startswith("27")]
    await rena.says("/digest")
    assert "27 ✓" in (await rena.last()).labels


async def test_more_than_three_decisions_are_asked_for_one_day_after_another(street: Street, board: Board) -> None:
    rena = await shopkeeper(street)
    board.open = {number: literal(f"Idea {number}") for number in range(1, 6)}
    await days(street, 0, 0)
    assert "3 ✓" in (await rena.last()).labels
    await days(street, 1, 1)
    assert [label for label in (await rena.last()).labels if label.endswith("✓")] == ["4 ✓", "5 ✓"]


async def test_what_was_answered_and_is_open_again_is_asked_as_if_for_the_first_time(
    street: Street, board: Board
) -> None:
    rena = await shopkeeper(street)
    board.open = {27: literal("A bird's nest")}
    await days(street, 0, 3)
    board.open = {}  # answered on its card
    await days(street, 4, 4)
    board.open = {27: literal("A bird's nest")}
    await days(street, 5, 8)
    assert await digests_of(rena) == 4


async def test_the_button_of_the_handover_opens_the_idea_and_goes_when_it_is_answered(any_street: Street) -> None:
    street = any_street
    rena = await shopkeeper(street)
    aygul = await street.arrives("Aygul", language="zh")
    vera = await street.arrives("Vera", "telegram", "zh", Role.VOLUNTEER)
    await aygul.says("/suggest")
    await aygul.says("把墙上的洞做成鸟巢")
    await aygul.presses("店里")
    await vera.says("/desk")
    await vera.presses("公开到列表")
    await days(street, 0, 6)
    await street.later(hours=3)
    notice = await vera.hears("您方便去和店主聊一聊吗", "鸟巢")
    await vera.taps(notice.id, notice.buttons[0][0][1])
    await vera.hears("鸟巢")
    assert "🚦 更新进展" in (await vera.last()).labels
    digest = await vera.hears("今天的团队摘要", "您方便去和店主聊一聊吗")
    assert "👀 打开 1" in digest.labels
    await rena.presses("1 ✓")
    await rena.hears("nothing waits for you", "✓ Yes")
    await vera.says("/digest")
    assert "👀 打开 1" not in (await vera.last()).labels


async def test_a_broken_feature_does_not_silence_the_others_and_its_part_comes_with_the_next(
    tmp_path: Path, board: Board
) -> None:
    async def breaks(notices: Notices, since: object) -> DigestPart:
        await notices.tx.run("INSERT INTO no_such_table VALUES (1)")
        raise AssertionError

    broken = Feature("broken", "", (), offers=(DigestSource(breaks),))
    async with open_street(tmp_path, (*features(board), broken)) as street:
        rena = await shopkeeper(street)
        board.came = [TUESDAY - timedelta(hours=1)]
        await days(street, 0, 0)
        await rena.hears("1 new, nothing waits for you", "Something is missing here today")
        await rena.presses("Read")
        board.came.append(TUESDAY + timedelta(hours=1))
        await days(street, 1, 1)
        await rena.hears("2 new")


async def test_what_broke_is_logged_without_peoples_words(
    street: Street, board: Board, caplog: pytest.LogCaptureFixture
) -> None:
    await shopkeeper(street)
    board.broken = True
    await days(street, 0, 0)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("handlers.digests")]
    assert lines
    assert all("fell over" not in line and "RuntimeError" in line for line in lines)


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_shopkeeper_and_volunteer_in_one_get_two_labelled_digests_and_choose(
    street: Street, board: Board, door: str
) -> None:
    rena = await shopkeeper(street, door)
    await street.gives(rena, Role.VOLUNTEER)
    await street.tick()
    board.open = {27: literal("A bird's nest")}
    board.team_lines = (literal("2 ideas wait at the desk"),)
    await days(street, 0, 0)
    assert (await rena.hears("For the shop", "1 needs you")).labels[0] == "27 ✓"
    await rena.hears("For the team today", "2 ideas wait")
    await rena.says("/digest")
    assert (await rena.hears("Which one would you like?")).labels[:2] == ["🏪 For the shop", "🗂 For the team"]
    await rena.presses("For the team")
    await rena.hears("For the team today", "2 ideas wait")
    await rena.says("/digesttime")
    await rena.presses("For the shop")
    await rena.presses("13:00")
    await rena.hears("every day at 13:00")
    if door == "telegram":  # the web page knows which buttons it drew
        for forged in ("digests.show_kind:liaison", "digests.time_of:liaison", "digests.show_kind:city"):
            await rena.taps((await rena.last()).id, forged)
        await rena.hears_nothing_of("totals since")


@pytest.mark.parametrize("late_by", [timedelta(hours=6, minutes=1), timedelta(hours=15)])
async def test_more_than_six_hours_late_or_in_quiet_hours_it_waits_for_the_next(
    street: Street, board: Board, late_by: timedelta
) -> None:
    rena = await shopkeeper(street, "telegram")
    board.open = {27: literal("A bird's nest")}
    board.came = [TUESDAY - timedelta(hours=1)]
    await street.until(TUESDAY + late_by)
    assert await digests_of(rena) == 0
    board.came.append(TUESDAY + timedelta(hours=20))
    await days(street, 1, 1)
    assert await digests_of(rena) == 1
    assert "2 new, 1 needs you" in (await rena.last()).words
    assert "This was meant" not in (await rena.last()).words


@pytest.mark.parametrize("night", ["2026-10-24", "2027-03-27"])
async def test_on_the_nights_when_berlin_changes_its_clocks_a_digest_still_comes_once_a_day(
    tmp_path: Path, board: Board, street_url: str, night: str
) -> None:
    clock = FakeClock(datetime.fromisoformat(night).replace(hour=6, tzinfo=UTC))
    async with open_street(tmp_path, features(board), street_url, clock) as street:
        async with street.bot.database.write() as tx:
            await tx.run("UPDATE places SET timezone = 'Europe/Berlin', second_timezone = NULL")
        rena = await shopkeeper(street)
        for hour in range(72):
            board.came.append(clock.now())
            await street.later(minutes=30)
            await street.later(minutes=30)
            if hour % 24 == 23:
                assert await digests_of(rena) == hour // 24 + 1


async def test_the_teams_digest_can_be_posted_to_a_group(street: Street, board: Board) -> None:
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        assert await writing.for_everybody(notices, Kind.TEAM, street.clock.now() - DAY, "en") is None
        board.team_lines = (literal("the fair: 12 come"),)
        posted = await writing.for_everybody(notices, Kind.TEAM, street.clock.now() - DAY, "en")
    assert posted is not None
    assert "the fair: 12 come" in render_plain(posted[0], "en")


async def test_the_team_does_not_read_the_same_every_day(street: Street, board: Board) -> None:
    vera = await street.arrives("Vera", language="en", role=Role.VOLUNTEER)
    await street.tick()
    board.team_lines = (literal("2 ideas wait"), literal("the fair: 12 come"))
    await days(street, 0, 3)

    async def heard() -> int:
        return sum("For the team" in one.words for one in await vera.screen())

    assert await heard() == 1
    board.team_lines = (literal("3 ideas wait"), literal("the fair: 12 come"))
    await days(street, 4, 10)
    assert await heard() == 2
    await days(street, 11, 11)
    assert await heard() == 3  # once a week, as long as something waits


async def test_after_a_pause_one_digest_covers_it_all(any_street: Street) -> None:
    street = any_street
    rena = await shopkeeper(street, "telegram")
    aygul = await street.arrives("Aygul")
    vera = await street.arrives("Vera", role=Role.VOLUNTEER)
    async with street.bot.database.write() as tx:
        until = TUESDAY + 3 * DAY - timedelta(hours=1)
        await preferences.pause(tx, await street.person_id(rena), until, street.clock.now())
    for day, words in enumerate(("多种花", "门口放长椅")):
        await aygul.says("/suggest")
        await aygul.says(words)
        await aygul.presses("店里")
        await vera.says("/desk")
        await vera.presses("公开到列表")
        await days(street, day, day)
    await days(street, 2, 2)
    assert await digests_of(rena) == 0
    await days(street, 3, 3)
    assert await digests_of(rena) == 1
    await rena.hears("2 new")
