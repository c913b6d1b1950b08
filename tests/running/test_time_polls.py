"""A time poll in the running program: it closes by the clock, says which evening suits most, and becomes an event."""

from pathlib import Path

from tests.running.town import town
from tests.town.polls.test_time_and_budget_polls import makes_time_poll


async def test_which_evening_suits_is_told_at_the_close_and_the_event_of_it_is_announced(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        chen = await here.arrives("Chen", "en")
        zhou = await here.joins("Zhou", "volunteer", "en")
        await makes_time_poll(zhou)
        asked = await chen.hears("Which evening for the lights?", "Nov 28")
        await chen.presses(*[label for label in asked.labels if "Nov 27" in label])
        await chen.hears("Nov 27", "Does this time suit you?")
        await chen.presses("❌ No")
        await chen.hears("Nov 28", "Does this time suit you?")
        await chen.presses("✅ Yes")
        await chen.hears("Your vote: ❌ Fri, Nov 27")
        await here.turn(days=3, hours=9)  # an hour after the close
        await chen.hears("Suits most: Sat, Nov 28", "1 yes · 🟡 0 if need be · ❌ 0 no, of 1 who answered")
        await zhou.says("/polls")
        await zhou.presses("🏁 Which evening for the light…")
        await zhou.presses("Make an event of it")
        await zhou.hears("Where is it?")
        await zhou.says("In the yard")
        await zhou.presses("No limit")
        await zhou.hears("a few words")
        await zhou.presses("Skip")
        await zhou.hears("Please send a picture")
        await zhou.presses("Skip")
        await zhou.presses("📣 Announce")
        await chen.hears("Which evening for the lights?", "In the yard", "Sat, Nov 28", "20:00 Beijing time")
        assert here.ask("SELECT count(*) FROM events") == [(1,)]
