"""Several programs on one PostgreSQL: they start together, do everything once, and one's death is soon made good."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.lengths import length
from tests.running.bouncer import bouncer
from tests.running.line import Line
from tests.running.several import Beside, several
from tests.tools import forked

STARTED_AT_ONCE = length(3, 4)
SECOND = 2.0  # of a death: half a second until it is seen, and a busy machine
LEAD = "town"
MOST = 15.0  # statements a second: 2 of a process that leads nothing, 9 of the leader; the aim is five
QUIET = length(10.0, 30.0)  # seconds in which nobody does anything
NUMBER_OF = (
    "SELECT (l.classid::bigint << 32) | l.objid::bigint FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
    " WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND a.application_name = ? AND a.datname = current_database()"
)
ON_ITS_WAY = (
    "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, state, attempts, not_before,"
    " queued_at, claimed_at, claimed_by) SELECT door, queue, chat_id, person_id, method, params, lane, 'sending', 1,"
    " not_before, queued_at, claimed_at, ? FROM outbox WHERE chat_id = ? AND method = 'sendMessage' LIMIT 1"
)
AWAY = (
    "not saved",
    "does not save",
    "does not answer yet",
    "session with the database",
    "wait for the database",
    "database is away",
)


def healthy(town: Beside) -> httpx.Response:
    return httpx.get(f"{town.url}/healthz", timeout=10)


def ready(town: Beside) -> httpx.Response:
    return httpx.get(f"{town.url}/readyz", timeout=10)


async def test_several_started_at_once_on_nothing_live(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    async with several(tmp_path, new_postgres(), STARTED_AT_ONCE) as here:
        await here.until(lambda: {healthy(town).status_code for town in here.towns} == {200})
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
        await here.until(lambda: healthy(here[0]).status_code == 200)
        await here[0].stop()
        await line.cut()


async def test_while_the_database_is_away_whoever_asks_hears_it_in_json_and_then_all_goes_on(
    tmp_path: Path, new_postgres: Callable[[], str]
) -> None:
    url = new_postgres()
    async with Line(url) as line, several(tmp_path, url, 1, DATABASE_URL=line.url) as here:
        for words in AWAY:
            here[0].expects(words)
        li = await here[0].arrives("Li")
        await line.cut()

        def unwell() -> bool:
            answer = ready(here[0])
            assert answer.headers["content-type"] == "application/json"
            return answer.status_code == 503 and answer.json()["reasons"] == ["cannot_save"]

        await here.until(unwell)
        assert healthy(here[0]).status_code == 200  # nobody is to start it anew for this
        await line.lay()
        await here.until(lambda: ready(here[0]).status_code == 200)
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


async def test_after_kill_9_a_chat_is_looked_after_at_once_and_never_before(
    tmp_path: Path, new_postgres: Callable[[], str]
) -> None:
    async with several(tmp_path, new_postgres()) as here:
        li = await here[1].arrives("Li")
        number = here.value(NUMBER_OF, f"nestbox {here[0].pid}")
        assert here.with_number(number) is here[0]
        # As it is for a moment whenever something is sent: on its way, in the hands of the first.
        here.ask(ON_ITS_WAY, number, li.user_id)
        under_way = "SELECT count(*) FROM outbox WHERE state = 'sending' AND claimed_by = ?"
        await asyncio.sleep(2)
        assert here.value(under_way, number) == 1
        await here[0].kill()
        await here.until(lambda: here.value(under_way, number) == 0, SECOND)
        await li.says("/start")
        await li.hears("小店")


async def test_through_pgbouncer_in_transaction_mode(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    url = new_postgres()
    with bouncer(tmp_path, url) as through:
        async with several(tmp_path, url, DATABASE_URL=through, DATABASE_SESSION_URL=url) as here:
            people = await asyncio.gather(*(town.arrives("Li") for town in here.towns for _ in range(3)))
            await asyncio.gather(*(one.says("/start") for one in people))
            for one in people:
                await one.hears("小店")
            await here.until(lambda: here.leader(LEAD))
        async with several(tmp_path / "wrong", url, 1, starts=False, DATABASE_URL=through) as here:
            await here[0].begin()
            assert await here[0].ends() == 4
            assert "DATABASE_SESSION_URL must lead to the server itself" in here[0].log()


async def test_forgetting_again_waits_until_no_process_runs_on_the_database(
    tmp_path: Path, new_postgres: Callable[[], str]
) -> None:
    async with several(tmp_path, new_postgres()) as here:
        await here[0].stop()
        status, said = await forked.run(here[0].folder, ("restore", "--forget-again"), here[0].environment(), 60)
        assert status == 3
        assert "1 of its processes run on this database" in said
        await here[1].stop()
        assert "forgotten in this database, too" in await here[0].runs("restore", "--forget-again")


async def test_whoever_does_nothing_asks_little(tmp_path: Path, new_postgres: Callable[[], str]) -> None:
    """Statements that go over the line of each, counted there."""
    url = new_postgres()
    async with Line(url) as one, Line(url) as other:
        lines = [one, other]
        each = [{"DATABASE_URL": line.url} for line in lines]
        async with several(tmp_path, url, 2, each=each) as here:
            await here[0].arrives("Li")
            await here[1].arrives("Aygül")
            await asyncio.sleep(3)
            before = [line.statements for line in lines]
            await asyncio.sleep(QUIET)
            figures = [round((line.statements - then) / QUIET, 1) for line, then in zip(lines, before, strict=True)]
        print("statements a second of two idle processes:", figures)
        assert max(figures) <= MOST
