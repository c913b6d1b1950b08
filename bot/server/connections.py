"""Connections to the web door: how many at once, from whom, and how long a request may take to arrive.

uvicorn limits how many requests are answered at once, for everybody alike, and waits for ever for a first byte or the
rest of a head. Its protocol for one connection is extended here by a gate and a clock.
"""

import asyncio
import fcntl
import ipaddress
import logging
import resource
import termios
import time
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Protocol

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.i18n.texts import machine as m
from bot.server.addresses import network
from bot.server.protection import raw_answer

log = logging.getLogger(__name__)

MOST = 4000  # connections in all, where the operating system gives us enough files
LEAST = 64  # where it gives us few: rather an upload that fails now and then than a door that is shut
MOST_FROM_ONE = 512  # a carrier or the shop's Wi-Fi puts many phones behind one address
PATIENCE = 1.0  # seconds in which nobody who has just come, and said nothing yet, has to give way
LOOKED_AT = 16  # of those who wait, when one has to give way
A_FEW = 8  # from one address: they come in also when it is crowded
OPEN_FILES = 65_536
# macOS promises more than it gives: OPEN_MAX of <sys/syslimits.h> is what setrlimit(2) takes there in any case.
OPEN_FILES_OF_MACOS = 10_240
OTHER_FILES = 300  # for the database, pictures, calls of ours, and what is accepted before it is counted
BACKLOG = 64  # asyncio accepts all of them at once, before any is counted
SECONDS = 15.0  # for a whole head; for a body, to make some progress
PROGRESS = 4096  # bytes of a body in that time; a phone at the edge of its network sends twice as much in a second
STALLED = 4  # such times in which an answer was not read on


def raise_open_files() -> int:
    """As many as we may have without asking anybody, up to what we can use; returns how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return OPEN_FILES
    for most in (OPEN_FILES, OPEN_FILES_OF_MACOS):
        wanted = most if hard == resource.RLIM_INFINITY else min(hard, most)
        if wanted > soft and _may_open(wanted, hard):
            return wanted
    return soft


def _may_open(files: int, hard: int) -> bool:
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    except (ValueError, OSError):  # above what the kernel knows besides, which getrlimit does not say
        return False
    return True


def connections_for(files: int) -> int:
    """How many there may be with so many open files."""
    return max(LEAST, min(MOST, files - OTHER_FILES))


def server_config(app: ASGIApp, host: str, port: int, proxies: Sequence[str], grace: int) -> uvicorn.Config:
    """`proxies` are believed when they say for whom, and by which scheme, they ask."""
    gate = Gate(connections_for(raise_open_files()), proxies)
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        http=protocol(gate),
        ws="none",
        backlog=BACKLOG,
        log_config=None,
        access_log=False,
        lifespan="off",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        timeout_graceful_shutdown=grace,
        server_header=False,
    )


class Guest(Protocol):
    """A connection, as the gate sees it."""

    def is_silent(self) -> bool:
        """Nothing of it waits to be read."""

    def give_way(self) -> None: ...


class Gate:
    """Counts connections by network. Whoever has not asked for anything yet gives way to whoever comes."""

    def __init__(
        self, most: int, proxies: Sequence[str] = (), monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._monotonic = monotonic
        self._from_one = min(MOST_FROM_ONE, most // 4)
        # From here on only those come in who have few: nobody's many take the last quarter.
        self._crowded = most * 3 // 4
        self._proxies = [ipaddress.ip_network(proxy) for proxy in proxies]
        self._open: dict[str, set[Guest]] = {}
        self._idle: dict[str, dict[Guest, float]] = {}  # since when, the first first
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def enter(self, one: Guest, host: str) -> bool:
        """False when there is no room, which has been written down."""
        where = network(host)
        refusal = "" if self._is_proxy(host) else self._too_many_from(where)
        if not refusal and self._count >= self._most and not self._give_way():
            refusal = "too many in all"
        if refusal:
            log.warning("a connection was refused: %s", refusal)
            return False
        self._open.setdefault(where, set()).add(one)
        self._count += 1
        return True

    def leave(self, one: Guest, host: str) -> None:
        where = network(host)
        if one not in self._open.get(where, ()):
            return
        self.busy(one, host)
        self._open[where].discard(one)
        self._count -= 1
        if not self._open[where]:
            del self._open[where]

    def idle(self, one: Guest, host: str) -> None:
        """It waits for a request, or for the rest of one."""
        where = network(host)
        if one in self._open.get(where, ()):
            self._idle.setdefault(where, {}).setdefault(one, self._monotonic())

    def busy(self, one: Guest, host: str) -> None:
        where = network(host)
        waiting = self._idle.get(where, {})
        waiting.pop(one, None)
        if not waiting:
            self._idle.pop(where, None)

    def _too_many_from(self, where: str) -> str:
        mine = len(self._open.get(where, ()))
        if mine >= self._from_one and not self._give_way(where):
            return "too many from one address"
        if self._count >= self._crowded and mine >= A_FEW and not self._give_way():
            return "too many in all, and several from there"
        return ""

    def _is_proxy(self, host: str) -> bool:
        """It has as many as there are people behind it, and lets in nobody who is slow."""
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return any(address in proxy for proxy in self._proxies)

    def _give_way(self, where: str | None = None) -> bool:
        """The one that has waited longest, of this network or of that with the most; False when all are at work."""
        if where is None:
            where = max(self._idle, key=lambda each: len(self._open[each]), default="")
        waiting = self._idle.get(where, {})
        long = self._monotonic() - PATIENCE
        for one in [one for one, since in islice(waiting.items(), LOOKED_AT) if since <= long]:
            if one.is_silent():
                self.leave(one, where)
                one.give_way()
                return True
        return False


def protocol(gate: Gate) -> type[asyncio.Protocol]:
    """uvicorn makes one of these for each connection."""
    return type("Connection", (_Connection,), {"gate": gate})


class _Connection(H11Protocol):
    gate: Gate
    _host = ""
    _timer: asyncio.TimerHandle | None = None
    _received = 0  # bytes since the clock was last looked at
    _unread: tuple[int, int] = (0, 0)  # bytes of an answer that are not fetched, and for how many looks

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._host = self.client[0] if self.client else ""
        if not self.gate.enter(self, self._host):
            transport.write(raw_answer(503, m.page_crowded, {"Retry-After": "15"}))
            transport.close()
            return
        self.gate.idle(self, self._host)
        self._look_again()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gate.leave(self, self._host)
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self._received += len(data)
        super().data_received(data)
        if not self._incomplete:
            self.gate.busy(self, self._host)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        # Perhaps the next request stood behind this one already.
        if self._incomplete and not self.transport.is_closing():
            self._received = 0
            self.gate.idle(self, self._host)
            self._look_again()

    def is_silent(self) -> bool:
        waiting = fcntl.ioctl(self.transport.get_extra_info("socket").fileno(), termios.FIONREAD, bytes(4))
        return not any(waiting)

    def give_way(self) -> None:
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            self.transport.write(raw_answer(400, m.page_unreadable))
        self.transport.close()

    @property
    def _incomplete(self) -> bool:
        """A request is still to come, or the rest of it."""
        return self.conn.their_state in (h11.IDLE, h11.SEND_BODY)

    def _look_again(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_later(SECONDS, self._look)

    def _look(self) -> None:
        # One that closes is only let go when its last bytes are fetched.
        late = not self.transport.is_closing() and self._too_slow()
        if late or self._not_read():
            self.transport.abort()
            return
        self._received = 0
        self._look_again()

    def _too_slow(self) -> bool:
        """A body that we have stopped reading for a while is not late."""
        if self.conn.their_state is h11.IDLE:
            return True
        return self._incomplete and not self.flow.read_paused and self._received < PROGRESS

    def _not_read(self) -> bool:
        left = self.transport.get_write_buffer_size()
        looks = self._unread[1] + 1 if left and left == self._unread[0] else 0
        self._unread = (left, looks)
        return looks >= STALLED
