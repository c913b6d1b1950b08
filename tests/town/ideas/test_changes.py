"""An author mends her words or her photo: freely for ten minutes, later with a note, and nobody reads it unseen."""

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.ideas.test_desk import team_of
from tests.town.ideas.test_ideas import DOORS, photo, published, suggests


async def begins_to_change(one: Neighbour, number: int) -> None:
    await one.says(f"/{number}")
    await one.presses("更多")
    await one.presses("更多")
    await one.presses("✎ 修改")


@pytest.mark.parametrize("door", DOORS)
async def test_within_ten_minutes_she_changes_words_and_photo_without_a_note(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door)
    await suggests(aygul, "门口放长衣")
    await begins_to_change(aygul, 1)
    await aygul.says("门口放长椅")
    await aygul.hears("1 号改好了")
    await begins_to_change(aygul, 1)
    await aygul.sends_photo(photo(3))
    await aygul.says("/1")
    shown = await aygul.hears("1 号", "门口放长椅")
    assert shown.kind == "photo"
    assert "改过" not in shown.words
    await begins_to_change(aygul, 1)
    await aygul.sends_photo(photo(5), "门口放两张长椅")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_media") == 1


async def test_later_the_record_says_how_it_was(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await suggests(aygul, "门口放长衣")
    await street.later(minutes=11)
    await begins_to_change(aygul, 1)
    await aygul.hears("原来的会留在记录里")
    await aygul.says("门口放长椅")
    await aygul.hears("原来的在记录里")
    volunteer = await team_of(street)
    await volunteer.says("/1")
    await volunteer.hears("门口放长椅", "✎ 提出的人", "改过")
    await volunteer.presses("更多")
    await volunteer.presses("📜 记录")
    await volunteer.hears("改了文字", "💬 门口放长衣")


@pytest.mark.parametrize("door", DOORS)
async def test_what_everybody_reads_changes_only_when_the_team_has_looked(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door)
    await published(street, aygul, "门口放长椅")
    bahar = await street.arrives("Bahar", door)
    await begins_to_change(aygul, 1)
    await aygul.sends_photo(photo(3), "买我的地毯")
    await aygul.hears("志愿者看过后才会换上")
    await bahar.says("/1")
    await bahar.hears("门口放长椅")
    await bahar.hears_nothing_of("地毯")
    volunteer = await team_of(street, door)
    await volunteer.says("/desk")
    shown = await volunteer.hears("门口放长椅", "提出的人想改成：“买我的地毯”")
    assert shown.kind == "photo"
    await volunteer.presses("保持原样")
    await aygul.hears("1 号保持原样")
    await bahar.says("/1")
    await bahar.hears_nothing_of("地毯")
    await begins_to_change(aygul, 1)
    await aygul.says("门口放一张带靠背的长椅")
    await volunteer.says("/desk")
    await volunteer.presses("采用修改")
    await aygul.hears("您对 1 号的修改已公开")
    await bahar.says("/1")
    await bahar.hears("带靠背")


async def test_nobody_changes_what_is_not_hers_or_has_an_answer(street: Street) -> None:
    aygul, forger = await street.arrives("Aygul", "telegram"), await street.arrives("Forger", "telegram")
    await published(street, aygul, "门口放长椅")
    await forger.taps((await forger.last()).id, "ideas.change:1")
    assert "只有提出的人能改" in (await forger.toasts())[-1]
    keeper = await street.arrives("Keeper", "telegram", role=Role.SHOPKEEPER)
    await keeper.taps((await keeper.last()).id, "ideas.answer_with:1:yes")
    await aygul.taps((await aygul.last()).id, "ideas.change:1")
    assert "已经有答复了" in (await aygul.toasts())[-1]


async def test_a_change_is_settled_once(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "门口放长椅")
    await begins_to_change(aygul, 1)
    await aygul.says("门口放短椅")
    volunteer = await team_of(street, "telegram")
    last = await volunteer.last()
    await volunteer.taps(last.id, "ideas.settle:1:1")
    await volunteer.taps(last.id, "ideas.settle:1:0")
    assert "已经处理过了" in (await volunteer.toasts())[-1]
    await aygul.says("/1")
    await aygul.hears("门口放短椅")


async def test_what_comes_after_a_pause_overwrites_nothing(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await suggests(aygul, "门口放长椅")
    await begins_to_change(aygul, 1)
    await street.later(minutes=16)
    await aygul.says("路灯坏了")
    await aygul.presses("一个新建议")
    await aygul.says("/1")
    await aygul.hears("1 号", "门口放长椅")
