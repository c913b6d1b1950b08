"""Several `python -m bot` on one PostgreSQL, as processes, each with its own port and folder."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg

from bot.database import connecting
from tests.bench.programs import Fake, Program, free_port, running
from tests.faults.killing import SECRET


@dataclass
class Several:
    """`bring` starts one more; all end with the block."""

    fake: Fake
    url: str
    folder: Path
    ports: list[int]
    webhook: bool
    talkative: bool
    programs: list[Program] = field(default_factory=list)
    _stack: ExitStack = field(default_factory=ExitStack)

    def bring(self) -> Program:
        number = len(self.programs)
        port = self.ports[number]
        data = self.folder / f"process-{number}"
        data.mkdir(parents=True, exist_ok=True)
        settings = {
            "TELEGRAM_TOKEN": self.fake.token,
            "TELEGRAM_API_URL": self.fake.url,
            "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{self.ports[0]}/telegram" if self.webhook else "",
            "TELEGRAM_WEBHOOK_SECRET": SECRET if self.webhook else "",
            "DATABASE_URL": self.url,
            "DATA_DIR": str(data),
            "WEB_HOST": "127.0.0.1",
            "WEB_PORT": str(port),
            "LOG_LEVEL": "INFO" if self.talkative else "WARNING",
            "BENCH_LOG": str(data / "log"),
        }
        command = [sys.executable, "-m", "bot"]
        program = self._stack.enter_context(
            running(f"Nestbox {number}", command, settings, f"http://127.0.0.1:{port}/healthz")
        )
        self.programs.append(program)
        return program

    def address(self, number: int) -> str:
        return f"http://127.0.0.1:{self.ports[number]}"

    def said(self, number: int) -> str:
        return (self.folder / f"process-{number}" / "log").read_text(errors="replace")

    def close(self) -> None:
        self._stack.close()


@contextmanager
def several(
    fake: Fake, url: str, folder: Path, count: int, *, webhook: bool = False, talkative: bool = False
) -> Iterator[Several]:
    """So many run. Those brought later have their ports already."""
    ports = [free_port() for _ in range(count + 2)]
    if webhook:
        fake.does("behind", addresses=[f"http://127.0.0.1:{port}/telegram" for port in ports[:count]])
    here = Several(fake, url, folder, ports, webhook, talkative)
    try:
        for _ in range(count):
            here.bring()
        yield here
    finally:
        here.close()


def ask(url: str, sql: str, *values: Any) -> list[Any]:
    """Looks from outside, on a connection of its own."""
    return asyncio.run(_asked(url, sql, *values))


async def _asked(url: str, sql: str, *values: Any) -> list[Any]:
    database = connecting.connect(url)
    await database.open()
    try:
        async with database.read() as tx:
            return await tx.all(lambda *row: row, sql, *values)
    finally:
        await database.close()


def count(url: str, what: str) -> int:
    """`count(url, "outbox WHERE state = 'sent'")`"""
    return int(ask(url, f"SELECT count(*) FROM {what}")[0][0])  # noqa: S608 written by tests alone


def do(url: str, script: str) -> None:
    """Several statements of PostgreSQL's own."""
    asyncio.run(_done(url, script))


async def _done(url: str, script: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(script)
    await connection.close()
