"""Seats: families, the waiting list that moves up by itself, news that overtakes older news, and who came."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.events.test_events import DOORS, SATURDAY_EVENING, announced, opens_team_menu

NIGHT = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # 22:30 in Urumqi, where quiet hours have begun
MORNING = datetime(2026, 11, 24, 1, 31, tzinfo=UTC)  # 07:31 there


@pytest.mark.parametrize("door", DOORS)
async def test_grown_ups_and_children_are_counted_apart_and_all_take_seats(any_street: Street, door: str) -> None:
    street = any_street
    mother, other = await street.arrives("Mother", door, "en"), await street.arrives("Other", door, "ug")
    maker = await announced(street, many="4", door=door)
    await mother.presses("Coming")
    await mother.presses("+ one guest")
    await mother.presses("+ one child")
    await mother.presses("+ one child")
    await mother.hears("4 of 4 seats taken", "You are coming with 1 guest and 2 children")
    await mother.presses("+ one child")
    assert "not enough seats" in (await mother.toasts())[-1]
    await other.presses("كېلىمەن")
    await other.hears("ئورۇن كۈتكەنلەر ئىچىدە 1")
    await opens_team_menu(maker)
    await maker.presses("谁会来")
    await maker.hears("1 人会来，另带 1 位大人和 2 个孩子", "＋1 位大人和 2 个孩子\n⏳ ")
    await mother.presses("− one child")
    await other.hears("🎉", "شىنجاڭ ۋاقتى")


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_moves_up_is_asked_and_her_no_moves_the_next(any_street: Street, door: str) -> None:
    street = any_street
    first, second, third = [await street.arrives(name, door) for name in ("一", "二", "三")]
    maker = await announced(street, many="1", door=door)
    for one in (first, second, third):
        await one.presses("参加")
    await first.presses("来不了")
    news = await second.hears("有空位了", "您还来吗", "11月24日周二 00:0")  # twelve hours from noon in Beijing
    assert news.labels[:2] == ["✓ 我来", "我来不了了"]
    await opens_team_menu(maker)
    await maker.presses("谁会来")
    await maker.hears("⏫", "可能说不来")
    await second.presses("我来不了了")
    await third.hears("有空位了")
    await third.presses("✓ 我来")
    await third.hears("您会来")
    await maker.presses("⬅ 返回")
    await maker.presses("谁会来")
    await maker.hears("0 人可能来。\n✓ ")


async def test_silence_keeps_the_seat(street: Street) -> None:
    first, second, third = [await street.arrives(name) for name in ("一", "二", "三")]
    maker = await announced(street, many="1")
    for one in (first, second, third):
        await one.presses("参加")
    await first.presses("来不了")
    await street.later(hours=13)
    await third.hears_nothing_of("有空位了")
    await opens_team_menu(maker)
    await maker.presses("谁会来")
    await maker.hears("0 人可能来。\n✓ ")


async def test_the_twelve_hours_begin_in_the_morning_for_whoever_sleeps(street: Street) -> None:
    first = await street.arrives("一")
    second = await street.arrives("二", "telegram")
    await announced(street, many="1")
    await first.presses("参加")
    await second.presses("参加")
    await street.until(NIGHT)
    await first.presses("来不了")
    await second.hears_nothing_of("有空位了")
    await street.until(MORNING)
    await second.hears("有空位了", "11月24日周二 21:30 北京时间（新疆时间 19:30）")


async def test_a_family_waits_together_and_is_not_overtaken(street: Street) -> None:
    one, family, late = [await street.arrives(name) for name in ("一", "家", "晚")]
    await announced(street, many="3")
    await one.presses("参加")
    await one.presses("多带一位大人")
    await one.presses("多带一个孩子")
    await family.presses("参加")
    await family.presses("多带一个孩子")
    await family.presses("多带一位大人")
    await family.hears("您带着 1 位大人和 1 个孩子，排在候补第 1 位")
    await family.presses("多带一个孩子")
    assert "名额不够" in (await family.toasts())[-1]  # four never fit into three seats
    await late.presses("参加")
    await one.presses("少带一个孩子")
    await late.hears_nothing_of("有空位了")
    await one.presses("来不了")
    await family.hears("有空位了")
    await late.presses("⏳ 候补中")
    await late.hears("候补第 1 位")


@pytest.mark.parametrize("door", DOORS)
async def test_more_seats_are_given_to_whoever_waits(street: Street, door: str) -> None:
    first, second = await street.arrives("一", door), await street.arrives("二", door)
    maker = await announced(street, many="1", door=door)
    await first.presses("参加")
    await second.presses("参加")
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🪑 人数")
    await maker.says("很多")
    await maker.hears("需要一个数字")
    await maker.says("2")
    await maker.hears("现在有 2 个名额")
    await second.hears("有空位了")
    await maker.presses("📅 看活动")
    await maker.presses("管理活动")
    await maker.presses("✏ 修改")
    await maker.presses("🪑 人数")
    await maker.presses("不限人数")
    await maker.hears("不限人数了")


async def test_a_stale_announcement_never_leaves(street: Street) -> None:
    """It waits for the morning; meanwhile the event is moved, and at last cancelled: she hears nothing at all."""
    asleep = await street.arrives("Asleep", "telegram", "en")
    awake = await street.arrives("Awake")
    await street.until(NIGHT)
    maker = await announced(street)
    await awake.hears("社区秋日会")
    await asleep.hears_nothing_of("社区秋日会")
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")
    await maker.presses("📅 看活动")
    await maker.presses("管理活动")
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.hears("1 位邻居会收到通知")
    await maker.presses("❌ 取消活动并通知")
    await awake.hears("取消了", "下大雪")
    await street.until(MORNING)
    await asleep.hears_nothing_of("社区秋日会")


async def test_an_announcement_that_waits_is_read_as_it_is_now(street: Street) -> None:
    asleep = await street.arrives("Asleep", "telegram", "en")
    await street.until(NIGHT)
    maker = await announced(street)
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")
    await street.until(MORNING)
    await asleep.hears("15:00 Beijing time", "社区秋日会")
    told = [one for one in await asleep.screen() if "社区秋日会" in one.words]
    assert len(told) == 1
    assert told[0].labels[:3] == ["Coming", "Maybe", "Can't"]


async def test_a_seat_that_was_given_at_night_is_told_with_the_new_place(street: Street) -> None:
    first, second = await street.arrives("一"), await street.arrives("二", "telegram")
    maker = await announced(street, many="1")
    await first.presses("参加")
    await second.presses("参加")
    await street.until(NIGHT)
    await first.presses("来不了")
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("📍 地点")
    await maker.says("社区花园")
    await street.later(minutes=11)
    await street.until(MORNING)
    await second.hears("有空位了", "社区花园")
    assert len([one for one in await second.screen() if "有空位了" in one.words]) == 1


@pytest.mark.parametrize("door", DOORS)
async def test_a_cancellation_reaches_everyone_but_those_who_cannot_come(street: Street, door: str) -> None:
    coming, maybe, waiting, silent, cant = [await street.arrives(name, door) for name in "一二三四五"]
    maker = await announced(street, many="1", door=door)
    await coming.presses("参加")
    await maybe.presses("可能来")
    await waiting.presses("参加")
    await cant.presses("来不了")
    await opens_team_menu(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.hears("4 位邻居会收到通知")
    await maker.presses("❌ 取消活动并通知")
    for one in (coming, maybe, waiting, silent):
        await one.hears("取消了", "下大雪")
    await cant.hears_nothing_of("取消了")


@pytest.mark.parametrize("door", DOORS)
async def test_whoever_came_without_a_word_is_counted_too(street: Street, door: str) -> None:
    guest = await street.arrives("Guest", door)
    maker = await announced(street, door=door)
    await guest.presses("参加")
    await street.until(SATURDAY_EVENING)
    await opens_team_menu_of_the_past(maker)
    await maker.presses("谁来了")
    await maker.presses("☐")
    await maker.presses("＋1 没打招呼就来了")
    await maker.presses("＋1 没打招呼就来了")
    await maker.hears("1 人里勾了 1 人", "另有 2 人没打招呼就来了")
    await maker.presses("－1")
    await maker.hears("另有 1 人没打招呼")
    await maker.presses("－1")
    if door == "telegram":
        await maker.taps((await maker.last()).id, "events.walk_ins:1:-1:0")
        assert "0 到" in (await maker.toasts())[-1]


async def opens_team_menu_of_the_past(maker: Neighbour) -> None:
    """The link still leads to an event that has begun."""
    await maker.says("/start event-1")
    await maker.presses("管理活动")


async def test_residents_cannot_tick_nor_count(street: Street) -> None:
    guest = await street.arrives("Guest", "telegram")
    await announced(street)
    card = await guest.hears("社区秋日会")
    await street.until(SATURDAY_EVENING)
    for forged in ("walk_ins:1:1:0", "note_came:1:1:0:1", "later_too:1:when:1", "call_off_now:1:later"):
        await guest.taps(card.id, f"events.{forged}")
        assert "别的角色" in (await guest.toasts())[-1]


async def test_a_late_reminder_of_the_old_time_does_not_leave(street: Street) -> None:
    """At 06:30 in Urumqi the day before, a reminder waits for 07:30; the event is moved at 07:00."""
    early = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
    neighbour = await street.arrives("Neighbour", "telegram")
    maker = await announced(street, when="11月28日 08:30")
    await neighbour.presses("参加")
    await street.until(early - timedelta(hours=24))
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")
    await street.later(minutes=11)
    await street.later(hours=1)
    await neighbour.hears("改时间了", "15:00")
    await neighbour.hears_nothing_of("⏰")
