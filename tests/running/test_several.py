"""Several programs on one PostgreSQL: they start together, do everything once, and one's death is soon made good."""

from collections.abc import Callable
from pathlib import Path

import httpx

from tests.lengths import length
from tests.running.line import Line
from tests.running.several import Beside, several

STARTED_AT_ONCE = length(3, 4)
SECOND = 2.0  # of a death: half a second until it is seen, and a busy machine
LEAD = "town"
AWAY = ("not saved", "does not save", "does not answer yet", "session with the database", "wait for the database")


def healthy(town: Beside) -> httpx.Response:
    return httpx.get(f"{town.url}/healthz", timeout=10)


async def test_several_started_at_once_on_nothing_live(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    async with several(tmp_path, new_postgres(), STARTED_AT_ONCE) as here:
        assert {healthy(town).status_code for town in here.towns} == {200}
        assert here.value("SELECT count(*) FROM places") == 1
        assert here.leader(LEAD) is not None
        residents = {town.links["resident"].rpartition("#")[2] for town in here.towns}
        assert len(residents) == 1
        li = await here[0].arrives("Li")
        await li.hears("小店")
        for town in here.towns:
            await town.stop()


async def test_when_the_leader_is_killed_another_leads_and_nothing_is_done_twice(
    tmp_path: Path, new_postgres: Callable[[], str]
) -> None:
    async with several(tmp_path, new_postgres()) as here:
        first = await here.until(lambda: here.leader(LEAD))
        await here.turn(hours=20)  # past half past three at night, of the place
        noted = "SELECT count(*), count(DISTINCT occurrence) FROM occurrences WHERE job = 'backup'"
        await here.until(lambda: here.ask(noted) == [(1, 1)], 90)
        await first.kill()
        second = await here.until(lambda: here.leader(LEAD), SECOND)
        assert second is not first
        await here.turn(hours=24)
        await here.until(lambda: here.ask(noted) == [(2, 2)], 90)


async def test_sigterm_leaves_no_error_and_another_leads(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    async with several(tmp_path, new_postgres()) as here:
        first = await here.until(lambda: here.leader(LEAD))
        await first.stop()
        second = await here.until(lambda: here.leader(LEAD), SECOND)
        assert second is not first
        assert not first.oddities()


async def test_a_server_that_is_not_up_yet_is_waited_for(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    url = new_postgres()
    line = Line(url)
    async with several(tmp_path, url, 1, starts=False, DATABASE_URL=line.url) as here:
        here[0].expects("does not answer yet")
        await here[0].begin()
        await here.until(lambda: "waiting up to 60 s for it" in here[0].log())
        await line.lay()
        await here.until(lambda: "same network" in here[0].printed(), 60.0)
        assert healthy(here[0]).status_code == 200
        await here[0].stop()
        await line.cut()


async def test_while_the_database_is_away_health_speaks_json_and_then_all_goes_on(
    tmp_path: Path, new_postgres: Callable[[], str]
) -> None:
    url = new_postgres()
    async with Line(url) as line, several(tmp_path, url, 1, DATABASE_URL=line.url) as here:
        for words in AWAY:
            here[0].expects(words)
        li = await here[0].arrives("Li")
        await line.cut()

        def unwell() -> bool:
            answer = healthy(here[0])
            assert answer.headers["content-type"] == "application/json"
            return answer.status_code == 503 and answer.json()["ok"] is False

        await here.until(unwell)
        await line.lay()
        await here.until(lambda: healthy(here[0]).status_code == 200)
        await here.until(lambda: here.leader(LEAD))
        await li.says("/start")
        await li.hears("小店")


async def test_a_newer_schema_ends_whoever_runs(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    async with several(tmp_path, new_postgres()) as here:
        here.ask("INSERT INTO schema_migrations (number, name) VALUES (9999, 'of_tomorrow')")
        for town in here.towns:
            assert await town.ends() == 5
            assert "was brought to version 9999" in town.log()
            assert "Start that version here, too." in town.log()
