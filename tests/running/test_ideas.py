"""Ideas in the running program: what waits is shown to nobody but the team, and a double tap is one tap."""

import asyncio
import uuid
from pathlib import Path

from tests.running.town import town
from tests.town.ideas.test_ideas import photo
from tests.town.walks.test_twice import finds

COOKIES = 17


async def test_an_idea_that_waits_is_shown_to_nobody_and_joined_by_a_volunteer(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        aygul, bahar = await here.arrives("Aygul"), await here.arrives("Bahar", "en")
        await bahar.says("Yaxshimusiz")
        await bahar.hears("👋")
        await bahar.says("When do you open?")
        await here.turn(minutes=16)
        await bahar.says("More flowers, please")
        await bahar.hears("“When do you open?” is kept too")
        keeper, volunteer = await here.joins("Keeper", "shopkeeper"), await here.joins("Volunteer", "volunteer")
        await aygul.says("/suggest")
        await aygul.sends_photo(photo(3), "把洞口筑成鸟巢的形状")
        await aygul.presses("店里")
        await aygul.hears("已保存", "1 号")
        await bahar.says("/suggest")
        await bahar.presses("Drop it and start anew")
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
        # Two taps of one thumb, a moment apart, and once more from another screen of the same chat.
        await volunteer.says("/desk")
        await volunteer.presses("公开到列表")
        await keeper.says("/2")
        await keeper.hears("2 号 · ", "👍 1")
        _, message_id, address = await finds(keeper, "支持（1）")
        presses = [{"txn": uuid.uuid4().hex, "message_id": message_id, "data": address} for _ in range(3)]
        answers = await asyncio.gather(*(keeper.client.post("/chat/press", json=press) for press in presses))
        assert [answer.status_code for answer in answers] == [200] * 3
        await keeper.hears("2 号 · ", "👍 2")


async def test_support_from_a_drawer_full_of_cookies_is_not_counted_and_the_team_hears(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        author, volunteer = await here.arrives("Author"), await here.joins("Volunteer", "volunteer")
        await author.says("/suggest")
        await author.says("门口放长椅")
        await author.presses("店里")
        await volunteer.says("/desk")
        await volunteer.presses("公开到列表")
        cookies = [await here.phone(f"Cookie {number}", "en") for number in range(COOKIES)]
        await asyncio.gather(*(one.agrees() for one in cookies))
        await asyncio.gather(*(one.says("/1") for one in cookies))
        await asyncio.gather(*(one.presses("👍 Support") for one in cookies))
        await author.says("/1")
        await author.hears("👍 5", f"另有 {COOKIES - 5} 位来自同一网络")
        await volunteer.hears("🚨", "1 号“门口放长椅”")
        assert len([one for one in await volunteer.screen() if "🚨" in one.words]) == 1
        code = here.ask("SELECT code FROM places")[0][0]
        page = await author.client.get(f"/p/{code}/1", headers={"Accept-Language": "en"})
        assert "5 neighbours support it" in page.text
        await here.turn(hours=26)
        await here.until(lambda: not here.ask("SELECT 1 FROM crowd_visits"))
