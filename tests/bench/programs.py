"""Programs under measurement: started as real processes on loopback, timed, weighed and stopped."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
READY_POLL = 0.01  # seconds between two looks at /healthz
NEVER = re.compile(r".*(?:never awaited|never retrieved).*")  # what was begun and thrown away; Python only says so
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Program:
    """A bot that runs. `ready_after` is seconds from its start to its first healthy answer."""

    name: str
    process: subprocess.Popen[bytes]
    ready_after: float

    def megabytes(self) -> float:
        """Resident memory of the process, without its children."""
        return megabytes(Path(f"/proc/{self.process.pid}"))

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        return cpu_seconds(self.process.pid)


@dataclass(frozen=True)
class Fake:
    """The fake Telegram in its own process."""

    url: str
    token: str
    process: subprocess.Popen[bytes]

    def does(self, verb: str, **values: Any) -> Any:
        """One verb of tests/telegram_server/control.py; RuntimeError with its words if it fails."""
        parts = urlsplit(self.url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=600)
        try:
            body = json.dumps(values)
            connection.request("POST", f"/control/{verb}", body, {"Content-Type": "application/json"})
            answer = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        if not answer["ok"]:
            raise RuntimeError(f"{verb}: {answer['description']}")
        return answer["result"]

    def cpu(self) -> float:
        return cpu_seconds(self.process.pid)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def fake_telegram(*options: str) -> Iterator[Fake]:
    command = [sys.executable, "-m", "tests.telegram_server", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        yield Fake(said["url"], said["token"], process)
    finally:
        stop(process)


@contextmanager
def running(
    name: str, command: list[str], settings: Mapping[str, str], health: str, patience: float = 60.0
) -> Iterator[Program]:
    """Yields when `health` answers 200. The program's words go to a file, shown if it does not start."""
    log = Path(settings["BENCH_LOG"])
    environment = {**os.environ, **settings}
    begun = time.monotonic()
    with log.open("ab") as words:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=words, stderr=words)
    try:
        while not healthy(health):
            if process.poll() is not None or time.monotonic() - begun > patience:
                raise RuntimeError(f"{name} did not start:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(READY_POLL)
        yield Program(name, process, time.monotonic() - begun)
    finally:
        stop(process)
    check_words(log.read_text(errors="replace"))


def check_words(said: str) -> None:
    """Of a program of ours that has ended, whoever started it."""
    thrown_away = NEVER.findall(said)
    assert not thrown_away, "\n".join(["the program threw work away:", *thrown_away])


def healthy(url: str) -> bool:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=2)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def megabytes(process: Path) -> float:
    """Resident now, as the kernel counts it: proc(5)."""
    for line in (process / "status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("VmRSS")
