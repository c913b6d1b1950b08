"""The three values in the running program: a place is asked by itself after a quarter, the round ends by itself."""

from datetime import timedelta
from pathlib import Path

from tests.running.town import town
from tests.town.afterwards.test_pulse import FIRST, answers


async def test_a_round_begins_and_ends_by_itself_and_its_card_comes_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        await here.turn(minutes=11)
        await here.until(lambda: here.ask("SELECT count(*) FROM pulse_plans")[0][0] == 1)
        await here.turn_to(FIRST - timedelta(days=1))
        await chen.says("/pulse")
        await chen.hears("The first time: Feb 22, 2027")
        await here.turn_to(FIRST + timedelta(minutes=15))
        await chen.hears("three months later", "look and feel better")
        await answers(chen, "Better", "Some new ones")
        await chen.hears("what changed most for you?")
        await here.turn_to(FIRST + timedelta(days=22))
        await team.hears("what people say", "1 answered", "Fewer than 5 answered")
        assert here.ask("SELECT count(*) FROM pulse_answers")[0][0] == 0
        await here.turn(days=2)
        assert here.ask("SELECT count(*) FROM pulse_rounds WHERE closed_at IS NOT NULL")[0][0] == 1
        assert sum("what people say" in one.words for one in await team.screen()) == 1
