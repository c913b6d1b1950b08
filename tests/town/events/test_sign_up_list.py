"""A numbered list goes into a group and comes back: who is new, gone or comes with more is shown; one tap books."""

import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import LANGUAGES, render_plain
from bot.identity.roles import Role
from handlers.events import store as events
from handlers.events.rules import Answer
from handlers.sign_up_list import reading, rules, store
from handlers.sign_up_list.reading import Entry
from handlers.sign_up_list.rules import Noted
from handlers.sign_up_list.words import t, with_party
from tests.neighbour import Neighbour, leaves_for_good
from tests.street import Street
from tests.town.afterwards.test_tasks import fair_with_task
from tests.town.events.test_events import announced
from tests.town.people.test_elsewhere import carries_on, count

WANG, AYGUL = "王芳", "ئايگۈل"
RLM, LRM, OVERRIDE, ZERO = "\u200f", "\u200e", "\u202e", "\u200b"


@pytest.mark.parametrize(
    "line",
    [
        "1. 王芳", "1.王芳", "1、王芳", "1，王芳", "1, 王芳", "1) 王芳", "(1) 王芳", "（1）王芳", "１．王芳",
        "1：王芳",
        "①王芳", "① 王芳", "❶ 王芳", "⑴王芳", "1️⃣ 王芳", "1️⃣王芳", "一、王芳", "（一）王芳", "1 王芳", "1王芳",
        "[1] 王芳",
        "【1】王芳", "1 - 王芳", "1· 王芳", "  1. 王芳  ", "1. 🌸王芳🌸", "1. 王芳👩\u200d👧", "1. @王芳",
        "1. 王芳！", "🔟 王芳",
        "1️⃣0️⃣ 王芳", "㉑王芳", "١. 王芳", "۲، 王芳", f"1. {OVERRIDE}王芳\u202c", f"1. 王{ZERO}芳",
        f"{RLM}1. 王芳{LRM}", "12.王芳",
    ],
)  # fmt: skip
def test_a_line_is_read_however_it_is_numbered(line: str) -> None:
    assert reading.read(line).entries == (Entry(WANG),)


@pytest.mark.parametrize(
    ("words", "guests", "children"),
    [
        ("+1", 1, 0), ("＋2", 2, 0), (" +1人", 1, 0), (" 带孩子", 0, 1), ("带2个孩子", 0, 2), ("（带娃）", 0, 1),
        (" 带两个小朋友", 0, 2),
        (" 2大1小", 1, 1), ("，3大2小", 2, 2), ("、2大1小", 1, 1), (" 两大 一小", 1, 1), (" 一家三口", 2, 0),
        ("全家4口", 3, 0),
        (" 两位", 1, 0), ("3人", 2, 0), (" 夫妻俩", 1, 0), (" 带老公", 1, 0), (" 带1个大人2个孩子", 1, 0),
        (" x2", 1, 0), (" +1 +1", 2, 0),
        ("+1大1小", 1, 1), (" with 2 kids", 0, 2), (" plus one", 1, 0), (" +2孩子", 0, 2), (" 2小", 0, 2),
        (" 三个人", 2, 0),
        (" ٢ بالا بىلەن", 0, 2), (" بالام بىلەن", 0, 1), (" 3 كىشى", 2, 0), (" ئىككىمىز", 1, 0), ("", 0, 0),
    ],
)  # fmt: skip
def test_whom_somebody_brings_is_read_as_people_write_it(words: str, guests: int, children: int) -> None:
    (found,) = reading.read(f"3. 王芳{words}").entries
    assert (found.name, found.guests, found.children) == (WANG, guests, children)


def test_what_is_no_line_of_the_list_is_quoted_and_what_is_empty_is_counted() -> None:
    pasted = (
        "#接龙\n周六秋收节报名，3月5日前\n10:30 开始\n\n1. 王芳，晚到\n2、 李明（带水果） +1\n3. \n4.\n"
        "5. 王芳\n6. 😀\n"
        f"7. {RLM}ئايگۈل ئابدۇللا{LRM} +1\n8. 张三、李四、2大1小\n"
        "9. 王芳2\n10. 古丽 +99\n谢谢大家！\n11. ——\n2026.10.3"
    )
    found = reading.read(pasted)
    assert found.entries == (
        Entry(WANG, note="晚到"),
        Entry("李明", 1, 0, "带水果"),
        Entry("ئايگۈل ئابدۇللا", 1),
        Entry("张三"),
        Entry("李四", 1, 1),
        Entry("王芳2"),
    )
    assert found.blank == 3
    assert found.unread == (
        "周六秋收节报名,3月5日前", "10:30 开始", "5. 王芳", "6. 😀", "10. 古丽 +99", "谢谢大家!", "2026.10.3",
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "1. 王芳 取消",
        "1. 王芳（不来了）",
        "~~1. 王芳~~",
        "1. ~~王芳~~",
        "1. 王\u0336芳\u0336",
        "1. 王芳 can't come",
        "1. 王芳 كېلەلمەيمەن",
    ],
)
def test_who_is_crossed_out_or_says_no_is_not_on_the_list(line: str) -> None:
    (found,) = reading.read(line).entries
    assert (found.off, reading.key(found.name)[:2]) == (True, WANG)


def test_several_in_one_line_a_wrong_order_and_hundreds_of_lines() -> None:
    names = ("王芳", "李明", "古丽")
    assert [one.name for one in reading.read("1.王芳 2.李明 3.古丽").entries] == list(names)
    assert [one.name for one in reading.read("3. 王芳\n1. 李明\n1. 古丽").entries] == list(names)
    long = "\n".join(f"{number % 900 + 1}. 人{number}号" for number in range(1000))
    found = reading.read(long)
    assert len(found.entries) == reading.MOST_LINES
    assert len(found.unread) == 1000 - reading.MOST_LINES
    # No line holds the machine for seconds, whatever a stranger wrote into the group.
    for strange in ("1. " + "a、" * 2040, "1. 2大" + " " * 4080 + "x", "1. " + "2大 " * 1300):
        began = time.process_time()
        assert len(reading.read(strange).unread) <= 1
        assert time.process_time() - began < 0.5
    assert reading.read("1. " + "a、" * 2040).entries == ()
    assert reading.read("1. 王芳、王芳、王芳").unread == ("1. 王芳、王芳、王芳",)


NAMES = st.text("王芳李明古丽阿依ئايگۈلABCabc ", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.lists(st.tuples(NAMES, st.integers(0, 9), st.integers(0, 9)), max_size=30), st.sampled_from([*LANGUAGES]))
def test_what_we_write_into_a_list_we_read_again(people: list[tuple[str, int, int]], language: str) -> None:
    unique = {reading.key(one[0]): one for one in people}
    lines = [
        render_plain(t.out_line(number=number, name=with_party(*one)), language)
        for number, one in enumerate(unique.values(), 1)
    ]
    found = reading.read("\n".join(lines))
    assert [(reading.key(one.name), one.guests, one.children) for one in found.entries] == [
        (key, guests, children) for key, (_, guests, children) in unique.items()
    ]
    assert found.unread == ()


@given(st.text(max_size=400))
def test_any_words_are_read_without_harm_and_no_line_is_lost(words: str) -> None:
    found = reading.read(words)
    for one in found.entries:
        assert one.name == reading.tidy(one.name)
        assert 0 <= one.guests <= 9
        assert 0 <= one.children <= 9
        assert not any("\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069" for letter in one.name)
    letters = sum(letter.isalpha() for letter in "".join(one.name for one in found.entries) + "".join(found.unread))
    if any(letter.isalpha() for letter in words) and not letters:
        assert found.blank or reading.HEADER.match(reading.plain(words)) or not reading.plain(words)


def test_a_list_compares_with_what_is_noted() -> None:
    noted = [Noted(1, WANG, 0, 0, False, 5), Noted(2, "李明", 1, 0, False, 5), Noted(3, "古丽", 0, 0, True, 5)]
    later = Noted(4, "Late", 0, 0, False, 50)
    read = reading.read("1. 王 芳\n2. 李明 +2\n3. Tom\n4. aynur\n5. 老张 取消")
    found = rules.compare(read, [*noted, later], ["Aynur", ""], 10, parties=True)
    assert [one.name for one in found.new] == ["Tom"]
    assert [(one.noted.id, one.entry.guests) for one in found.changed] == [(2, 2)]
    # Who was noted after the list was pasted is not missing on it.
    assert [one.id for one in found.gone] == [3]
    assert (found.same, [one.name for one in found.themselves], found.unread) == (1, ["aynur"], ("老张",))
    assert found.twice == ()
    # Whoever was noted and then answered herself has two seats, and that is said.
    again = rules.compare(read, noted, ["王芳", "古丽"], 10, parties=True)
    assert [one.id for one in again.twice] == [1]
    # For a task each pair of hands has a line of its own, and that is said.
    alone = rules.compare(read, noted, [], 10, parties=False)
    assert not alone.changed
    assert "李明 +2" in alone.unread
    assert rules.of_another("1. 王芳\nhttp://x/#event-MAPLE-28", "event-MAPLE-27")
    assert not rules.of_another("1. 王芳\nhttp://x/#event-MAPLE-27", "event-MAPLE-27")


async def opens_list(team: Neighbour) -> None:
    await team.says("/events")
    await team.presses("社区秋日会")
    await team.presses("微信群接龙")


async def on_behalf(street: Street) -> list[tuple[str, str, int, int]]:
    async with street.bot.database.read() as tx:
        sql = "SELECT name, answer, guests, children FROM event_on_behalf ORDER BY turn"
        return await tx.all(lambda *row: row, sql)


FAIR = "#接龙\n周六秋日会\n\n1. 王芳 +1\n2️⃣ 李明 带孩子\n3、古丽，晚到\n4. 😀\n5. \n6. Aygul"


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_list_goes_out_comes_back_and_one_tap_books(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", TELEGRAM, "en")
    team = await announced(street, many="6", door=door)
    await aygul.presses("Coming")
    await opens_list(team)
    out = await team.hears("📋 社区秋日会", "🪑 还有 5 个名额", "👥 已有 1 人", "/#event-", "1. \n2.")
    # Whoever answered here herself is a number, never a name in somebody's group.
    assert "Aygul" not in out.words
    # It stands alone: what is copied with it would go into the group, too.
    assert out.labels == ["🏠 首页", "❓ 帮助"]
    await team.hears("贴到这里")
    await team.says(FAIR)
    told = await team.hears(
        "还没有登记",
        "新增：3",
        "王芳 +1",
        "李明 带1个孩子",
        "古丽：晚到",
        "“4. 😀”",
        "自己在 Nestbox 报过名",
        "周六秋日会",
    )
    assert "早已登记" not in told.words
    assert await on_behalf(street) == []
    await team.presses("✓ 登记")
    await team.hears("登记了接龙里的 3 位邻居")
    assert await on_behalf(street) == [(WANG, "coming", 1, 0), ("李明", "coming", 0, 1), ("古丽", "coming", 0, 0)]
    # What was pressed again, or pasted again, changes nothing.
    await opens_list(team)
    out = await team.hears("🪑 名额已满", "1. 王芳 +1\n2. 李明 带1个孩子\n3. 古丽")
    # What stood above the first list counted differently, and is ours all the same.
    await team.says("👥 已有 9 人在 Nestbox 报名。\n🪑 还有 5 个名额\n" + FAIR)
    told = await team.hears("早已登记：3", "没有要登记的")
    assert "个名额" not in told.words
    # The group goes on: one more, one less, one with fewer; whoever is late stands in line.
    await opens_list(team)
    await team.says(out.words.replace("王芳 +1", "王芳").replace("3. 古丽", "3. 小赵 2大1小"))
    await team.hears("新增：1", "小赵 +1 带1个孩子", "人数有变：1", "王芳：2 → 1", "接龙里没有了：1", "古丽")
    await team.presses("✓ 登记")
    await team.hears("接龙记下了", "1 位的人数改好了", "1 位在排队", "小赵")
    await team.presses("谁不在了")
    await team.hears("整份都贴了吗", "古丽")
    await team.presses("➖ 去掉")
    await team.hears("去掉了 1 位", "古丽")
    # Her seat moved the next family up, and who brought the list hears it.
    assert await on_behalf(street) == [(WANG, "coming", 0, 0), ("李明", "coming", 0, 1), ("小赵", "waiting", 1, 1)]
    await aygul.presses("Can't")
    await team.hears("🎉 有空位了", "小赵", "请告诉本人")
    assert (await on_behalf(street))[2][1] == "coming"


async def test_it_can_be_taken_back_and_the_door_ticks_who_came(street: Street) -> None:
    team = await announced(street)
    await opens_list(team)
    await team.says("1. 王芳 +1\n2. 李明")
    await team.presses("✓ 登记")
    await opens_list(team)
    await team.says("1. 王芳 +2\n2. 李明\n3. 古丽")
    await team.presses("✓ 登记")
    await team.presses("撤回")
    await team.hears("撤回了这份接龙的 2 项登记")
    assert await on_behalf(street) == [(WANG, "coming", 1, 0), ("李明", "coming", 0, 0)]
    await team.presses("再看这份接龙")
    await team.presses("✓ 登记")
    assert len(await on_behalf(street)) == 3
    # A moved event is told in the group by who brought the list.
    await team.says("/events")
    await team.presses("社区秋日会")
    await team.presses("管理活动")
    await team.presses("✏ 修改")
    await team.presses("🕖 时间")
    await team.says("11月29日 15:00")
    await street.later(minutes=11)
    await team.hears("改时间", "3 位邻居在这里看不到，请在群里告诉大家")
    await street.later(days=6, hours=4)
    await team.says("/lists")
    await team.hears("眼下没有可以报名的")
    await team.says("/events")
    await team.presses("以前的活动")
    await team.presses("社区秋日会")
    await team.presses("管理活动")
    await team.presses("谁来了")
    await team.presses("☐ 王芳")
    await team.hears("王芳")
    await team.presses("⬅ 返回")
    assert await count(street, "SELECT count(*) FROM event_on_behalf WHERE came = 1") == 1
    async with street.bot.database.read() as tx:
        assert await events.answers.were_there(tx, 1) == 3
    await street.later(days=31)
    assert await count(street, "SELECT count(*) FROM event_on_behalf WHERE name <> ''") == 0
    assert await count(street, "SELECT count(*) FROM event_on_behalf") == 3


@pytest.mark.server
async def test_two_volunteers_at_once_foreign_ids_limits_and_who_leaves(any_street: Street) -> None:
    street = any_street
    team = await announced(street, door=TELEGRAM)
    other = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    neighbour = await street.arrives("Chen", TELEGRAM, "en")
    await opens_list(team)
    await other.says("/lists")
    await other.presses("📋 社区秋日会")
    await team.says("1. 王芳\n2. 李明 +1")
    await other.says("1. 王芳\n2. 李明 +1\n3. 古丽")
    pressed = [one for one in await other.screen() if any("Book them" in label for label in one.labels)][-1]
    address = next(data for row in pressed.buttons for label, data in row if "Book them" in label)
    await asyncio.gather(team.presses("✓ 登记"), other.presses("Book them"))
    assert sorted(await on_behalf(street)) == sorted(
        [(WANG, "coming", 0, 0), ("李明", "coming", 1, 0), ("古丽", "coming", 0, 0)]
    )
    # Somebody else's list, a neighbour without a role, what is not here, and another event's list.
    await team.taps((await team.last()).id, address)
    assert "忘掉了" in (await team.toasts())[-1]
    await neighbour.says("/lists")
    await neighbour.hears_nothing_of("A group list of what?")
    await other.says("/lists")
    await other.presses("📋 社区秋日会")
    await other.says("1. 王芳\nhttp://nestbox.test/#event-X-999")
    await other.hears("its link leads elsewhere")
    await other.says("see you on Saturday")
    await other.hears("I found no numbered names")
    await other.says("1. \n2. ")
    await other.hears("all numbers are empty")
    await street.person_id(other)
    async with street.bot.database.write() as tx:
        for number in range(rules.MOST_PASTES):
            await store.add(
                tx, street.place.id, await street.person_id(other), "event", 1, str(number), street.now_ms()
            )
    await other.says("1. 王芳")
    await other.hears("lists within a day")
    # Another door of hers has her lists, and whoever leaves leaves her neighbours their seats.
    there = await street.arrives("Zhou K.", TELEGRAM, "en")
    await carries_on(other, there)
    assert await count(street, "SELECT count(DISTINCT person_id) FROM sign_up_pastes") == 2
    await leaves_for_good(there)
    assert await count(street, "SELECT count(DISTINCT person_id) FROM sign_up_pastes") == 1
    assert len(await on_behalf(street)) == 3
    # What is forgotten cannot be pressed, and its number is nobody else's.
    await street.later(hours=25)
    assert await count(street, "SELECT count(*) FROM sign_up_pastes WHERE words <> ''") == 0


async def test_a_task_has_such_a_list_too_and_nobody_is_asked_one_by_one(street: Street) -> None:
    team, _ = await fair_with_task(street)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE tasks SET needed = 3")
    await team.says("/lists")
    await team.presses("📋 Put up the tables")
    await team.hears("📋 Put up the tables", "One neighbour has signed up", "🕖 Sat", "2 more places", "1. \n2.")
    await team.says("1. 老张\n2. 小赵 +1\n3. Third")
    await team.hears("New: 3", "“小赵 +1”")
    await team.presses("Book them")
    await team.hears("2 neighbours of the list are booked", "No room", "Third")
    await team.presses("👀 See it")
    await team.hears("3 of 3")
    await street.later(days=6)
    asked = await team.hears("Was “Put up the tables” done?", "group list")
    assert len([one for one in await team.screen() if "Was “Put up" in one.words]) == 1
    assert asked.labels[0].startswith("✓ All were there")
    await team.presses("All were there")
    await team.hears("2 neighbours of the list")
    assert await count(street, "SELECT count(*) FROM task_claims WHERE state = 'done' AND by_list = 1") == 2
    await street.later(days=31)
    assert await count(street, "SELECT count(*) FROM task_claims WHERE for_name IN ('老张', '小赵')") == 0


async def test_who_left_the_team_is_not_told_and_several_seats_are_one_message(street: Street) -> None:
    team = await announced(street, many="1", door=TELEGRAM)
    await opens_list(team)
    await team.says("1. 王芳\n2. 李明\n3. 古丽")
    card = await team.hears("新增：3")
    address = next(data for row in card.buttons for label, data in row if "登记（3" in label)
    await team.presses("✓ 登记")
    # Her number is somebody else's by now (SQLite): what is booked again is taken back, and nobody else.
    async with street.bot.database.write() as tx:
        noted = await tx.one(int, "SELECT max(id) FROM event_on_behalf") or 0
        assert await events.on_behalf.drop(tx, 1, noted)
    await street.later(minutes=1)
    async with street.bot.database.write() as tx:
        waits = Answer.WAITING
        assert await events.on_behalf.add(tx, 1, "阿依", waits, 0, 0, 1, street.now_ms()) == noted
    await street.later(minutes=1)
    await team.taps(card.id, address)
    await team.presses("撤回")
    assert [one[0] for one in await on_behalf(street)] == ["阿依"]
    # Nobody was given a seat for the moment before she was taken off.
    await team.hears("接龙里的 阿依 可以来参加")
    await team.hears_nothing_of("接龙里的 李明")
    await team.presses("再看这份接龙")
    await team.presses("✓ 登记")
    other = await street.arrives("Zhou", WEB, "zh", Role.VOLUNTEER)
    await other.says("/events")
    await other.presses("社区秋日会")
    await other.presses("管理活动")
    await other.presses("✏ 修改")
    await other.presses("⋯ 更多")
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM roles WHERE person_id = ?", await street.person_id(team))
    await other.presses("人数")
    await other.says("9")
    await other.hears("接龙里的 3 位可以来参加", "王芳", "古丽")
    await team.hears_nothing_of("接龙里的 3 位")
    async with street.bot.database.read() as tx:
        question = "EXPLAIN QUERY PLAN SELECT count(*) FROM event_on_behalf n WHERE n.event_id = 1"
        plan = await tx.all(lambda *row: str(row[3]), question)
    assert all("SEARCH" in one for one in plan)


async def test_a_whole_list_is_handed_over_in_one_message(street: Street) -> None:
    team, _ = await fair_with_task(street)
    lead = await street.arrives("Nur", WEB, "en", Role.LEAD)
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE tasks SET needed = 9")
    await team.says("/lists")
    await team.presses("📋 Put up the tables")
    await team.says("\n".join(f"{number}. 邻居{number}号" for number in range(1, 8)))
    await team.presses("Book them")
    await leaves_for_good(team)
    await street.settle()
    await lead.hears("The group list of “Put up the tables” is yours now")
    heard = [one for one in await lead.screen() if not one.mine and "Put up the tables" in one.words]
    assert len(heard) == 1
