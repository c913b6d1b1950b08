"""After-care in the running program: the day comes, and it goes on to the next one after five silent days."""

from pathlib import Path

from tests.pictures import photograph
from tests.running.town import town
from tests.town.afterwards.test_made import WALL, finished


async def test_steward_deputy_team_and_owner_are_asked_one_after_another(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen, emma = await here.arrives("Chen", "en"), await here.arrives("Emma", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        await finished(chen, team, keeper)
        await chen.hears("🎉 Done")
        for one in (emma, chen):
            await one.says("/1")
            if one is chen:
                await one.presses("How it goes on")
            await one.presses("I’ll look after it")
            await one.hears("Thank you! You look after")

        await here.turn(days=30, hours=1)
        await emma.hears("was done 30 days ago", WALL)
        for one in (chen, team, keeper):
            await one.hears_nothing_of("was done 30 days ago")
            await here.turn(days=5, hours=1)
            await one.hears("was done", "nobody could look")
        await keeper.presses("I look at it now")
        await keeper.hears("from the same spot")
        await keeper.sends_photo(photograph(320, 240, seed=4))
        await keeper.hears("The photo is kept")
        await keeper.presses("Good")
        assert (await chen.hears("is still good, 45 days after")).kind == "photo"
        asked = here.ask("SELECT stage, count(*) FROM care_asked GROUP BY stage ORDER BY stage")
        assert [tuple(one) for one in asked] == [("deputy", 1), ("last", 1), ("steward", 1), ("team", 1)]
