"""Somebody suggests what a neighbour said before, in the running program."""

from pathlib import Path

from tests.running.town import OnTheWire as Phone
from tests.running.town import Town, town
from tests.town.ideas.test_held import follows


async def published(one: Phone, volunteer: Phone, number: int, words: str) -> None:
    await one.says("/suggest")
    await one.says(words)
    await one.presses("店里")
    await volunteer.says("/desk")
    await follows(volunteer, f"ideas.publish:{number}")


async def test_an_author_is_asked_about_the_twin_and_about_nothing_else(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        volunteer = await here.joins("Volunteer", "volunteer")
        await furnish(here, volunteer)
        aygul = await here.arrives("Aygul")
        await aygul.says("/suggest")
        await aygul.says("冬天门口太冷，挂个厚门帘行不行")
        await aygul.presses("店里")
        asked = await aygul.hears("差不多的建议")
        assert "/2" in asked.words
        assert not {"/1", "/3"} & set(asked.words.split())
        bahar = await here.arrives("Bahar")
        await bahar.says("/suggest")
        await bahar.says("请多进几种茶叶")
        await bahar.presses("店里")
        await bahar.hears("已保存")
        await bahar.hears_nothing_of("差不多的建议")


async def furnish(here: Town, volunteer: Phone) -> None:
    neighbour = await here.arrives("Neighbour")
    wishes = ("院子里的路灯坏了，晚上看不见路", "冬天店门口挂个棉门帘，冷风直往里灌", "周末办个旧物交换市场")
    for number, words in enumerate(wishes, start=1):
        await published(neighbour, volunteer, number, words)
