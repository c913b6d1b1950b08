"""A real S3 server for tests: moto's, in a process of its own; a fresh bucket a test. And a line to it that fails."""

import asyncio
import sys
import uuid
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.config import Bucket
from tests.bench.programs import free_port, running

PATIENCE = 60.0  # seconds until it answers; a machine may be busy
# In an environment of its own: Makefile.
PYTHON = Path(sys.prefix) / "s3-server" / "bin" / "python"
KEY, SECRET = "nestbox-test", "not-a-secret-at-all"
SLOW_DOWN, FORBIDDEN = b"503 Slow Down", b"403 Forbidden"


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address. Skips, and says why, where it is not installed."""
    if not PYTHON.exists():
        reason = "THE S3 SERVER IS NOT INSTALLED, its tests are skipped: `make test` does"
        warnings.warn(pytest.PytestWarning(reason), stacklevel=1)
        pytest.skip(reason)
    address = f"http://127.0.0.1:{free_port()}"
    command = [str(PYTHON), "-m", "moto.server", "-H", "127.0.0.1", "-p", address.rpartition(":")[2]]
    log = {"BENCH_LOG": str(tmp_path_factory.mktemp("s3") / "log")}
    with running("the S3 server", command, log, f"{address}/moto-api/", PATIENCE):
        yield address


@pytest.fixture
def bucket(s3_server: str) -> Bucket:
    name = f"town-{uuid.uuid4().hex}"
    assert httpx.put(f"{s3_server}/{name}", timeout=10).status_code == 200
    return Bucket(name, "nest/box", s3_server, "us-east-1", KEY, SECRET)


def settings_of(bucket: Bucket) -> dict[str, str]:
    """As in `.env`."""
    return {
        "MEDIA_URL": f"s3://{bucket.name}/{bucket.prefix}",
        "AWS_ENDPOINT_URL": bucket.endpoint,
        "AWS_REGION": bucket.region,
        "AWS_ACCESS_KEY_ID": bucket.key,
        "AWS_SECRET_ACCESS_KEY": bucket.secret,
    }


def objects(bucket: Bucket) -> list[str]:
    """What lies in it, seen from outside."""
    answer = httpx.get(f"{bucket.endpoint}/{bucket.name}?list-type=2", timeout=10)
    return [part.partition("</Key>")[0] for part in answer.text.split("<Key>")[1:]]


class Line:
    """Between us and the server: `refusals` requests are refused; while `silent` nothing is answered at all."""

    def __init__(self, bucket: Bucket) -> None:
        self._server = bucket.endpoint.removeprefix("http://").split(":")
        self.refusals = 0
        self.refusal = SLOW_DOWN
        self.silent = False
        self.requests = 0
        self._listening: asyncio.Server | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self.bucket = bucket

    async def __aenter__(self) -> "Line":
        self._listening = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        port = self._listening.sockets[0].getsockname()[1]
        self.bucket = replace(self.bucket, endpoint=f"http://127.0.0.1:{port}")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._listening is not None
        self._listening.close()
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            await self._one_request(reader, writer)
        finally:
            self._under_way.discard(task)
            writer.close()

    async def _one_request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        lengths = [int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
        length = lengths[0] if lengths else 0
        body = await reader.readexactly(length)
        self.requests += 1
        if self.silent:
            await asyncio.Event().wait()
        if self.refusals:
            self.refusals -= 1
            writer.write(b"HTTP/1.1 " + self.refusal + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            there, back = await asyncio.open_connection(*self._server)
            back.write(head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") + body)
            writer.write(await there.read())
            back.close()
        await writer.drain()
