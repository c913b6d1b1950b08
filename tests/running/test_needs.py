"""What a change needs, in the running program: a promise and a loan are reminded of by the clock, and lapse by it."""

from pathlib import Path

from tests.running.town import town
from tests.town.afterwards.test_needs import DRILL, agreed, asks_for, opens


async def test_givers_and_receivers_are_reminded_by_the_clock_alone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        await agreed(chen, team, keeper)
        await asks_for(team, "A tool on loan", DRILL)
        await opens(chen, DRILL)
        await chen.presses("I can lend it")
        await chen.presses("Say more")
        await chen.presses("↩ Back by…")
        await chen.says("2026-12-20")
        await chen.hears("You bring it by")
        await here.turn(days=9, hours=10)
        await chen.hears("you wanted to bring it by")
        await chen.presses("Yes, still")
        await opens(team, DRILL)
        await team.presses("Look after it")
        await team.presses("📥 Here")
        await team.presses("No photo")
        await chen.hears("is here. Thank you very much")
        await here.turn(days=17)
        await team.hears("goes back by")
        await here.turn(days=4)
        await chen.hears("do you have it back?")
        await chen.presses("I have it back")
        await chen.hears("Thank you for the loan!")
        assert here.ask("SELECT state FROM need_pledges") == [("given_back",)]
