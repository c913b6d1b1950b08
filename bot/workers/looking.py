"""One look a second for all loops of the process that leads, which rest meanwhile (`presence.rest`).

Who is woken by which table stands in bot/app.py. One statement, where each loop by itself would ask one or more.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping

from bot.clock import Clock, milliseconds
from bot.database.db import Database, NotSaved

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0  # seconds
# Where something is due, by its table; `:now` is the moment.
DUE = {
    "media": "state = 'waiting' AND not_before <= :now",
    "sent_files": "not_before <= :now",
    "wipes": "id > 0",
    "erasures": "name <> ''",
    "relay_posts": "state = 'waiting' AND not_before <= :now",
}


class Looking:
    """`run` looks for ever; `look` once, and returns which tables have something due."""

    def __init__(self, database: Database, clock: Clock, woken_by: Mapping[str, Callable[[], None]]) -> None:
        self._database = database
        self._clock = clock
        self._woken_by = woken_by
        where = [f"SELECT '{one}' WHERE EXISTS (SELECT 1 FROM {one} WHERE {due})" for one, due in DUE.items()]  # noqa: S608
        self._sql = " UNION ALL ".join(where)
        self._values = self._sql.count(":now")
        self._sql = self._sql.replace(":now", "?")

    async def run(self) -> None:
        while True:
            try:
                for table in await self.look():
                    self._woken_by[table]()
            except NotSaved:
                log.info("nobody looks what is due: the database is away")
            except Exception:
                # Nothing may stop it: whoever rests would rest for long.
                log.exception("nobody looks what is due")
            await asyncio.sleep(LOOK_AGAIN)

    async def look(self) -> list[str]:
        now = milliseconds(self._clock.now())
        async with self._database.glance() as tx:
            return await tx.all(str, self._sql, *[now] * self._values)
