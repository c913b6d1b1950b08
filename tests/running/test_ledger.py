"""The ledger in the running program: a month is written down by itself, and voters hear what came of their votes."""

from datetime import timedelta
from pathlib import Path

from tests.running.town import MORNING, town
from tests.town.afterwards.test_ledger import WORDS, answers, suggests
from tests.town.polls.test_polls import makes_poll


async def test_a_month_is_written_down_and_every_voter_hears_by_herself(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        keeper = await here.joins("Ma", "shopkeeper", "en")
        for words in WORDS[:5]:
            await suggests(chen, words)
            await team.says("/desk")
            await team.presses("Put it on the board")
        for number in range(1, 6):
            await answers(keeper, number)
        await makes_poll(team, "Which colour?")
        await chen.presses("Green")
        await chen.hears("Your vote: Green")
        await here.turn(days=4)
        await team.says("/polls")
        await team.presses("Which colour?")
        await team.presses("What it led to")
        await team.says("Green it is")
        await chen.hears("What the poll “Which colour?” led to", "You said: Green", "1 of 1 said so.")
        await here.turn_to(MORNING + timedelta(days=9))
        await here.until(lambda: here.ask("SELECT count(*) FROM ledger_months")[0][0] == 1)
        await chen.says("/ledger")
        await chen.hears("Who decided in November 2026?", "owner 5")
