"""The press sheet in the running program: a quote is asked for and set, and a withdrawn one is out by itself."""

from pathlib import Path

from tests.running.town import town
from tests.town.afterwards.test_made import WALL, finished
from tests.town.afterwards.test_press import asks_for_quote, makes, whole


async def test_a_quote_is_in_the_sheet_with_a_yes_and_out_of_it_by_itself_without(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        await finished(chen, team, keeper)
        await asks_for_quote(team, WALL)
        await chen.hears("May these words of yours stand in it", WALL)
        assert WALL not in whole(await makes(team, language="English"))
        await chen.presses("a neighbour")
        await chen.hears("In the next sheet it stands as: a neighbour")
        assert WALL in whole(await makes(team, "The radio", "English"))
        assert here.ask("SELECT count(*) FROM press_sheet_pieces")[0][0] == 1

        # She says no to newspapers altogether: the clock does the rest, also after a restart.
        await chen.says("/privacy")
        await chen.presses("What I agreed to")
        await chen.presses("One by one")
        for heading in (
            "Others may see",
            "before whoever decides",
            "city's offices",
            "newspapers and media, and to other",
        ):
            await chen.presses("The next one")
            await chen.hears(heading)
        await chen.presses("Yes, I agree")
        await chen.hears("Yes, since")
        await chen.presses("Withdraw it")
        await chen.hears("No, since")
        await here.kill()
        await here.restart()
        await here.turn(minutes=5)
        await team.hears("took back a quote or a picture", "The radio")
        await chen.hears("From now on it is in no sheet", "The radio")
        assert here.ask("SELECT state FROM press_pieces")[0][0] == "taken_back"
        assert WALL not in whole(await makes(team, language="English"))


async def test_who_does_not_answer_has_said_no(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        await finished(chen, team, keeper)
        await asks_for_quote(team, WALL)
        await chen.hears("May these words of yours stand in it")
        await here.turn(days=15)
        await team.says("/press")
        await team.hears("no answer yet: 0")
        assert here.ask("SELECT state FROM press_pieces")[0][0] == "silent"
