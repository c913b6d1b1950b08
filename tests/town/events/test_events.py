"""Events: made step by step, announced, answered, changed, called off, thanked for."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.dialogue.notices import Notices
from bot.i18n.clocks import Clocks
from bot.identity.roles import Role
from handlers.events import digest, rules
from handlers.events.rules import Party, Reminder
from tests.neighbour import Neighbour, OnTelegram
from tests.pictures import photograph, truncated
from tests.street import Street

DOORS = ("web", "telegram")
SATURDAY_EVENING = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)  # 19:00 in Beijing, 17:00 in Urumqi


async def makes(maker: Neighbour, many: str = "", when: str = "11月28日 19:00") -> None:
    """A volunteer reading Chinese makes the autumn fair, up to the preview."""
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    await maker.says(when)
    await maker.says("L 店门口")
    if many:
        await maker.says(many)
    else:
        await maker.presses("不限人数")
    await maker.presses("跳过")
    await maker.presses("跳过")


async def announced(street: Street, many: str = "", when: str = "11月28日 19:00", door: str = "web") -> Neighbour:
    maker = await street.arrives("Maker", door, "zh", Role.VOLUNTEER)
    await makes(maker, many, when)
    await maker.presses("📣 发布")
    return maker


@pytest.mark.parametrize("door", DOORS)
async def test_the_link_to_pass_on_names_both_doors(street: Street, door: str) -> None:
    maker = await announced(street, door=door)
    await maker.hears("/#event-", "https://t.me/nestbox_test_bot?start=event-")


async def opens_team_menu(maker: Neighbour) -> None:
    await maker.says("/events")
    await maker.presses("社区秋日会")
    await maker.presses("管理活动")


@pytest.mark.parametrize("door", DOORS)
async def test_the_autumn_fair_is_announced_answered_and_remembered(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door, "ug")
    john = await street.arrives("John", door, "en")
    await announced(street, door=door)

    heard = await aygul.hears("社区秋日会", "19:00", "17:00", "شىنجاڭ ۋاقتى", "L 店门口")
    assert heard.labels[:3] == ["كېلىمەن", "بەلكىم", "كېلەلمەيمەن"]
    card = await john.hears("社区秋日会", "19:00 Beijing time (17:00 Xinjiang time)")
    assert card.labels[:3] == ["Coming", "Maybe", "Can't"]
    before = len(await john.screen())
    await john.presses("Coming")
    await john.presses("+ one guest")
    await john.presses("+ one guest")
    await john.presses("− one guest")
    own = await john.hears("You are coming with 1 guest", "1 coming, and 1 guest")
    assert own.id == card.id  # in place
    assert "✓ Coming" in own.labels
    assert len(await john.screen()) == before
    await aygul.presses("بەلكىم")

    await street.until(SATURDAY_EVENING - timedelta(hours=24))
    await john.hears("See you soon", "社区秋日会", "19:00 Beijing time (17:00 Xinjiang time)")
    await aygul.hears("يېقىندا كۆرۈشىمىز", "社区秋日会")
    await street.until(SATURDAY_EVENING - timedelta(hours=2))
    await john.hears("It begins shortly", "社区秋日会")
    for one in (john, aygul):
        told = [message for message in await one.screen() if not message.mine and "⏰" in message.words]
        assert len(told) == 2

    await street.until(SATURDAY_EVENING + timedelta(hours=2))
    await john.hears("Thank you for coming")
    await aygul.hears_nothing_of("💛")
    await john.presses("😊")
    await john.hears("Thank you for telling us")
    await street.later(hours=5)
    assert len([one for one in await john.screen() if "💛" in one.words]) == 0


async def test_the_maker_is_not_told_of_her_own_event(street: Street) -> None:
    await street.arrives("Neighbour")
    maker = await announced(street)
    receipt = await maker.hears("已发布", "现在 1 人收到")
    assert "/#event-" in receipt.words
    assert not [one for one in await maker.screen() if "参加" in one.labels]


async def test_half_an_event_waits_until_its_maker_comes_back(street: Street) -> None:
    maker = await street.arrives("Maker", role=Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    await maker.says("11月28日 19:00")
    await maker.says("/start")
    await maker.says("/newevent")
    await maker.hears("社区秋日会", "接着来吗")
    await maker.presses("接着来")
    await maker.hears("在哪里？")
    await maker.says("/newevent")
    await maker.presses("不要了，重新建")
    await maker.hears("叫什么名字")
    await maker.says("灯会")
    await maker.hears("什么时候")


async def test_a_time_is_picked_with_two_taps(street: Street) -> None:
    maker = await street.arrives("Maker", role=Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    asked = await maker.hears("什么时候")
    assert asked.labels[:7] == [f"11月{23 + day}日周{'一二三四五六日'[day]}" for day in range(7)]
    await maker.presses("11月28日周六")
    await maker.presses("19:00 北京时间（新疆时间 17:00）")
    await maker.hears("在哪里？")


@pytest.mark.parametrize("door", DOORS)
async def test_a_day_weeks_ahead_and_an_unusual_hour_are_picked_too(street: Street, door: str) -> None:
    maker = await street.arrives("Maker", door, role=Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    await maker.presses("后面的")
    await maker.presses("后面的")
    await maker.presses("前面的")
    await maker.presses("12月5日周六")
    await maker.presses("其他时间")
    assert "🕖 14:00 北京时间（新疆时间 12:00）" in (await maker.last()).labels
    await maker.presses("其他时间")
    await maker.presses("20:00 北京时间（新疆时间 18:00）")
    await maker.hears("在哪里？")
    await maker.says("L 店门口")
    await maker.presses("不限人数")
    await maker.presses("跳过")
    await maker.presses("跳过")
    await maker.hears("12月5日周六 20:00 北京时间（新疆时间 18:00）")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("zh", "明天下午7点", "11月24日周二 19:00 北京时间（新疆时间 17:00）"),
        ("en", "7 pm Saturday", "Sat, Nov 28, 19:00 Beijing time (17:00 Xinjiang time)"),
        ("ug", "شەنبە كەچ سائەت 7", "28-نويابىر، شە، بېيجىڭ ۋاقتى 19:00 (شىنجاڭ ۋاقتى 17:00)"),
        ("zh", "11月28日周六 10:30 北京时间（新疆时间 08:30）", "11月28日周六 10:30 北京时间（新疆时间 08:30）"),
    ],
)
async def test_a_time_is_understood_as_people_say_it_and_as_we_print_it(
    street: Street, door: str, language: str, words: str, shown: str
) -> None:
    maker = await street.arrives("Maker", door, language, Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("Fair")
    await maker.says(words)
    await maker.says("L")
    await maker.says("30")
    await maker.presses({"zh": "跳过", "en": "Skip", "ug": "ئاتلاپ ئۆتۈش"}[language])
    await maker.presses({"zh": "跳过", "en": "Skip", "ug": "ئاتلاپ ئۆتۈش"}[language])
    await maker.hears("👀", shown)


async def test_forged_days_and_hours_are_asked_again(street: Street) -> None:
    maker = await street.arrives("Maker", "telegram", role=Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    asked = await maker.last()
    for forged in ("pick_day:1:1:0", "pick_day:1:9999999:0"):
        await maker.taps(asked.id, f"events.{forged}")
        assert "过期" in (await maker.toasts())[-1]
    await maker.taps(asked.id, "events.days:1:99")
    await maker.hears(
        "什么时候",
    )
    await maker.taps(asked.id, "events.set_when:1:1")
    await maker.hears("要在将来")


async def test_a_bare_seven_is_asked_back_and_the_past_is_asked_again(street: Street) -> None:
    maker = await street.arrives("Maker", role=Role.VOLUNTEER)
    await maker.says("/newevent")
    await maker.says("社区秋日会")
    await maker.says("哪天都行")
    await maker.hears("没看懂")
    await maker.says("今天早上8点")
    await maker.hears("要在将来", "其他内容都还在")
    await maker.presses("11月28日周六")
    await maker.says("7点")
    asked = await maker.hears("哪一个")
    assert len([label for label in asked.labels if "🕖" in label]) == 2
    await maker.presses("11月28日周六 19:00 北京时间（新疆时间 17:00）")
    await maker.hears("在哪里？")
    await maker.says("L 店门口")
    await maker.says("很多人")
    await maker.hears("需要一个数字")
    await maker.says("最多30人")
    await maker.hears("说几句")
    await maker.says("很" * 500)
    await maker.hears("400")
    await maker.says("大家一起来！")
    await maker.presses("跳过")
    await maker.hears("大家会看到", "社区秋日会", "大家一起来", "共 30 个名额")


async def test_a_part_is_changed_before_it_is_announced_or_all_thrown_away(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    maker = await street.arrives("Maker", role=Role.VOLUNTEER)
    await makes(maker)
    await maker.presses("✏ 修改")
    await maker.presses("⋯ 其他")
    await maker.presses("🪑 人数")
    await maker.says("12")
    await maker.hears("大家会看到", "共 12 个名额")
    await maker.presses("✏ 修改")
    await maker.presses("⋯ 其他")
    await maker.presses("⋯ 其他")
    await maker.presses("名字")
    await maker.says("社区冬日会")
    await maker.hears("大家会看到", "社区冬日会")
    await maker.presses("🗑 删除草稿")
    await maker.hears("没有通知任何人")
    await neighbour.hears_nothing_of("冬日会")


@pytest.mark.parametrize("door", DOORS)
async def test_the_picture_goes_with_the_announcement(street: Street, door: str) -> None:
    neighbour = await street.arrives("Neighbour", door)
    maker = await street.arrives("Maker", door, role=Role.VOLUNTEER)
    await makes(maker)
    await maker.presses("✏ 修改")
    await maker.presses("⋯ 其他")
    await maker.presses("🖼 图片")
    await maker.sends_photo(photograph())
    await maker.presses("📣 发布")
    card = await neighbour.hears("社区秋日会")
    assert card.kind == "photo"
    await neighbour.presses("参加")
    again = await neighbour.hears("社区秋日会", "您会来")
    assert (again.id, again.kind) == (card.id, "photo")
    await neighbour.says("/events")
    await neighbour.presses("📅 社区秋日会")
    assert (await neighbour.last()).kind == "photo"
    await neighbour.presses("⬅ 返回")
    await neighbour.hears("近期活动")


async def test_a_picture_that_cannot_be_used_is_asked_for_again(street: Street) -> None:
    maker = await street.arrives("Maker", role=Role.VOLUNTEER)
    await makes(maker)
    await maker.presses("✏ 修改")
    await maker.presses("⋯ 其他")
    await maker.presses("🖼 图片")
    await maker.sends_document(truncated(), "fair.jpg", "image/jpeg")
    await maker.hears("图片用不了")
    await maker.presses("接着来")
    await maker.presses("📣 发布")
    await maker.hears("已发布")


async def test_whoever_comes_too_late_waits_and_moves_up_in_order(any_street: Street) -> None:
    street = any_street
    first, second, third, fourth = [await street.arrives(name) for name in ("一", "二", "三", "四")]
    await announced(street, many="2")
    for one in (first, second, third, fourth):
        await one.presses("参加")
    await second.hears("您会来")
    await third.hears("候补第 1 位")
    await fourth.hears("候补第 2 位")
    assert "候补第 2 位" in (await fourth.toasts())[-1]
    await first.presses("来不了")
    await third.hears("有空位了", "社区秋日会")
    await fourth.hears_nothing_of("有空位了")
    await second.presses("可能来")
    await fourth.hears("有空位了")
    await third.presses("我来不了了")
    await third.hears("您来不了")


@pytest.mark.server
async def test_two_at_once_do_not_both_get_the_last_seat(any_street: Street) -> None:
    people = [await any_street.arrives(name, "telegram") for name in ("一", "二", "三")]
    await announced(any_street, many="1")
    for one in people:
        assert isinstance(one, OnTelegram)
        card = await one.hears("社区秋日会")
        one.person.taps(one.person.chat.messages[card.id], "events.answer:1:coming:a")
    await any_street.settle()
    lines = [(await one.hears("社区秋日会")).words.splitlines()[-1] for one in people]
    assert sorted(line[:8] for line in lines) == ["⏳ 您排在候补第", "⏳ 您排在候补第", "✓ 您会来"]


async def test_guests_take_seats_and_give_them_back(street: Street) -> None:
    first, second = await street.arrives("一"), await street.arrives("二")
    await announced(street, many="2")
    await first.presses("参加")
    await first.presses("多带一位大人")
    await first.presses("多带一位大人")
    assert "名额不够" in (await first.toasts())[-1]
    await first.hears("您会来，还带 1 位大人")
    await second.presses("参加")
    await second.hears("候补第 1 位")
    await first.presses("少带一位大人")
    await second.hears("有空位了")


async def test_forged_guests_are_refused(street: Street) -> None:
    neighbour = await street.arrives("Neighbour", "telegram")
    await announced(street)
    card = await neighbour.hears("社区秋日会")
    await neighbour.taps(card.id, "events.bring:1:1:0:a")
    assert "先点" in (await neighbour.toasts())[-1]
    await neighbour.presses("参加")
    await neighbour.taps(card.id, "events.bring:1:-1:0:a")
    assert "最多" in (await neighbour.toasts())[-1]
    for _ in range(9):
        await neighbour.presses("多带一位大人")
    assert "＋ 多带一位大人" not in (await neighbour.hears("您会来，还带 9 位大人")).labels
    await neighbour.taps(card.id, "events.bring:1:1000:0:a")
    assert "最多" in (await neighbour.toasts())[-1]
    await neighbour.taps(card.id, "events.answer:999:coming:a")
    assert "已经不在" in (await neighbour.toasts())[-1]
    await neighbour.taps(card.id, "events.look_after:1")
    await neighbour.taps(card.id, "events.guest_list:1")
    await neighbour.hears_nothing_of("谁会来")


async def test_after_the_start_nothing_changes_any_more(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    await announced(street)
    card = await neighbour.hears("社区秋日会")
    await street.until(SATURDAY_EVENING + timedelta(minutes=1))
    await neighbour.taps(card.id, "events.answer:1:coming:a")
    assert "已经开始" in (await neighbour.toasts())[-1]
    assert "参加" not in (await neighbour.hears("社区秋日会")).labels


async def test_only_one_reminder_comes_after_a_night_without_power(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    await announced(street)
    await neighbour.presses("参加")
    await street.until(SATURDAY_EVENING - timedelta(minutes=30))
    told = [one for one in await neighbour.screen() if not one.mine and "⏰" in one.words]
    assert len(told) == 1
    assert "快开始了" in told[0].words


async def test_no_reminder_comes_for_what_has_begun(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    await announced(street)
    await neighbour.presses("参加")
    await street.until(SATURDAY_EVENING + timedelta(minutes=30))
    await neighbour.hears_nothing_of("⏰")


async def test_a_new_event_tomorrow_is_not_repeated_at_once_as_a_reminder(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    await announced(street, when="今天 19:00")
    await neighbour.presses("参加")
    await street.later(minutes=1)
    await neighbour.hears_nothing_of("⏰")
    await street.until(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    await neighbour.hears("快开始了")


async def test_quiet_hours_hold_a_reminder_unless_it_would_come_too_late(street: Street) -> None:
    """06:30 in Urumqi on Saturday: two hours before, and until the end of quiet hours, nobody is woken."""
    early = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
    neighbour = await street.arrives("Neighbour", "telegram")
    await announced(street, when="11月28日 08:30")
    await street.until(datetime(2026, 11, 23, 5, 0, tzinfo=UTC))
    await neighbour.presses("参加")
    await street.until(early - timedelta(hours=24))
    await neighbour.hears_nothing_of("⏰")
    await street.until(early - timedelta(hours=23))
    await neighbour.hears("别忘了", "08:30 北京时间（新疆时间 06:30）")
    await street.until(early - timedelta(hours=2))
    await street.until(early + timedelta(hours=1, minutes=30))
    await neighbour.hears_nothing_of("快开始了")


async def test_a_cancellation_overtakes_a_reminder_that_waits_for_the_morning(street: Street) -> None:
    early = datetime(2026, 11, 28, 0, 30, tzinfo=UTC)
    neighbour = await street.arrives("Neighbour", "telegram")
    maker = await announced(street, when="11月28日 08:30")
    await neighbour.presses("参加")
    await street.until(early - timedelta(hours=24))
    await opens_team_menu(maker)
    await maker.presses("取消活动")
    await maker.says("下大雪")
    await maker.presses("❌ 取消活动并通知")
    await street.later(hours=2)
    await neighbour.hears("取消了", "下大雪")
    await neighbour.hears_nothing_of("⏰")


async def test_can_t_after_all_gives_the_seat_on(street: Street) -> None:
    first, second = await street.arrives("一"), await street.arrives("二")
    await announced(street, many="1")
    await first.presses("参加")
    await second.presses("参加")
    await street.until(SATURDAY_EVENING - timedelta(hours=24))
    await second.hears_nothing_of("⏰")
    await first.presses("我来不了了")
    await first.hears("您来不了")
    await second.hears("有空位了")


@pytest.mark.parametrize("door", DOORS)
async def test_a_change_is_held_told_once_and_asks_again(street: Street, door: str) -> None:
    coming, cant, silent = [await street.arrives(name, door) for name in ("一", "二", "三")]
    maker = await announced(street, door=door)
    await coming.presses("参加")
    await cant.presses("来不了")
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("🕖 时间")
    await maker.says("11月29日 15:00")
    await maker.hears("10 分钟后")
    await maker.presses("✏ 修改")
    await maker.presses("📍 地点")
    await maker.says("社区花园")
    await street.later(minutes=5)
    await coming.hears_nothing_of("改时间了")
    await street.later(minutes=6)
    news = await coming.hears("改时间了", "15:00 北京时间（新疆时间 13:00）", "社区花园", "您还来吗")
    await cant.hears("改时间了")
    await silent.hears("改时间了")
    await maker.hears_nothing_of("改时间了")
    await street.later(minutes=30)
    assert len([one for one in await coming.screen() if "改时间了" in one.words]) == 1
    await opens_team_menu(maker)
    await maker.presses("谁会来")
    await maker.hears("❓", "（改时间后还没确认）")
    assert "参加" in news.labels
    await coming.presses("参加")
    await coming.hears("您会来", "社区花园")
    await street.until(SATURDAY_EVENING)
    await coming.hears("⏰", "15:00")


async def test_a_slip_that_was_mended_is_not_told(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    maker = await announced(street)
    await neighbour.presses("参加")
    for whereabouts in ("社区花圆", "L 店门口"):
        await opens_team_menu(maker)
        await maker.presses("✏ 修改")
        await maker.presses("📍 地点")
        await maker.says(whereabouts)
    await street.later(minutes=20)
    await neighbour.hears_nothing_of("换地方")


async def test_only_the_place_changed_and_nobody_is_asked_again(street: Street) -> None:
    neighbour = await street.arrives("Neighbour", "telegram")
    maker = await announced(street)
    await neighbour.presses("参加")
    await opens_team_menu(maker)
    await maker.presses("✏ 修改")
    await maker.presses("📍 地点")
    await maker.says("社区花园")
    await street.later(minutes=11)
    await neighbour.hears("换地方了", "社区花园")
    await opens_team_menu(maker)
    await maker.presses("谁会来")
    await maker.hears("✓ Neighbour")


@pytest.mark.parametrize("door", DOORS)
async def test_a_cancellation_reaches_everyone_who_answered_and_stops_reminders(street: Street, door: str) -> None:
    coming, waiting, cant = [await street.arrives(name, door) for name in ("一", "二", "三")]
    maker = await announced(street, many="1", door=door)
    await coming.presses("参加")
    await waiting.presses("参加")
    await cant.presses("来不了")
    await opens_team_menu(maker)
    await maker.presses("取消活动")
    await maker.says("要下大雪 <b>")
    await maker.hears("2 位邻居会收到通知", "要下大雪")
    await coming.hears_nothing_of("大雪")
    await maker.presses("❌ 取消活动并通知")
    await maker.hears("已取消", "2 位邻居")
    await coming.hears("社区秋日会", "取消了", "要下大雪 <b>")
    await waiting.hears("取消了")
    await cant.hears_nothing_of("取消了")
    card = next(one for one in await coming.screen() if "✓ 参加" in one.labels)
    await coming.taps(card.id, "events.answer:1:maybe:a")
    assert "已经取消" in (await coming.toasts())[-1]
    await street.until(SATURDAY_EVENING + timedelta(hours=3))
    await coming.hears_nothing_of("⏰")
    await coming.hears_nothing_of("💛")
    await coming.says("/events")
    await coming.hears("近期没有活动")


async def test_the_team_sees_who_comes_and_ticks_who_came(street: Street) -> None:
    guests = [await street.arrives(name, "telegram") for name in ("一", "二", "三", "四")]
    maker = await announced(street)
    for guest in guests:
        await guest.presses("参加")
    await guests[0].presses("多带一位大人")
    await opens_team_menu(maker)
    await maker.presses("谁会来")
    await maker.hears("4 人会来，另带 1 位大人", "✓ 一 ＋1 位大人", "✓ 四")
    await maker.presses("谁来了")
    assert "两小时" in (await maker.toasts())[-1]
    await street.until(SATURDAY_EVENING)
    await maker.presses("谁来了")
    assert (await maker.last()).labels[:5] == ["☐ 一 ＋1 位大人", "☐ 二", "☐ 三", "☐ 四", "＋1 没打招呼就来了"]
    await maker.presses("☐ 二")
    await maker.hears("4 人里勾了 1 人")
    await maker.presses("☐ 四")
    await maker.hears("4 人里勾了 2 人")
    await maker.presses("☑ 四")
    await maker.hears("4 人里勾了 1 人")


async def test_feedback_is_given_once(street: Street) -> None:
    neighbour, absent = [await street.arrives(name, "telegram") for name in ("Neighbour", "Absent")]
    maker = await announced(street, door="telegram")
    await neighbour.presses("参加")
    await street.until(SATURDAY_EVENING + timedelta(hours=2))
    thanks = await neighbour.hears("💛")
    await neighbour.presses("😊")
    await neighbour.taps(thanks.id, "events.feedback:1:poor")
    assert "已经告诉过" in (await neighbour.toasts())[-1]
    await absent.taps((await absent.last()).id, "events.feedback:1:poor")
    await maker.says("/start")
    await maker.presses("活动")
    await maker.hears("近期没有活动")
    await maker.taps((await maker.last()).id, "events.guest_list:1")
    await maker.hears("😊 1 · 😐 0 · 🙁 0")


async def test_a_link_leads_to_the_event_and_a_wrong_one_says_so(street: Street) -> None:
    await announced(street)
    newcomer = await street.neighbour("Newcomer")
    await newcomer.says("/start event-1")
    await newcomer.presses("中文")
    await newcomer.presses("我同意")
    await newcomer.hears("社区秋日会", "19:00 北京时间（新疆时间 17:00）")
    await newcomer.presses("参加")
    await newcomer.hears("您会来")
    for wrong in ("event-99", "event-x", "event-9999999999999999999999", "event-²"):
        await newcomer.says(f"/start {wrong}")
        assert "已经不在了" in (await newcomer.last()).words


async def test_a_draft_is_nobody_else_s_business(street: Street) -> None:
    maker = await street.arrives("Maker", "telegram", role=Role.VOLUNTEER)
    other = await street.arrives("Other", "telegram", role=Role.VOLUNTEER)
    await makes(maker)
    await other.says("/events")
    await other.hears("近期没有活动")
    for forged in ("show_event:1", "announce:1", "change:1:0", "throw_away:1", "look_after:1"):
        await other.taps((await other.last()).id, f"events.{forged}")
        assert "已经不在了" in (await other.toasts())[-1]
    await maker.presses("📣 发布")
    await maker.taps((await maker.last()).id, "events.announce:1")
    assert "已经发布" in (await maker.toasts())[-1]


async def test_residents_cannot_make_events(street: Street) -> None:
    resident = await street.arrives("Resident")
    await resident.says("/newevent")
    await resident.hears("这一步由别的角色来做")


async def test_an_answer_leaves_an_open_question_open(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    await announced(street)
    await neighbour.says("/human")
    await neighbour.presses("参加")
    await neighbour.says("灯坏了")
    await neighbour.hears("已经交给团队")


async def test_more_than_three_events_are_leafed_through(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    maker = await announced(street)
    for day in (24, 25, 26):
        await makes(maker, when=f"11月{day}日 19:00")
        await maker.presses("📣 发布")
    await neighbour.says("/events")
    first = await neighbour.last()
    assert [label for label in first.labels if "📅" in label] == ["📅 社区秋日会"] * 2
    await neighbour.presses("后面的")
    await neighbour.hears("近期活动", "11月28日")
    await neighbour.presses("前面的")
    await neighbour.hears("近期活动", "11月24日")


async def test_digests_name_what_is_near_in_numbers(street: Street) -> None:
    neighbour = await street.arrives("Neighbour")
    await announced(street)
    await neighbour.presses("参加")
    async with street.bot.database.write() as tx:
        notices = Notices(tx, street.clock.now(), street.place, street.bot.town, street.bot.links)
        week = await digest.for_volunteers(notices, street.clock.now())
        days = await digest.for_shopkeeper(notices, street.clock.now())
    assert [dict(line.args)["people"] for line in week.lines] == [1]
    assert days.lines == ()


def test_the_waiting_list_is_not_overtaken_by_smaller_parties() -> None:
    line = [Party(1, 1), Party(2, 3), Party(3, 1)]
    assert rules.moving_up(10, 8, line) == [Party(1, 1)]
    assert rules.moving_up(0, 8, line) == line


def test_the_picker_begins_today_as_long_as_a_usual_hour_lies_ahead() -> None:
    clocks = Clocks("Asia/Urumqi", "Asia/Shanghai")
    friday = date(2026, 11, 27)
    noon, night = datetime(2026, 11, 27, 4, 0, tzinfo=UTC), datetime(2026, 11, 27, 11, 0, tzinfo=UTC)
    assert rules.days_to_offer(noon, clocks, 0)[0] == friday
    assert rules.days_to_offer(night, clocks, 0)[0] == friday + timedelta(days=1)
    assert rules.days_to_offer(noon, clocks, 1)[0] == friday + timedelta(days=7)


def test_every_week_is_the_same_hour_where_clocks_are_changed() -> None:
    first = datetime(2026, 10, 24, 17, 0, tzinfo=UTC)  # 19:00 in Berlin, the night before winter time
    assert rules.weekly(first, 2, Clocks("Europe/Berlin"))[1] == datetime(2026, 10, 31, 18, 0, tzinfo=UTC)


def test_the_time_to_say_no_is_shorter_when_it_begins_soon() -> None:
    now = SATURDAY_EVENING - timedelta(days=3)
    assert rules.say_no_by(now, SATURDAY_EVENING) == now + timedelta(hours=12)
    soon = SATURDAY_EVENING - timedelta(hours=6)
    assert rules.say_no_by(soon, SATURDAY_EVENING) == soon + timedelta(hours=3)
    assert rules.say_no_by(SATURDAY_EVENING + timedelta(hours=1), SATURDAY_EVENING) > SATURDAY_EVENING


@pytest.mark.parametrize(
    ("hours", "day_done", "hours_done", "due"),
    [
        (25, False, False, None),
        (24, False, False, Reminder.DAY),
        (23, True, False, None),
        (2, False, False, Reminder.HOURS),
        (1, True, True, None),
        (0, False, False, None),
    ],
)
def test_one_reminder_at_a_time_and_none_too_late(
    hours: int, day_done: bool, hours_done: bool, due: Reminder | None
) -> None:
    assert (
        rules.due_reminder(SATURDAY_EVENING, SATURDAY_EVENING - timedelta(hours=hours), day_done, hours_done) is due
    )
