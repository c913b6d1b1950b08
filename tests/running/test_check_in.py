"""A code for arriving in the running program: it counts for some minutes, and a photo of it no longer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from handlers.check_in import rules
from tests.running.town import town
from tests.town.events.test_events import makes

STARTS = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)


async def test_a_code_runs_out_by_the_clock(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        team = await here.joins("Zhou", "volunteer", "zh")
        guest = await here.arrives("Aygul", "en")
        late = await here.arrives("Late", "en")
        await makes(team, "", "11月28日 19:00")
        await team.presses("📣 发布")
        await team.hears("已发布 ✓")
        await guest.says("/events")
        await guest.presses("社区秋日会")
        await guest.presses("Coming")
        await here.turn_to(STARTS - timedelta(minutes=30))
        await guest.hears("It begins shortly")
        await team.says("/arriving")
        await team.presses("🔳 社区秋日会")
        shown = await team.hears("社区秋日会", "已到 0 人")
        assert shown.kind == "photo"
        place, secret = here.ask(
            "SELECT p.code, s.secret FROM check_in_secrets s JOIN places p ON p.id = s.place_id"
        )[0]
        window = rules.window_of(here.now())
        code = rules.code(place, "e", 1, secret, window)
        await guest.says(f"/start {code}")
        await guest.presses("I am here")
        await guest.hears("You are noted as there.")
        await here.turn(minutes=31)
        # Its own clock is there once it says so.
        await here.until(lambda: rules.window_of(here.now()) > window + 2)
        await team.presses("换一张")
        await team.hears("已到 1 人")
        await late.says(f"/start {code}")
        await late.hears("This code has run out")
        assert here.ask("SELECT count(*) FROM event_answers WHERE came = 1")[0][0] == 1
        await here.turn(days=3)
        await here.until(lambda: here.ask("SELECT count(*) FROM check_in_secrets")[0][0] == 0)
