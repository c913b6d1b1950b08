"""How many connections there may be, from whom, and who gives way."""

import asyncio
import logging
import resource
import subprocess
import sys
from typing import Any

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from bot import logs
from bot.server.addresses import is_loopback, network
from bot.server.connections import A_FEW, MOST_FROM_ONE, PATIENCE, PROGRESS, STALLED, Gate, protocol, raise_open_files
from tests import ROOT


class Watch:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Line:
    """A connection that remembers whether it had to give way."""

    def __init__(self, silent: bool = True) -> None:
        self.silent = silent
        self.closed = False

    def is_silent(self) -> bool:
        return self.silent

    def give_way(self) -> None:
        self.closed = True


def opened(gate: Gate, host: str, count: int, idle: bool = False) -> list[Line]:
    """Those that came in."""
    came = []
    for _ in range(count):
        one = Line()
        if gate.enter(one, host):
            came.append(one)
            if idle:
                gate.idle(one, host)
    return came


def test_one_address_has_its_share_and_no_more() -> None:
    gate = Gate(4000)
    assert len(opened(gate, "192.0.2.1", 1000)) == MOST_FROM_ONE
    assert len(opened(gate, "192.0.2.2", 10)) == 10


def test_an_ipv6_subscriber_is_one_whatever_address_she_takes() -> None:
    gate = Gate(4000)
    came = [gate.enter(Line(), f"2001:db8:0:7::{number:x}") for number in range(1000)]
    assert sum(came) == MOST_FROM_ONE
    assert gate.enter(Line(), "2001:db8:0:8::1")


def test_a_silent_connection_gives_way_to_whoever_comes() -> None:
    watch = Watch()
    gate = Gate(4000, monotonic=watch)
    silent = opened(gate, "192.0.2.1", MOST_FROM_ONE, idle=True)
    assert not opened(gate, "192.0.2.1", 1)  # those that came this very moment may still speak
    watch.seconds += PATIENCE
    silent[0].silent = False  # her request is there, and was not read yet
    assert len(opened(gate, "192.0.2.1", 3)) == 3
    assert [one.closed for one in silent[:5]] == [False, True, True, True, False]
    assert len(gate) == MOST_FROM_ONE


def test_the_last_quarter_is_for_those_who_have_few() -> None:
    gate = Gate(400)
    for number in range(3):
        assert len(opened(gate, f"192.0.2.{number}", 500)) == 100
    assert len(opened(gate, "192.0.2.9", 500)) == A_FEW
    assert len(opened(gate, "198.51.100.1", 5)) == 5  # Telegram's webhook, say


def test_when_all_is_full_those_who_ask_for_nothing_give_way() -> None:
    watch = Watch()
    gate = Gate(400, monotonic=watch)
    silent = [line for number in range(50) for line in opened(gate, f"192.0.2.{number}", A_FEW, idle=True)]
    assert len(gate) == 400
    watch.seconds += PATIENCE
    assert opened(gate, "198.51.100.1", 1)
    assert sum(one.closed for one in silent) == 1
    assert len(gate) == 400


def test_a_proxy_that_is_named_has_as_many_as_there_are_people_behind_it() -> None:
    gate = Gate(4000, ("10.0.0.0/24",))
    assert len(opened(gate, "10.0.0.7", 3900)) == 3900


def test_what_has_left_makes_room() -> None:
    gate = Gate(4000)
    came = opened(gate, "192.0.2.1", 2000)
    for one in came:
        gate.leave(one, "192.0.2.1")
        gate.leave(one, "192.0.2.1")
    assert len(gate) == 0
    assert len(opened(gate, "192.0.2.1", 20)) == 20


@pytest.mark.parametrize(
    ("host", "counts_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("a socket", "a socket"),
        ("", ""),
    ],
)
def test_who_counts_as_one(host: str, counts_as: str) -> None:
    assert network(host) == counts_as


def test_which_addresses_are_this_very_machine() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "localhost")))
    assert not any(map(is_loopback, ("192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1", "example.org", "")))


def test_what_a_stranger_can_cause_is_written_once_a_minute_with_a_count() -> None:
    seldom = logs.Seldom()

    def line(words: str, at: float) -> logging.LogRecord | None:
        record = logging.LogRecord("uvicorn.error", logging.WARNING, "", 0, words, (), None)
        record.created = at
        return record if seldom.filter(record) else None

    assert line("Invalid HTTP request received.", 0.0)
    assert not any(line("Invalid HTTP request received.", 1.0 + number / 1000) for number in range(500))
    assert line("Something else", 1.0)
    assert line("Something else", 1.0)
    again = line("Invalid HTTP request received.", 61.0)
    assert again
    assert "500 more like it" in again.getMessage()


class Wire(asyncio.Transport):
    """What uvicorn writes to; nothing is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = b""
        self.over = False
        self.closed = asyncio.Event()
        self.cut = False
        self.unsent = 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.sent += bytes(data)

    def close(self) -> None:
        self.over = True
        self.closed.set()

    def abort(self) -> None:
        self.over = self.cut = True

    def is_closing(self) -> bool:
        return self.over

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return {"peername": ("192.0.2.1", 4000), "sockname": ("192.0.2.9", 80)}.get(name, default)


UPLOAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"


@pytest.fixture
async def wire() -> Wire:
    return Wire()


def connected(wire: Wire) -> Any:
    """A connection whose clock only goes on by `_look()`; whoever answers reads the whole body first."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        await PlainTextResponse("ok")(scope, receive, send)

    config = uvicorn.Config(answer, log_config=None, proxy_headers=False)
    config.load()
    one = protocol(Gate(100))(config, ServerState(), {})  # type: ignore[call-arg]
    one.connection_made(wire)
    return one


async def test_a_head_that_is_not_whole_in_time_is_not_waited_for(wire: Wire) -> None:
    one = connected(wire)
    one.data_received(b"GET / HTTP/1.1\r\nHo")
    one._look()
    assert wire.over


async def test_a_body_that_arrives_slowly_is_waited_for_and_one_that_does_not_is_not(wire: Wire) -> None:
    one = connected(wire)
    one.data_received(UPLOAD)
    for _ in range(10):
        one.data_received(b"x" * PROGRESS)
        await asyncio.sleep(0)
        one._look()
        assert not wire.over
    one.data_received(b"x" * (PROGRESS - 1))
    await asyncio.sleep(0)
    one._look()
    assert wire.over


async def test_an_answer_that_nobody_fetches_is_not_kept_for_ever(wire: Wire) -> None:
    one = connected(wire)
    one.data_received(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    wire.unsent = 70_000
    for _ in range(STALLED):
        one._look()
        assert not wire.over
    wire.unsent = 60_000  # she read on
    for _ in range(STALLED):
        one._look()
        assert not wire.over
    one._look()
    assert wire.over


LAST = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


async def test_the_last_answer_of_a_connection_may_be_fetched_slowly_but_not_never(wire: Wire) -> None:
    one = connected(wire)
    one.data_received(LAST)
    async with asyncio.timeout(10):
        await wire.closed.wait()
    wire.unsent = 70_000
    for _ in range(3 * STALLED):
        wire.unsent -= 1000  # she reads on
        one._look()
        assert not wire.cut
    for _ in range(STALLED - 1):
        one._look()
        assert not wire.cut
    one._look()
    assert wire.cut
    one.connection_lost(None)


async def test_whoever_reads_nothing_of_the_last_answer_holds_no_place() -> None:
    """With a real connection: the operating system takes some of the answer, the rest waits here."""
    config = uvicorn.Config(PlainTextResponse(b"x" * 16_000_000), log_config=None, proxy_headers=False)
    config.load()
    gate = Gate(100)
    made: list[Any] = []

    def make() -> Any:
        made.append(protocol(gate)(config, ServerState(), {}))  # type: ignore[call-arg]
        return made[-1]

    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    try:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=1)
        writer.write(LAST)
        async with asyncio.timeout(10):
            await reader.readexactly(1)
            assert made[0].transport.is_closing()
            assert len(gate) == 1
            while len(gate):
                made[0]._look()
                await asyncio.sleep(0.01)
        writer.transport.abort()
    finally:
        server.close()


async def test_what_is_no_http_is_answered_like_everything_else(wire: Wire) -> None:
    connected(wire).data_received(b"\x16\x03\x01 hello\r\n\r\n")
    assert wire.sent.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert b"\r\nX-Content-Type-Options: nosniff\r\n" in wire.sent
    assert b"Please try again" in wire.sent
    assert wire.over


async def test_whoever_is_refused_reads_why(wire: Wire, caplog: pytest.LogCaptureFixture) -> None:
    config = uvicorn.Config(lambda *_: None, log_config=None)
    config.load()
    one: Any = protocol(Gate(0))(config, ServerState(), {})  # type: ignore[call-arg]
    one.connection_made(wire)
    assert wire.sent.startswith(b"HTTP/1.1 503 ")
    assert b"\r\nRetry-After: 15\r\n" in wire.sent
    assert wire.over
    one.connection_lost(None)
    assert "192.0.2.1" not in caplog.text


def printed_with_files(soft: int, hard: int, program: str) -> str:
    """What a process prints that may open so many files."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))\n{program}"
    done = subprocess.run([sys.executable, "-c", limited], cwd=ROOT, capture_output=True, check=True, text=True)
    return done.stdout


def test_a_program_that_may_have_more_files_takes_them() -> None:
    program = "from bot.server.connections import raise_open_files; print(raise_open_files())"
    assert printed_with_files(100, 1000, program) == "1000\n"


def test_people_come_in_also_where_few_files_may_be_open() -> None:
    program = (
        "from bot.server.connections import server_config\n"
        "gate = server_config(print, '127.0.0.1', 0, (), 1).http.gate\n"
        "print(sum(gate.enter(object(), f'192.0.2.{number}') for number in range(100)))"
    )
    assert printed_with_files(256, 256, program) == "64\n"


@pytest.mark.parametrize(("given", "taken"), [(12_000, 10_240), (9000, 100)])
def test_a_system_that_gives_fewer_files_than_it_says_keeps_nobody_from_starting(
    given: int, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """macOS names no hard limit, and refuses what is above `kern.maxfilesperproc`."""

    def setrlimit(_: int, limits: tuple[int, int]) -> None:
        if limits[0] > given:
            raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr("resource.getrlimit", lambda _: (100, resource.RLIM_INFINITY))
    monkeypatch.setattr("resource.setrlimit", setrlimit)
    assert raise_open_files() == taken
