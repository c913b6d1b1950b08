"""A neighbour says that something should not be here: it stays, and the team looks at it first."""

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import Street
from tests.town.ideas.test_desk import team_of
from tests.town.ideas.test_ideas import DOORS, published, suggests
from tests.town.people.test_crowds import visits


async def flags(one: Neighbour, number: int) -> None:
    await one.says(f"/{number}")
    await one.presses("⋯ More")
    await one.presses("⋯ More")
    await one.presses("This should not be here")


@pytest.mark.parametrize("door", DOORS)
async def test_a_flag_tops_the_desk_holds_nothing_back_and_is_answered(any_street: Street, door: str) -> None:
    street = any_street
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "门口放长椅")
    await suggests(aygul, "种葡萄")
    bahar = await street.arrives("Bahar", door, "en")
    await flags(bahar, 1)
    await bahar.hears("The team looks at no. 1 first; until then it stays")
    await bahar.says("/1")
    await bahar.hears("门口放长椅")
    await aygul.says("/1")
    await aygul.hears_nothing_of("🚩")
    volunteer = await team_of(street, door)
    await volunteer.says("/desk")
    await volunteer.hears("门口放长椅", "🚩 有 1 位邻居说这条不该放在这里")
    await volunteer.presses("看过了，留着")
    await volunteer.hears("种葡萄")
    await bahar.hears("The team has looked at no. 1, which you flagged: it stays")
    await bahar.says("/1")
    await bahar.presses("⋯ More")
    await bahar.presses("⋯ More")
    assert not [label for label in (await bahar.last()).labels if "🚩" in label]  # once each


async def test_a_flag_is_taken_back_and_a_flagged_idea_can_be_hidden(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    await published(street, aygul, "门口放长椅")
    bahar = await street.arrives("Bahar", language="en")
    await flags(bahar, 1)
    await bahar.presses("Undo")
    volunteer = await team_of(street)
    await volunteer.says("/desk")
    await volunteer.hears("没有等着处理的建议")
    await flags(bahar, 1)
    await volunteer.says("/desk")
    await volunteer.presses("更多")
    await volunteer.presses("隐藏")
    await volunteer.says("有人的电话号码")
    await volunteer.says("/desk")
    await volunteer.hears("没有等着处理的建议")


async def test_the_digest_of_the_team_names_what_is_flagged(street: Street) -> None:
    await published(street, await street.arrives("Aygul"), "门口放长椅")
    await flags(await street.arrives("Bahar", language="en"), 1)
    volunteer = await street.arrives("Vera", language="en", role=Role.VOLUNTEER)
    await volunteer.says("/digest")
    await volunteer.hears("🚩 Flagged by neighbours (1): /1")


async def test_flag_floods_are_cut_short(street: Street) -> None:
    aygul = await street.arrives("Aygul")
    things = ("门口放长椅", "修漏雨的屋顶", "晚上太黑", "种葡萄", "给孩子讲故事", "收旧电池")
    for words in things:
        await published(street, aygul, words)
    bored = await street.arrives("Bored", language="en")
    for number in range(1, 6):
        await flags(bored, number)
    await flags(bored, 6)
    assert "You have flagged 5 ideas today" in (await bored.toasts())[-1]
    for number in range(8):
        await flags(await visits(street, f"Cookie {number}", "10.0.0.9"), 6)
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_flags WHERE idea_id = 6") == 5


async def test_nobody_flags_what_she_may_not_see_or_her_own(street: Street) -> None:
    aygul = await street.arrives("Aygul", "telegram")
    await suggests(aygul, "门口放长椅")
    forger = await street.arrives("Forger", "telegram")
    for one in (aygul, forger):
        await one.taps((await one.last()).id, "ideas.flag:1")
    await (await team_of(street)).says("/desk")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_flags") == 0
