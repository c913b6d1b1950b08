"""The real program beside the fake Telegram, both as processes, and the ways to end it badly."""

import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.bench.programs import Fake, Program, free_port, running

SECRET = "a-secret-of-the-fault-tests"
PATIENCE = 60.0  # seconds


@contextmanager
def nestbox(fake: Fake, folder: Path, webhook: bool) -> Iterator[Program]:
    """`python -m bot` on this data folder; ends with SIGTERM unless it was killed before."""
    port = free_port()
    settings = {
        "TELEGRAM_TOKEN": fake.token,
        "TELEGRAM_API_URL": fake.url,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram" if webhook else "",
        "TELEGRAM_WEBHOOK_SECRET": SECRET if webhook else "",
        "DATA_DIR": str(folder),
        "WEB_HOST": "127.0.0.1",
        "WEB_PORT": str(port),
        "LOG_LEVEL": "WARNING",
        "BENCH_LOG": str(folder / "program.log"),
    }
    command = [sys.executable, "-m", "bot"]
    with running("Nestbox", command, settings, f"http://127.0.0.1:{port}/healthz") as program:
        yield program


def kill(program: Program) -> None:
    program.process.kill()
    program.process.wait(10)


def after_a_while(chance: random.Random, most: float) -> None:
    """A real wait: nobody can tell from outside when a process is at its weakest point."""
    time.sleep(chance.uniform(0.0, most))


def until(true: Callable[[], bool], within: float = PATIENCE) -> float:
    """Seconds until the condition held; TimeoutError when it does not."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > within:
            raise TimeoutError(f"not within {within} s")
        time.sleep(0.02)
    return time.monotonic() - began


def ask(folder: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(folder / "nestbox.db")) as connection:
        return connection.execute(sql).fetchall()


def count(folder: Path, what: str) -> int:
    """`count(folder, "outbox WHERE state = 'sent'")`"""
    return int(ask(folder, f"SELECT count(*) FROM {what}")[0][0])  # noqa: S608 written by tests alone


def sane(folder: Path) -> bool:
    return str(ask(folder, "PRAGMA integrity_check")[0][0]) == "ok"
