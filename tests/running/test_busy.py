"""How busy the shop was, in the running program: the question comes every Monday, the alarm by itself, once."""

from datetime import timedelta
from pathlib import Path

from tests.running.town import MORNING, town
from tests.town.afterwards.test_busy import LABELS

WEEKS = ("busy",) * 4 + ("quiet",) * 4


async def test_the_weekly_question_goes_out_and_a_fall_is_told_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        keeper = await here.joins("Ma", "shopkeeper", "en")
        team = await here.joins("Zhou", "volunteer", "en")
        await here.turn(minutes=1)
        await here.until(lambda: here.ask("SELECT count(*) FROM digest_readers")[0][0] == 2)
        for number, how in enumerate(WEEKS, start=1):
            # A little after the digest's own time, half past nine; it is noon when the story begins.
            await here.turn_to(MORNING + timedelta(days=7 * number, hours=-2, minutes=-20))
            # With its date: last week's question may still be on its way to being the answer.
            monday = here.now().date() - timedelta(days=7)
            week = f"the week from {monday:%a, %b} {monday.day}"
            await keeper.hears(f"How was {week} at the shop?")
            await keeper.presses(LABELS[how])
            await keeper.hears(week, f"{LABELS[how].lower()} ✓")
        await keeper.hears_nothing_of("📉")
        await here.turn(hours=3)
        await keeper.hears("📉", "8 answers", "does not say why")
        await team.hears("📉", "8 answers", "Only she and the team know")
        assert here.ask("SELECT count(*) FROM busy_alarms")[0][0] == 1
