"""How busy the shop was: one tap a week in the owner's digest, and an early word when people stay away."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from handlers.busy import rules
from handlers.busy.rules import How, Told, fall, read_number
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import Street
from tests.tools import busy_figures
from tests.town.people.test_elsewhere import carries_on

MONDAY = datetime(2026, 11, 30, 1, 30, tzinfo=UTC)  # 09:30 in Beijing
WEEK = timedelta(days=7)
SHOP_L = ("usual",) * 5 + ("busy",) * 3 + ("usual",) + ("quiet",) * 3
LABELS = {"quiet": "Quiet", "usual": "As usual", "busy": "Busy"}


async def keeper_and_team(street: Street, door: str = WEB) -> tuple[Neighbour, Neighbour]:
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    await street.tick()
    return keeper, team


async def lives_through(street: Street, keeper: Neighbour, weeks: tuple[str, ...]) -> None:
    """Every Monday the digest asks, and she taps."""
    for number, how in enumerate(weeks):
        await street.until(MONDAY + number * WEEK)
        await keeper.presses(LABELS[how])
        await street.later(hours=3)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_the_digest_asks_once_a_week_and_a_tap_answers(any_street: Street, door: str) -> None:
    street = any_street
    keeper, team = await keeper_and_team(street, door)
    await street.until(MONDAY - timedelta(days=2))
    await keeper.hears_nothing_of("at the shop?")
    await street.until(MONDAY)
    asked = await keeper.hears("How was the week from", "at the shop?")
    assert asked.labels[:3] == ["😌 Quiet", "🙂 As usual", "🎉 Busy"]
    before = len(await keeper.screen())
    await keeper.presses("Busy")
    assert (await keeper.toasts())[-1] == "Noted: busy ✓"
    answered = await keeper.hears("the week from", "busy ✓")
    assert answered.id == asked.id
    assert len(await keeper.screen()) == before
    assert "🎉 Busy" not in answered.labels

    # A number, if she likes; nonsense is none.
    await keeper.presses("A number")
    await keeper.says("very many")
    await keeper.hears("one number between 0 and")
    await keeper.says("١٤٠")
    await keeper.hears("busy · 140", "Only you and the team see it")
    await street.until(MONDAY + timedelta(days=1))
    assert sum("at the shop?" in one.words for one in await keeper.screen()) == 0
    await street.until(MONDAY + WEEK)
    await keeper.hears("How was the week from", "at the shop?")

    await team.says("/busy")
    curve = await team.hears("One week told", "busy · 140")
    assert curve.kind == "photo"
    # The team reads it; it is not theirs to tell.
    week = rules.week_of(street.clock.now(), street.place.clocks) - 1
    if door == TELEGRAM:
        await team.taps(curve.id, f"busy.say:{week}:quiet")
    assert await told(street) == [(week - 1, "busy", 140)]


async def told(street: Street) -> list[tuple[int, str, int | None]]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda *row: row, "SELECT week, how, came FROM busy_weeks ORDER BY week")


async def test_shop_l_hears_it_in_the_twelfth_week_and_not_again_within_a_quarter(street: Street) -> None:
    keeper, team = await keeper_and_team(street)
    neighbour = await street.arrives("Chen", WEB, "en")
    await lives_through(street, keeper, SHOP_L[:-1])
    await keeper.hears_nothing_of("📉")
    await lives_through_one_more(street, keeper, 11, "quiet")
    heard = await keeper.hears("📉", "less than half", "12 answers", "does not say why", "One thing to try")
    assert heard.labels[:2] == ["👀 See the curve", "💬 A word to the team"]
    await team.hears("📉", "12 answers", "Only she and the team know", "Nothing stands on record")
    await neighbour.hears_nothing_of("📉")
    await keeper.presses("See the curve")
    await keeper.hears("12 weeks told", "Only the owner and the team see this")
    for number in range(12, 16):
        await lives_through_one_more(street, keeper, number, "quiet")
    assert sum("📉" in one.words for one in await keeper.screen()) == 1
    await neighbour.says("/busy")
    await neighbour.hears_nothing_of("weeks told")


async def lives_through_one_more(street: Street, keeper: Neighbour, number: int, how: str) -> None:
    await street.until(MONDAY + number * WEEK)
    await keeper.presses(LABELS[how])
    await street.later(hours=3)


async def test_a_slip_of_the_thumb_raises_no_alarm_and_the_word_names_what_there_was(street: Street) -> None:
    keeper, team = await keeper_and_team(street)
    async with street.bot.database.write() as tx:
        maker = await street.person_id(team)
        at = int((MONDAY + 5 * WEEK).timestamp() * 1000)
        await tx.run(
            "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, calendar_key,"
            " made_at, announced_at, changed_at, day_reminded_at, hours_reminded_at, thanked_at)"
            " VALUES (?, ?, 'announced', 'Night of lights', ?, 'L', 0, 'k', 1, 1, 1, 1, 1, 1)",
            street.place.id,
            maker,
            at,
        )
    await lives_through(street, keeper, SHOP_L[:-1])
    await street.until(MONDAY + 11 * WEEK)
    await keeper.presses("Quiet")
    await street.later(minutes=30)
    await keeper.says("/busy")
    await keeper.presses("Change last week")
    await keeper.hears("So far you said: quiet")
    await keeper.presses("As usual")
    await street.later(hours=4)
    await keeper.hears_nothing_of("📉")
    await keeper.says("/busy")
    await keeper.presses("Change last week")
    await keeper.presses("Quiet")
    await street.later(hours=4)
    await keeper.hears("📉", "In the best weeks there was: Night of lights", "like “Night of lights” once more?")
    assert "📅 Plan an event" in (await team.hears("📉")).labels


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_ten_minutes_at_the_door_are_counted_one_question_at_a_time(any_street: Street, door: str) -> None:
    street = any_street
    keeper, team = await keeper_and_team(street, door)
    await team.says("/busy")
    await team.presses("Count for ten minutes")
    await team.hears("How many people passed by?")
    await team.says("40")
    await team.hears("40 passed by", "how many stayed")
    await team.says("/home")
    # Found again where it was.
    await team.says("/busy")
    await team.presses("Count for ten minutes")
    await team.hears("40 passed by", "how many stayed")
    await team.says("12")
    await team.hears("children")
    await team.says("60")
    await team.hears("more children than people")
    await team.says("3")
    assert (await team.last()).labels[:3] == ["☀ Fair", "🌧 Rain or snow", "🥵 Too hot or too cold"]
    asked = await team.last()
    await team.presses("Fair")
    await team.hears("40 passed by, 12 stayed, 3 children among them", "Fair")
    address = next(data for row in asked.buttons for label, data in row if "Rain" in label)
    if door == TELEGRAM:
        await team.taps(asked.id, address)
        # Nobody finishes somebody else's.
        await keeper.taps((await keeper.last()).id, address)
        assert "finished" in (await keeper.toasts())[-1]
    async with street.bot.database.read() as tx:
        rows = await tx.all(lambda *row: row, "SELECT passing, staying, children, weather FROM busy_counts")
    assert rows == [(40, 12, 3, "fair")]
    async with street.bot.database.write() as tx:
        for _ in range(4):
            await tx.run(
                "INSERT INTO busy_counts (place_id, week, begun_at, passing, staying, children, weather)"
                " SELECT place_id, week, begun_at, passing, staying, children, weather FROM busy_counts WHERE id = 1"
            )
    await keeper.says("/busy")
    await keeper.presses("Count for ten minutes")
    assert any("5 counts a week are plenty" in one for one in await keeper.toasts())


@pytest.mark.server
async def test_two_owners_who_answer_at_once_leave_one_answer_and_who_leaves_leaves_it(any_street: Street) -> None:
    street = any_street
    keeper, _ = await keeper_and_team(street)
    other = await street.arrives("Aygul", TELEGRAM, "en", Role.SHOPKEEPER)
    await street.tick()
    await street.until(MONDAY)
    await together(keeper.presses("Busy"), other.presses("Quiet"))
    assert len(await told(street)) == 1
    here = await street.neighbour("Ma", TELEGRAM, "en")
    await carries_on(keeper, here)
    await here.says("/busy")
    await here.presses("Change last week")
    await here.presses("Busy")
    await here.presses("A number")
    await here.says("90")
    await leaves_for_good(here)
    assert [row[1:] for row in await told(street)] == [("busy", 90)]
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM busy_weeks WHERE told_by IS NOT NULL") == 0


async def test_old_weeks_and_half_counts_are_forgotten(street: Street) -> None:
    keeper, _ = await keeper_and_team(street)
    await lives_through(street, keeper, ("busy",))
    await keeper.presses("A number")
    await keeper.says("/busy")
    await keeper.presses("Count for ten minutes")
    await street.later(days=2)
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM busy_counts") == 0
    assert len(await told(street)) == 1
    await street.later(days=rules.KEPT.days + 8)
    assert await told(street) == []
    await keeper.says("/busy")
    await keeper.hears("Nothing yet")


@pytest.mark.parametrize("noise", ["taps, 20 % quiet and 20 % busy", "numbers, spread 30 %"])
def test_of_a_thousand_flat_years_at_most_one_in_twenty_has_a_false_alarm(noise: str) -> None:
    assert busy_figures.false_alarms(busy_figures.NOISE[noise]) <= 0.05


@pytest.mark.parametrize("numbers", [True, False])
def test_the_curve_of_shop_l_alarms_by_week_twelve(numbers: bool) -> None:
    assert busy_figures.first_alarm(busy_figures.shop_l(numbers)) == 12


def test_nothing_is_read_from_five_answers_or_old_ones() -> None:
    curve = [*(Told(week, How.BUSY) for week in range(3)), Told(3, How.QUIET), Told(4, How.QUIET)]
    assert fall(curve, 4) is None
    long_ago = [Told(week, How.BUSY) for week in range(4)] + [Told(week, How.QUIET) for week in range(4, 8)]
    found = fall(long_ago, 7)
    assert found is not None
    assert (found.answers, found.best_from, found.best_to) == (8, 0, 3)
    assert fall(long_ago, 10) is None


@pytest.mark.parametrize(
    ("words", "number"), [("12", 12), (" 12 ", 12), ("١٢", 12), ("-1", None), ("1.5", None), ("1000001", None)]
)
def test_a_number_is_digits_only(words: str, number: int | None) -> None:
    assert read_number(words, rules.MOST_CAME) == number
