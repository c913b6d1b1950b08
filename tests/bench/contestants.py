"""How each bot under measurement is started against the fake Telegram."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import nestbox
from tests.bench.programs import Fake, Program, free_port, running

SECRET = "bench-secret"
ECHO, NESTBOX = "python-telegram-bot echo", "Nestbox"


@contextmanager
def echo_bot(fake: Fake, folder: Path) -> Iterator[Program]:
    port = free_port()
    settings = _settings(fake, port, folder)
    command = [sys.executable, "-m", "tests.bench.echo_bot"]
    with running(ECHO, command, settings, f"http://127.0.0.1:{port}/healthz") as program:
        _hooked(fake, port)
        yield program


@contextmanager
def nestbox_bot(fake: Fake, folder: Path, **extra: str) -> Iterator[Program]:
    """`folder` is its DATA_DIR; what is in it stays from one start to the next."""
    port = free_port()
    settings = _settings(fake, port, folder) | nestbox.settings(folder) | extra
    command = [sys.executable, *nestbox.COMMAND]
    with running(NESTBOX, command, settings, f"http://127.0.0.1:{port}{nestbox.HEALTH}") as program:
        _hooked(fake, port)
        yield program


def _hooked(fake: Fake, port: int, patience: float = 30.0) -> None:
    """Returns when this process has told the fake where it listens, which may be after it is healthy."""
    end = time.monotonic() + patience
    while f":{port}/" not in fake.does("stats")["webhook"]:
        if time.monotonic() > end:
            raise TimeoutError("no setWebhook")
        time.sleep(0.02)


def _settings(fake: Fake, port: int, folder: Path) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    return {
        "TELEGRAM_TOKEN": fake.token,
        "TELEGRAM_API_URL": fake.url,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "WEB_PORT": str(port),
        "BENCH_LOG": str(folder / "bench.log"),
    }
