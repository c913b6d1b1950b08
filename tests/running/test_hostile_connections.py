"""Connections that ask for nothing, or never end asking: the running program lets them go and serves the others."""

import asyncio
import os
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import httpx

from bot.server.connections import MOST_FROM_ONE, SECONDS, raise_open_files
from tests.running.test_hostile import usual
from tests.running.town import Town, town

SILENT = 1000
STREAMS, SESSIONS = 130, 26
ATTACKER = "127.0.0.3"  # all of 127.0.0.0/8 is this machine


@contextmanager
def few_files(count: int) -> Iterator[None]:
    """What is started in here begins with as many, as on many machines."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))
    try:
        yield
    finally:
        raise_open_files()


class Line:
    """A connection that sends these bytes, and reads until it is closed."""

    def __init__(self, here: Town, sends: bytes, address: str = ATTACKER) -> None:
        self.here, self.sends, self.address = here, sends, address
        self.heard = b""

    async def open(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.here.port, local_addr=(self.address, 0))
        try:
            writer.write(self.sends)
            while heard := await reader.read(65536):
                self.heard += heard
        except ConnectionError:
            pass
        finally:
            writer.transport.abort()


@asynccontextmanager
async def opened(lines: list[Line]) -> AsyncIterator[list[asyncio.Task[None]]]:
    tasks = [asyncio.create_task(line.open()) for line in lines]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def open_files(here: Town) -> int:
    return len(os.listdir(f"/proc/{here.pid}/fd"))  # noqa: PTH208 not the entries, how many


async def cookies(here: Town, count: int) -> list[str]:
    """Of people who opened the page."""
    found = []
    for _ in range(count):
        async with httpx.AsyncClient(base_url=here.url, headers={"Origin": here.url}) as phone:
            await phone.post("/chat/open", json={"language": "en"})
            found.append(phone.cookies["nestbox"])
    return found


def stream(here: Town, cookie: str) -> Line:
    host = f"127.0.0.1:{here.port}"
    return Line(here, f"GET /chat/events HTTP/1.1\r\nHost: {host}\r\nCookie: nestbox={cookie}\r\n\r\n".encode())


async def test_silent_connections_and_endless_heads_are_let_go_and_nobody_else_notices(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        with few_files(256):
            here = await stack.enter_async_context(town(tmp_path, dev=False))
        aygul = await here.arrives("Aygul", "en")
        before = await usual(aygul)
        here.expects("a connection was refused")
        files = open_files(here)
        streams = [
            stream(here, cookie) for cookie in await cookies(here, SESSIONS) for _ in range(STREAMS // SESSIONS)
        ]
        quiet = await stack.enter_async_context(opened(streams))
        await here.until(lambda: all(b"retry: 300" in each.heard for each in streams))
        halves = [
            Line(here, b"GET / HTTP/1.1\r\nHost: half"),
            Line(here, b"POST /chat/leave HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"),
        ]
        # The same, once more, behind a request that was whole.
        halves += [Line(here, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + half.sends) for half in halves]
        endless = await stack.enter_async_context(opened(halves))
        await stack.enter_async_context(opened([Line(here, b"") for _ in range(SILENT)]))
        during = await usual(aygul)
        # Whoever opens the page for the first time comes in, also behind the attacker's own address.
        transport = httpx.AsyncHTTPTransport(local_address=ATTACKER)
        async with httpx.AsyncClient(base_url=here.url, transport=transport, timeout=10) as neighbour:
            # As soon as those that say nothing have said nothing for a second.
            for _ in range(100):
                answer = await neighbour.get("/")
                if answer.status_code == 200:
                    break
                await asyncio.sleep(0.1)
            assert answer.status_code == 200
        most = open_files(here)
        _, late = await asyncio.wait(endless, timeout=SECONDS + 10)
        assert not late
        # Some of the silent ones only came in now: the operating system had kept them waiting.
        await here.until(lambda: open_files(here) < files + STREAMS + 100, within=SECONDS + 10)
        print(f"\n/help: {before * 1000:.0f} ms alone, {during * 1000:.0f} ms beside {SILENT + STREAMS}", end=" ")
        print(f"connections; {most} files open at most, {len(here.log())} bytes of log")
        assert not any(task.done() for task in quiet)  # a stream says nothing for long, and stays
        assert during < 10 * before + 0.5
        assert most < files + MOST_FROM_ONE + 100
        assert len(here.log()) < 100_000  # it was 220 MB a minute
