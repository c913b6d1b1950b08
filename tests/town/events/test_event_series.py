"""Meetings that repeat every week: announced together; answered, changed and called off one by one or all."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.events.test_events import DOORS, SATURDAY_EVENING, makes

WEEK = timedelta(weeks=1)


async def weekly(street: Street, times: str = "4", many: str = "", door: str = "web") -> Neighbour:
    """A volunteer announces a singing evening, every Saturday at 19:00 from the 28th on."""
    maker = await street.arrives("Maker", door, "zh", Role.VOLUNTEER)
    await makes(maker, many)
    await maker.presses("✏ 修改")
    await maker.presses("🔁 每周重复")
    await maker.says(times)
    await maker.presses("📣 发布")
    return maker


async def opens_look_after(maker: Neighbour) -> None:
    await maker.says("/events")
    await maker.presses("社区秋日会")
    await maker.presses("管理活动")


@pytest.mark.parametrize("door", DOORS)
async def test_every_week_is_announced_once_and_answered_for_one_date_or_all(any_street: Street, door: str) -> None:
    street = any_street
    aygul, john = await street.arrives("Aygul", door, "ug"), await street.arrives("John", door, "en")
    await weekly(street, door=door)
    card = await john.hears("Every week: 3 more dates after this one, until Sat, Dec 19")
    assert len([one for one in await john.screen() if "社区秋日会" in one.words]) == 1
    await aygul.hears("ھەر ھەپتە", "3 قېتىم")
    await john.presses("Coming")
    await john.presses("The same for 3 more dates")
    assert "all 4 dates" in (await john.toasts())[-1]
    assert (await john.hears("You are coming")).id == card.id
    await aygul.presses("كېلىمەن")

    await john.says("/events")
    assert [label for label in (await john.last()).labels if "📅" in label] == ["📅 社区秋日会"]
    await john.presses("📅 社区秋日会")
    await john.presses("All dates")
    await john.hears("4 dates to come", "Sat, Nov 28", "Your answer: Coming")
    await john.presses("Later")
    await john.presses("Sat, Dec 19")
    await john.presses("Can't")
    await john.hears("Sat, Dec 19", "You cannot come")

    await street.until(SATURDAY_EVENING - timedelta(hours=24))
    await aygul.hears("⏰")
    for week in range(1, 4):
        await street.until(SATURDAY_EVENING + week * WEEK - timedelta(hours=24))
    told = [one.words for one in await john.screen() if not one.mine and "⏰" in one.words]
    assert [("Nov 28" in words, "Dec 5" in words, "Dec 12" in words) for words in told] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert len([one for one in await aygul.screen() if not one.mine and "⏰" in one.words]) == 1


@pytest.mark.parametrize(
    ("words", "times"), [("6次", 6), ("6", 6), ("12月31日", 5), ("31 December", 5), ("until Dec 20", 4), ("１２", 12)]
)
async def test_how_often_is_said_as_a_number_or_as_the_last_day(street: Street, words: str, times: int) -> None:
    maker = await street.arrives("Maker", role=Role.VOLUNTEER)
    await makes(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🔁 每周重复")
    await maker.says(words)
    await maker.hears("大家会看到", f"还有 {times - 1} 次")


async def test_too_often_or_nonsense_is_asked_again(street: Street) -> None:
    maker = await street.arrives("Maker", "telegram", role=Role.VOLUNTEER)
    await makes(maker)
    preview = await maker.last()
    await maker.presses("✏ 修改")
    await maker.presses("🔁 每周重复")
    for words, answer in (
        ("13", "最多重复 12 次"),
        ("0", "最多重复"),
        ("一直", "需要一个数字"),
        ("2027-12-31", "最多重复"),
    ):
        await maker.says(words)
        await maker.hears(answer)
    await maker.presses("共 8 次")
    await maker.hears("还有 7 次")
    await maker.presses("✏ 修改")
    await maker.presses("🔁 每周重复")
    await maker.presses("只办一次")
    assert "🔁" not in (await maker.last()).words
    await maker.taps(preview.id, "events.repeat:1:13")
    assert "最多重复" in (await maker.toasts())[-1]


@pytest.mark.parametrize("door", DOORS)
async def test_all_dates_with_few_seats_say_where_one_waits(street: Street, door: str) -> None:
    first, second = await street.arrives("一", door), await street.arrives("二", door)
    await weekly(street, many="1", door=door)
    await first.presses("参加")
    await second.presses("参加")
    await second.presses("后面 3 次也这样")
    assert "4 次里有 1 次要候补" in (await second.toasts())[-1]


@pytest.mark.parametrize("door", DOORS)
async def test_one_date_is_called_off_and_the_others_stay(any_street: Street, door: str) -> None:
    street = any_street
    john = await street.arrives("John", door, "en")
    maker = await weekly(street, door=door)
    await john.presses("Coming")
    await john.presses("The same for…")
    await opens_look_after(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("只取消这一次")
    await john.hears("is cancelled (it was to be", "Sat, Nov 28", "下大雪")
    await john.says("/events")
    await john.hears("What is on", "Sat, Dec 5")
    await street.until(SATURDAY_EVENING)
    await john.hears_nothing_of("⏰")
    await street.until(SATURDAY_EVENING + WEEK - timedelta(hours=24))
    await john.hears("⏰", "Sat, Dec 5")


@pytest.mark.parametrize("door", DOORS)
async def test_this_and_all_later_dates_are_called_off_with_one_message(street: Street, door: str) -> None:
    john = await street.arrives("John", door, "en")
    maker = await weekly(street, door=door)
    await john.presses("Coming")
    await john.presses("The same for…")
    await maker.says("/events")
    await maker.presses("社区秋日会")
    await maker.presses("所有日期")
    await maker.presses("12月5日周六")
    await maker.presses("管理活动")
    await maker.presses("取消活动")
    await maker.says("大家都忙")
    await maker.presses("这次和后面 2 次")
    await john.hears("is cancelled on 3 dates, from Sat, Dec 5", "大家都忙")
    assert len([one for one in await john.screen() if "❌" in one.words]) == 1
    await street.until(SATURDAY_EVENING - timedelta(hours=24))
    await john.hears("⏰", "Sat, Nov 28")
    await street.until(SATURDAY_EVENING + WEEK)
    assert len([one for one in await john.screen() if "⏰" in one.words]) == 1


@pytest.mark.parametrize("door", DOORS)
async def test_this_and_all_later_dates_are_moved_and_told_together(any_street: Street, door: str) -> None:
    street = any_street
    john, silent = await street.arrives("John", door, "en"), await street.arrives("Silent", door, "en")
    maker = await weekly(street, door=door)
    await john.presses("Coming")
    await john.presses("The same for…")
    await opens_look_after(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")
    receipt = await maker.hears("记下了", "10 分钟后")
    again = next(data for row in receipt.buttons for label, data in row if "后面 3 次" in label)
    await maker.presses("后面 3 次也这样改")
    await maker.hears("后面 3 次也改了")
    if door == "telegram":
        await maker.taps((await maker.last()).id, again)
        await maker.hears("后面 0 次")  # a second press moves nothing twice
    await street.later(minutes=11)
    await john.hears("new times on 4 dates", "Sun, Nov 29, 15:00", "Are you coming?")
    await silent.hears("new times on 4 dates")
    assert len([one for one in await john.screen() if "new times" in one.words]) == 1
    await john.presses("Coming")
    await john.presses("The same for 3 more dates")
    await john.says("/events")
    await john.presses("📅 社区秋日会")
    await john.presses("All dates")
    await john.presses("Later")
    await john.hears("Sun, Dec 20, 15:00", "Your answer: Coming")


@pytest.mark.parametrize("door", DOORS)
async def test_only_one_date_is_moved_or_only_the_place_of_all(street: Street, door: str) -> None:
    john = await street.arrives("John", door, "en")
    maker = await weekly(street, door=door)
    await john.presses("Coming")
    await john.presses("The same for…")
    await opens_look_after(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月28日 20:00")
    await street.later(minutes=11)
    await john.hears("has a new time", "20:00")
    await opens_look_after(maker)
    await maker.presses("✏ 修改")
    await maker.presses("📍 地点")
    await maker.says("社区花园")
    await maker.presses("后面 3 次也这样改")
    await street.later(minutes=11)
    await john.hears("somewhere else on 4 dates", "社区花园", "20:00")
    await john.says("/events")
    await john.presses("📅 社区秋日会")
    await john.presses("All dates")
    await john.hears("Nov 28, 20:00", "Dec 5, 19:00")


async def test_an_announcement_that_waits_shows_the_first_date_that_is_still_on(street: Street) -> None:
    asleep = await street.arrives("Asleep", "telegram", "en")
    await street.until(datetime(2026, 11, 23, 16, 30, tzinfo=UTC))
    maker = await weekly(street)
    await opens_look_after(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("只取消这一次")
    await street.until(datetime(2026, 11, 24, 1, 31, tzinfo=UTC))
    await asleep.hears("社区秋日会", "Sat, Dec 5", "2 more dates")
    await asleep.hears_nothing_of("Nov 28")
