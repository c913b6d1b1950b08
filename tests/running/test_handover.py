"""Leaving well, in the running program: the question after a long silence goes out, and the next one hears."""

from pathlib import Path

from tests.running.town import town


async def test_whoever_was_silent_is_asked_and_her_lead_hears_when_she_does_not_answer(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        vera = await here.joins("Vera", "volunteer", "en")
        lead = await here.joins("Lea", "lead", "en")
        await here.turn(days=20)
        await lead.says("/home")
        await here.turn(days=1, hours=1)
        await vera.hears("Are you still with us?", "Your role: Volunteer")
        await here.turn(days=5, hours=1)
        await lead.hears("Vera", "has not been here for 26 days and did not answer")
        await vera.presses("A pause")
        await vera.presses("Two weeks")
        await vera.hears("nobody asks whether you are still with us")
        await here.turn(days=30)
        assert here.ask("SELECT count(*) FROM silence_asks WHERE answer = 'pause'")[0][0] == 1
        await lead.hears("Are you still with us?", "Your role: Lead")
        await here.turn(days=6)
        await vera.hears("Are you still with us?")
