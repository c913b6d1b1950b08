"""Tasks in the running program: what nobody does, reminders, and how it went come by themselves."""

from datetime import timedelta
from pathlib import Path

from tests.running.town import MORNING, town
from tests.town.afterwards.test_tasks import finds_mine, opens, takes


async def test_a_gap_is_told_and_whoever_fills_it_is_reminded_and_asked_how_it_went(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        team = await here.joins("Zhou", "volunteer", "en")
        wang = await here.arrives("Wang", "en")
        await opens(team)  # Saturday, 15:00 in Beijing
        await here.turn_to(MORNING + timedelta(days=3, hours=4))
        await team.hears("needs hands: 0 of at least 1")
        await takes(wang)
        await wang.hears("You do it")
        await here.turn_to(MORNING + timedelta(days=4, hours=4))
        await wang.hears("Soon: “Water the flowers”")
        await finds_mine(wang)
        await wang.hears("You do it")
        await here.turn_to(MORNING + timedelta(days=5, hours=2))
        await wang.hears("Almost time: “Water the flowers”")
        await here.turn_to(MORNING + timedelta(days=5, hours=6))
        await wang.hears("Was “Water the flowers” done?")
        await wang.presses("✓ Done, 2 h")
        await wang.hears("Noted ✓ “Water the flowers”: 2 h")
        assert here.ask("SELECT state, minutes FROM task_claims") == [("done", 120)]
