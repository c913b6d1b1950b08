"""Suggesting, the board, and what becomes of an idea, as people on the street live it."""

from io import BytesIO

import pytest

from bot.dialogue.notices import Notices
from bot.identity import places
from bot.identity.roles import Role
from handlers.ideas import FEATURE
from tests.neighbour import Neighbour
from tests.pictures import photograph, wall
from tests.street import Street

DOORS = ("web", "telegram")


def photo(seed: int = 7) -> bytes:
    file = BytesIO()
    wall(320, 240, seed).save(file, "JPEG")
    return file.getvalue()


async def suggests(one: Neighbour, words: str, spot: str = "店里") -> None:
    await one.says("/suggest")
    await one.says(words)
    await one.presses(spot)


async def published(street: Street, one: Neighbour, words: str, spot: str = "店里") -> None:
    """An idea on the board; whoever needs the desk for it is made up on the spot."""
    await suggests(one, words, spot)
    volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")


@pytest.mark.parametrize("door", DOORS)
async def test_a_photo_alone_is_enough(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "ug")
    await aygul.sends_photo(photo())
    assert (await aygul.last()).labels[0] == "💡 يېڭى تەكلىپ"
    await aygul.presses("يېڭى تەكلىپ")
    await aygul.presses("دۇكان ئىچى")
    await aygul.hears("ساقلاندى ✓", "1-نومۇر")


@pytest.mark.parametrize("door", DOORS)
async def test_an_album_is_one_idea_and_late_photos_join_silently(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door)
    await aygul.sends_album([photo(1), photo(2), photo(3)], "墙上有洞")
    assert sum("已经帮您留好" in one.words for one in await aygul.screen()) == 1
    await aygul.presses("一个新建议")
    await aygul.presses("店门口")
    await aygul.hears("1 号", "墙上有洞")
    await aygul.says("/1")
    assert (await aygul.last()).kind == "photo"
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_media WHERE idea_id = 1") == 3


async def test_words_in_two_messages_both_belong_to_the_idea(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("甲" * 3000)
    await aygul.says("乙" * 2000)
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await aygul.hears("已保存")
    async with street.bot.database.read() as tx:
        words = await tx.one(str, "SELECT words FROM ideas WHERE number = 1")
    assert words is not None
    assert words.count("甲") == 3000
    assert words.count("乙") == 2000


async def test_words_sent_while_the_spot_is_asked_are_added(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.sends_photo(photo())
    await aygul.says("把洞口筑成鸟巢的形状")
    await aygul.presses("其他位置")
    await aygul.presses("院子")
    await aygul.hears("已保存", "鸟巢")


async def test_a_shared_location_is_a_place(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.says("这里需要一盏灯")
    await aygul.sends_location(43.82, 87.61)
    await aygul.hears("已保存", "1 号")
    await aygul.says("/1")
    await aygul.hears("43.82000, 87.61000")


async def test_a_location_alone_asks_for_more(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.sends_location(43.82, 87.61)
    await aygul.presses("一个新建议")
    await aygul.hears("发一张照片、几句话")
    await aygul.says("这里需要一盏灯")
    await aygul.hears("已保存")


async def test_a_voice_note_can_be_an_idea_and_be_heard_again(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.sends_voice(b"OggS" + bytes(400))
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await aygul.presses("看看")
    await aygul.presses("更多")
    await aygul.presses("听语音")
    assert (await aygul.last()).kind == "voice"


async def test_a_bare_question_goes_to_the_team(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
    aygul = await street.arrives("Aygul")
    await aygul.says("店几点关门？")
    await aygul.presses("想问团队一个问题")
    await aygul.hears("已经交给团队")
    await volunteer.hears("店几点关门？")


async def test_never_mind_sends_nothing(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    await aygul.says("随便说说")
    old = await aygul.last()
    await aygul.presses("没事，不发了")
    await aygul.hears("什么都没有发出去")
    await aygul.taps(old.id, "ideas.mean_it:1")
    assert "草稿已经不在了" in (await aygul.toasts())[-1]


async def test_a_draft_can_be_gone_on_with_or_dropped(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.says("门口放长椅")
    await aygul.says("/suggest")
    await aygul.hears("没写完的建议", "门口放长椅")
    await aygul.presses("接着写")
    await aygul.hears("在哪里？")
    await aygul.says("/suggest")
    await aygul.presses("不要了，重新开始")
    await aygul.says("多种花")
    await aygul.presses("店里")
    await aygul.hears("1 号", "多种花")


async def test_an_idea_can_be_taken_back_while_it_is_new(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await suggests(aygul, "门口放长椅")
    await aygul.presses("撤回")
    await aygul.hears("1 号已撤回")
    await aygul.says("/1")
    bahar = await street.arrives("Bahar")
    await bahar.says("/1")
    await bahar.hears("已被提出的人撤回")


async def test_a_published_idea_cannot_be_taken_back(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    await published(street, aygul, "门口放长椅")
    receipt = await aygul.hears("已保存")
    await aygul.taps(receipt.id, "ideas.take_back:1")
    assert "已经有人在处理" in (await aygul.toasts())[-1]


@pytest.mark.parametrize("door", DOORS)
async def test_twins_are_found_across_languages_and_get_the_voice(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "把洞口筑成鸟巢的形状")
    bahar = await street.arrives("Bahar", door, "ug")
    await bahar.says("/suggest")
    await bahar.says("تامدىكى تۆشۈكنى قۇش ئۇۋىسى شەكلىدە ياساش")
    await bahar.presses("دۇكان ئىچى")
    await bahar.hears("ئوخشايدۇ", "/1", "دۇكان ئىچى")
    await bahar.presses("1-نومۇرنى قوللايمەن")
    await bahar.hears("👍 1")
    await aygul.says("/1")
    await aygul.hears("👍 1")


async def test_the_same_picture_is_recognised_and_shown(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    await aygul.sends_photo(photo(3))
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    bahar = await street.arrives("Bahar")
    await bahar.sends_photo(photo(3))
    await bahar.presses("一个新建议")
    await bahar.presses("店门口")
    shown = await bahar.hears("差不多的建议", "店里")
    assert shown.kind == "photo"
    await bahar.presses("我的不一样")
    await bahar.hears("已保存", "2 号")


async def test_a_refused_picture_leaves_the_words(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.sends_photo(b"MZ this is a program", "墙上有洞")
    await aygul.hears("建议的其他内容都还在")
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await aygul.hears("已保存", "墙上有洞")


async def test_a_draft_whose_only_picture_is_refused_asks_again(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.sends_photo(b"MZ this is a program")
    await aygul.hears("还没有照片，也没有文字")
    await aygul.presses("一个新建议")
    await aygul.hears("发一张照片、几句话")
    await aygul.sends_photo(photo())
    await aygul.presses("店里")
    await aygul.hears("已保存")


async def test_a_newcomers_album_is_kept_until_she_agrees(street: Street) -> None:
    aygul = await street.neighbour("Aygul", "telegram")
    await aygul.sends_album([photo(1), photo(2)], "墙上有洞")
    await aygul.presses("中文")
    await aygul.presses("我同意")
    await aygul.presses("一个新建议")
    await aygul.presses("店里")
    await aygul.hears("已保存", "墙上有洞")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_media WHERE idea_id = 1") == 2


async def test_an_idea_whose_only_picture_is_refused_after_saving_asks_for_another(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.sends_photo(photo(1))
    await aygul.presses("店里")
    async with street.bot.database.write() as tx:
        place = await places.place(tx, street.place.id)
        notices = Notices(tx, street.clock.now(), place, street.bot.town, street.bot.links)
        assert FEATURE.picture_refused
        await FEATURE.picture_refused(notices, 1, "too_many_pixels")
        await FEATURE.picture_refused(notices, 1, "too_many_pixels")  # the second time it is nobody's any more
    await street.settle()
    await aygul.hears("还没有照片，也没有文字")
    await aygul.presses("再发一次")
    await aygul.says("墙上有洞")
    await aygul.hears("已补充到 1 号")
    await aygul.says("/1")
    await aygul.hears("墙上有洞")


async def test_the_eleventh_photo_is_kindly_refused(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    for seed in range(11):
        await aygul.sends_photo(photo(seed))
    await street.later(seconds=15)
    await aygul.hears("10 张照片就够了")
    await aygul.presses("店里")
    await aygul.hears("已保存")


async def test_the_twenty_first_idea_of_a_day_waits_for_tomorrow(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    for number in range(20):
        await suggests(aygul, f"建议{number}")
    await aygul.says("/suggest")
    await aygul.hears("其余的请明天再发")
    await street.later(hours=25)
    await aygul.says("/suggest")
    assert "发一张照片" in (await aygul.last()).words


async def test_somebody_elses_draft_cannot_be_touched(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await aygul.says("/suggest")
    await aygul.says("门口放长椅")
    forger = await street.arrives("Forger", "telegram")
    home = await forger.last()
    for address in ("ideas.at_spot:1:1", "ideas.mean_it:1", "ideas.never_mind:1", "ideas.complete:1"):
        await forger.taps(home.id, address)
    assert all("草稿已经不在了" in toast for toast in await forger.toasts())
    await aygul.presses("店里")
    await aygul.hears("已保存")


async def test_an_old_spot_button_after_saving_says_so(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    await aygul.says("/suggest")
    await aygul.says("门口放长椅")
    screen = await aygul.last()
    await aygul.presses("店里")
    await aygul.taps(screen.id, "ideas.at_spot:1:2")
    assert "已经保存了：1 号" in (await aygul.toasts())[-1]
    await aygul.taps(screen.id, "ideas.at_spot:99:2")
    assert "草稿已经不在了" in (await aygul.toasts())[-1]


@pytest.mark.parametrize("door", DOORS)
async def test_the_board_shows_five_then_more_with_a_collage(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
    for words in ("门口放长椅", "修漏雨的屋顶", "晚上太黑", "种葡萄", "给孩子讲故事", "收旧电池", "换大招牌"):
        await suggests(volunteer, words)
    await volunteer.says("/desk")
    for _ in range(7):
        await volunteer.presses("公开到列表")
    await volunteer.hears("没有等着处理的建议")
    bahar = await street.arrives("Bahar", door)
    await bahar.says("/ideas")
    first = await bahar.hears("/7", "/3")
    assert "/2" not in first.words
    await bahar.presses("再看五条？")
    await bahar.hears("/2", "/1")
    assert "⬇ 再看五条？" not in (await bahar.last()).labels
    await bahar.presses("返回")
    await bahar.presses("一条一条看")
    await bahar.hears("7 号")
    await bahar.presses("支持（0）")
    await bahar.hears("7 号", "👍 1")
    await bahar.presses("我支持（1）")
    await bahar.presses("下一条")
    await bahar.hears("6 号")
    for view in ("最新的", "支持最多的"):
        await bahar.says("/ideas")
        await bahar.presses("排序或筛选")
        await bahar.presses(view)
        await bahar.hears("大家的建议")


async def test_the_board_can_be_narrowed_to_mine_a_status_and_a_spot(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "门口放长椅")
    for steps in (["更多", "我提的"], ["更多", "按进展", "公开讨论"], ["更多", "更多", "按位置", "店里"]):
        await aygul.says("/ideas")
        await aygul.presses("排序或筛选")
        for label in steps:
            await aygul.presses(label)
        await aygul.hears("大家的建议", "门口放长椅")
    bahar = await street.arrives("Bahar", "telegram")
    last = await bahar.last()
    await bahar.taps(last.id, "ideas.show_view:s-done")
    await bahar.hears("还没有建议")
    await bahar.taps(last.id, "ideas.show_view:nonsense")
    assert (await bahar.toasts())[-1]


async def test_a_card_opens_by_number_word_and_link(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "门口放长椅")
    bahar = await street.arrives("Bahar")
    for words in ("/1", "1", "/start idea-1", f"/start idea-{street.place.code}-1"):
        await bahar.says(words)
        assert "门口放长椅" in (await bahar.last()).words
    for words in ("/9", "/start idea-9", "/start idea-x"):
        await bahar.says(words)
        assert "门口放长椅" not in (await bahar.last()).words
    await bahar.hears_nothing_of("Aygul")  # only the team sees who it was


async def test_a_card_can_be_followed_commented_and_passed_on(any_street: Street) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "门口放长椅")
    bahar = await street.arrives("Bahar")
    await bahar.says("/1")
    await bahar.presses("更多")
    await bahar.hears(f"/p/{street.place.code}/1")
    await bahar.presses("关注")
    await bahar.presses("不再关注")
    await bahar.presses("留言（0）")
    await bahar.says("我可以捐一把椅子")
    await bahar.hears("留言已保存")
    await aygul.says("/1")
    await aygul.presses("更多")
    await aygul.presses("留言（1）")
    await aygul.hears("一位邻居：我可以捐一把椅子")


async def test_nobody_supports_a_hidden_idea_her_own_or_one_not_published(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    bahar = await street.arrives("Bahar", "telegram")
    await suggests(aygul, "门口放长椅")
    home = await bahar.last()
    await bahar.taps(home.id, "ideas.toggle_support:1:one:0")
    await bahar.says("/1")
    await bahar.hears("现在不在列表里")
    volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    await aygul.taps((await aygul.last()).id, "ideas.toggle_support:1:one:0")
    assert "您自己的建议" in (await aygul.toasts())[-1]


async def test_a_picture_that_the_web_chat_has_forgotten_is_shown_again(any_street: Street) -> None:
    """Nobody has had it on a screen for days, so its file was swept away; the outbox still knew its old name."""
    aygul = await any_street.arrives("Aygul")
    await aygul.sends_photo(photo())
    await aygul.presses("一个新建议")
    await aygul.presses("店门口")
    await aygul.says("/1")
    assert (await aygul.last()).kind == "photo"
    while (await aygul.last()).kind == "photo":
        await aygul.presses("首页")
    await any_street.later(days=3)
    await any_street.bot.gateway.prune()
    await aygul.says("/1")
    shown = await aygul.last()
    assert shown.kind == "photo"
    assert await aygul.photo_of(shown)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.server
async def test_fifty_photos_one_by_one_bring_the_question_again_once(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door, "en")
    before = len(await aygul.screen())
    for number in range(50):
        await aygul.sends_photo(photograph(seed=number % 5, width=48, height=48))
    assert await _answers(aygul, before) == 1  # the first one is asked about at once
    await street.later(seconds=15)
    assert await _answers(aygul, before) == 2
    await aygul.hears("10 photos are enough", "Is it…")
    await street.later(minutes=1)
    assert await _answers(aygul, before) == 2


@pytest.mark.parametrize("door", DOORS)
async def test_what_she_does_meanwhile_takes_the_place_of_the_question(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    for number in range(3):
        await aygul.sends_photo(photograph(seed=number, width=48, height=48))
    await aygul.presses("A new idea")
    asked = len(await aygul.screen())
    await street.later(seconds=10)
    assert len(await aygul.screen()) == asked
    for number in range(2):
        await aygul.sends_photo(photograph(seed=number, width=48, height=48))
    await aygul.says("A bench")  # asked about at once
    assert "Where is it?" in (await aygul.last()).words
    asked = len(await aygul.screen())
    await street.later(seconds=10)
    assert len(await aygul.screen()) == asked


async def _answers(one: Neighbour, after: int) -> int:
    return len([shown for shown in (await one.screen())[after:] if not shown.mine])
