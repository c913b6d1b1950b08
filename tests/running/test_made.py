"""What people made, in the running program: half-time, the end of the term and a promise come by themselves."""

from pathlib import Path

from tests.running.town import town
from tests.town.afterwards.test_made import WHY, finished, opens


async def test_makers_are_reminded_and_the_owner_hears_when_the_term_is_over(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        await finished(chen, team, keeper)
        await team.presses("Keep as made by people")
        await team.presses("Keep it")
        await chen.hears("Did you make it?")
        await chen.presses("With my name")
        await opens(keeper)
        await keeper.presses("⋯ More")
        await keeper.presses("How long it stays")
        await keeper.presses("Half a year")
        await keeper.hears("stays until")
        await opens(keeper)
        await keeper.presses("I want to change this")
        await keeper.hears("You had said that it stays until")
        await keeper.says(WHY)
        await chen.hears("is to be changed", WHY)

        await here.turn(days=7, hours=1)
        await chen.hears("Half of the time is over")
        await here.turn(days=7)
        await keeper.hears("have had their time")
        await keeper.presses("It stays")
        await chen.hears("stays as it is")
        await here.turn(days=170)
        await keeper.hears("stays until today. What now?")
        assert here.ask("SELECT count(*) FROM made_changes WHERE reminded_at IS NULL OR told_at IS NULL")[0][0] == 0
