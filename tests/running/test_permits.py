"""Permits and what goes to the city, in the running program: every reminder and every answer comes by itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.neighbour import Neighbour
from tests.outside.open311 import JURISDICTION, KEY, LOSES_ANSWER, open_city
from tests.running.town import MORNING, OnTheWire, Town, town
from tests.town.afterwards.test_permits import begins, goes_on

CROSSING = "A safer crossing before the school"


async def on_the_board(here: Town) -> tuple[OnTheWire, OnTheWire, OnTheWire]:
    author = await here.arrives("Chen", "en")
    team = await here.joins("Zhou", "volunteer", "en")
    liaison = await here.joins("Leyla", "liaison", "en")
    await author.says("/suggest")
    await author.says(CROSSING)
    await author.presses("More spots")
    await author.presses("The street")
    await team.says("/desk")
    await team.presses("Put it on the board")
    return author, team, liaison


async def test_the_liaison_is_reminded_at_every_day_that_was_promised(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        author, _, liaison = await on_the_board(here)
        await begins(liaison)
        await goes_on(liaison, "Handed in")
        await liaison.says("2026-12-20")
        await liaison.hears("expected by Dec 20, 2026")
        await author.hears("Seats outside: with the city, day 1")
        expected = datetime(2026, 12, 20, 2, 1, tzinfo=UTC)
        await here.turn_to(expected)
        await liaison.hears("Today was the day, Dec 20, 2026")
        await here.turn(days=7)
        await liaison.hears("A week late")
        await goes_on(liaison, "Granted")
        await liaison.says("2027-06-30")
        ends = datetime(2027, 6, 30, 2, 1, tzinfo=UTC)
        for days in (60, 30, 7):
            await here.turn_to(ends - timedelta(days=days))
            await liaison.hears(f"In {days} days it ends")
        await here.turn_to(ends)
        await liaison.hears("It is valid no more")
        told = here.ask("SELECT kind FROM permit_reminders WHERE told_at IS NOT NULL ORDER BY told_at")
        assert [kind for (kind,) in told] == ["expected", "week_after", "expires_60", "expires_30", "expires_7"]


async def test_a_report_reaches_the_city_once_though_the_program_dies_over_it(tmp_path: Path) -> None:
    (tmp_path / "city").mkdir()
    (tmp_path / "town").mkdir()
    clock: list[Town] = []

    def now() -> datetime:
        return clock[0].now() if clock else MORNING

    async with open_city(tmp_path / "city", now) as city:
        host = f"localhost:{city.port}"
        settings = {"OPEN311_URL": f"https://{host}/open311/v2", "OPEN311_JURISDICTION": JURISDICTION}
        settings |= {"OPEN311_KEY": KEY, "RELAY_ALLOW": host, "RELAY_CA": city.authority}
        async with town(tmp_path / "town", **settings) as here:
            clock.append(here)
            author, _, liaison = await on_the_board(here)
            await consents_to_the_city(author)
            await here.until(lambda: here.ask("SELECT count(*) FROM city_services")[0][0] == 2)
            city.answers = [(LOSES_ANSWER, "")]
            await hands_over(liaison)
            await here.until(lambda: city.reports)
            await here.kill()
            await here.start()
            here.expects("report 1 to the city: uncertain silent")
            await liaison.hears("nobody knows whether the city has it")
            await here.turn(minutes=2)
            await liaison.hears("With the city, day 1, no. SR-293944")
            city.reports[0].status = "closed"
            city.says("SR-293944", "CLOSED", "Painted last night")
            await here.turn(hours=7)
            await author.hears("SR-293944: closed", "Painted last night")
            assert len(city.posts()) == 1
            assert KEY not in here.log()
            assert not here.ask("SELECT 1 FROM city_requests WHERE words <> '' OR address <> ''")


async def consents_to_the_city(one: Neighbour) -> None:
    await one.says("/privacy")
    await one.presses("What I agreed to")
    await one.presses("One by one")
    while "To the city" not in (await one.last()).words:
        await one.presses("The next one")
    await one.presses("Yes, I agree")


async def hands_over(one: Neighbour) -> None:
    await one.says("/1")
    for label in ("⋯", "⋯ More"):
        await one.presses(label)
    while not any("With the city" in label for label in (await one.last()).labels):
        await one.presses("⋯ More")
    for label in ("With the city", "Hand it over now", "Pavement", "Hand it over"):
        await one.presses(label)
