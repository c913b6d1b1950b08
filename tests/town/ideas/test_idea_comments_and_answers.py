"""What becomes of an idea: comments, whose space, the answer as a gate, trials, the record, paper voices."""

from datetime import UTC, datetime

import pytest

from bot.identity.roles import Role
from handlers.ideas.store import ideas, pictures
from handlers.polls.store import tallies
from tests.neighbour import Neighbour, OnTelegram
from tests.street import Street
from tests.tools.crawl import Crawl
from tests.town.ideas.test_desk import moves, publishes, suggests_in, supports, team_of
from tests.town.ideas.test_ideas import DOORS, photo, suggests

TUESDAY_MORNING = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)  # 09:30 in Beijing
WEDNESDAY_MORNING = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
NEXT_TUESDAY = datetime(2026, 12, 1, 1, 30, tzinfo=UTC)
END_OF_TRIAL = datetime(2026, 12, 7, 1, 30, tzinfo=UTC)
A_WEEK_LATER = datetime(2026, 12, 14, 1, 31, tzinfo=UTC)


async def comments(one: Neighbour, number: int, *words: str) -> None:
    await opens_comments(one, number)
    for said in words:
        await one.says(said)
        if said is not words[-1]:
            await opens_comments(one, number)


async def opens_comments(one: Neighbour, number: int) -> None:
    await one.says(f"/{number}")
    await one.presses("更多")
    await one.presses("留言")


async def opens_record(one: Neighbour, number: int) -> None:
    await one.says(f"/{number}")
    await one.presses("更多")
    if "📜 记录" not in (await one.last()).labels:
        await one.presses("更多")
    await one.presses("📜 记录")


async def opens_tool(one: Neighbour, number: int, tool: str) -> None:
    """From the desk's tools, turning pages until it is there."""
    await one.says(f"/{number}")
    await one.presses("处理这条")
    for _ in range(4):
        if any(tool in label for label in (await one.last()).labels):
            break
        await one.presses("更多")
    await one.presses(tool)


async def draws(volunteer: Neighbour, number: int, space: str, reason: str = "") -> None:
    await opens_tool(volunteer, number, "谁的地方")
    for _ in range(3):
        if any(label == space for label in (await volunteer.last()).labels):
            break
        await volunteer.presses("更多")
    await volunteer.presses(space)
    if reason:
        await volunteer.says(reason)
    else:
        await volunteer.presses("不写理由，继续")


async def answers(keeper: Neighbour, number: int, how: str, reason: str = "") -> None:
    await keeper.says(f"/{number}")
    await keeper.presses("🗣 答复")
    if not any(how in label for label in (await keeper.last()).labels):
        await keeper.presses("⋯")
    await keeper.presses(how)
    if reason:
        await keeper.says(reason)


async def forges(one: Neighbour, *addresses: str) -> None:
    """Presses what no screen of hers has. The web chat knows its own buttons and refuses at once."""
    for address in addresses:
        if one.door == "telegram":
            await one.taps((await one.last()).id, address)
            continue
        with pytest.raises(AssertionError, match="old_button"):
            await one.taps((await one.last()).id, address)


# 1. Comments


@pytest.mark.parametrize("door", DOORS)
async def test_comments_come_in_fives_with_more(street: Street, door: str) -> None:
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    bahar = await street.arrives("Bahar", door)
    await comments(bahar, 1, *(f"第{n}条" for n in "甲乙丙丁戊己庚"))
    await opens_comments(bahar, 1)
    newest = await bahar.last()
    assert [word in newest.words for word in ("第甲条", "第乙条", "第丙条", "第庚条")] == [False, False, True, True]
    assert newest.words.index("第丙条") < newest.words.index("第庚条")
    await bahar.presses("再看五条？")
    older = await bahar.last()
    assert "第甲条" in older.words
    assert "第丙条" not in older.words
    await bahar.presses("返回")
    await bahar.hears("第庚条")


@pytest.mark.parametrize("door", DOORS)
async def test_a_comment_is_hidden_with_a_reason_its_author_reads_and_comes_back(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    bahar = await street.arrives("Bahar", door)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await comments(bahar, 1, "打这个电话 139", "好主意")
    await opens_comments(volunteer, 1)
    await volunteer.presses("隐藏或恢复留言")
    await volunteer.presses("🚫 打这个电话")
    await volunteer.says("里面有别人的电话")
    await volunteer.hears("留言已隐藏")
    await bahar.hears("隐藏了您的留言“打这个电话 139”", "理由：里面有别人的电话")
    await opens_comments(aygul, 1)
    assert "139" not in (await aygul.last()).words
    await opens_comments(volunteer, 1)
    assert "里面有别人的电话" in (await volunteer.last()).words
    await volunteer.presses("隐藏或恢复留言")
    await volunteer.presses("恢复：打这个电话")
    await volunteer.hears("留言已恢复")
    await bahar.hears("又能看到了")
    await opens_comments(aygul, 1)
    assert "139" in (await aygul.last()).words


async def test_only_the_team_hides_comments(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul", "telegram"), await team_of(street)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await comments(aygul, 1, "还要遮阳")
    await forges(aygul, "ideas.hide_comment:1", "ideas.bring_comment_back:1", "ideas.which_comment:1:0:0")
    await opens_comments(aygul, 1)
    assert not any("隐藏" in label for label in (await aygul.last()).labels)
    await forges(await team_of(street, "telegram"), "ideas.hide_comment:99")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM comment_hidings") == 0


@pytest.mark.parametrize("door", DOORS)
async def test_an_author_hears_of_all_new_comments_in_one_message_a_day(any_street: Street, door: str) -> None:
    street = any_street
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    bahar = await street.arrives("Bahar", door)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await street.tick()
    await comments(bahar, 1, "我捐一把", "我捐两把")
    await aygul.hears_nothing_of("我捐一把")
    await comments(aygul, 1, "谢谢")
    await street.until(TUESDAY_MORNING)
    news = await aygul.hears("您的建议有 2 条新留言", "我捐一把", "我捐两把")
    assert "谢谢" not in news.words
    await street.later(hours=3)
    await street.until(WEDNESDAY_MORNING)
    assert sum("新留言：" in one.words for one in await aygul.screen()) == 1
    await aygul.presses("1 号的留言")
    await aygul.hears("一位邻居：我捐两把")


@pytest.mark.parametrize("door", DOORS)
async def test_the_rhythm_of_comment_news_is_chosen_in_the_settings(street: Street, door: str) -> None:
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    bahar = await street.arrives("Bahar", door)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await street.tick()
    await aygul.says("/settings")
    await aygul.presses("收什么、什么时候收")
    await aygul.presses("留言和每周小结")
    await aygul.presses("新留言的通知")
    await aygul.hears("每天")
    await aygul.presses("不用通知")
    await aygul.hears("不通知")
    await comments(bahar, 1, "没人听到")
    await street.until(TUESDAY_MORNING)
    await aygul.hears_nothing_of("没人听到")
    await aygul.says("/commentnews")
    await aygul.presses("每周一次")
    street.clock.advance_a_little()
    await comments(bahar, 1, "第一周")
    await street.until(WEDNESDAY_MORNING)
    assert "没人听到" not in (await aygul.hears("1 条新留言", "第一周")).words
    await comments(bahar, 1, "第二周")
    await street.until(NEXT_TUESDAY)
    await aygul.hears_nothing_of("第二周")
    await street.later(days=1)
    await aygul.hears("第二周")


async def test_the_way_to_the_languages_is_written_in_all_of_them(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    await aygul.says("/settings")
    await aygul.presses("🌐 中文 · ئۇيغۇرچە…")
    await aygul.presses("🌐 中文 · ئۇيغۇرچە…")
    await aygul.presses("ئۇيغۇرچە")
    await aygul.hears("نېمە قىلماقچى")


# 2. Whose space


@pytest.mark.parametrize("door", DOORS)
async def test_an_idea_whose_space_is_not_sure_waits_until_that_is_settled(any_street: Street, door: str) -> None:
    street = any_street
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    await aygul.says("/suggest")
    await aygul.says("墙上画画")
    for label in ("其他位置", "其他位置", "别的地方／说不准"):
        if any(label in one for one in (await aygul.last()).labels):
            await aygul.presses(label)
    await publishes(volunteer)
    await volunteer.says("/1")
    await volunteer.presses("处理这条")
    await volunteer.presses("更新进展")
    await volunteer.hears("还不清楚这是谁的地方")
    for someone in (volunteer, keeper):
        await forges(someone, "ideas.answer_with:1:yes", "ideas.step:1:planned")
    await keeper.says("/1")
    assert "公开讨论" in (await keeper.last()).words
    await draws(volunteer, 1, "店里面", "墙在柜台后面")
    await volunteer.hears("1 号现在算：店里面", "由店主答复")
    await answers(keeper, 1, "✅ 同意")
    await aygul.hears("墙上画画", "✅ 同意")
    await opens_record(aygul, 1)
    await aygul.hears("说不准 → 店里面", "志愿者", "墙在柜台后面", "由店主答复")


@pytest.mark.parametrize("door", DOORS)
async def test_the_boundary_is_drawn_independently_of_the_spot(street: Street, door: str) -> None:
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    await suggests_in(aygul, "种一棵树", "院子")
    await publishes(volunteer)
    await moves(volunteer, 1, "✅ 同意")
    await draws(volunteer, 1, "店里面")
    await volunteer.says("/1")
    await volunteer.hears("📍 院子", "谁的地方：店里面")
    await volunteer.presses("处理这条")
    await volunteer.presses("更新进展")
    await volunteer.hears("只有店主能答复")
    await keeper.says("/digest")
    await keeper.hears("1 条等您决定", "种一棵树")
    await answers(keeper, 1, "同意，但是……", "别挡住窗")
    await volunteer.hears("有条件同意", "别挡住窗")
    await moves(volunteer, 1, "已排上计划")


@pytest.mark.parametrize("door", DOORS)
async def test_the_shopfront_needs_the_shopkeeper_and_the_liaison(any_street: Street, door: str) -> None:
    street = any_street
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    liaison = await street.arrives("Liaison", door, role=Role.LIAISON)
    await suggests(aygul, "门口放长椅", "店门口")
    await publishes(volunteer)
    await answers(keeper, 1, "✅ 同意")
    await keeper.hears("您的答复“✅ 同意”已记录", "还要等另一方")
    await aygul.hears_nothing_of("1 号“门口放长椅”：✅ 同意")
    await liaison.hears("1 号“门口放长椅”也需要您答复", "✅ 同意")
    await volunteer.says("/1")
    await volunteer.hears("公开讨论", "店主：✅ 同意")
    await keeper.says("/digest")
    await keeper.hears_nothing_of("1 条等您决定")
    await answers(liaison, 1, "同意，但是……", "人行道留一米五")
    for one in (aygul, keeper, volunteer):
        await one.hears("1 号“门口放长椅”", "有条件同意", "人行道留一米五")
    await opens_record(aygul, 1)
    await aygul.hears("店主", "联络员", "人行道留一米五", "由店主和联络员一起答复")


@pytest.mark.parametrize("door", DOORS)
async def test_of_two_answers_the_more_careful_counts_and_each_stands_with_who_gave_it(
    street: Street, door: str
) -> None:
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    liaison = await street.arrives("Liaison", door, role=Role.LIAISON)
    await suggests(aygul, "门口放长椅", "店门口")
    await publishes(volunteer)
    await answers(keeper, 1, "🧪 先试试")
    await keeper.presses("试到12月7日周一")
    await keeper.says("先用纸板试试")
    await answers(liaison, 1, "✅ 同意")
    await liaison.hears("先试到12月7日")
    await aygul.hears("门口放长椅", "🧪 先试试", "先用纸板试试")
    await opens_record(aygul, 1)
    record = await aygul.hears("✅ 同意 · 联络员", "🧪 先试试 · 店主\n💬 先用纸板试试", "双方的答复合在一起")
    assert record.words.count("先用纸板试试") == 1
    # At the end the shopkeeper decides: that it was tried has been done.
    await street.until(END_OF_TRIAL)
    await liaison.hears_nothing_of("试行期到了")
    await keeper.presses("✅ 保留")
    await aygul.hears("1 号“门口放长椅”：✅ 同意")


async def test_an_answer_can_be_taken_back_while_the_other_party_has_not_answered(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    keeper = await street.arrives("Keeper", "telegram", role=Role.SHOPKEEPER)
    liaison = await street.arrives("Liaison", role=Role.LIAISON)
    await suggests(aygul, "门口放长椅", "店门口")
    await publishes(volunteer)
    await answers(keeper, 1, "✅ 同意")
    receipt = await keeper.last()
    await keeper.presses("撤回")
    await keeper.hears("已收回")
    await keeper.taps(receipt.id, "ideas.take_answer_back:1")
    await answers(liaison, 1, "✅ 同意")
    await liaison.hears("还要等另一方")
    await aygul.says("/1")
    await aygul.hears("公开讨论")
    await answers(keeper, 1, "⏸ 先不做", "冬天太冷")
    await aygul.hears("先不做", "冬天太冷")
    await forges(liaison, "ideas.undo_step:2")
    await keeper.presses("撤回")
    await aygul.hears("有一步撤销了", "公开讨论")


# 3. The answer as a gate


async def wins_a_poll(street: Street, idea_id: int, voters: list[Neighbour], question: str) -> None:
    """Polls have stories of their own; here one is over, and everybody was for this idea."""
    async with street.bot.database.write() as tx:
        now = street.now_ms()
        poll_id = await tx.one(
            int,
            "INSERT INTO polls (place_id, made_by, state, question, kind, live, closes_at, made_at, opened_at,"
            " closed_at) VALUES (?, ?, 'closed', ?, 'single', 0, ?, ?, ?, ?) RETURNING id",
            *(street.place.id, await street.person_id(voters[0]), question, now, now, now, now),
        )
        option_id = await tx.one(
            int,
            "INSERT INTO poll_options (poll_id, position, words, idea_id) VALUES (?, 0, '', ?) RETURNING id",
            *(poll_id, idea_id),
        )
        for one in voters:
            await tx.run(
                "INSERT INTO poll_asked (poll_id, person_id) VALUES (?, ?)", poll_id, await street.person_id(one)
            )
            await tx.run(
                "INSERT INTO poll_votes (poll_id, person_id, slot, option_id, voted_at) VALUES (?, ?, 0, ?, ?)",
                *(poll_id, await street.person_id(one), option_id, now),
            )
        await tallies.recount(tx, poll_id or 0)


@pytest.mark.parametrize("door", DOORS)
async def test_votes_inform_and_never_override_the_shopkeeper(any_street: Street, door: str) -> None:
    street = any_street
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    await suggests(aygul, "墙上画画")
    await publishes(volunteer)
    await wins_a_poll(street, 1, [aygul, volunteer], "先做哪个？")
    await volunteer.says("/1")
    await volunteer.hears("公开讨论", "投票“先做哪个？”：2 人投票，2 票给这条")
    await forges(volunteer, "ideas.step:1:planned", "ideas.hear_reason:1:planned", "ideas.step_plainly:1:planned")
    await forges(volunteer, "ideas.step_plainly:1:agreed", "ideas.answer_with:1:yes", "ideas.try_plainly:1:740000")
    async with street.bot.database.read() as tx:
        assert await tx.one(str, "SELECT status FROM ideas WHERE id = 1") == "open"
    await answers(keeper, 1, "⏸ 先不做", "墙要先修")
    await aygul.hears("墙上画画", "先不做", "墙要先修")
    await opens_record(aygul, 1)
    await aygul.hears("2 票给这条", "投票供参考", "店主", "墙要先修")


async def on_trial(street: Street, door: str) -> tuple[Neighbour, Neighbour, Neighbour]:
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    await suggests(aygul, "墙上画画")
    await publishes(volunteer)
    await answers(keeper, 1, "🧪 先试试")
    await keeper.presses("试到12月7日周一")
    await keeper.presses("不写理由，继续")
    await keeper.hears("先试到12月7日")
    await aygul.hears("墙上画画", "🧪 先试试")
    return aygul, volunteer, keeper


@pytest.mark.parametrize("door", DOORS)
async def test_when_a_trial_is_over_the_shopkeeper_is_asked_to_keep_change_or_undo(street: Street, door: str) -> None:
    aygul, volunteer, keeper = await on_trial(street, door)
    await forges(volunteer, "ideas.step_plainly:1:planned")
    await keeper.hears_nothing_of("试行期到了")
    await street.until(END_OF_TRIAL)
    asked = await keeper.hears("1 号“墙上画画”试行期到了", "一周没有答复就恢复原样")
    assert asked.labels[:3] == ["✅ 保留", "☑ 改一改……", "↩ 恢复原样"]
    await keeper.says("/digest")
    asked = await keeper.hears("1 条等您决定", "试行到期：墙上画画")
    assert asked.labels[:4] == ["1 保留", "1 改一改", "1 再试", "1 恢复"]
    await keeper.presses("✅ 保留")
    await aygul.hears("1 号“墙上画画”：✅ 同意")
    await moves(volunteer, 1, "已排上计划")
    await street.until(A_WEEK_LATER)
    await aygul.hears_nothing_of("恢复原样")


@pytest.mark.parametrize("door", DOORS)
async def test_a_trial_nobody_answers_for_is_undone_after_a_week_and_everybody_hears(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul, volunteer, keeper = await on_trial(street, door)
    bahar = await street.arrives("Bahar", door)
    await supports(bahar, 1)
    await street.until(END_OF_TRIAL)
    await street.later(days=6)
    await aygul.hears_nothing_of("恢复原样")
    await street.until(A_WEEK_LATER)
    for one in (aygul, bahar, volunteer, keeper):
        await one.hears("1 号“墙上画画”试行期过了一周", "恢复原样", "先不做")
    await opens_record(bahar, 1)
    await bahar.hears("先不做", "到期没有人答复")
    # The shopkeeper was away: the clock's step can be undone, and is not done again the next minute.
    await opens_record(keeper, 1)
    await keeper.presses("撤销几步")
    await keeper.presses("先试试（12月14日周一）")
    await keeper.says("我出门了")
    await bahar.hears("回到：🧪 先试试", "我出门了")
    await street.later(hours=1)
    await bahar.says("/1")
    await bahar.hears("🧪 先试试")
    assert sum("试行期到了" in one.words for one in await keeper.screen()) == 2


async def test_a_trial_may_end_on_any_day_that_is_typed(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    await suggests(aygul, "墙上画画")
    await publishes(volunteer)
    await answers(keeper, 1, "🧪 先试试")
    for words in ("随便", "2020-01-01", "2099年1月1日"):
        await keeper.says(words)
        await keeper.hears("这个日期我没看懂")
    await keeper.says("12月24日")
    await keeper.says("先用粉笔画")
    await keeper.hears("先试到12月24日")
    await answers(keeper, 1, "🧪 再试一段时间")
    await keeper.says("1月5日")
    await keeper.presses("不写理由，继续")
    await keeper.says("/1")
    await keeper.hears("试行到 1月5日")
    await answers(keeper, 1, "↩ 恢复原样", "粉笔掉了")
    await aygul.hears("先不做", "粉笔掉了")


# 4. Merge, unmerge and undo


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.server
async def test_a_merge_keeps_authors_supporters_photos_and_comments_and_so_does_its_undoing(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul, bahar = await street.arrives("Aygul", door), await street.arrives("Bahar", door)
    cemile, volunteer = await street.arrives("Cemile", door), await team_of(street, door)
    for one, seed, words in ((aygul, 1, "门口放长椅"), (bahar, 2, "多种花")):
        await one.says("/suggest")
        await one.sends_photo(photo(seed), words)
        await one.presses("店里")
        await publishes(volunteer)
    await supports(cemile, 2)
    await comments(cemile, 2, "我有花盆")
    await opens_tool(volunteer, 2, "和另一条合并")
    await volunteer.says("1")
    await volunteer.hears("2 号已并入 1 号", "👍 2")
    async with street.bot.database.read() as tx:
        assert len(await pictures.ready_photos(tx, 1)) == 2
    await volunteer.says("/1")
    assert " · " in (await volunteer.hears("✍")).words.partition("✍")[2]  # both authors
    await bahar.says("/1")
    assert not any("支持（" in label for label in (await bahar.last()).labels)  # her own idea is part of it
    await opens_comments(bahar, 1)
    await bahar.hears("我有花盆")
    await opens_record(bahar, 1)
    await bahar.hears("/2 并入")
    await volunteer.says("/2")
    await volunteer.presses("处理这条")
    await volunteer.presses("恢复")
    await bahar.hears("有一步撤销了", "2 号")
    async with street.bot.database.read() as tx:
        assert len(await pictures.ready_photos(tx, 1)) == 1
        assert await ideas.supporters(tx, 1) == []
        assert await ideas.supporters(tx, 2) == [await street.person_id(cemile)]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.server
async def test_several_steps_are_taken_back_at_once_each_on_record_and_told_once(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul, bahar = await street.arrives("Aygul", door), await street.arrives("Bahar", door)
    volunteer = await team_of(street, door)
    await suggests_in(aygul, "种一棵树", "院子")
    await publishes(volunteer)
    await supports(bahar, 1)
    for status in ("✅ 同意", "已排上计划", "正在做"):
        await moves(volunteer, 1, status)
    await opens_record(bahar, 1)
    assert not any("撤销" in label for label in (await bahar.last()).labels)
    await opens_record(volunteer, 1)
    await volunteer.presses("撤销几步")
    await volunteer.presses("更多")
    await volunteer.presses("公开讨论（11月23日周一）")
    await volunteer.hears("撤销 3 步", "公开讨论")
    await volunteer.says("树苗没有了")
    await volunteer.hears("已撤销", "公开讨论")
    for one in (aygul, bahar):
        await one.hears("种一棵树", "回到：🟢 公开讨论", "树苗没有了")
        assert sum("树苗没有了" in shown.words for shown in await one.screen()) == 1
    await opens_record(bahar, 1)
    record = await bahar.last()
    assert record.words.count("↩ 退回到") == 3
    await bahar.presses("更早的五条？")
    await bahar.hears("提出")
    await moves(volunteer, 1, "✅ 同意")
    await aygul.hears("1 号“种一棵树”：✅ 同意")


async def test_nobody_undoes_the_answer_of_somebody_elses_space(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street, "telegram")
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    await suggests(aygul, "墙上画画")
    await publishes(volunteer)
    await answers(keeper, 1, "⏸ 先不做", "墙要先修")
    last = await volunteer.last()
    for address in ("ideas.undo_step:2", "ideas.undo_to:1:1", "ideas.undo_plainly:1:1", "ideas.undo_plainly:1:2"):
        await volunteer.taps(last.id, address)
        assert "店主" in (await volunteer.toasts())[-1]
    await volunteer.taps(last.id, "ideas.how_far_back:1:0")
    assert "没有您能撤销" in (await volunteer.toasts())[-1]


# 6. Neighbours without a phone


@pytest.mark.parametrize("door", DOORS)
async def test_a_volunteer_writes_an_idea_down_for_somebody_without_a_phone(any_street: Street, door: str) -> None:
    street = any_street
    volunteer, bahar = await team_of(street, door), await street.arrives("Bahar", door)
    await volunteer.says("/suggest")
    await volunteer.presses("替没有手机的邻居提")
    await volunteer.says("古丽奶奶")
    await volunteer.hears("古丽奶奶亲口同意")
    await volunteer.presses("同意记下来、让大家看到")
    await volunteer.says("台阶太高了")
    await volunteer.presses("店里")
    await volunteer.hears("已保存", "台阶太高了", "替古丽奶奶提的")
    await publishes(volunteer)
    await volunteer.says("/1")
    await volunteer.hears("替古丽奶奶提的")
    await bahar.says("/1")
    await bahar.hears("志愿者替一位邻居记下的")
    await bahar.hears_nothing_of("古丽奶奶")
    await opens_record(bahar, 1)
    await bahar.hears("替一位邻居记下")
    await bahar.hears_nothing_of("古丽奶奶")
    lead = await street.arrives("Lead", door, role=Role.LEAD)
    await draws(lead, 1, "公共院子")
    await moves(lead, 1, "✅ 同意")
    await volunteer.hears("台阶太高了", "✅ 同意", "替古丽奶奶记下的，请转告一声")


@pytest.mark.parametrize("door", DOORS)
async def test_without_spoken_consent_nothing_is_written_down(street: Street, door: str) -> None:
    volunteer = await team_of(street, door)
    await volunteer.says("/behalf")
    await volunteer.presses("一位邻居")
    await volunteer.says("台阶太高了")  # not yet: she was not asked
    await volunteer.presses("✖ 没有同意") if any(
        "没有同意" in label for label in (await volunteer.last()).labels
    ) else await volunteer.presses("没事，不发了")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM ideas WHERE number IS NOT NULL") == 0
    await volunteer.says("/suggest")
    await volunteer.says("多种花")
    await volunteer.presses("店里")
    assert "替" not in (await volunteer.hears("已保存", "多种花")).words


@pytest.mark.parametrize("door", DOORS)
async def test_voices_on_paper_are_counted_apart_and_can_be_crossed_out(any_street: Street, door: str) -> None:
    street = any_street
    aygul, volunteer = await street.arrives("Aygul", door), await team_of(street, door)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await opens_tool(volunteer, 1, "纸上的支持")
    for _ in range(3):
        await volunteer.presses("再记一位")
    await volunteer.hears("有 3 位没有手机的邻居支持", "3 位是您记下的")
    await volunteer.presses("划掉我记的最后一位")
    await aygul.says("/1")
    await aygul.hears("👍 0", "纸上的支持：2")
    await forges(aygul, "ideas.note_voices:1:3")
    await aygul.says("/1")
    await aygul.hears("纸上的支持：2")


async def test_a_volunteer_crosses_out_only_the_voices_she_noted(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    other = await team_of(street, "telegram")
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await opens_tool(volunteer, 1, "纸上的支持")
    await volunteer.presses("再记一位")
    for forged in ("ideas.note_voices:1:0", "ideas.note_voices:1:-1", "ideas.note_voices:1:99"):
        await other.taps((await other.last()).id, forged)
    await aygul.says("/1")
    await aygul.hears("纸上的支持：1")


async def test_a_voice_for_a_neighbour_joins_what_somebody_said_before(street: Street) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    await suggests(aygul, "门口放一张长椅")
    await publishes(volunteer)
    await volunteer.says("/behalf")
    await volunteer.presses("一位邻居")
    await volunteer.presses("同意记下来、让大家看到")
    await volunteer.says("希望在店门口加一把长椅")
    await volunteer.presses("店里")
    await volunteer.presses("支持 1 号")
    await aygul.says("/1")
    await aygul.hears("👍 0", "纸上的支持：1")


# In the other languages


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("language", "more", "record", "inside", "who"),
    [
        ("ug", "تېخىمۇ كۆپ", "خاتىرە", "دۇكان ئىچى", "دۇكاندار جاۋاب بېرىدۇ"),
        ("en", "More", "The record", "Inside the shop", "the shopkeeper answers"),
    ],
)
async def test_the_record_reads_in_every_language(
    street: Street, door: str, language: str, more: str, record: str, inside: str, who: str
) -> None:
    bahar = await street.arrives("Bahar", door, language)
    await bahar.says("/suggest")
    await bahar.says("墙上画画")
    await bahar.presses(inside)
    await bahar.says("/1")
    await bahar.presses(more)
    if record not in " ".join((await bahar.last()).labels):
        await bahar.presses(more)
    await bahar.presses(record)
    await bahar.hears(who)


@pytest.mark.parametrize("role", list(Role))
async def test_no_button_about_a_furnished_idea_leads_nowhere(street: Street, role: Role) -> None:
    aygul, volunteer = await street.arrives("Aygul"), await team_of(street)
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    await suggests(aygul, "墙上画画")
    await suggests(aygul, "门口放长椅", "店门口")
    await publishes(volunteer)
    await publishes(volunteer)
    await comments(aygul, 1, *(f"第{n}条" for n in "甲乙丙丁戊己庚"))
    await answers(keeper, 1, "🧪 先试试")
    await keeper.presses("试到12月7日周一")
    await keeper.presses("不写理由，继续")
    await draws(volunteer, 2, "店里面", "量过了")
    walker = await street.arrives("Walker", "telegram", "ug", role)
    assert isinstance(walker, OnTelegram)
    crawl = Crawl(walker, "ug")
    await crawl.run("/1", "/2", "/commentnews", "/settings")
    assert not crawl.complaints, "\n".join(dict.fromkeys(crawl.complaints))
    assert {"ideas.record", "ideas.older_comments", "ideas.choose_rhythm"} <= crawl.pressed.keys()
