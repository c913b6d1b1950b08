"""A town of several programs on one PostgreSQL: each with a port and a folder of its own, and their clocks together.

`async with several(tmp_path, new_postgres(), count=3) as town:` starts three at once; `town[1]` is one of them, with
everything that a `Town` can (tests/running/town.py); `town.ask(...)` looks into the database they share.
"""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import asyncpg

from tests.bench.programs import Fake, fake_telegram
from tests.lengths import WHOLE
from tests.running.town import MORNING, PATIENCE, Town

# Who holds the session lock of a number, and who leads what has a name: the process that is named like its session.
HOLDER = (
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory'"
    " AND l.granted AND l.objsubid = ? AND (l.classid::bigint << 32) | l.objid::bigint = ?"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class Asker:
    """Asks the server from a thread of its own, so that a test may look between two steps."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._connection: asyncpg.Connection = self._done(asyncpg.connect(url))

    def ask(self, sql: str, *values: Any) -> list[Any]:
        """With `?` for values, as everywhere; what is typed in PostgreSQL only needs a cast there."""
        parts = sql.split("?")
        sql = parts[0] + "".join(f"${number}{part}" for number, part in enumerate(parts[1:], start=1))
        return [tuple(row) for row in self._done(self._connection.fetch(sql, *values))]

    def close(self) -> None:
        self._done(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _done(self, coroutine: Any) -> Any:
        async def awaited() -> Any:
            return await coroutine

        return asyncio.run_coroutine_threadsafe(awaited(), self._loop).result(60)


class Beside(Town):
    """One program among others."""

    together: "Several"

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return self.together.ask(sql, *values)

    async def turn(self, **by: float) -> None:
        await self.together.turn(**by)

    async def ends(self, within: float = PATIENCE) -> int | None:
        """Waits until it has ended by itself, and says how."""
        assert self._process is not None
        await asyncio.wait_for(self._process.wait(), within)
        status, self._process = self._process.returncode, None
        return status

    def environment(self) -> dict[str, str]:
        return self._environment()

    async def begin(self) -> None:
        """Started, and nobody waits for it."""
        self._process = await self._begin(*self._command)

    @property
    def runs_now(self) -> bool:
        return self._process is not None and self._process.returncode is None


class Several:
    """The programs, the database, and what is done to all of them."""

    def __init__(self, towns: Sequence[Beside], asker: Asker, fake: Fake | None) -> None:
        self.towns = list(towns)
        self.fake = fake
        self._asker = asker
        for town in self.towns:
            town.together = self

    def __getitem__(self, number: int) -> Beside:
        return self.towns[number]

    @property
    def running(self) -> list[Beside]:
        return [town for town in self.towns if town.runs_now]

    async def start(self) -> None:
        """All of them at once."""
        await asyncio.gather(*(town.start() for town in self.towns if not town.runs_now))

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return self._asker.ask(sql, *values)

    def value(self, sql: str, *values: Any) -> Any:
        rows = self.ask(sql, *values)
        return rows[0][0] if rows else None

    async def until(self, true: Callable[[], Any], within: float = PATIENCE) -> Any:
        return await self.running[0].until(true, within)

    async def turn(self, **by: float) -> None:
        """As `Town.turn`, for all that run."""
        await asyncio.gather(*(Town.turn(town, **by) for town in self.running))

    def leader(self, name: str) -> Beside | None:
        """Who of them leads what has this name (bot/database/presence.py)."""
        key = self.value("SELECT hashtextextended(?, 0)", f"lead {name}")
        return self._of(self.value(HOLDER, 1, key))

    def with_number(self, identity: int) -> Beside | None:
        """Whose number stands in a claim; None when it is dead."""
        return self._of(self.value(HOLDER, 2, identity))

    def _of(self, application: str | None) -> Beside | None:
        found = re.fullmatch(r"nestbox (\d+)", application or "")
        return next((town for town in self.running if found and town.pid == int(found[1])), None)


@asynccontextmanager
async def several(
    folder: Path,
    url: str,
    count: int = 2,
    *,
    telegram: bool = False,
    begins: datetime = MORNING,
    dev: bool = WHOLE,
    starts: bool = True,
    each: Sequence[dict[str, str]] = (),
    **settings: str,
) -> AsyncIterator[Several]:
    """`count` programs on the database at `url`; `each` holds what is set for one of them alone.

    Their logs must be clean at the end, apart from what each `expects`. With `starts=False` the test starts them.
    """
    async with AsyncExitStack() as stack:
        fake = stack.enter_context(fake_telegram()) if telegram else None
        asker = Asker(url)
        stack.callback(asker.close)
        towns = []
        for number in range(count):
            home = folder / str(number)
            home.mkdir(parents=True)
            own = each[number] if number < len(each) else {}
            town = Beside(home, fake, {"DATABASE_URL": url} | settings | own, (), dev)
            town.set_out(begins)
            towns.append(town)
        there = Several(towns, asker, fake)
        try:
            if starts:
                await there.start()
            yield there
            for town in there.running:
                await town.close()
        finally:
            for town in towns:
                await town.hang_up()
                await town.kill()
        for town in towns:
            assert not town.oddities(), "\n".join([f"in the log of {town.folder.name}:", *town.oddities()[:20]])
