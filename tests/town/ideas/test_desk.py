"""Looking after ideas: the desk, merging, hiding, whose space decides, and a life on record."""

import re
from datetime import timedelta

import pytest

from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.i18n.texts import render_plain
from bot.identity import places
from bot.identity.people import find_speaker
from bot.identity.roles import Role
from handlers.digests.source import Answer
from handlers.ideas import digest
from handlers.ideas.life import decisions
from handlers.ideas.store import ideas
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.ideas.test_ideas import DOORS, photo, suggests


async def team_of(street: Street, door: str = "web") -> Neighbour:
    return await street.arrives("Volunteer", door, role=Role.VOLUNTEER)


async def publishes(volunteer: Neighbour) -> None:
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")


async def moves(volunteer: Neighbour, number: int, status: str, reason: str = "") -> None:
    """From the card, through "more" when the step is not among the first."""
    await volunteer.says(f"/{number}")
    await volunteer.presses("处理这条")
    await volunteer.presses("更新进展")
    if not any(status in label for label in (await volunteer.last()).labels):
        await volunteer.presses("更多")
    await volunteer.presses(status)
    if reason:
        await volunteer.says(reason)
    else:
        await volunteer.presses("不写了，继续")


async def supports(one: Neighbour, number: int) -> None:
    await one.says(f"/{number}")
    await one.presses("支持")


@pytest.mark.parametrize("door", DOORS)
async def test_the_desk_publishes_one_after_the_other(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door)
    volunteer = await team_of(street, door)
    await volunteer.says("/desk")
    await volunteer.hears("没有等着处理的建议")
    await suggests(aygul, "门口放长椅")
    await suggests(aygul, "多种花")
    await volunteer.says("/desk")
    await volunteer.hears("等着处理：2 条", "门口放长椅")
    await volunteer.presses("公开到列表")
    await volunteer.hears("等着处理：1 条", "多种花")
    await aygul.hears("1 号“门口放长椅”", "公开讨论")


async def test_residents_have_no_desk(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    await suggests(aygul, "门口放长椅")
    await aygul.says("/desk")
    last = await aygul.last()
    for address in (
        "ideas.publish:1",
        "ideas.hide:1",
        "ideas.merge:1",
        "ideas.step:1:agreed",
        "ideas.answer_with:1:yes",
    ):
        await aygul.taps(last.id, address)
    async with street.bot.database.read() as tx:
        assert await tx.one(str, "SELECT status FROM ideas WHERE id = 1") == "new"


async def test_what_waits_longer_than_a_week_is_counted_and_put_off_stands_last(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await suggests(aygul, "门口放长椅")
    await street.later(days=8)
    await suggests(aygul, "多种花")
    volunteer = await team_of(street)
    await volunteer.says("/desk")
    await volunteer.hears("等着处理：2 条，超过一周：1 条", "门口放长椅")
    await volunteer.presses("更多")
    await volunteer.presses("更多")
    await volunteer.presses("以后再说，看下一条")
    await volunteer.hears("等着处理：2 条", "多种花")


@pytest.mark.parametrize("door", DOORS)
async def test_the_author_is_asked_and_the_answer_comes_back(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door)
    volunteer = await team_of(street, door)
    await suggests(aygul, "门口放长椅")
    await volunteer.says("/desk")
    await volunteer.presses("问提出的人")
    await volunteer.says("要几个人坐的？")
    await aygul.hears("1 号建议", "要几个人坐的？")
    asked = await aygul.last()
    await aygul.presses("回答")
    await aygul.says("三个人就够了")
    await volunteer.hears("提出人回答", "三个人就够了")
    await volunteer.presses("处理这条")
    await volunteer.hears("门口放长椅")
    await volunteer.says("/1")
    await volunteer.presses("更多")
    await volunteer.hears("要几个人坐的？", "三个人就够了")
    await aygul.taps(asked.id, "ideas.answer_team:1")
    if door == "telegram":
        assert "已经回答过" in (await aygul.toasts())[-1]


async def test_hiding_needs_a_reason_that_the_author_reads_and_can_be_undone(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    volunteer = await team_of(street)
    await suggests(aygul, "门口放长椅")
    await volunteer.says("/desk")
    await volunteer.presses("更多")
    await volunteer.presses("隐藏")
    await volunteer.says("和别人的电话号码有关")
    await aygul.hears("已隐藏", "和别人的电话号码有关")
    bahar = await street.arrives("Bahar")
    await bahar.says("/1")
    await bahar.hears("现在不在列表里")
    await volunteer.presses("撤回")
    await volunteer.hears("已撤销", "新收到")
    await aygul.hears("有一步撤销了")


@pytest.mark.parametrize("door", DOORS)
async def test_merging_keeps_every_voice_once_and_can_be_undone(any_street: Street, door: str) -> None:
    street = any_street
    aygul, bahar = await street.arrives("Aygul", door), await street.arrives("Bahar", door)
    cemile = await street.arrives("Cemile", door)
    volunteer = await team_of(street, door)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await suggests(bahar, "多种花")
    await publishes(volunteer)
    await supports(cemile, 1)
    await supports(cemile, 2)
    await volunteer.says("/2")
    await volunteer.presses("处理这条")
    await volunteer.presses("更多")
    await volunteer.presses("和另一条合并")
    await volunteer.says("随便")
    await volunteer.hears("请输入另一条建议的号码")
    await volunteer.says("77")
    await volunteer.hears("没有 77 号")
    await volunteer.says("2")
    await volunteer.hears("不能并入自己")
    await volunteer.says("1")
    await volunteer.hears("2 号已并入 1 号", "👍 2")  # Cemile once, and Bahar
    await bahar.hears("2 号", "合在一起")
    await cemile.says("/2")
    await cemile.hears("已并入 /1")
    await cemile.presses("看另一条")
    await cemile.hears("1 号", "👍 2")
    await volunteer.presses("撤回")
    await volunteer.hears("已撤销")
    await cemile.says("/2")
    await cemile.hears("2 号", "👍 1")
    await cemile.says("/1")
    assert "👍 1" in (await cemile.last()).words


async def test_a_merged_idea_cannot_be_supported_or_merged_again(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    volunteer = await team_of(street, "telegram")
    for words in ("门口放长椅", "多种花"):
        await suggests(aygul, words)
        await publishes(volunteer)
    last = await volunteer.last()
    await volunteer.taps(last.id, "ideas.merge_into:2:1")
    await volunteer.taps(last.id, "ideas.merge_into:2:1")
    assert "已合并" in (await volunteer.toasts())[-1]
    await volunteer.taps(last.id, "ideas.toggle_support:2:one:0")
    assert "不能支持" in (await volunteer.toasts())[-1]


@pytest.mark.parametrize("door", DOORS)
async def test_only_the_shopkeeper_answers_for_the_shop(street: Street, door: str) -> None:
    aygul, bahar = await street.arrives("Aygul", door), await street.arrives("Bahar", door)
    volunteer = await team_of(street, door)
    keeper = await street.arrives("Keeper", door, role=Role.SHOPKEEPER)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await supports(bahar, 1)
    await volunteer.says("/1")
    await volunteer.presses("处理这条")
    await volunteer.presses("更新进展")
    await volunteer.hears("只有店主能答复")
    await keeper.says("/1")
    await keeper.presses("答复")
    await keeper.presses("同意，但是……")
    await keeper.says("不要挡住门")
    await keeper.hears("1 号", "有条件同意")
    for one in (aygul, bahar, volunteer):
        await one.hears("1 号“门口放长椅”", "有条件同意", "不要挡住门")
    await volunteer.says("/1")
    await volunteer.hears("有条件同意", "不要挡住门")
    await moves(volunteer, 1, "已排上计划")
    await bahar.hears("已排上计划")


async def test_a_trial_has_an_end_and_not_now_has_a_reason(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    volunteer = await team_of(street)
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    await suggests(aygul, "门口放长椅")
    await publishes(volunteer)
    await keeper.says("/1")
    await keeper.presses("答复")
    await keeper.presses("先试试，或先不做")
    await keeper.presses("🧪 先试试")
    await keeper.presses("试到12月23日")
    await keeper.says("先放一个月看看")
    await keeper.hears("先试到12月23日")
    await keeper.says("/1")
    await keeper.hears("试行到 12月23日")
    await aygul.hears("先试试", "先放一个月看看")


async def test_the_yard_is_the_teams_and_the_street_the_liaisons(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    volunteer = await team_of(street)
    liaison = await street.arrives("Liaison", role=Role.LIAISON)
    await suggests_in(aygul, "种一棵树", "院子")
    await publishes(volunteer)
    await moves(volunteer, 1, "✅ 同意")
    await aygul.hears("种一棵树", "✅ 同意")
    await suggests_in(aygul, "修路灯", "街道")
    await publishes(volunteer)
    await liaison.says("/2")
    await liaison.presses("答复")
    await liaison.presses("✅ 同意")
    await aygul.hears("修路灯", "✅ 同意")


async def test_a_corrected_spot_needs_the_answer_of_its_own_keeper(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    volunteer = await team_of(street)
    await suggests_in(aygul, "种一棵树", "院子")
    await publishes(volunteer)
    await moves(volunteer, 1, "✅ 同意")
    await volunteer.says("/1")
    await volunteer.presses("处理这条")
    await volunteer.presses("更多")
    await volunteer.presses("更多")
    await volunteer.presses("改正位置")
    await volunteer.presses("店里")
    await volunteer.hears("📍 店里")
    await volunteer.presses("更新进展")
    await volunteer.hears("这里还没有店主")
    assert not any("排上计划" in label for label in (await volunteer.last()).labels)


@pytest.mark.parametrize("door", DOORS)
async def test_done_is_told_with_its_after_photo(any_street: Street, door: str) -> None:
    street = any_street
    aygul, bahar = await street.arrives("Aygul", door), await street.arrives("Bahar", door)
    volunteer = await yard_idea_under_way(street, aygul, door)
    await supports(bahar, 1)
    await moves(volunteer, 1, "完成")
    await volunteer.hears("有现在的照片吗")
    await bahar.hears_nothing_of("🎉 完成")
    await volunteer.sends_photo(photo(5))
    for one in (aygul, bahar):
        assert (await one.hears("种一棵树", "🎉 完成")).kind == "photo"


async def test_done_without_a_photo_is_told_at_once_or_when_nobody_answers(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    volunteer = await yard_idea_under_way(street, aygul)
    await moves(volunteer, 1, "完成")
    await aygul.hears_nothing_of("🎉 完成")
    await street.later(minutes=20)
    await aygul.hears("🎉 完成")
    await volunteer.presses("没有照片，直接告诉大家")
    assert sum("🎉 完成" in one.words for one in await aygul.screen()) == 1


async def test_a_broken_after_photo_holds_no_news_back(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    volunteer = await yard_idea_under_way(street, aygul)
    await moves(volunteer, 1, "完成")
    await volunteer.sends_photo(b"MZ not a picture")
    await volunteer.hears("不带照片")
    await aygul.hears("🎉 完成")


async def test_a_wrong_step_is_undone_on_record_and_told(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    volunteer = await yard_idea_under_way(street, aygul, "telegram")
    old = await volunteer.last()
    await volunteer.presses("撤回")
    await volunteer.hears("已撤销", "已排上计划")
    await aygul.hears("有一步撤销了", "已排上计划")
    await volunteer.taps(old.id, "ideas.undo_step:4")
    assert "只能撤销最后一步" in (await volunteer.toasts())[-1]
    await volunteer.taps(old.id, "ideas.step:1:done")
    assert "不能走这一步" in (await volunteer.toasts())[-1]
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_steps WHERE idea_id = 1") == 5


async def test_the_digests_name_what_is_new_what_needs_an_answer_and_what_waits(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    volunteer = await team_of(street)
    before = street.clock.now()
    await aygul.sends_photo(photo())
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await publishes(volunteer)
    await suggests(aygul, "多种花")
    async with street.bot.database.write() as tx:
        place = await places.place(tx, street.place.id)
        notices = Notices(tx, street.clock.now(), place, street.bot.town, street.bot.links)
        part = await digest.for_shopkeeper(notices, before)
        assert (part.new, [one.label for one in part.decisions], len(part.photos)) == (1, ["1"], 1)
        later = Notices(tx, street.clock.now() + timedelta(days=8), place, street.bot.town, street.bot.links)
        team = await digest.for_volunteers(later, before)
        said = "\n".join(render_plain(line, "zh") for line in team.lines)
        assert re.search("超过一周（1 条）：.*/2", said)
        assert await ideas.people_concerned(tx, 1) == [await street.person_id(aygul)]


async def test_a_decision_from_the_digest_is_recorded_and_told(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    keeper = await street.arrives("Keeper", role=Role.SHOPKEEPER)
    await suggests(aygul, "门口放长椅")
    await publishes(await team_of(street))
    async with street.bot.database.write() as tx:
        speaker = await find_speaker(tx, keeper.door, keeper.user_id)
        assert speaker is not None
        place = await places.place(tx, street.place.id)
        notices = Notices(tx, street.clock.now(), place, street.bot.town, street.bot.links)
        context = Context(notices, speaker, None, None)  # type: ignore[arg-type]  # nothing comes in
        sentence = await decisions.decide(context, 1, Answer.LATER, "冬天太冷")
        assert "先不做" in render_plain(sentence, "zh")
    await street.settle()
    await aygul.hears("先不做", "冬天太冷")


async def suggests_in(one: Neighbour, words: str, spot: str) -> None:
    """A spot of the second screen."""
    await one.says("/suggest")
    await one.says(words)
    await one.presses("其他位置")
    await one.presses(spot)


async def yard_idea_under_way(street: Street, author: Neighbour, door: str = "web") -> Neighbour:
    volunteer = await team_of(street, door)
    await suggests_in(author, "种一棵树", "院子")
    await publishes(volunteer)
    for status in ("✅ 同意", "已排上计划", "正在做"):
        await moves(volunteer, 1, status)
    return volunteer
