"""Ideas in the running program: what waits is shown to nobody but the team."""

from pathlib import Path

from tests.running.town import town
from tests.test_ideas import photo


async def test_an_idea_that_waits_is_shown_to_nobody_and_joined_by_a_volunteer(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        aygul, bahar = await here.arrives("Aygul"), await here.arrives("Bahar", "en")
        keeper, volunteer = await here.joins("Keeper", "shopkeeper"), await here.joins("Volunteer", "volunteer")
        await aygul.says("/suggest")
        await aygul.sends_photo(photo(3), "把洞口筑成鸟巢的形状")
        await aygul.presses("店里")
        await aygul.hears("已保存", "1 号")
        await bahar.says("/suggest")
        await bahar.sends_photo(photo(3), "Make the hole in the wall into a bird's nest")
        await bahar.presses("Inside the shop")
        await bahar.hears("Saved", "no. 2")
        for one in (bahar, keeper):
            await one.says("/1")
        await keeper.says("/digest")
        await here.turn(days=1)
        for one in (bahar, keeper):
            await one.hears_nothing_of("洞口")
            assert not [message for message in await one.screen() if not message.mine and message.kind == "photo"]
        await volunteer.says("/desk")
        await volunteer.presses("公开到列表")
        await volunteer.hears("说的是同一件事", "/1", "/2")
        await volunteer.presses("并入 2 号")
        await volunteer.hears("1 号已并入 2 号", "👍 1")
        await aygul.hears("🔗")
